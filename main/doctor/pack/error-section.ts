import type { AppError } from '../../../preload/contract/words/errors.ts';
import { explain, SUPPORT_PACK_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { tellableError } from './kinds-of-errors.ts';
import type { PackFact, PackSection } from './pack-document.ts';
import type { Redactor } from './redactor.ts';

const fact = (label: string, kind: 'request-id' | 'instant', value: string | undefined, redactor: Redactor) =>
  value === undefined || value === '' ? [] : [{ label, values: [redactor.show(kind, value)] }];

/** What an error says, as it may stand in a pack: its words are the console's, with what may be told in their gaps. */
export const errorParts = (
  error: AppError,
  redactor: Redactor,
): Pick<PackSection, 'paragraphs' | 'steps' | 'facts' | 'quoted'> => {
  const { cause, code, remedies, title } = explain(tellableError(error, redactor));
  const { message } = error.params;
  const { correlationId, requestId, timestamp, traceId } = error.correlation;
  const facts: readonly PackFact[] = [
    { label: TEXTS.code, values: [redactor.own(code)] },
    ...fact(TEXTS.requestId, 'request-id', requestId, redactor),
    ...fact(TEXTS.correlationId, 'request-id', correlationId, redactor),
    ...fact(TEXTS.traceId, 'request-id', traceId, redactor),
    ...fact(TEXTS.time, 'instant', timestamp, redactor),
  ];
  return {
    paragraphs: [redactor.own(title), redactor.own(cause)].filter((text) => text !== ''),
    steps: remedies.map(redactor.own),
    facts,
    quoted: message === undefined || message === '' ? null : redactor.quote(String(message)),
  };
};
