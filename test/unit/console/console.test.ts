import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../preload/contract/index.ts';
import { signInAs } from '../identity/browser.ts';
import { administratorOf, startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { consoleRig } from './console-rig.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

/** A console in which the administrators of two tenants are signed in. */
const signedIn = async () => {
  const rig = await consoleRig(cloud, {
    openLink: async (url) => {
      const account = new URL(url).searchParams.get('login_hint') ?? '';
      void signInAs(url, account);
    },
  });
  const { workspaces } = await rig.get(contract['workspaces.exploreDemo'], {});
  const of = async (tenant: string) => {
    const found = workspaces.find(({ tenantId }) => tenantId === tenantOf(cloud, tenant));
    if (found === undefined) throw new Error(`no workspace of ${tenant}`);
    const workspaceId = found.id;
    await rig.get(contract['identity.signIn'], { workspaceId, loginHint: administratorOf(cloud, tenant) });
    const { environments } = await rig.get(contract['environments.discover'], { workspaceId });
    return { workspaceId, environments };
  };
  return { ...rig, contoso: await of('Contoso'), fabrikam: await of('Fabrikam') };
};

describe('C27: removing a workspace', () => {
  test('nothing of it stays but what the journal tells, and the other clients keep all of theirs', async () => {
    const { get, ask, memory, contoso, fabrikam, folder, journal, close } = await signedIn();
    const { workspaceId, environments } = contoso;
    const { profiles } = await get(contract['appProfiles.addDemo'], { workspaceId });
    const hub = profiles.find(({ name }) => name === 'Contoso Integration Hub');
    const run = await get(contract['query.run'], {
      workspaceId,
      appProfileId: must(hub).id,
      credentialId: null,
      environmentIds: environments.map(({ id }) => id),
      query: { language: 'odata', text: 'contacts?$select=fullname&$top=3' },
      rowsPerEnvironment: 10,
    });
    expect(run.rows).toBeGreaterThan(0);
    const editor = {
      workspaceId,
      environmentId: must(environments[0]).id,
      appProfileId: must(hub).id,
      refresh: false,
    };
    expect((await get(contract['query.tables'], editor)).tables.length).toBeGreaterThan(0);
    await get(contract['settings.update'], { lastWorkspace: workspaceId });
    const baseline = 'version: 1\napps: []\n# For nobody else to read.\n';
    await get(contract['baseline.keep'], { workspaceId, text: baseline, name: 'contoso.yaml' });
    expect((await get(contract['baseline.get'], { workspaceId })).kept).toMatchObject({ text: baseline });
    expect([...memory.entries.keys()].join()).toContain(`baseline-${workspaceId}`);
    const readable = (path: string) => readFileSync(path, 'latin1').includes('For nobody else to read');
    expect(filesBelow(folder).filter(readable)).toEqual([]);
    await get(contract['applicationUsers.inventory'], { workspaceId, environmentIds: [] });
    await expect
      .poll(() => [...memory.entries.keys()].join())
      .toMatch(new RegExp(`sign-in-${workspaceId}.*inventory-${workspaceId}`));

    await get(contract['workspaces.remove'], { id: workspaceId });

    expect([...memory.entries.keys()].filter((account) => account.includes(workspaceId))).toEqual([]);
    const telling = filesBelow(folder).filter((path) => readFileSync(path, 'latin1').includes(workspaceId));
    expect(telling).toEqual([journal]);
    const window = { runId: run.runId, offset: 0, limit: 10, sort: null, filter: '' };
    expect(await ask('query.window', window)).toMatchObject({ error: { code: 'not-found' } });
    expect(await ask('query.tables', editor)).toMatchObject({ error: { code: 'not-found' } });
    expect(await get(contract['settings.get'], {})).toMatchObject({ lastWorkspace: null });
    expect((await get(contract['environments.list'], { workspaceId })).environments).toEqual([]);

    const other = { workspaceId: fabrikam.workspaceId };
    expect((await get(contract['environments.list'], other)).environments).toHaveLength(
      fabrikam.environments.length,
    );
    expect(await get(contract['identity.account'], other)).toMatchObject({ state: 'signed-in' });
    await close();
  });

  test('a keychain that refuses leaves the workspace whole', async () => {
    const { get, ask, memory, contoso, close } = await signedIn();
    const { workspaceId, environments } = contoso;
    memory.is('locked');
    expect(await ask('workspaces.remove', { id: workspaceId })).toMatchObject({
      error: { code: 'vault-locked' },
    });
    const { workspaces } = await get(contract['workspaces.list'], {});
    expect(workspaces.map(({ id }) => id)).toContain(workspaceId);
    expect((await get(contract['environments.list'], { workspaceId })).environments).toHaveLength(
      environments.length,
    );
    await close();
  });

  test('a sign-in that still waits for the person ends with it', async () => {
    const opened = Promise.withResolvers<string>();
    const { get, ask, memory, close } = await consoleRig(cloud, {
      openLink: async (url) => opened.resolve(url),
    });
    const { workspaces } = await get(contract['workspaces.exploreDemo'], {});
    const [{ id: workspaceId } = { id: null }] = workspaces;
    if (workspaceId === null) throw new Error('no workspace');
    const signingIn = ask('identity.signIn', { workspaceId });
    await opened.promise;
    await get(contract['workspaces.remove'], { id: workspaceId });
    expect(await signingIn).toMatchObject({ error: { code: 'sign-in-cancelled' } });
    expect([...memory.entries.keys()].filter((account) => account.includes('sign-in'))).toEqual([]);
    await close();
  });
});

describe('what the console says at its start', () => {
  test.each([
    ['chromium', ['weaker-host']],
    ['electron', []],
  ] as const)('%s: %o', async (kind, told) => {
    const { get, close } = await consoleRig(cloud, { kind });
    expect((await get(contract['app.start'], {})).notices.map((notice) => notice.kind)).toEqual(told);
    await close();
  });
});

describe('C22: the journal of a console that begins with a locked keychain', () => {
  test('is tamper-evident as soon as it is unlocked', async () => {
    const { get, memory, close } = await consoleRig(cloud, {}, 'locked');
    const { workspaces } = await get(contract['workspaces.exploreDemo'], {});
    const list = () =>
      get(contract['activity.list'], { workspaceId: must(workspaces[0]).id, before: null, limit: 50 });
    expect((await list()).integrity.state).toBe('not-tamper-evident');
    memory.is('open');
    expect(await get(contract['vault.unlock'], {})).toMatchObject({ state: 'available' });
    expect((await list()).integrity.state).toBe('intact');
    expect((await list()).entries[0]?.kind).toBe('vault-opened');
    await close();
  });
});

describe('the end of the console', () => {
  test('waits until a sign-in that was renewed is kept', async () => {
    const { get, memory, end, close, contoso } = await signedIn();
    const { writing, release } = memory.hold();
    await get(contract['environments.check'], { workspaceId: contoso.workspaceId, environmentIds: [] });
    expect(await writing).toContain('sign-in-');
    let ended = false;
    const ending = end().then(() => (ended = true));
    for (let turn = 0; turn < 300; turn += 1) await setImmediate();
    expect(ended).toBe(false);
    release();
    await ending;
    await close();
  });
});
