import { afterAll, beforeAll } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { createDataverseClient } from '../../../main/dataverse/create-dataverse-client.ts';
import { systemClock } from '../../../main/http/clock.ts';
import { createHttpClient } from '../../../main/http/create-http-client.ts';
import { nodeTransport } from '../../../main/http/node-transport.ts';
import { DEFAULT_HTTP_LIMITS } from '../../../main/http/http-limits.ts';
import { createRequestLog } from '../../../main/http/request-log.ts';
import type { AccessToken } from '../../../main/identity/token-source.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseClientId, parseTenantId } from '../../../preload/contract/words/ids.ts';
import { userTokens } from '../../emulator/entra/sign-in.ts';
import { environmentNamed } from './local-environments.ts';
import { orgUrl } from './local-service.ts';

/** A demo cloud for the tests of one file, reached as the console reaches it; apps sign in with their secrets. */
export const demoCloud = () => {
  let cloud: DemoCloud | null = null;
  const running = (): DemoCloud => {
    if (cloud === null) throw new Error('the demo cloud is not running');
    return cloud;
  };
  beforeAll(async () => {
    cloud = await startDemoCloud({});
  });
  afterAll(async () => {
    await cloud?.close();
  });

  const app = (name: string) => {
    const found = running().description.apps.find((one) => one.name === name);
    const clientId = parseClientId(found?.clientId ?? '');
    if (found === undefined || clientId === null) throw new Error(`no app ${name}`);
    return { ...found, clientId };
  };
  const tokens = new Map<string, AccessToken>();
  const tokenFor = async (name: string, environment: Environment): Promise<Result<AccessToken>> => {
    const key = `${name} ${environment.url}`;
    const kept = tokens.get(key);
    if (kept !== undefined) return ok(kept);
    const { clientId, secret = '' } = app(name);
    const form = {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
      scope: `${environment.url}/.default`,
    };
    const { login } = running().description;
    const answer = await fetch(`${login.http}/${environment.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    const body: Record<string, unknown> = await answer.json();
    if (!answer.ok) return failed('entra', { error: String(body['error']) });
    const token = { token: String(body['access_token']), expiresAt: Date.now() + 3_600_000 };
    tokens.set(key, token);
    return ok(token);
  };
  const http = () => {
    const { origin, key } = running().description;
    return createHttpClient({
      transport: nodeTransport(),
      clock: systemClock,
      random: () => 0,
      log: createRequestLog(10),
      demoCloud: { origin, key },
      limits: { ...DEFAULT_HTTP_LIMITS, retriesAfterFailure: 0 },
    });
  };
  return {
    app,
    http,
    /** Where it listens, for programs that reach it by themselves. */
    addresses: () => {
      const { key, login, origin } = running().description;
      return { key, origin, login: login.http };
    },
    tokenFor,
    environment: (name: string): Environment => {
      const { environments } = running().description;
      const index = environments.findIndex((one) => one.name === name);
      const found = environments[index];
      if (found === undefined) throw new Error(`no environment ${name}`);
      return {
        ...environmentNamed('x', index + 1),
        name,
        url: orgUrl(found.url),
        tenantId: parseTenantId(found.tenantId),
      };
    },
    /** As the administrator of the environment's tenant. */
    clientAsAdmin: async (environment: Environment) => {
      const admin = running().description.accounts.find(
        ({ tenantId, kind }) => tenantId === environment.tenantId && kind === 'administrator',
      );
      const scope = `${environment.url}/user_impersonation`;
      const { access_token: token } = await userTokens(running(), admin?.username ?? '', scope);
      const bearer = () => Promise.resolve(ok(token));
      return createDataverseClient({ http: http(), origin: environment.url, bearer });
    },
    clientAs: (name: string, environment: Environment) =>
      createDataverseClient({
        http: http(),
        origin: environment.url,
        bearer: async () => {
          const token = await tokenFor(name, environment);
          return token.ok ? ok(token.value.token) : token;
        },
      }),
  };
};
