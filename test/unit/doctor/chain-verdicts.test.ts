import { describe, expect, test } from 'vitest';
import type { ChainPorts } from '../../../main/doctor/chain/chain-facts.ts';
import type { ChainSubject } from '../../../main/doctor/chain/chain-link.ts';
import { runChain } from '../../../main/doctor/chain/run-chain.ts';
import { tenantMetadata } from '../../../main/workspaces/tenant-metadata.ts';
import { askTenant } from '../../../main/clouds/ask-tenant.ts';
import type { LinkResult } from '../../../preload/contract/doctor.ts';
import type { DoctorLink } from '../../../preload/contract/words/doctor.ts';
import { appError, failed, ok } from '../../../preload/contract/words/errors.ts';
import { parseTenantId } from '../../../preload/contract/words/ids.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { demoCloud } from '../dataverse/demo-cloud.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { clouds } from '../identity/rig.ts';
import { credential, profileWith, workspaceId } from '../query/app-profile.ts';

const cloud = demoCloud();
const HUB = 'Contoso Integration Hub';
const BOT = 'Fabrikam Invoice Bot';
const contoso: Workspace = {
  id: workspaceId,
  name: 'Contoso',
  colour: 'blue',
  cloud: 'demo',
  tenantId: null,
  readOnly: false,
  adminClientId: null,
  demo: true,
  hosts: {},
  productionTypes: [],
};
const NOBODY = appError('sign-in-needed', { workspace: 'Contoso' });

type Change = {
  readonly ports?: Partial<ChainPorts>;
  readonly subject?: Partial<ChainSubject>;
  readonly from?: DoctorLink;
  /** Nobody is signed in. */
  readonly alone?: boolean;
};

/** The chain over the demo cloud with real tokens, and whatever a test puts in its place. */
const chainOf = async (app: string, environmentName: string, change: Change = {}) => {
  const environment = { ...cloud.environment(environmentName), workspaceId };
  const http = cloud.http();
  const admin = await cloud.clientAsAdmin(environment);
  const refused = {
    ...admin,
    get: async () => failed('sign-in-needed'),
    pages: async function* () {
      yield failed('sign-in-needed', NOBODY.params);
    },
  };
  const workspace = { ...contoso, tenantId: environment.tenantId };
  const ports: ChainPorts = {
    http,
    understand: clouds.understand,
    askTenant: (url, signal) => askTenant(http.send, url, signal),
    tenantMetadata: (row, tenantId, signal) => tenantMetadata(http, row, tenantId, signal),
    checkCredential: async () => ok(null),
    tokens: { forAdmin: async () => failed('internal'), forApp: () => cloud.tokenFor(app, environment) },
    asAdmin: () => (change.alone === true ? refused : admin),
    lastChange: async () => null,
    clockAheadSeconds: () => 0,
    now: Date.now,
    ...change.ports,
  };
  const profile = { ...profileWith([credential(1)]), name: app, clientId: cloud.app(app).clientId };
  const row = must(clouds.of(workspace));
  const results = new Map<DoctorLink, LinkResult>();
  const end = await runChain(
    ports,
    { workspace, cloud: row, environment, profile, question: null, ...change.subject },
    change.from ?? null,
    { looking: async () => undefined, found: async (result) => void results.set(result.link, result) },
    new AbortController().signal,
  );
  const root = end.root === null ? null : must(results.get(end.root)).verdict;
  return { ...end, verdict: root, results };
};

const other = must(parseTenantId('99999999-9999-4999-8999-999999999999'));

describe('C1, C31: what is wrong before anything is sent to the environment as the app', () => {
  test('an environment of another tenant, of another cloud, and of a sign-in service that is not the cloud’s', async () => {
    const workspace = { ...contoso, tenantId: cloud.environment('Contoso Production').tenantId };
    expect(
      await chainOf(HUB, 'Contoso Production', { subject: { workspace: { ...workspace, tenantId: other } } }),
    ).toMatchObject({
      root: 'tenant',
      verdict: { cause: 'configuration', error: { code: 'tenant-mismatch' } },
    });
    expect(
      await chainOf(HUB, 'Contoso Production', { subject: { workspace: { ...workspace, cloud: 'public' } } }),
    ).toMatchObject({ root: 'url', verdict: { error: { code: 'cloud-mismatch' } } });
    const elsewhere: ChainPorts['askTenant'] = async () =>
      ok({ tenantId: must(workspace.tenantId), authority: 'https://login.evil.example', resource: null });
    expect(await chainOf(HUB, 'Contoso Production', { ports: { askTenant: elsewhere } })).toMatchObject({
      root: 'authority',
      verdict: { error: { code: 'cloud-mismatch' } },
    });
  });

  test.each(['secret-looks-like-id', 'secret-missing', 'certificate-not-valid-now', 'vault-locked'] as const)(
    '%s is the credential, and no token is asked for',
    async (code) => {
      let asked = 0;
      const forApp = async () => {
        asked += 1;
        return failed('internal');
      };
      const seen = await chainOf(HUB, 'Contoso Production', {
        ports: {
          checkCredential: async () => failed(code),
          tokens: { forAdmin: async () => failed('internal'), forApp },
        },
      });
      expect(seen).toMatchObject({
        root: 'credential',
        verdict: { cause: 'configuration', error: { code } },
      });
      expect(asked).toBe(0);
    },
  );

  test('a token of another environment is told by its audience', async () => {
    const development = cloud.environment('Contoso Development');
    const seen = await chainOf(HUB, 'Contoso Production', {
      ports: {
        tokens: { forAdmin: async () => failed('internal'), forApp: () => cloud.tokenFor(HUB, development) },
      },
    });
    expect(seen).toMatchObject({
      root: 'claims',
      verdict: { error: { code: 'claim-differs', params: { claim: 'aud' } } },
    });
  });
});

