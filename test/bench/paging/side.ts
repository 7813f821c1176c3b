/** One side of the benchmark `paging`, in a process of its own: reads every page and prints what that took. */
import { DynamicsWebApi } from 'dynamics-web-api';
import { queryHandlers } from '../../../main/query/handlers.ts';
import { createQueryHistory } from '../../../main/query/query-history.ts';
import { createQueryRuns } from '../../../main/query/query-runs.ts';
import { createEntitySets } from '../../../main/query/entity-sets.ts';
import { newEnvironmentRun } from '../../../main/query/new-environment-run.ts';
import { queryPages } from '../../../main/query/query-pages.ts';
import { parseQueryRequest } from '../../../main/query/query-request.ts';
import { createRowSource } from '../../../main/query/row-source.ts';
import { runInEnvironment } from '../../../main/query/run-in-environment.ts';
import { run } from '../../../preload/contract/query.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { environmentNamed } from '../../unit/dataverse/local-environments.ts';
import { parseOrgUrl } from '../../../preload/contract/words/ids.ts';
import { credential, profileWith, workspaceId } from '../../unit/query/app-profile.ts';
import { memoryVault } from '../../unit/query/memory-vault.ts';
import { tell } from '../in-a-process.ts';
import { consoleClients, consoleHttp } from '../large-cloud.ts';
import { ASKED, COLUMNS, PAGE, PAGES, SET } from './task.ts';
import type { PagingTask } from './task.ts';

const { before, from, side }: PagingTask = JSON.parse(process.argv[2] ?? '');
/** Nobody asks for it here. */
const TOKEN = 'bench';

/** The query lab's own way: pages of the console's client into the row source that its grid reads. */
const console = async (pages: number): Promise<number> => {
  const request = parseQueryRequest({ language: 'odata', text: `${SET}?$select=${COLUMNS.join(',')}` });
  if (!request.ok) throw new Error('The query is refused.');
  const environment = environmentNamed('bench', 1);
  const rows = createRowSource();
  const client = consoleClients({ ...from, environments: [from] }, new Map([[from.url, TOKEN]]))(from.url);
  const entitySets = createEntitySets();
  const read = await runInEnvironment(
    {
      kept: {
        environment,
        state: newEnvironmentRun(environment.id, 'queued'),
        goOn: null,
        stop: new AbortController(),
        hidden: null,
      },
      pages: (onWait) =>
        queryPages(request.value, { size: PAGE, onWait, rowsWanted: pages * PAGE }, entitySets),
      signIn: async () => ok(client),
      rows,
      rowsWanted: pages * PAGE,
      clock: () => performance.now(),
      now: Date.now,
      tell: () => undefined,
    },
    new AbortController().signal,
  );
  if (!read.ok) throw new Error(read.error.code);
  return rows.count();
};

/** The same as the page asks for it, all rows at once: `query.run`, whose events are decoded against the contract. */
const stream = async (pages: number): Promise<number> => {
  const url = parseOrgUrl(from.url);
  if (url === null) throw new Error(`${from.url} is no address of an environment.`);
  const environment = { ...environmentNamed('bench', 1), url };
  const profile = profileWith([credential(1)]);
  const handlers = queryHandlers({
    http: consoleHttp(from),
    tokens: {
      forAdmin: async () => failed('sign-in-needed'),
      forApp: async () => ok({ token: TOKEN, expiresAt: Date.now() + 1e6 }),
    },
    clock: () => performance.now(),
    environments: { choose: () => ok([environment]), parallel: () => 4 },
    profileOf: async () => ok(profile),
    runs: createQueryRuns(8),
    recordActivity: async () => undefined,
    entitySets: createEntitySets(),
    authorityOf: () => null,
    history: createQueryHistory(memoryVault(new Map())),
    now: Date.now,
  });
  const ran = await handlers['query.run'].run(
    {
      workspaceId,
      appProfileId: profile.id,
      credentialId: null,
      environmentIds: [environment.id],
      query: { language: 'odata', text: `${SET}?$select=${COLUMNS.join(',')}` },
      rowsPerEnvironment: PAGE * pages,
    },
    async () => undefined,
    new AbortController().signal,
  );
  if (!ran.ok) throw new Error(ran.error.code);
  return run.output.parse(ran.value).rows;
};

const dynamicsWebApi = async (pages: number): Promise<number> => {
  const api = new DynamicsWebApi({
    serverUrl: `${from.pathUrl}/`,
    dataApi: { version: '9.2' },
    onTokenRefresh: async () => TOKEN,
    includeAnnotations: '*',
    maxPageSize: PAGE,
  });
  const query = { collection: SET, select: COLUMNS };
  if (pages === PAGES) return (await api.retrieveAll(query)).value.length;
  let page = await api.retrieveMultiple(query);
  for (let read = 1; read < pages; read += 1) page = await api.retrieveMultiple(query, page.oDataNextLink);
  return pages * PAGE;
};

/** The plainest loop: parses every page, and keeps its rows or throws them away. */
const bare = async (pages: number, keep: boolean): Promise<number> => {
  const kept: unknown[] = [];
  let url: string | undefined = `${from.pathUrl}/api/data/v9.2/${SET}?$select=${COLUMNS.join(',')}`;
  let rows = 0;
  while (url !== undefined && rows < pages * PAGE) {
    const answer = await fetch(url, {
      headers: { ...ASKED, authorization: `Bearer ${TOKEN}` },
    });
    const page: { readonly value: readonly unknown[]; readonly '@odata.nextLink'?: string } =
      await answer.json();
    rows += page.value.length;
    if (keep) kept.push(...page.value);
    url = page['@odata.nextLink'];
  }
  return keep ? kept.length : rows;
};

const SIDES = {
  console,
  stream,
  'dynamics-web-api': dynamicsWebApi,
  bare: (pages: number) => bare(pages, false),
  'bare loop that keeps its rows': (pages: number) => bare(pages, true),
} as const;

if (before > 0) await SIDES[side](before);
await tell(() => SIDES[side](PAGES));
