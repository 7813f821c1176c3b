import type { AppProfile, Credential } from '../../../preload/contract/app-profiles.ts';
import type { PlannedTenant } from '../../../preload/contract/fleet.ts';
import type { InputOf, OutputOf } from '../../../preload/contract/index.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { AppProfileId, CredentialId } from '../../../preload/contract/words/ids.ts';
import { fakeId } from './fake-ids.ts';
import type { Scenario } from './scenario.ts';
import { daysAgo, profiles as there } from './fake-world.ts';

const secretOf = (id: CredentialId, label: string, kept: Credential['kept'] = 'keychain'): Credential => ({
  id,
  kind: 'secret',
  label,
  addedOn: daysAgo(0),
  expiresOn: daysAgo(-180),
  thumbprintSha1: null,
  thumbprintSha256: null,
  keyId: null,
  retiring: false,
  notInEntraYet: false,
  kept,
});

/** What plans of a tenant have made since the page was opened: apps, secrets, and which of those may still be copied once. */
export const fakeMade = (scenario: Scenario) => {
  let profiles: readonly AppProfile[] = there;
  let copyable: readonly CredentialId[] = scenario.rotation === 'proving' ? [fakeId.credential(50)] : [];
  const add = (id: AppProfileId, credential: Credential): AppProfile => {
    const [first] = profiles;
    const to = profiles.find((one) => one.id === id) ?? first;
    if (to === undefined) throw new Error('the fake world has profiles');
    const next = {
      ...to,
      credentials: [...to.credentials.filter((one) => one.id !== credential.id), credential],
    };
    profiles = profiles.map((one) => (one.id === to.id ? next : one));
    return next;
  };
  return {
    profiles: () => profiles,
    added: add,
    addedSecret: ({ id, label }: InputOf<'appProfiles.addSecret'>): AppProfile =>
      add(id, secretOf(fakeId.credential(78), label, scenario.vault === 'keeping' ? 'keychain' : 'session')),
    carriedOut: ({ appName, appProfileId, credentialId, first }: PlannedTenant) => {
      if (appProfileId === null) return;
      if (first.some(({ kind }) => kind === 'add-profile')) {
        const made = {
          id: appProfileId,
          name: appName,
          clientId: fakeId.client(99),
          homeTenantId: fakeId.tenant(1),
          credentials: [],
          current: null,
          workspaces: [fakeId.workspace(1)],
          demo: false,
        };
        profiles = [...profiles.filter(({ id }) => id !== appProfileId), made];
      }
      const added = first.find(({ kind }) => kind === 'add-secret');
      if (added === undefined || credentialId === null) return;
      copyable = [credentialId];
      add(appProfileId, secretOf(credentialId, added.subject));
    },
    copyable: (): Result<OutputOf<'appProfiles.copyable'>> => ok({ credentialIds: [...copyable] }),
    copySecret: ({
      credentialId,
    }: InputOf<'appProfiles.copySecret'>): Result<OutputOf<'appProfiles.copySecret'>> => {
      if (!copyable.includes(credentialId))
        return failed('copy-not-allowed', { credential: 'rotation 2026' });
      copyable = copyable.filter((id) => id !== credentialId);
      return ok({ clearsAfterSeconds: 30 });
    },
  };
};
export type FakeMade = ReturnType<typeof fakeMade>;
