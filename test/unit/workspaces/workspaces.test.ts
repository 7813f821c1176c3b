import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askTenant } from '../../../main/clouds/ask-tenant.ts';
import type { ActivityRecord } from '../../../main/settings/record-activity.ts';
import { createWorkspaces } from '../../../main/workspaces/directory.ts';
import { openWorkspaces } from '../../../main/workspaces/document.ts';
import { workspacesHandlers } from '../../../main/workspaces/handlers.ts';
import type { WorkspacesPorts } from '../../../main/workspaces/handlers.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { clouds, run, startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { realDocumentFiles } from '../settings/real-document-files.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

const setUp = (change: Partial<WorkspacesPorts> = {}) => {
  const files = realDocumentFiles();
  const workspaces = createWorkspaces(openWorkspaces(files.open, () => {}));
  const activity: ActivityRecord[] = [];
  const forgotten: WorkspaceId[] = [];
  const handlers = workspacesHandlers({
    http: cloud.http,
    understand: clouds.understand,
    askTenant: (url, signal) => askTenant(cloud.http.send, url, signal),
    workspaces,
    clouds: clouds.all,
    contentOf: () => ({ environments: 3, production: 1, apps: 2 }),
    recordActivity: async (record) => void activity.push(record),
    demoTenants: async () => {
      const { tenants, adminClientId } = cloud.description;
      return ok(tenants.map(({ id, name }) => ({ name, tenantId: id, adminClientId })));
    },
    forget: async (id) => {
      forgotten.push(id);
      return ok(null);
    },
    ...change,
  });
  const create = (tenant: string, more: Readonly<Record<string, unknown>> = {}) =>
    run(handlers['workspaces.create'], {
      name: 'Client',
      colour: 'teal',
      cloud: 'demo',
      tenant,
      adminClientId: '',
      ...more,
    });
  return { handlers, workspaces, activity, forgotten, files, create };
};

describe('creating a workspace', () => {
  test.each([
    ['a tenant id', () => tenantOf(cloud, 'Fabrikam').toUpperCase()],
    ['a domain', () => 'Fabrikam.demo.test'],
    ['an environment', () => 'https://fabrikam-uat.crm.demo.test/main.aspx?appid=1'],
  ])('finds the tenant behind %s', async (_what, tenant) => {
    const { create, workspaces, activity, files } = setUp();
    const created = await create(tenant());
    expect(created).toMatchObject({ ok: true, value: { tenantId: tenantOf(cloud, 'Fabrikam'), demo: true } });
    expect(workspaces.all()).toHaveLength(1);
    expect(activity).toMatchObject([{ kind: 'workspace-changed', outcome: 'ok' }]);
    files.remove();
  });

  test('leaves the tenant open until somebody signs in, and takes it once', async () => {
    const { create, workspaces, files } = setUp();
    expect(await create('')).toMatchObject({ value: { tenantId: null } });
    const [workspace] = workspaces.all();
    if (workspace === undefined) throw new Error('none');
    workspaces.tenantFound(workspace.id, tenantOf(cloud, 'Contoso'));
    workspaces.tenantFound(workspace.id, tenantOf(cloud, 'Fabrikam'));
    expect(workspaces.find(workspace.id)?.tenantId).toBe(tenantOf(cloud, 'Contoso'));
    files.remove();
  });

  test('an unknown domain is AADSTS90002', async () => {
    const { create, workspaces, files } = setUp();
    expect(await create('nobody.example')).toMatchObject({
      error: { code: 'entra', params: { aadsts: 90002, tenantId: 'nobody.example' } },
    });
    expect(workspaces.all()).toEqual([]);
    files.remove();
  });

  test("C20: another cloud's environment is refused", async () => {
    const { create, files } = setUp();
    for (const text of ['https://contoso.crm4.dynamics.com', 'contoso.crm4.dynamics.com'])
      expect(await create(text)).toMatchObject({
        error: { code: 'cloud-mismatch', params: { host: 'contoso.crm4.dynamics.com', cloud: 'demo' } },
      });
    expect(await create('no tenant at all')).toMatchObject({ error: { code: 'url-not-understood' } });
    files.remove();
  });

  test('a name is used once, a client id is a GUID, a cloud is known', async () => {
    const { create, files } = setUp();
    await create('');
    expect(await create('', { name: 'CLIENT' })).toMatchObject({ error: { code: 'already-exists' } });
    expect(await create('', { name: 'B', adminClientId: 'my app' })).toMatchObject({
      error: { code: 'invalid-input', params: { path: 'adminClientId' } },
    });
    expect(await create('', { name: 'C', cloud: 'custom:lab' })).toMatchObject({
      error: { code: 'not-found' },
    });
    files.remove();
  });
});

