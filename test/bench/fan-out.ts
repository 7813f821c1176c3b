import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createDataverseClient } from '../../main/dataverse/create-dataverse-client.ts';
import { fanOut } from '../../main/dataverse/fan-out.ts';
import { systemClock } from '../../main/http/clock.ts';
import { createHttpClient } from '../../main/http/create-http-client.ts';
import { fetchTransport } from '../../main/http/fetch-transport.ts';
import { DEFAULT_HTTP_LIMITS } from '../../main/http/http-limits.ts';
import { createRequestLog } from '../../main/http/request-log.ts';
import type { DemoCloudDescription } from '../../emulator/options.ts';
import { parseOrgUrl } from '../../preload/contract/words/ids.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import { projectRoot } from '../support/arrows/read-imports.ts';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';

const ENVIRONMENTS = 200;
const PARALLEL = 16;
const PATH = 'systemusers?$select=fullname,applicationid,isdisabled&$top=50';

/** A demo cloud in a process of its own, so that its work is not counted as the client's. */
const startCloud = async () => {
  const cli = join(projectRoot, 'emulator', 'cli.ts');
  const child = spawn(
    process.execPath,
    [cli, '--json', '--port', '0', '--seed', `large:${ENVIRONMENTS}x40`],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line]: readonly unknown[] = await once(createInterface({ input: child.stdout }), 'line');
  const description: DemoCloudDescription = JSON.parse(String(line));
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { description, stop };
};

/** One token per environment, as both sides need them. */
const tokensFor = async (cloud: DemoCloudDescription): Promise<ReadonlyMap<string, string>> => {
  const app = cloud.apps.find(({ secret }) => secret !== undefined);
  if (app?.secret === undefined) throw new Error('The demo cloud has no app with a secret.');
  const tokens = new Map<string, string>();
  for (const { url, tenantId } of cloud.environments) {
    const answer = await fetch(`${cloud.login.http}/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: app.clientId,
        client_secret: app.secret,
        scope: `${url}/.default`,
      }),
    });
    const { access_token: token }: { readonly access_token?: string } = JSON.parse(await answer.text());
    if (token === undefined) throw new Error(`No token for ${url}: ${answer.status}`);
    tokens.set(url, token);
  }
  return tokens;
};

/** Milliseconds that a piece of work takes. */
const timed = async (work: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** One page of application users of many environments: the console's client and queue against a bare fetch loop. */
export async function* fanOutBenchmarks(): AsyncGenerator<Measured> {
  const { description: cloud, stop } = await startCloud();
  try {
    const tokens = await tokensFor(cloud);
    const http = createHttpClient({
      transport: fetchTransport({ fetch }),
      clock: systemClock,
      random: Math.random,
      log: createRequestLog(200),
      demoCloud: { origin: cloud.origin, key: cloud.key },
      limits: DEFAULT_HTTP_LIMITS,
    });
    const clientOf = (url: string) => {
      const origin = parseOrgUrl(url);
      if (origin === null) throw new Error(`${url} is no address of an environment.`);
      return createDataverseClient({ http, origin, bearer: async () => ok(tokens.get(url) ?? '') });
    };
    const clients = new Map(cloud.environments.map(({ url }) => [url, clientOf(url)]));
    for (const count of [8, ENVIRONMENTS]) {
      const chosen = cloud.environments.slice(0, count);
      const ours = async (): Promise<void> => {
        const counts = await fanOut({
          items: chosen,
          parallel: PARALLEL,
          signal: new AbortController().signal,
          work: async ({ url }, signal) => {
            const client = clients.get(url);
            if (client === undefined) throw new Error(`${url} has no client.`);
            return client.get(PATH, { signal });
          },
        });
        if (counts.succeeded !== count) throw new Error(`${counts.failed} environments failed.`);
      };
      const bare = async (): Promise<void> => {
        const queue = chosen.values();
        const worker = async (): Promise<void> => {
          for (const { url, pathUrl } of queue) {
            const answer = await fetch(`${pathUrl}/api/data/v9.2/${PATH}`, {
              headers: { authorization: `Bearer ${tokens.get(url) ?? ''}`, accept: 'application/json' },
            });
            if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
            JSON.parse(await answer.text());
          }
        };
        await Promise.all(Array.from({ length: PARALLEL }, worker));
      };
      yield await measure(
        {
          name: `Fan-out over ${count} environments`,
          unit: 'ms',
          goal: 1.2,
          ours: () => timed(ours),
          other: () => timed(bare),
        },
        count > 50 ? { rounds: 15, warmUps: 5 } : { rounds: 101, warmUps: 100 },
      );
    }
  } finally {
    await stop();
  }
}