describe('C32: a page of a filter at the environment', () => {
  test.each([
    [403, 'network'],
    [200, 'network'],
    [500, 'service'],
  ] as const)('with status %d is not taken for missing rights: %s', async (status, cause) => {
    const http = cloud.http();
    const filtered = {
      send: async (request: Parameters<typeof http.send>[0]) => {
        const answer = await http.send(request);
        return answer.ok && request.url.endsWith('/WhoAmI')
          ? ok({ ...answer.value, status, body: '<html><title>Web Page Blocked</title></html>' })
          : answer;
      },
    };
    expect(await chainOf(HUB, 'Contoso Production', { ports: { http: filtered } })).toMatchObject({
      root: 'who-am-i',
      verdict: { cause, error: { code: 'unexpected-answer', params: { what: 'html' } } },
    });
  });
});

describe('C1: nothing is guessed', () => {
  test('nobody is signed in: what the app itself is told is all there is, and it says so', async () => {
    expect(await chainOf(HUB, 'Contoso Development', { alone: true })).toMatchObject({
      root: 'application-user',
      verdict: { state: 'failed', error: { code: 'dataverse', params: { hex: '0x80072560' } } },
    });
    expect(await chainOf(BOT, 'Fabrikam Sandbox', { alone: true })).toMatchObject({
      root: 'roles',
      verdict: { state: 'failed', cause: 'permission', error: { params: { hex: '0x80042F09' } } },
    });
    const fine = await chainOf(HUB, 'Contoso Production', { alone: true });
    expect(fine.results.get('application-user')).toMatchObject({
      verdict: { state: 'ok' },
      evidence: [{ label: 'seen-by', value: 'app' }, { label: 'user' }],
    });
  });

  test('set up as it should be and refused: on its way when it was changed a moment ago, else not known', async () => {
    const http = cloud.http();
    const refusing = {
      send: async (request: Parameters<typeof http.send>[0]) => {
        const answer = await http.send(request);
        return answer.ok && request.headers['authorization'] !== undefined && request.url.endsWith('/WhoAmI')
          ? ok({
              ...answer.value,
              status: 403,
              body: JSON.stringify({ error: { code: '0x80072560', message: 'not a member' } }),
            })
          : answer;
      },
    };
    const seen = await chainOf(HUB, 'Contoso Production', { ports: { http: refusing } });
    expect(seen).toMatchObject({
      outcome: 'unknown',
      root: 'application-user',
      verdict: { state: 'unknown', reason: 'contradiction', error: { params: { hex: '0x80072560' } } },
    });
    const justNow = { http: refusing, lastChange: async () => Date.now() - 5000 };
    expect(await chainOf(HUB, 'Contoso Production', { ports: justNow })).toMatchObject({
      outcome: 'failed',
      verdict: { cause: 'propagation', error: { code: 'still-propagating', retryable: true } },
    });
  });

  test('from a link on, what is above is left as it was', async () => {
    const seen = await chainOf(HUB, 'Contoso Production', { from: 'who-am-i' });
    expect(seen.outcome).toBe('ok');
    expect(seen.results.get('token')?.verdict).toEqual({ state: 'skipped', reason: 'before-start' });
    expect(seen.results.get('who-am-i')?.verdict).toEqual({ state: 'ok' });
  });
});

test('no evidence and no error holds a secret or a token', async () => {
  const { results } = await chainOf(HUB, 'Contoso Production');
  const text = JSON.stringify([...results.values()]);
  expect(text).not.toContain('eyJ');
  expect(text).not.toContain(must(cloud.app(HUB).secret));
});