describe('a workspace', () => {
  test('is changed, kept over a restart, and removed with what other rooms keep for it', async () => {
    const { create, handlers, workspaces, forgotten, files } = setUp();
    await create('');
    const id = workspaces.all()[0]?.id;
    const adminClientId = '0A0A0A0A-0000-4000-8000-000000000001';
    const updated = await run(handlers['workspaces.update'], {
      id,
      name: 'Renamed',
      readOnly: true,
      adminClientId,
    });
    expect(updated).toMatchObject({
      value: { name: 'Renamed', readOnly: true, colour: 'teal', adminClientId: adminClientId.toLowerCase() },
    });
    expect(await run(handlers['workspaces.update'], { id, adminClientId: '' })).toMatchObject({
      value: { adminClientId: null, readOnly: true },
    });
    const again = createWorkspaces(openWorkspaces(files.open, () => {}));
    expect(again.all()).toEqual(workspaces.all());
    expect(await run(handlers['workspaces.remove'], { id })).toEqual(ok({}));
    expect(forgotten).toEqual([id]);
    expect(workspaces.all()).toEqual([]);
    expect(await run(handlers['workspaces.remove'], { id })).toMatchObject({ error: { code: 'not-found' } });
    files.remove();
  });

  test('C20: goes to hosts of its own, each of which can be taken back', async () => {
    const { create, handlers, workspaces, files } = setUp();
    await create('', { cloud: 'gcc-high' });
    const id = workspaces.all()[0]?.id;
    const set = (hosts: Readonly<Record<string, string>>) =>
      run(handlers['workspaces.update'], { id, hosts });
    expect(
      await set({ graph: 'graph.example.us/', admin: 'https://high.api.bap.microsoft.us' }),
    ).toMatchObject({
      value: { hosts: { graph: 'https://graph.example.us' } },
    });
    expect(await set({ graph: 'http://graph.example.us' })).toMatchObject({
      error: { code: 'cloud-invalid', params: { field: 'graph', problem: 'not-https' } },
    });
    expect(workspaces.all()[0]?.hosts).toEqual({ graph: 'https://graph.example.us' });
    expect(await set({})).toMatchObject({ value: { hosts: {} } });
    files.remove();
  });

  test('of version 1 gets the hosts of its cloud and the usual production types', () => {
    const files = realDocumentFiles();
    const old = {
      id: '0a0a0a0a-0000-4000-8000-000000000001',
      name: 'Old',
      colour: 'teal',
      cloud: 'public',
      tenantId: null,
      readOnly: true,
      adminClientId: null,
      demo: false,
    };
    files.put('workspaces', JSON.stringify({ version: 1, value: { workspaces: [old] } }));
    const notices: unknown[] = [];
    const workspaces = createWorkspaces(openWorkspaces(files.open, (notice) => void notices.push(notice)));
    expect(workspaces.all()).toEqual([
      { ...old, hosts: {}, productionTypes: ['Production', 'Default', 'Teams', 'Unknown'] },
    ]);
    expect(notices).toEqual([]);
    files.remove();
  });

  test('C27: has its place in the order, and says how much is in it', async () => {
    const { create, handlers, workspaces, files } = setUp();
    for (const name of ['A', 'B', 'C']) await create('', { name });
    const names = () =>
      workspaces
        .all()
        .map(({ name }) => name)
        .join('');
    const move = (at: number, to: number) =>
      run(handlers['workspaces.move'], { id: workspaces.all()[at]?.id, to });
    await move(2, 0);
    expect(names()).toBe('CAB');
    await move(0, 1);
    expect(names()).toBe('ACB');
    await move(0, 99);
    expect(names()).toBe('CBA');
    expect(createWorkspaces(openWorkspaces(files.open, () => {})).all()).toEqual(workspaces.all());
    expect(await run(handlers['workspaces.overview'], {})).toMatchObject({
      value: {
        workspaces: workspaces
          .all()
          .map(({ id }) => ({ workspaceId: id, environments: 3, production: 1, apps: 2 })),
      },
    });
    files.remove();
  });

  test('stays when its sign-in cannot be deleted', async () => {
    const { create, handlers, workspaces, files } = setUp({ forget: async () => failed('vault-locked') });
    await create('');
    const id = workspaces.all()[0]?.id;
    expect(await run(handlers['workspaces.remove'], { id })).toMatchObject({
      error: { code: 'vault-locked' },
    });
    expect(workspaces.all()).toHaveLength(1);
    files.remove();
  });
});

describe('exploring the demo cloud', () => {
  test('C28: makes one workspace per tenant, and finds them the next time as they were left', async () => {
    const { handlers, workspaces, files } = setUp();
    const explore = () => run(handlers['workspaces.exploreDemo'], {});
    const first = await explore();
    expect(workspaces.all().map(({ name }) => name)).toEqual(['Contoso', 'Fabrikam', 'Adventure Works']);
    expect(new Set(workspaces.all().map(({ colour }) => colour)).size).toBe(3);
    expect(workspaces.all().every(({ demo, adminClientId }) => demo && adminClientId !== null)).toBe(true);
    expect(await explore()).toEqual(first);
    const contoso = workspaces.all()[0]?.id;
    await run(handlers['workspaces.update'], { id: contoso, readOnly: true });
    await explore();
    expect(workspaces.all()[0]).toMatchObject({ readOnly: true });
    expect(workspaces.all()).toHaveLength(3);
    files.remove();
  });

  test('takes the name of no workspace that is there already', async () => {
    const { create, handlers, workspaces, files } = setUp();
    await create('', { name: 'Contoso', cloud: 'public' });
    await run(handlers['workspaces.exploreDemo'], {});
    expect(new Set(workspaces.all().map(({ name }) => name)).size).toBe(4);
    files.remove();
  });

  test('is not available where no demo cloud runs', async () => {
    const { handlers, files } = setUp({
      demoTenants: async () => failed('not-available-here', { what: 'demo cloud' }),
    });
    expect(await run(handlers['workspaces.exploreDemo'], {})).toMatchObject({
      error: { code: 'not-available-here' },
    });
    files.remove();
  });
});
