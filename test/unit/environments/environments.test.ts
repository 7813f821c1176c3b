import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askTenant } from '../../../main/clouds/ask-tenant.ts';
import { createDataverseClient } from '../../../main/dataverse/create-dataverse-client.ts';
import { openEnvironments } from '../../../main/environments/document.ts';
import { environmentsHandlers } from '../../../main/environments/handlers.ts';
import { createRegistry } from '../../../main/environments/registry.ts';
import type { HttpClient } from '../../../main/http/http-client.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { signInAs } from '../identity/browser.ts';
import {
  administratorOf,
  clouds,
  demoWorkspace,
  identityRig,
  run,
  startCloud,
  tenantOf,
} from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { realDocumentFiles } from '../settings/real-document-files.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

const signal = new AbortController().signal;

/** The room over the demo cloud, with a tenant's administrator signed in, or whoever is named. */
const setUp = async (
  tenant: string,
  wrap: (http: HttpClient) => HttpClient = (http) => http,
  account: string = administratorOf(cloud, tenant),
) => {
  const workspace = demoWorkspace(cloud, tenant);
  const rig = identityRig(cloud, [workspace], {
    openBrowser: async (url) => {
      void signInAs(url, account);
      return ok(null);
    },
  });
  const { identity, known, files } = rig;
  await run(identity.handlers['identity.signIn'], { workspaceId: workspace.id });
  const http = wrap(cloud.http);
  const registry = createRegistry(
    openEnvironments(files.open, () => {}),
    (id) => known.get(id) ?? null,
  );
  const activity: unknown[] = [];
  const handlers = environmentsHandlers({
    registry,
    understand: clouds.understand,
    askTenant: (url, given) => askTenant(http.send, url, given),
    now: Date.now,
    lists: { http, tokens: identity.tokens },
    access: {
      parallel: () => 4,
      asAdmin: ({ workspaceId, url }) =>
        createDataverseClient({
          http,
          origin: url,
          bearer: async (given) => {
            const token = await identity.tokens.forAdmin(workspaceId, url, given);
            return token.ok ? ok(token.value.token) : token;
          },
        }),
    },
    workspaceOf: (id) => known.get(id) ?? null,
    cloudOf: clouds.of,
    recordActivity: async (record) => void activity.push(record),
  });
  const discover = async () => {
    const events: unknown[] = [];
    const input = { workspaceId: workspace.id };
    const result = await run(handlers['environments.discover'], input, signal, async (event) => {
      events.push(event);
    });
    return { events, result };
  };
  const check = async (environments: readonly Environment[] = []) => {
    const events: unknown[] = [];
    const input = { workspaceId: workspace.id, environmentIds: environments.map(({ id }) => id) };
    const result = await run(handlers['environments.check'], input, signal, async (event) => {
      events.push(event);
    });
    return { events, result };
  };
  const add = (text: string, name = '') =>
    run(handlers['environments.add'], { workspaceId: workspace.id, text, name });
  const list = () => registry.of(workspace.id).environments;
  return { workspace, identity, registry, handlers, discover, check, add, list, known, activity, files };
};

/** A client in front of which requests to one host fail. */
const without =
  (host: string) =>
  (http: HttpClient): HttpClient => ({
    send: (request) =>
      new URL(request.url).host === host
        ? Promise.resolve(failed('network-unreachable', { host, reason: 'test' }))
        : http.send(request),
  });

const namesOf = (tenant: string): readonly string[] =>
  cloud.description.environments
    .filter(({ tenantId }) => tenantId === tenantOf(cloud, tenant))
    .map(({ name }) => name)
    .toSorted();

