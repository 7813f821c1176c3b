import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../preload/contract/index.ts';
import { importConnections } from '../../../preload/contract/portability.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { portabilityRig } from './handed-over.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const SECRET = 'Abc8Q~import-canary-Zx91';
const APP = '11111111-2222-4333-8444-555555555555';
const OTHER = '22222222-2222-4333-8444-555555555555';

const start = async () => {
  const rig = await portabilityRig(cloud);
  open.push(rig.close);
  const tenantId = tenantOf(cloud, 'Contoso');
  const workspace = await rig.get(contract['workspaces.create'], {
    name: 'Contoso',
    colour: 'teal',
    cloud: 'demo',
    tenant: '',
    adminClientId: '',
  });
  const urlOf = (tenant: string) =>
    must(cloud.description.environments.find((one) => one.tenantId === tenantOf(cloud, tenant))).url;
  /** Brings rows in; what was told on the way, and the end. */
  const bring = async (importId: string, rows: readonly number[], workspaceId = workspace.id) => {
    const events: unknown[] = [];
    const answer = await rig.implementations['portability.importConnections'].run(
      { importId, workspaceId, rows },
      async (event) => void events.push(event),
      new AbortController().signal,
    );
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return { rows: events, counts: importConnections.output.parse(answer.value) };
  };
  return { ...rig, tenantId, workspace, urlOf, bring };
};

describe('C29: connections of another tool come in', () => {
  test('apps, environments and secrets; nothing that is answered holds a secret', async () => {
    const rig = await start();
    const text = [
      `AuthType=ClientSecret;Url=${rig.urlOf('Contoso')};ClientId=${APP};ClientSecret=${SECRET}`,
      `AuthType=Certificate;Url=${rig.urlOf('Contoso')};ClientId=${OTHER};Thumbprint=9F3C2A7BD1E04C58A6B7C8D9E0F1A2B3C4D5E6F7`,
      `AuthType=OAuth;Username=ada@contoso.com;Url=${rig.urlOf('Fabrikam')}`,
      `AuthType=ClientSecret;Url=${rig.urlOf('Contoso')};ClientId=${APP};ClientSecret=${APP}`,
    ].join('\n');
    const { value, importId } = await rig.previewed(text);
    expect(JSON.stringify(value)).not.toContain(SECRET);
    expect(value).toMatchObject({
      kind: 'connections',
      format: 'connection-strings',
      rows: [
        { clientId: APP, cloud: 'demo', credential: 'comes', gaps: [], knownAs: null },
        { clientId: OTHER, credential: 'certificate-store' },
        { clientId: null, gaps: ['signs-in-as-a-person'] },
        { clientId: APP, credential: 'damaged' },
      ],
    });
    const brought = await rig.bring(importId, [0, 1, 2, 3]);
    expect(brought.rows).toMatchObject([
      { app: 'added', credential: 'added', environment: 'added', error: null },
      { app: 'added', credential: 'enter', environment: 'present', error: null },
      { app: 'none', credential: 'none', environment: 'failed', error: { code: 'tenant-mismatch' } },
      { app: 'present', credential: 'enter', error: { code: 'secret-looks-like-id' } },
    ]);
    expect(brought.counts).toMatchObject({ apps: 2, environments: 1, secrets: 1, failed: 2 });
    expect(JSON.stringify(brought)).not.toContain(SECRET);
    const { profiles } = await rig.get(contract['appProfiles.list'], { workspaceId: rig.workspace.id });
    expect(profiles.map(({ clientId, credentials }) => [clientId, credentials.length])).toEqual([
      [APP, 1],
      [OTHER, 0],
    ]);
    // The first environment told the workspace its tenant, so that the next tenant's stayed outside.
    const { workspaces } = await rig.get(contract['workspaces.list'], {});
    expect(workspaces.find(({ id }) => id === rig.workspace.id)?.tenantId).toBe(rig.tenantId);
  });

  test('again brings nothing twice, and another secret is added beside the first', async () => {
    const rig = await start();
    const text = (secret: string) =>
      `AuthType=ClientSecret;Url=${rig.urlOf('Contoso')};ClientId=${APP};ClientSecret=${secret}`;
    const once = async (secret: string) => {
      const { importId } = await rig.previewed(text(secret));
      return (await rig.bring(importId, [0, 0])).rows;
    };
    await once(SECRET);
    expect(await once(SECRET)).toMatchObject([
      { app: 'present', credential: 'present', environment: 'present' },
    ]);
    expect(await once(`${SECRET}2`)).toMatchObject([{ credential: 'added' }]);
    const { profiles } = await rig.get(contract['appProfiles.list'], { workspaceId: rig.workspace.id });
    expect(profiles[0]?.credentials).toHaveLength(2);
    expect(profiles[0]?.credentials.map(({ kept }) => kept)).toEqual(['keychain', 'keychain']);
  });

  test('of another cloud nothing comes in: no environment, no app, no secret', async () => {
    const rig = await start();
    const { importId } = await rig.previewed(
      `AuthType=ClientSecret;Url=https://contoso.crm4.dynamics.com;ClientId=${APP};ClientSecret=${SECRET}`,
    );
    expect((await rig.bring(importId, [0])).rows).toMatchObject([
      { app: 'failed', credential: 'none', environment: 'failed', error: { code: 'cloud-mismatch' } },
    ]);
    expect(await rig.get(contract['appProfiles.list'], { workspaceId: rig.workspace.id })).toEqual({
      profiles: [],
      linkable: [],
    });
  });

  test('an app that is kept as one of a real tenant is not mixed with the demo cloud, and its environment still comes', async () => {
    const rig = await start();
    const real = await rig.get(contract['workspaces.create'], {
      name: 'Real',
      colour: 'gold',
      cloud: 'public',
      tenant: '',
      adminClientId: '',
    });
    const { importId: first } = await rig.previewed(
      `AuthType=ClientSecret;ClientId=${APP};ClientSecret=${SECRET}`,
    );
    const taken = await rig.bring(first, [0], real.id);
    expect(taken.rows).toMatchObject([{ app: 'added', error: null }]);
    const { importId } = await rig.previewed(
      `AuthType=ClientSecret;Url=${rig.urlOf('Contoso')};ClientId=${APP};ClientSecret=${SECRET}`,
    );
    expect((await rig.bring(importId, [0])).rows).toMatchObject([
      {
        app: 'failed',
        credential: 'none',
        environment: 'added',
        error: { code: 'app-of-other-kind', params: { kept: 'real' } },
      },
    ]);
  });

  test('rows that are not there are passed over, and an import that was forgotten is gone', async () => {
    const rig = await start();
    const { importId } = await rig.previewed(`AuthType=ClientSecret;ClientId=${APP};ClientSecret=${SECRET}`);
    expect((await rig.bring(importId, [7])).rows).toEqual([]);
    await rig.get(contract['portability.forget'], {});
    await expect(rig.bring(importId, [0])).rejects.toThrow('not-found');
  });
});
