import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createDataverseClient } from '../../main/dataverse/create-dataverse-client.ts';
import type { DataverseClient } from '../../main/dataverse/dataverse-client.ts';
import { systemClock } from '../../main/http/clock.ts';
import type { HttpClient } from '../../main/http/http-client.ts';
import { createHttpClient } from '../../main/http/create-http-client.ts';
import { nodeTransport } from '../../main/http/node-transport.ts';
import type { Transport } from '../../main/http/transport.ts';
import { DEFAULT_HTTP_LIMITS } from '../../main/http/http-limits.ts';
import { createRequestLog } from '../../main/http/request-log.ts';
import type { DemoCloudDescription } from '../../emulator/options.ts';
import { parseOrgUrl } from '../../preload/contract/words/ids.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import { projectRoot } from '../support/arrows/read-imports.ts';

/** A demo cloud in a process of its own, so that its work is not counted as the client's. */
export const startLargeCloud = async (
  seed: string,
): Promise<{ readonly cloud: DemoCloudDescription; readonly stop: () => Promise<void> }> => {
  const cli = join(projectRoot, 'emulator', 'cli.ts');
  const child = spawn(process.execPath, [cli, '--json', '--port', '0', '--seed', seed], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line]: readonly unknown[] = await once(createInterface({ input: child.stdout }), 'line');
  const cloud: DemoCloudDescription = JSON.parse(String(line));
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { cloud, stop };
};

/** One token of an app (the first that has a secret, unless named) per environment, as both sides need them. */
export const tokensFor = async (
  cloud: DemoCloudDescription,
  name?: string,
): Promise<ReadonlyMap<string, string>> => {
  const app = cloud.apps.find((one) => one.secret !== undefined && (name === undefined || one.name === name));
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

/** The console's own HTTP client, which finds the hosts of a cloud. */
export const consoleHttp = (
  cloud: Pick<DemoCloudDescription, 'origin' | 'key'>,
  transport: Transport = nodeTransport(),
): HttpClient =>
  createHttpClient({
    transport,
    clock: systemClock,
    random: Math.random,
    log: createRequestLog(200),
    demoCloud: { origin: cloud.origin, key: cloud.key },
    limits: DEFAULT_HTTP_LIMITS,
  });

/** The console's own clients of a cloud, one per environment, over one HTTP client. */
export const consoleClients = (
  cloud: Pick<DemoCloudDescription, 'origin' | 'key'> & {
    readonly environments: readonly { readonly url: string }[];
  },
  tokens: ReadonlyMap<string, string>,
  transport?: Transport,
): ((url: string) => DataverseClient) => {
  const http = consoleHttp(cloud, transport);
  const clients = new Map(
    cloud.environments.map(({ url }) => {
      const origin = parseOrgUrl(url);
      if (origin === null) throw new Error(`${url} is no address of an environment.`);
      return [url, createDataverseClient({ http, origin, bearer: async () => ok(tokens.get(url) ?? '') })];
    }),
  );
  return (url) => {
    const client = clients.get(url);
    if (client === undefined) throw new Error(`${url} has no client.`);
    return client;
  };
};

/** Milliseconds that a piece of work takes. */
export const timed = async (work: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};
