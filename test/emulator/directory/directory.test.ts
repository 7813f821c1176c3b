import { expect, test } from 'vitest';
import { createDirectory } from '../../../emulator/directory/directory.ts';
import type { AppRegistration, ClientSecret } from '../../../emulator/directory/records.ts';
import { seedDirectory } from '../../../emulator/seed/directory.ts';

const start = Date.UTC(2026, 5, 1);
const seed = await seedDirectory(start, false);
const hubIn = (records: typeof seed): AppRegistration => {
  const hub = records.apps.find((app) => app.displayName === 'Contoso Integration Hub');
  if (hub === undefined) throw new Error('no hub');
  return hub;
};
const added: ClientSecret = {
  keyId: '11111111-1111-4111-8111-111111111111',
  displayName: 'Next',
  value: 'abc8Q~next',
  hint: 'abc',
  toldOnce: true,
  start,
  end: start + 1e9,
};
const open = () => {
  const clock = { now: start, lag: 0 };
  const directory = createDirectory(seed, {
    now: () => clock.now,
    get credentialLag() {
      return clock.lag;
    },
    objectLag: 0,
  });
  const namesAtSignIn = (appId: string): readonly string[] =>
    directory.appAtSignIn(appId, null)?.secrets.map((secret) => secret.displayName) ?? [];
  return { clock, directory, namesAtSignIn };
};

test('a saved app is what everybody reads, and the seed stays as it was', () => {
  const { directory, namesAtSignIn } = open();
  const hub = hubIn(seed);
  directory.changes.saveApp({ ...hub, displayName: 'Renamed', secrets: [...hub.secrets, added] });
  expect(directory.app(hub.appId.toUpperCase())).toMatchObject({ displayName: 'Renamed' });
  expect(hubIn(seed).secrets).toHaveLength(1);
  expect(namesAtSignIn(hub.appId)).toEqual(['Rollout', 'Next']);
});

test('a changed credential counts at sign-in when the delay is over, each change in its turn', () => {
  const { clock, directory, namesAtSignIn } = open();
  const hub = hubIn(seed);
  clock.lag = 1000;
  directory.changes.saveApp({ ...hub, secrets: [...hub.secrets, added] });
  clock.now = start + 500;
  directory.changes.saveApp({ ...hub, secrets: [added] });
  expect(directory.app(hub.appId)?.secrets).toEqual([added]);
  expect(namesAtSignIn(hub.appId)).toEqual(['Rollout']);
  clock.now = start + 1000;
  expect(namesAtSignIn(hub.appId)).toEqual(['Rollout', 'Next']);
  clock.now = start + 1500;
  expect(namesAtSignIn(hub.appId)).toEqual(['Next']);
});

test('a delay that is made shorter holds for what is under way, a longer one does not', () => {
  const { clock, directory, namesAtSignIn } = open();
  const hub = hubIn(seed);
  clock.lag = 1000;
  directory.changes.saveApp({ ...hub, secrets: [...hub.secrets, added] });
  clock.lag = 5000;
  clock.now = start + 999;
  expect(namesAtSignIn(hub.appId)).toEqual(['Rollout']);
  clock.now = start + 1000;
  expect(namesAtSignIn(hub.appId)).toEqual(['Rollout', 'Next']);
  directory.changes.saveApp({ ...hub, secrets: [added] });
  expect(namesAtSignIn(hub.appId)).toEqual(['Rollout', 'Next']);
  clock.lag = 0;
  expect(namesAtSignIn(hub.appId)).toEqual(['Next']);
});

test('a removed app takes the service principal of its home tenant along, and leaves those of customers', () => {
  const { directory } = open();
  const hub = hubIn(seed);
  const principalsOf = () => directory.records.servicePrincipals.filter((one) => one.appId === hub.appId);
  expect(principalsOf()).toHaveLength(3);
  directory.changes.removeApp(hub.appId);
  expect(directory.app(hub.appId)).toBeNull();
  expect(directory.principal(hub.tenantId, hub.appId)).toBeNull();
  expect(principalsOf()).toHaveLength(2);
});

test('a removed service principal takes the consents along in which it has a part', () => {
  const { directory } = open();
  const [hubPrincipal, other] = directory.records.servicePrincipals;
  if (hubPrincipal === undefined || other === undefined) throw new Error('no principals');
  const grant = (id: string, clientId: string, resourceId: string) =>
    ({
      id,
      tenantId: hubPrincipal.tenantId,
      clientId,
      resourceId,
      consentType: 'AllPrincipals',
      principalId: null,
      scope: 'user_impersonation',
    }) as const;
  directory.changes.saveGrant(grant('as-client', hubPrincipal.objectId, 'a'));
  directory.changes.saveGrant(grant('as-resource', 'b', hubPrincipal.objectId));
  directory.changes.saveGrant(grant('not', 'c', 'd'));
  directory.changes.removePrincipal(hubPrincipal.tenantId, hubPrincipal.appId);
  const left = directory.records.grants.map(({ id }) => id);
  expect(left.filter((id) => ['as-client', 'as-resource', 'not'].includes(id))).toEqual(['not']);
});