describe('discovering environments', () => {
  test("finds the tenant's environments in both lists and keeps their ids the next time", async () => {
    const { discover, list, handlers, workspace, files } = await setUp('Contoso');
    const first = await discover();
    expect(first.events).toHaveLength(2);
    expect(first.events).toEqual(
      expect.arrayContaining([
        { source: 'discovery', found: 3, error: null },
        { source: 'admin', found: 3, error: null },
      ]),
    );
    expect(first.result).toMatchObject({ ok: true, value: { added: 3, gone: 0 } });
    expect(list().map(({ name }) => name)).toEqual(namesOf('Contoso'));
    for (const environment of list()) {
      const described = cloud.description.environments.find(({ name }) => name === environment.name);
      expect(environment).toMatchObject({
        url: described?.url,
        organizationId: described?.organizationId,
        tenantId: workspace.tenantId,
        type: described?.type,
        production: described?.type === 'Default',
        cloud: 'demo',
        source: 'discovery',
        isSystemAdministrator: true,
      });
    }
    const ids = list().map(({ id }) => id);
    expect((await discover()).result).toMatchObject({ value: { added: 0, gone: 0 } });
    expect(list().map(({ id }) => id)).toEqual(ids);
    const listed = await run(handlers['environments.list'], { workspaceId: workspace.id });
    expect(listed).toMatchObject({ value: { discoveredAt: expect.any(String) } });
    files.remove();
  });

  test.each([
    ['discovery', 'globaldisco.crm.demo.test'],
    ['admin', 'api.bap.demo.test'],
  ] as const)('is partial when %s does not answer', async (source, host) => {
    const { discover, list, files } = await setUp('Contoso', without(host));
    const { events, result } = await discover();
    expect(events).toContainEqual({
      source,
      found: 0,
      error: expect.objectContaining({ code: 'network-unreachable' }),
    });
    expect(result).toMatchObject({ ok: true, value: { added: 3 } });
    expect(list()).toHaveLength(3);
    files.remove();
  });

  test('fails when neither list answers, and forgets nothing', async () => {
    const outage = { on: false };
    const { discover, list, files } = await setUp('Contoso', (http) => ({
      send: (request) =>
        outage.on
          ? Promise.resolve(failed('network-unreachable', { host: '', reason: 'test' }))
          : http.send(request),
    }));
    await discover();
    outage.on = true;
    expect((await discover()).result).toMatchObject({ ok: false, error: { code: 'network-unreachable' } });
    expect(list()).toHaveLength(3);
    files.remove();
  });

  test('survives a restart and is kept per workspace', async () => {
    const { discover, registry, workspace, files } = await setUp('Contoso');
    await discover();
    const again = createRegistry(
      openEnvironments(files.open, () => {}),
      () => null,
    );
    expect(again.of(workspace.id)).toEqual(registry.of(workspace.id));
    const stranger = demoWorkspace(cloud, 'Fabrikam');
    expect(again.of(stranger.id).environments).toEqual([]);
    const ids = again.of(workspace.id).environments.map(({ id }) => id);
    expect(again.choose(stranger.id, ids)).toMatchObject({ error: { code: 'not-found' } });
    again.forget(workspace.id);
    expect(again.of(workspace.id).environments).toEqual([]);
    files.remove();
  });

  test('a next link to another host is refused, token and all', async () => {
    const { discover, files } = await setUp('Contoso', (http) => ({
      send: async (request) => {
        const answer = await http.send(request);
        return answer.ok && request.url.includes('/Instances')
          ? ok({
              ...answer.value,
              body: JSON.stringify({ value: [], '@odata.nextLink': 'https://elsewhere.test/more' }),
            })
          : answer;
      },
    }));
    expect((await discover()).events).toContainEqual({
      source: 'discovery',
      found: 0,
      error: expect.objectContaining({ code: 'origin-mismatch' }),
    });
    files.remove();
  });

  test('rows that cannot be read are counted and spoil nothing', async () => {
    const { discover, files } = await setUp('Contoso', (http) => ({
      send: async (request) => {
        const answer = await http.send(request);
        if (!answer.ok || !request.url.includes('/Instances')) return answer;
        const body: { value: unknown[] } = JSON.parse(answer.value.body);
        return ok({ ...answer.value, body: JSON.stringify({ value: [...body.value, { Id: 5 }] }) });
      },
    }));
    expect((await discover()).events).toContainEqual({
      source: 'discovery',
      found: 3,
      error: expect.objectContaining({
        code: 'unexpected-answer',
        params: expect.objectContaining({ what: '1 environments could not be read' }),
      }),
    });
    files.remove();
  });
});

