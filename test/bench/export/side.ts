/** One side of the benchmark `export`, in a process of its own: writes CSV to a file and prints what that took. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { growFile } from '../../../main/hosts/grow-file.ts';
import type { HttpClient } from '../../../main/http/http-client.ts';
import { createEntitySets } from '../../../main/query/entity-sets.ts';
import { exportRows } from '../../../main/query/export/export-rows.ts';
import { newEnvironmentRun } from '../../../main/query/new-environment-run.ts';
import { parseQueryRequest } from '../../../main/query/query-request.ts';
import type { QueryRun } from '../../../main/query/query-runs.ts';
import { createRowSource } from '../../../main/query/row-source.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { parseRunId } from '../../../preload/contract/words/ids.ts';
import { environmentNamed } from '../../unit/dataverse/local-environments.ts';
import { credential, profileWith, workspaceId } from '../../unit/query/app-profile.ts';
import { tell } from '../in-a-process.ts';

/** Where the rows are before: in the console, or in pages of a service that answers at once. */
export type ExportTask = { readonly from: 'memory' | 'pages'; readonly pages: number };

const task: ExportTask = JSON.parse(process.argv[2] ?? '');
const PAGE = 5000;
const FORMATTED = '@OData.Community.Display.V1.FormattedValue';

const rowsOf = (page: number): readonly Readonly<Record<string, unknown>>[] =>
  Array.from({ length: PAGE }, (_, at) => {
    const number = page * PAGE + at;
    return {
      '@odata.etag': `W/"${number}"`,
      accountid: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      name: `Contoso, branch ${number}`,
      address1_line1: `${number} Harbour Street, Building "${number % 40}"`,
      telephone1: `+49 30 ${number}`,
      revenue: number * 1.25,
      [`revenue${FORMATTED}`]: `€${number}.25`,
      statecode: number % 2,
      [`statecode${FORMATTED}`]: number % 2 === 0 ? 'Active' : 'Inactive',
      createdon: '2026-03-02T08:15:30Z',
      donotemail: false,
      description: number % 5 === 0 ? null : 'A customer of the first hour who orders by letter.',
    };
  });

const environment = environmentNamed('bench', 1);
const PAGES = [0, 1, 2, 3];
/** As a transport hands them over: one text each, which was decoded from bytes. */
const bodies = PAGES.map((page) => {
  const link = `${environment.url}/api/data/v9.2/accounts?$skiptoken=${(page + 1) % PAGES.length}`;
  return Buffer.from(JSON.stringify({ value: rowsOf(page), '@odata.nextLink': link })).toString();
});
const last = JSON.stringify({ value: rowsOf(0) });
let asked = 0;
const http: HttpClient = {
  send: async () => {
    asked += 1;
    const body = asked < task.pages ? (bodies[(asked - 1) % PAGES.length] ?? '') : last;
    return ok({ status: 200, headers: {}, body, milliseconds: 0, retries: 0 });
  },
};

const request = parseQueryRequest({ language: 'odata', text: 'accounts' });
const id = parseRunId('00000000-0000-4000-8000-000000000001');
if (!request.ok || id === null) throw new Error('The query is refused.');
const rows = createRowSource();
for (let page = 0; page < (task.from === 'memory' ? task.pages : 1); page += 1)
  rows.append(environment.id, rowsOf(page));
const kept = {
  environment,
  state: newEnvironmentRun(environment.id, 'done'),
  goOn: task.from === 'pages' ? { from: null, skip: 0 } : null,
  stop: new AbortController(),
  hidden: null,
};
const run: QueryRun = {
  id,
  workspaceId,
  rows,
  profile: profileWith([credential(1)]),
  credentialId: credential(1).id,
  request: request.value,
  rowsPerEnvironment: PAGE,
  environments: new Map([[environment.id, kept]]),
  stopped: new AbortController(),
};

const folder = await mkdtemp(join(tmpdir(), 's2s-console-bench-'));
const path = join(folder, 'rows.csv');
await tell(async () => {
  const file = await growFile(path, { over: true });
  const exported = await exportRows(
    {
      http,
      tokens: {
        forAdmin: async () => failed('sign-in-needed'),
        forApp: async () => ok({ token: 'bench', expiresAt: Date.now() + 1e9 }),
      },
      entitySets: createEntitySets(),
    },
    {
      run,
      environments: [kept],
      asked: { format: 'csv', values: 'formatted', columns: null, all: true, byteOrderMark: true },
      file,
      parallel: 4,
      emit: async () => undefined,
      signal: new AbortController().signal,
    },
  );
  if (!exported.ok) throw new Error(exported.error.code);
  await file.finish();
  return (await stat(path)).size;
});
await rm(folder, { recursive: true });
