import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventOf } from '../../../preload/contract/index.ts';
import { contract } from '../../../preload/contract/index.ts';
import { answerConsentPages } from '../directory/consent-browser.ts';
import { startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { consoleRig } from './console-rig.ts';

let cloud: RunningCloud;
let rig: Awaited<ReturnType<typeof consoleRig>>;
const opened: string[] = [];
beforeAll(async () => {
  cloud = await startCloud();
  rig = await consoleRig(cloud, { openLink: async (url) => void opened.push(url) });
});
afterAll(async () => {
  await rig.close();
  await cloud.close();
});

const never = new AbortController().signal;
const felicia = { account: 'felicia.admin@fabrikam.demo.test' };

/** The workspaces of an app's home and of a client, and the app. */
const places = async (home: string, app: string) => {
  const { workspaces } = await rig.get(contract['workspaces.exploreDemo'], {});
  const idOf = (tenant: string) => {
    const found = workspaces.find(({ tenantId }) => tenantId === tenantOf(cloud, tenant));
    if (found === undefined) throw new Error(`no workspace of ${tenant}`);
    return found.id;
  };
  const workspaceId = idOf(home);
  const { profiles } = await rig.get(contract['appProfiles.addDemo'], { workspaceId });
  const profile = profiles.find(({ name }) => name === app);
  if (profile === undefined) throw new Error(`no app ${app}`);
  return { workspaceId, appProfileId: profile.id, clientWorkspaceId: idOf('Fabrikam') };
};

/** Asks on this computer; the person opens the link from the console and presses the buttons. */
const ask = async (
  target: Awaited<ReturnType<typeof places>>,
  form: 'v1' | 'v2',
  answers: readonly Readonly<Record<string, string>>[],
) => {
  const input = { ...target, form, authority: 'tenant' } as const;
  const browse = async (event: EventOf<'consent.listen'>): Promise<void> => {
    if (event.kind !== 'waiting') return;
    await rig.get(contract['app.openExternal'], { url: event.url });
    await answerConsentPages(opened.at(-1) ?? '', answers);
  };
  return rig.stream(contract['consent.listen'], input, (event) => void browse(event), never);
};

test('declined, then accepted: the whole way over the real console, from the link that it opens to the proof by token', async () => {
  const target = await places('Adventure Works', 'Adventure Works Warehouse');
  expect(await ask(target, 'v2', [felicia, { answer: 'cancel' }])).toMatchObject({
    error: { code: 'consent-refused', params: { reason: 'declined' } },
  });
  expect(await ask(target, 'v1', [felicia, { answer: 'accept' }])).toMatchObject({
    value: { state: { status: 'consented', checked: { verdict: 'present' } } },
  });
  const { rows } = await rig.get(contract['consent.list'], { workspaceId: target.clientWorkspaceId });
  expect(rows.map(({ appName, state }) => [appName, state.status])).toContainEqual([
    'Adventure Works Warehouse',
    'consented',
  ]);
});

test('accepted where the service principal is disabled: told apart from a consent', async () => {
  const target = await places('Contoso', 'Contoso Retired Connector');
  expect(await ask(target, 'v1', [felicia, { answer: 'accept' }])).toMatchObject({
    value: { state: { status: 'principal-disabled', checked: { verdict: 'disabled' } } },
  });
});

test('a workspace that is removed takes what it knew of consents with it', async () => {
  const target = await places('Contoso', 'Contoso Retired Connector');
  await rig.get(contract['workspaces.remove'], { id: target.clientWorkspaceId });
  const { rows } = await rig.get(contract['consent.list'], { workspaceId: target.workspaceId });
  expect(rows.some(({ workspaceId }) => workspaceId === target.clientWorkspaceId)).toBe(false);
});