describe('adding an environment by hand', () => {
  test('takes what people paste, and asks the environment whose it is', async () => {
    const { add, list, workspace, files } = await setUp('Contoso');
    const added = await add('contoso-dev.crm4.demo.test/main.aspx?app=1', 'Dev');
    expect(added).toMatchObject({
      ok: true,
      value: { name: 'Dev', url: 'https://contoso-dev.crm4.demo.test', tenantId: workspace.tenantId },
    });
    expect(list()).toMatchObject([{ source: 'manual', production: true, type: 'Unknown' }]);
    expect(await add('https://CONTOSO-DEV.api.crm4.demo.test')).toMatchObject({
      error: { code: 'already-exists', params: { name: 'Dev' } },
    });
    files.remove();
  });

  test("C27: refuses another client's environment", async () => {
    const { add, list, files } = await setUp('Contoso');
    expect(await add('https://fabrikam.crm.demo.test')).toMatchObject({
      error: {
        code: 'tenant-mismatch',
        params: { expected: tenantOf(cloud, 'Contoso'), actual: tenantOf(cloud, 'Fabrikam') },
      },
    });
    expect(list()).toEqual([]);
    files.remove();
  });

  test('C20: refuses an environment of another cloud without asking it', async () => {
    const { add, files } = await setUp('Contoso');
    const before = cloud.log.entries().length;
    expect(await add('https://contoso.crm4.dynamics.com')).toMatchObject({
      error: { code: 'cloud-mismatch', params: { cloud: 'demo', cloudName: expect.any(String) } },
    });
    expect(cloud.log.entries()).toHaveLength(before);
    files.remove();
  });

  test('says what is wrong with a text that is no environment', async () => {
    const { add, files } = await setUp('Contoso');
    expect(await add('not an address')).toMatchObject({ error: { code: 'url-not-understood' } });
    files.remove();
  });

  test('an id, or a page of a portal, is looked up in the lists of the tenant', async () => {
    const { add, list, files } = await setUp('Contoso');
    const [first, second] = cloud.description.environments.filter(
      ({ tenantId }) => tenantId === tenantOf(cloud, 'Contoso'),
    );
    if (first === undefined || second === undefined) throw new Error('Contoso has environments');
    const page = `https://make.powerapps.com/environments/${first.environmentId.toUpperCase()}/home`;
    expect(await add(page)).toMatchObject({
      ok: true,
      value: { name: first.name, url: first.url, type: first.type, powerPlatformId: first.environmentId },
    });
    expect(await add(`{${second.organizationId}}`)).toMatchObject({ value: { url: second.url } });
    expect(list()).toHaveLength(2);
    const stranger = cloud.description.environments.find(({ name }) => name.startsWith('Fabrikam'));
    expect(await add(stranger?.environmentId ?? '')).toMatchObject({ error: { code: 'not-found' } });
    files.remove();
  });

  test('C27: counts as production as the workspace says of its type, or as was said of itself', async () => {
    const { add, list, handlers, workspace, known, activity, files } = await setUp('Contoso');
    await add('https://contoso-dev.crm4.demo.test');
    const [environment] = list();
    expect(environment).toMatchObject({ type: 'Unknown', production: true });
    known.set(workspace.id, { ...workspace, productionTypes: ['Production'] });
    expect(list()).toMatchObject([{ production: false }]);
    const input = { workspaceId: workspace.id, environmentId: environment?.id, guard: 'production' };
    expect(await run(handlers['environments.guard'], input)).toMatchObject({
      value: { production: true, guard: 'production' },
    });
    expect(list()).toMatchObject([{ production: true }]);
    expect(activity).toMatchObject([{ kind: 'workspace-changed', environment: 'contoso-dev' }]);
    files.remove();
  });

  test('of version 1 is read, and judged by its type', () => {
    const files = realDocumentFiles();
    const workspace = demoWorkspace(cloud, 'Contoso');
    const old = {
      id: '0a0a0a0a-0000-4000-8000-000000000001',
      workspaceId: workspace.id,
      name: 'Old',
      url: 'https://old.crm.demo.test',
      uniqueName: null,
      organizationId: null,
      tenantId: workspace.tenantId,
      cloud: 'demo',
      region: null,
      type: 'Sandbox',
      production: false,
      version: null,
      enabled: true,
      source: 'manual',
      isSystemAdministrator: null,
      lastSeen: '2026-01-01T00:00:00.000Z',
    };
    const workspaces = [{ workspaceId: workspace.id, discoveredAt: null, environments: [old] }];
    files.put('environments', JSON.stringify({ version: 1, value: { workspaces } }));
    const registry = createRegistry(
      openEnvironments(files.open, () => {}),
      () => workspace,
    );
    expect(registry.of(workspace.id).environments).toEqual([
      { ...old, guard: 'by-type', powerPlatformId: null },
    ]);
    files.remove();
  });

  test('is undone by removing it', async () => {
    const { add, list, handlers, workspace, files } = await setUp('Contoso');
    await add('https://contoso-dev.crm4.demo.test');
    const input = { workspaceId: workspace.id, environmentId: list()[0]?.id };
    expect(await run(handlers['environments.remove'], input)).toEqual(ok({}));
    expect(list()).toEqual([]);
    expect(await run(handlers['environments.remove'], input)).toMatchObject({ error: { code: 'not-found' } });
    files.remove();
  });
});

