import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EventOf } from '../../../preload/contract/index.ts';
import { contract } from '../../../preload/contract/index.ts';
import { secret as secretSchema } from '../../../preload/contract/schemas.ts';
import { parseClientId } from '../../../preload/contract/words/ids.ts';
import { consoleRig } from '../console/console-rig.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { signInAs } from '../identity/browser.ts';
import { administratorOf, startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const SECRET = secretSchema.parse('aaa8Q~bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb');

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

let rig: Awaited<ReturnType<typeof consoleRig>>;
let saved = '';
beforeEach(async () => {
  rig = await consoleRig(cloud, {
    openLink: async (url) => void signInAs(url, new URL(url).searchParams.get('login_hint') ?? ''),
    saveText: async (name, text) => {
      saved = join(rig.folder, name);
      writeFileSync(saved, text);
      return saved;
    },
  });
});
afterEach(() => rig.close());

/** An app of a workspace with one secret whose end nobody said. */
const withApp = async () => {
  const { workspaces } = await rig.get(contract['workspaces.exploreDemo'], {});
  const workspace = must(workspaces.find(({ tenantId }) => tenantId === tenantOf(cloud, 'Contoso')));
  const { id } = await rig.get(contract['appProfiles.create'], {
    workspaceId: workspace.id,
    name: 'Order sync',
    clientId: must(parseClientId('0b6f7a52-7d5e-4f0b-9c75-1c2a0f3b7e10')),
    homeTenantId: workspace.tenantId,
  });
  const { credentials } = await rig.get(contract['appProfiles.addSecret'], {
    id,
    label: 'prod',
    secret: SECRET,
    expiresOn: null,
  });
  return { workspace, id, credentialId: must(credentials[0]).id };
};
const list = async (ask: 'all' | []) => {
  const events: EventOf<'expiry.list'>[] = [];
  const { signal } = new AbortController();
  const answer = await rig.stream(
    contract['expiry.list'],
    { ask },
    (event) => void events.push(event),
    signal,
  );
  return {
    answer,
    rows: events.flatMap((event) => (event.kind === 'rows' ? event.rows : [])),
    places: events.flatMap((event) => (event.kind === 'workspace' ? [event] : [])),
  };
};

describe('C8: the ends of credentials over all workspaces', () => {
  test('a secret without a known end says so; the end that the person enters counts at once', async () => {
    const { id, credentialId, workspace } = await withApp();
    const before = await list([]);
    expect(before.rows).toMatchObject([
      { id: `own:${credentialId}`, expiresOn: null, held: 'keychain', workspaces: [workspace.id] },
    ]);
    expect(before.answer).toMatchObject({ ok: true, value: { asked: 0, failed: 0 } });
    const expiresOn = inDays(5);
    await rig.get(contract['appProfiles.setExpiry'], { id, credentialId, expiresOn });
    expect((await list([])).rows).toMatchObject([{ expiresOn }]);
    const all = await rig.get(contract['expiry.summary'], { workspaceId: null });
    expect(all).toMatchObject({ counts: { week: 1, unknown: 0 }, urgent: [{ label: 'prod' }] });
  });

  test('the end of a certificate cannot be said by a person', async () => {
    const { workspace } = await withApp();
    const { profiles } = await rig.get(contract['appProfiles.addDemo'], { workspaceId: workspace.id });
    const profile = must(
      profiles.find(({ credentials }) => credentials.some(({ kind }) => kind === 'certificate')),
    );
    const certificate = must(profile.credentials.find(({ kind }) => kind === 'certificate'));
    const answer = await rig.ask('appProfiles.setExpiry', {
      id: profile.id,
      credentialId: certificate.id,
      expiresOn: inDays(5),
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  test('the summary of a workspace speaks of its own apps only', async () => {
    const { id, credentialId, workspace } = await withApp();
    await rig.get(contract['appProfiles.setExpiry'], { id, credentialId, expiresOn: inDays(-2) });
    const { workspaces } = await rig.get(contract['workspaces.list'], {});
    const other = must(workspaces.find((one) => one.id !== workspace.id));
    const here = await rig.get(contract['expiry.summary'], { workspaceId: workspace.id });
    const there = await rig.get(contract['expiry.summary'], { workspaceId: other.id });
    expect([here.counts.expired, there.counts.expired]).toEqual([1, 0]);
  });

  test('a snooze takes it out of what needs attention and is shown; ending it brings it back; nobody is not snoozed', async () => {
    const { id, credentialId } = await withApp();
    await rig.get(contract['appProfiles.setExpiry'], { id, credentialId, expiresOn: inDays(3) });
    const ids = [`own:${credentialId}`];
    const until = inDays(7);
    await rig.get(contract['expiry.snooze'], { ids, until, note: 'Kim, 4711' });
    expect(await rig.get(contract['expiry.summary'], { workspaceId: null })).toMatchObject({
      snoozed: 1,
      urgent: [],
    });
    expect((await list([])).rows).toMatchObject([{ snoozed: { until, note: 'Kim, 4711' } }]);
    await rig.get(contract['expiry.snooze'], { ids, until: null, note: '' });
    expect((await list([])).rows).toMatchObject([{ snoozed: null }]);
    const nobody = await rig.ask('expiry.snooze', {
      ids: ['own:0b6f7a52-7d5e-4f0b-9c75-1c2a0f3b7e11'],
      until,
      note: '',
    });
    expect(nobody).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('the calendar goes to the file that the person chose; without a known end there is none', async () => {
    const { id, credentialId, workspace } = await withApp();
    const ids = [`own:${credentialId}`];
    expect(await rig.get(contract['expiry.saveCalendar'], { ids })).toEqual({
      saved: false,
      place: null,
      entries: 0,
    });
    await rig.get(contract['appProfiles.setExpiry'], { id, credentialId, expiresOn: inDays(90) });
    expect(await rig.get(contract['expiry.saveCalendar'], { ids })).toEqual({
      saved: true,
      place: 'Credential expiry.ics',
      entries: 1,
    });
    expect(readFileSync(saved, 'utf8').replaceAll('\r\n ', '')).toContain(`Used in: ${workspace.name}`);
  });
});

describe('C8: what the directories add', () => {
  test('after signing in, the demo directory tells ends, owners and what is held elsewhere; one that is not signed in is named; all of it is there at the next start and goes with its workspace', async () => {
    const { workspaces } = await rig.get(contract['workspaces.exploreDemo'], {});
    const contoso = must(workspaces.find(({ tenantId }) => tenantId === tenantOf(cloud, 'Contoso')));
    await rig.get(contract['appProfiles.addDemo'], { workspaceId: contoso.id });
    const before = await list('all');
    expect(before.places.filter(({ state }) => state === 'failed')).toMatchObject([
      { workspaceId: contoso.id, error: { code: 'sign-in-needed' }, asOf: null },
    ]);
    expect(before.answer).toMatchObject({ ok: true, value: { asked: 1, failed: 1 } });

    await rig.get(contract['identity.signIn'], {
      workspaceId: contoso.id,
      loginHint: administratorOf(cloud, 'Contoso'),
    });
    const unconsented = await list('all');
    expect(unconsented.places.at(-1)).toMatchObject({
      state: 'failed',
      error: { code: 'graph-consent-needed', params: { permission: 'Application.Read.All' } },
    });
    await rig.get(contract['identity.signIn'], {
      workspaceId: contoso.id,
      loginHint: administratorOf(cloud, 'Contoso'),
      purpose: { kind: 'graph', permission: 'Application.Read.All' },
    });
    const after = await list('all');
    expect(after.places.at(-1)).toMatchObject({ workspaceId: contoso.id, state: 'answered', error: null });
    const own = after.rows.filter(({ held }) => held !== 'elsewhere');
    expect(own.some(({ endSaidBy, kind }) => kind === 'secret' && endSaidBy === 'entra')).toBe(true);
    expect(after.rows.some(({ owners }) => owners.length > 0)).toBe(true);

    const known = await list([]);
    const told = new Map(after.rows.map((row) => [row.id, row.expiresOn]));
    expect(new Map(known.rows.map((row) => [row.id, row.expiresOn]))).toEqual(told);
    expect(known.places.filter(({ state }) => state === 'known')).toHaveLength(1);
    expect([...rig.memory.entries.keys()].join()).toContain('expiry-snapshot');
    // A secret of an app that the tenant has not (any more) opens nothing, whenever it ends.
    const { id } = await rig.get(contract['appProfiles.create'], {
      workspaceId: contoso.id,
      name: 'Deleted in Entra',
      clientId: must(parseClientId('0b6f7a52-7d5e-4f0b-9c75-1c2a0f3b7e10')),
      homeTenantId: contoso.tenantId,
    });
    await rig.get(contract['appProfiles.addSecret'], {
      id,
      label: 'prod',
      secret: SECRET,
      expiresOn: inDays(90),
    });
    const unregistered = async (ask: 'all' | []) => {
      const latest = new Map((await list(ask)).rows.map((row) => [row.id, row]));
      return [...latest.values()].flatMap((row) => (row.unregistered ? [row.appName] : []));
    };
    expect(await unregistered([])).toEqual([]);
    expect(await unregistered('all')).toEqual(['Deleted in Entra']);
    expect(await unregistered([])).toEqual(['Deleted in Entra']);
    await rig.get(contract['workspaces.remove'], { id: contoso.id });
    expect((await list([])).rows.filter(({ held }) => held === 'elsewhere')).toEqual([]);
  });
});
