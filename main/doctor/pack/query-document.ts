import { RUN_STATE_LABELS, SUPPORT_PACK_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import type { EnvironmentRun } from '../../../preload/contract/query.ts';
import type { QueryRun } from '../../query/query-runs.ts';
import { errorParts } from './error-section.ts';
import { section } from './pack-document.ts';
import type { PackFact, PackSection } from './pack-document.ts';
import type { Redactor } from './redactor.ts';

/** What is told of a query: never its rows. */
export type ToldQuery = Pick<QueryRun, 'profile' | 'request'> & {
  readonly environments: ReadonlyMap<
    EnvironmentId,
    { readonly environment: Environment; readonly state: EnvironmentRun }
  >;
};

const runSection = (
  { environment, state: run }: { readonly environment: Environment; readonly state: EnvironmentRun },
  redactor: Redactor,
): PackSection => {
  const number = (label: string, value: number | null): readonly PackFact[] =>
    value === null ? [] : [{ label, values: [redactor.show('number', Math.round(value))] }];
  const told = run.error === null ? null : errorParts(run.error, redactor);
  return section(redactor.show('environment', environment.name), {
    verdict: redactor.own(RUN_STATE_LABELS[run.state]),
    paragraphs: told?.paragraphs ?? [],
    steps: told?.steps ?? [],
    quoted: told?.quoted ?? null,
    facts: [
      ...(told?.facts ?? []),
      ...number(TEXTS.rows, run.rows),
      ...number(TEXTS.pages, run.pages),
      ...number(TEXTS.retries, run.retries),
      ...number(TEXTS.firstRow, run.firstRowMilliseconds),
      ...number(TEXTS.total, run.totalMilliseconds),
      ...number(TEXTS.requestsLeft, run.limits?.requests ?? null),
      ...number(TEXTS.secondsLeft, run.limits?.seconds ?? null),
      ...number(TEXTS.atOnce, run.limits?.atOnce ?? null),
      ...(run.wait === null
        ? []
        : [{ label: TEXTS.waited, values: [redactor.show('instant', run.wait.until)] }]),
    ],
  });
};

/** What was asked, without what stands in its conditions. */
export const queryFacts = (run: ToldQuery, redactor: Redactor): readonly PackFact[] => {
  const [, table = ''] = /^\s*([A-Za-z_]\w{0,127})/.exec(run.request.resource) ?? [];
  return [
    { label: TEXTS.app, values: [redactor.show('app', run.profile.name)] },
    {
      label: TEXTS.language,
      values: [redactor.own(run.request.language === 'odata' ? 'OData' : 'FetchXML')],
    },
    { label: TEXTS.question, values: [redactor.show('schema-name', table)] },
  ];
};

/** How a query went in each environment; none of its rows is read. */
export const querySections = (run: ToldQuery, redactor: Redactor): readonly PackSection[] =>
  [...run.environments.values()].map((one) => runSection(one, redactor));
