import { newEnvironmentRun } from '../../../main/query/new-environment-run.ts';
import type { Cell, EnvironmentRun, RunEvent } from '../../../preload/contract/query.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { HistoryEntry } from '../../../preload/contract/query-history.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { fakeId } from './fake-ids.ts';

/** How an environment answered; the third one had to wait on its way. */
export const fakeRun = (index: number, error: AppError | null, more: boolean): Partial<EnvironmentRun> => ({
  ...(error === null ? { state: 'done', rows: 50, more } : { state: 'failed', error }),
  pages: 1,
  firstRowMilliseconds: 120,
  totalMilliseconds: 180,
  limits: { requests: 5990 - index, seconds: 1199.5, atOnce: 4 },
  ...(index === 2
    ? {
        retries: 2,
        wait: {
          error: appError('throttled', {
            host: 'contoso.crm4.dynamics.com',
            limit: 'requests',
            retryAfterSeconds: 12,
          }),
          until: '2026-06-01T09:30:12Z',
        },
      }
    : {}),
});

/** Columns of every fake run. */
export const FAKE_COLUMNS = ['name', 'revenue', 'statecode', 'emailaddress1', '_primarycontactid_value'];

/** The contact that every second fake account names. */
export const fakeContact: Cell = {
  raw: '0c0c0c0c-0000-4000-8000-000000000001',
  formatted: 'Dora Fischer',
  lookup: 'contact',
};

/** The row of a lookup: that contact. */
export const fakeRecord: { readonly columns: readonly string[]; readonly cells: readonly Cell[] } = {
  columns: ['fullname', 'jobtitle', '_parentcustomerid_value', 'contactid'],
  cells: [
    'Dora Fischer',
    null,
    { raw: '0a0a0a0a-0000-4000-8000-000000000003', formatted: 'Account 3', lookup: 'account' },
    '0c0c0c0c-0000-4000-8000-000000000001',
  ],
};

/** A run that is gone on with: told anew as a whole, then with more rows everywhere. */
export const fakeMore = async (
  environments: readonly { readonly id: EnvironmentId }[],
  rows: number,
  emit: (event: RunEvent) => Promise<void>,
): Promise<void> => {
  await emit({ kind: 'started', runId: fakeId.run(1) });
  for (const [index, { id }] of environments.entries()) {
    const run = { ...newEnvironmentRun(id, 'queued'), ...fakeRun(index, null, false), rows: 100, pages: 2 };
    await emit({ kind: 'environment', run });
  }
  await emit({ kind: 'columns', columns: [...FAKE_COLUMNS] });
  await emit({ kind: 'rows', count: rows });
};

/** What column security hides in the first environment; in the second one nobody says. */
export const hiddenFromApp = [
  { environmentId: fakeId.environment(0), hidden: ['emailaddress1'], unknown: [] },
  { environmentId: fakeId.environment(1), hidden: [], unknown: ['emailaddress1'] },
];

const past = (number: number, failed: number, query: HistoryEntry['query']): HistoryEntry => ({
  runId: fakeId.run(number),
  at: `2026-06-0${9 - number}T09:30:00Z`,
  appProfileId: fakeId.profile(1),
  appName: 'Order sync',
  askedBy: 'query-lab',
  query,
  table: { by: 'entity-set', name: 'accounts' },
  environmentIds: [0, 1, 2, 3].map((at) => fakeId.environment(at)),
  rowsPerEnvironment: 1000,
  counts: { environments: 4, succeeded: 4 - failed, failed, cancelled: 0 },
  rows: 1200 * (4 - failed),
  milliseconds: 2400,
  denied: Array.from({ length: failed }, (_, at) => ({
    environmentId: fakeId.environment(at),
    hex: '0x80040220',
    privilege: 'prvReadAccount',
  })),
});

/** What was run before: answered, refused in one place, refused everywhere. */
export const fakeHistory = (): readonly HistoryEntry[] => [
  past(2, 0, { language: 'odata', text: 'accounts?$select=name,revenue&$orderby=name' }),
  past(3, 1, {
    language: 'fetchxml',
    text: '<fetch>\n  <entity name="account">\n    <attribute name="name" />\n  </entity>\n</fetch>',
  }),
  past(4, 4, { language: 'odata', text: "contacts?$select=fullname&$filter=startswith(fullname,'A')" }),
  { ...past(5, 0, { language: 'odata', text: 'accounts?$top=1' }), askedBy: 'doctor' },
];

/** A call as code. */
export const fakeSnippets = (['curl', 'csharp', 'typescript', 'python', 'powershell'] as const).map(
  (language) => ({
    language,
    text: `# ${language}\ntoken=$(…)\ncurl 'https://contoso.crm4.dynamics.com/api/data/v9.2/accounts?$select=name' \\\n  --header "Authorization: Bearer $token"\n`,
  }),
);

/** Two environments compared by name. */
export const fakeDiff: OutputOf<'query.diff'> = {
  counts: { 'only-from': 1, 'only-to': 1, different: 2, several: 1, same: 4195 },
  differences: [
    { kind: 'only-from', key: ['Account 7'], columns: [] },
    { kind: 'different', key: ['Account 3'], columns: [{ column: 'revenue', from: 25, to: 30 }] },
    {
      kind: 'different',
      key: ['Account 12'],
      columns: [
        {
          column: 'statecode',
          from: { raw: 0, formatted: 'Active' },
          to: { raw: 1, formatted: 'Inactive' },
        },
        { column: 'emailaddress1', from: null, to: 'account12@northwind.example' },
      ],
    },
    { kind: 'several', key: ['Contoso'], columns: [] },
    { kind: 'only-to', key: ['Account 9'], columns: [] },
  ],
};
