import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { APPLICATION_USER_COLUMNS } from '../../main/application-users/application-user-row.ts';
import { createApplicationUsers } from '../../main/application-users/create-application-users.ts';
import { TEAM_ROLES_PATH } from '../../main/application-users/team-roles.ts';
import type { DataverseAnswer, DataverseClient } from '../../main/dataverse/dataverse-client.ts';
import { ADMINISTRATOR_ROLES_PATH } from '../../main/dataverse/system-administrator.ts';
import { nodeTransport } from '../../main/http/node-transport.ts';
import { createBorder } from '../../main/hosts/border/border.ts';
import type { DemoCloudDescription } from '../../emulator/options.ts';
import type { Environment } from '../../preload/contract/environments.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import { parseEnvironmentId } from '../../preload/contract/words/ids.ts';
import { stubImplementations } from '../support/border/stub-implementations.ts';
import { environmentNamed, workspaceId } from '../unit/dataverse/local-environments.ts';
import { memoryVault } from '../unit/fleet/support/memory-vault.ts';
import { serviceRow } from '../unit/application-users/service-row.ts';
import { consoleClients, startLargeCloud, timed, tokensFor } from './large-cloud.ts';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';

const ENVIRONMENTS = 200;
const APPLICATIONS = 100;
const PARALLEL = 16;
const USERS_PATH = `systemusers?${APPLICATION_USER_COLUMNS}&$filter=${encodeURIComponent('applicationid ne null')}`;

const environmentAt = (number: number, change: Partial<Environment> = {}): Environment => {
  const id = parseEnvironmentId(`00000000-0000-0000-0000-${String(number + 1).padStart(12, '0')}`);
  if (id === null) throw new Error('no id');
  return { ...environmentNamed('bench', 1), id, ...change };
};

type Run = {
  readonly read: (onUsers: () => void) => Promise<number>;
  readonly settled: () => Promise<void>;
};

/** The page reads events in a process of its own; here only the beginning is looked at, to acknowledge them. */
const SHAPE = /^\{"kind":"event","id":"[^"]*","seq":(\d+),"value":\{"kind":"(users|done)"/;

/** The inventory as a page has it: over the border, every event decoded against the contract, as text, and acknowledged. */
const inventoryOver = (
  environments: readonly Environment[],
  asAdmin: (environment: Environment) => DataverseClient,
): Run => {
  const room = createApplicationUsers({
    environments: { choose: () => ok(environments), asAdmin, parallel: () => PARALLEL },
    vault: memoryVault(),
    now: Date.now,
    workspaces: () => [],
  });
  let onPush: (text: string) => void = () => undefined;
  const border = createBorder({
    implementations: stubImplementations(...Object.values(room.handlers)),
    push: (text) => onPush(text),
    reportBug: (_reference, method, thrown) => {
      throw new Error(`${method} failed`, { cause: thrown });
    },
  });
  const tell = (message: unknown) => border.request(JSON.stringify(message), true);
  let runs = 0;
  return {
    settled: room.settled,
    read: async (onUsers) => {
      runs += 1;
      const id = `run-${runs}`;
      let users = 0;
      const ended = new Promise<void>((resolve, reject) => {
        onPush = (text) => {
          const [, seq = '0', kind] = SHAPE.exec(text) ?? [];
          if (kind === 'users') onUsers();
          else if (kind === 'done') users += Number(/"count":(\d+)/.exec(text)?.[1]);
          else if (text.startsWith('{"kind":"end"') && text.includes('"ok":true')) return resolve();
          else return reject(new Error(text));
          void tell({ kind: 'credit', id, seq: Number(seq) });
        };
      });
      await tell({
        kind: 'start',
        id,
        method: 'applicationUsers.inventory',
        input: { workspaceId, environmentIds: [] },
      });
      await ended;
      return users;
    },
  };
};

