import type { CodeKnowledge, CodeMark } from '../../../ui/index.ts';
import type { QueryLanguage } from '../../../../preload/contract/words/queries/format-query.ts';
import { checkQuery } from '../../../../preload/contract/words/queries/parameters/check-query.ts';
import type { QueryFault } from '../../../../preload/contract/words/queries/query-fault.ts';
import type { QuerySchema } from '../../../../preload/contract/words/queries/tables.ts';
import { queryFaultText } from '../../../../preload/contract/words/texts/query-faults.ts';
import { completeFetch } from './complete-fetch.ts';
import { completeOData } from './complete-odata.ts';
import { hintAt } from './hint-at.ts';

const toMark =
  (text: string) =>
  (fault: QueryFault): CodeMark => {
    const from = Math.min(fault.from, text.length);
    return {
      from,
      to: Math.min(text.length, Math.max(fault.to, from)),
      severity: fault.severity,
      message: queryFaultText(fault),
    };
  };

/** What the editor asks about a text. */
export const queryKnowledge = (language: QueryLanguage, schema: QuerySchema): CodeKnowledge => ({
  marks: (text) => checkQuery(language, text, schema).map(toMark(text)),
  complete: (text, at) =>
    language === 'odata' ? completeOData(text, at, schema) : completeFetch(text, at, schema),
  hint: (text, at) => hintAt(text, at, schema),
});
