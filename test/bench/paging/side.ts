/** One side of the benchmark `paging`, in a process of its own: reads every page and prints what that took. */
import { DynamicsWebApi } from 'dynamics-web-api';
import { createEntitySets } from '../../../main/query/entity-sets.ts';
import { newEnvironmentRun } from '../../../main/query/new-environment-run.ts';
import { queryPages } from '../../../main/query/query-pages.ts';
import { parseQueryRequest } from '../../../main/query/query-request.ts';
import { createRowSource } from '../../../main/query/row-source.ts';
import { runInEnvironment } from '../../../main/query/run-in-environment.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import { environmentNamed } from '../../unit/dataverse/local-environments.ts';
import { tell } from '../in-a-process.ts';
import { consoleClients } from '../large-cloud.ts';
import { ASKED, COLUMNS, PAGE, SET } from './task.ts';
import type { PagingTask } from './task.ts';

const { from, side }: PagingTask = JSON.parse(process.argv[2] ?? '');
/** Nobody asks for it here. */
const TOKEN = 'bench';

/** The query lab's own way: pages of the console's client into the row source that its grid reads. */
const console = async (): Promise<number> => {
  const request = parseQueryRequest({ language: 'odata', text: `${SET}?$select=${COLUMNS.join(',')}` });
  if (!request.ok) throw new Error('The query is refused.');
  const environment = environmentNamed('bench', 1);
  const rows = createRowSource();
  const client = consoleClients({ ...from, environments: [from] }, new Map([[from.url, TOKEN]]))(from.url);
  const entitySets = createEntitySets();
  const run = await runInEnvironment(
    {
      kept: {
        environment,
        state: newEnvironmentRun(environment.id, 'queued'),
        goOn: null,
        stop: new AbortController(),
        hidden: null,
      },
      pages: (onWait) => queryPages(request.value, { size: PAGE, onWait }, entitySets),
      signIn: async () => ok(client),
      rows,
      rowsWanted: 1_000_000,
      clock: () => performance.now(),
      now: Date.now,
      tell: () => undefined,
    },
    new AbortController().signal,
  );
  if (!run.ok) throw new Error(run.error.code);
  return rows.count();
};

const dynamicsWebApi = async (): Promise<number> => {
  const api = new DynamicsWebApi({
    serverUrl: `${from.pathUrl}/`,
    dataApi: { version: '9.2' },
    onTokenRefresh: async () => TOKEN,
    includeAnnotations: '*',
    maxPageSize: PAGE,
  });
  const all = await api.retrieveAll({ collection: SET, select: COLUMNS });
  return all.value.length;
};

const bare = async (): Promise<number> => {
  let url: string | undefined = `${from.pathUrl}/api/data/v9.2/${SET}?$select=${COLUMNS.join(',')}`;
  let rows = 0;
  while (url !== undefined) {
    const answer = await fetch(url, {
      headers: { ...ASKED, authorization: `Bearer ${TOKEN}` },
    });
    const page: { readonly value: readonly unknown[]; readonly '@odata.nextLink'?: string } =
      await answer.json();
    rows += page.value.length;
    url = page['@odata.nextLink'];
  }
  return rows;
};

const SIDES = { console, 'dynamics-web-api': dynamicsWebApi, bare } as const;

await tell(SIDES[side]);