/** The plainest thing that learns the same: the same addresses of every environment, parsed and thrown away. */
const bareLoop = async (
  cloud: DemoCloudDescription,
  tokens: ReadonlyMap<string, string>,
): Promise<number> => {
  let users = 0;
  const queue = cloud.environments.values();
  const worker = async (): Promise<void> => {
    for (const { pathUrl, url } of queue) {
      const get = async (path: string): Promise<readonly unknown[]> => {
        const answer = await fetch(`${pathUrl}/api/data/v9.2/${path}`, {
          headers: { authorization: `Bearer ${tokens.get(url) ?? ''}`, accept: 'application/json' },
        });
        if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
        const { value }: { readonly value: readonly unknown[] } = JSON.parse(await answer.text());
        return value;
      };
      await Promise.all([get(ADMINISTRATOR_ROLES_PATH), get(TEAM_ROLES_PATH)]);
      const read = await get(USERS_PATH);
      users += read.length;
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return users;
};

async function* againstBareLoop(): AsyncGenerator<Measured> {
  const { cloud, stop } = await startLargeCloud(`large:${ENVIRONMENTS}x40x${APPLICATIONS}`);
  try {
    const tokens = await tokensFor(cloud, 'Contoso Portal Sync');
    let answeredAt: number | null = null;
    const send = nodeTransport();
    const clientOf = consoleClients(cloud, tokens, async (request) => {
      const answer = await send(request);
      if (request.url.includes('systemusers')) answeredAt ??= performance.now();
      return answer;
    });
    const urls = cloud.environments.map(({ url }) => url);
    const environments = urls.map((_url, number) => environmentAt(number));
    const numberOf = new Map(environments.map(({ id }, number) => [id, number]));
    const inventory = inventoryOver(environments, ({ id }) => clientOf(urls[numberOf.get(id) ?? -1] ?? ''));
    const wanted = await bareLoop(cloud, tokens);
    if (wanted < ENVIRONMENTS * APPLICATIONS) throw new Error(`Only ${wanted} application users.`);
    yield await measure(
      {
        name: `Inventory of ${ENVIRONMENTS} environments with ${APPLICATIONS} application users each`,
        unit: 'ms',
        goal: 1.2,
        ours: async () => {
          const took = await timed(async () => {
            const users = await inventory.read(() => undefined);
            if (users !== wanted) throw new Error(`${users} users instead of ${wanted}`);
          });
          await inventory.settled();
          return took;
        },
        other: () => timed(async () => void (await bareLoop(cloud, tokens))),
      },
      { rounds: 9, warmUps: 5 },
    );
    yield await measure(
      {
        name: 'Inventory: first rows in the page after the first answer, against 300 ms',
        unit: 'ms',
        goal: 1,
        ours: async () => {
          answeredAt = null;
          let shownAt: number | null = null;
          await inventory.read(() => {
            shownAt ??= performance.now();
          });
          await inventory.settled();
          return (shownAt ?? Number.NaN) - (answeredAt ?? Number.NaN);
        },
        other: async () => 300,
      },
      { rounds: 3, warmUps: 0 },
    );
  } finally {
    await stop();
  }
}

const ROWS = 1_000_000;
const ROWS_EACH = 1000;

/** A million application users of a thousand environments, made as they are asked for. */
const endlessClient = (): DataverseClient => {
  const answer = (value: readonly unknown[]): DataverseAnswer => ({
    status: 200,
    body: { value },
    headers: {},
    correlation: {},
    milliseconds: 0,
    retries: 0,
  });
  const refuse = async () => failed('not-available-here', { what: 'a benchmark' });
  return {
    origin: environmentNamed('bench', 1).url,
    get: refuse,
    getInBatch: refuse,
    post: refuse,
    patch: refuse,
    remove: refuse,
    write: refuse,
    follow: async function* () {
      // There is never more.
    },
    pages: async function* (path) {
      if (!path.startsWith('systemusers')) yield ok(answer([]));
      else
        yield ok(
          answer(
            Array.from({ length: ROWS_EACH }, (_, at) =>
              serviceRow({ systemuserid: `aaaaaaaa-aaaa-aaaa-aaaa-${String(at).padStart(12, '0')}` }),
            ),
          ),
        );
    },
  };
};

/** Megabytes that are really in use. */
const heapInUse = (): number => {
  setFlagsFromString('--expose_gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

/** Memory when a million rows have passed, against that when a tenth of them have. */
async function* memoryOfAMillion(): AsyncGenerator<Measured> {
  const environments = Array.from({ length: ROWS / ROWS_EACH }, (_, number) => environmentAt(number));
  const inventory = inventoryOver(environments, endlessClient);
  let passed = 0;
  let atATenth = Number.NaN;
  const users = await inventory.read(() => {
    passed += ROWS_EACH;
    if (passed === ROWS / 10) atATenth = heapInUse();
  });
  const atTheEnd = heapInUse();
  if (users !== ROWS) throw new Error(`${users} rows instead of ${ROWS}`);
  yield await measure(
    {
      name: 'Memory after 1,000,000 rows of the inventory, against that after 100,000',
      unit: 'MB',
      goal: 1.1,
      ours: async () => atTheEnd,
      other: async () => atATenth,
    },
    { rounds: 1, warmUps: 0 },
  );
}

/** The inventory's stream, as the page has it. */
export async function* inventoryBenchmarks(): AsyncGenerator<Measured> {
  yield* againstBareLoop();
  yield* memoryOfAMillion();
}