describe('checking environments', () => {
  test('is healthy where the admin is known, unreachable where nothing answers, one event each', async () => {
    const { discover, check, list, files } = await setUp('Adventure Works');
    await discover();
    const { events, result } = await check();
    expect(result).toEqual(ok({ environments: 2, succeeded: 1, failed: 1, cancelled: 0 }));
    const idOf = (name: string) => list().find((one) => one.name === name)?.id;
    expect(events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          environmentId: idOf('Adventure Works Sandbox'),
          status: 'healthy',
          error: null,
          milliseconds: expect.any(Number),
        }),
        expect.objectContaining({
          environmentId: idOf('Adventure Works Production'),
          status: 'unreachable',
          milliseconds: null,
        }),
      ]),
    );
    files.remove();
  });

  test('asks only those that were named', async () => {
    const { discover, check, list, files } = await setUp('Contoso');
    await discover();
    const { events, result } = await check(list().slice(0, 1));
    expect(result).toMatchObject({ value: { environments: 1, succeeded: 1 } });
    expect(events).toMatchObject([{ environmentId: list()[0]?.id, status: 'healthy' }]);
    files.remove();
  });

  test('is denied, with the code of the environment, where who is signed in is no user', async () => {
    const dwayne = 'dwayne.okoro@fabrikam.demo.test';
    const { discover, add, check, list, files } = await setUp('Fabrikam', undefined, dwayne);
    await discover();
    await add('https://fabrikam-sandbox.crm.demo.test', 'Sandbox');
    await add('https://fabrikam.crm.demo.test', 'Production');
    const idOf = (url: string) => list().find((one) => one.url === url)?.id;
    const { events } = await check();
    expect(events).toContainEqual(
      expect.objectContaining({
        environmentId: idOf('https://fabrikam-sandbox.crm.demo.test'),
        status: 'denied',
        milliseconds: null,
        error: expect.objectContaining({
          code: 'dataverse',
          params: expect.objectContaining({ hex: '0x80072560', name: 'UserNotMemberOfOrg', status: 403 }),
          correlation: expect.objectContaining({ requestId: expect.any(String) }),
        }),
      }),
    );
    expect(events).toContainEqual(
      expect.objectContaining({
        environmentId: idOf('https://fabrikam.crm.demo.test'),
        status: 'healthy',
      }),
    );
    files.remove();
  });

  test('is denied while nobody is signed in', async () => {
    const { add, check, identity, workspace, files } = await setUp('Contoso');
    await add('https://contoso-dev.crm4.demo.test');
    await run(identity.handlers['identity.signOut'], { workspaceId: workspace.id });
    const { events, result } = await check();
    expect(result).toMatchObject({ value: { succeeded: 0, failed: 1 } });
    expect(events).toMatchObject([{ status: 'denied', error: { code: 'sign-in-needed' } }]);
    files.remove();
  });
});
