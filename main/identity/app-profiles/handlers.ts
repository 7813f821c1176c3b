import * as contract from '../../../preload/contract/app-profiles.ts';
import { implement } from '../../../preload/contract/implement.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseAppProfileId } from '../../../preload/contract/words/ids.ts';
import type { WorkspaceLookup } from '../admin-context.ts';
import { copySecret } from './copy-secret.ts';
import type { CopySecretPorts } from './copy-secret.ts';
import { addDemoProfiles } from './demo-profiles.ts';
import type { DemoProfilePorts } from './demo-profiles.ts';
import type { StoredProfile } from './document.ts';
import { keptSecret } from './kept-credential.ts';
import { newId } from '../../settings/new-id.ts';
import type { Profiles } from './profiles.ts';
import { reenterCredential } from './reenter-credential.ts';
import type { ReenterPorts } from './reenter-credential.ts';

/** What `appProfiles.*` is answered with. */
export type AppProfilePorts = DemoProfilePorts &
  CopySecretPorts &
  ReenterPorts & { readonly profiles: Profiles; readonly workspaceOf: WorkspaceLookup };

/** Answers `appProfiles.*`. A secret goes in and never comes out: no answer and no error holds one. */
export const appProfileHandlers = (ports: AppProfilePorts) => {
  const { profiles, checks } = ports;
  const shown = async (result: Result<StoredProfile>) =>
    result.ok ? ok(await profiles.show(result.value)) : result;
  const addedOn = () => new Date(ports.now()).toISOString();
  const copy = copySecret(ports);
  const reenter = reenterCredential(ports);

  return {
    'appProfiles.list': implement(contract.list, async ({ workspaceId }) => {
      const workspace = ports.workspaceOf(workspaceId);
      if (workspace === null) return failed('not-found', { what: 'workspace', id: workspaceId });
      const all = await Promise.all(profiles.all().map(profiles.show));
      const linked = all.filter((one) => one.workspaces.includes(workspaceId));
      // Apps of the demo cloud are good for nothing in a real tenant, and the other way round.
      const others = all.filter((one) => !linked.includes(one) && one.demo === workspace.demo);
      return ok({ profiles: linked, linkable: others });
    }),

    'appProfiles.create': implement(contract.create, async (input) => {
      const { workspaceId, name, clientId, homeTenantId } = input;
      const workspace = ports.workspaceOf(workspaceId);
      if (workspace === null) return failed('not-found', { what: 'workspace', id: workspaceId });
      const same = profiles.all().find((one) => one.clientId === clientId);
      if (same !== undefined) return failed('already-exists', { what: 'app profile', name: same.name });
      const profile = profiles.add({
        id: newId(parseAppProfileId),
        name,
        clientId,
        homeTenantId,
        credentials: [],
        current: null,
        workspaces: [workspaceId],
        demo: workspace.demo,
      });
      return shown(ok(profile));
    }),

    'appProfiles.link': implement(contract.link, async ({ id, workspaceId, linked }) => {
      const workspace = ports.workspaceOf(workspaceId);
      const found = profiles.find(id);
      if (!found.ok) return found;
      if (workspace === null || workspace.demo !== found.value.demo)
        return failed('not-found', { what: 'workspace', id: workspaceId });
      return shown(
        profiles.change(id, (now) => ({
          ...now,
          workspaces: [
            ...now.workspaces.filter((one) => one !== workspaceId),
            ...(linked ? [workspaceId] : []),
          ],
        })),
      );
    }),

    'appProfiles.remove': implement(contract.remove, async ({ id }) => {
      const removed = await profiles.remove(id);
      return removed.ok ? ok({}) : removed;
    }),

    'appProfiles.addSecret': implement(contract.addSecret, async ({ id, label, secret, expiresOn }) => {
      const problem = checks.secretProblem(secret);
      if (problem !== null) return { ok: false, error: problem };
      const credential = {
        kind: 'secret',
        label,
        addedOn: addedOn(),
        expiresOn,
        thumbprintSha1: null,
        thumbprintSha256: null,
        value: keptSecret(secret),
      } as const;
      return shown(await profiles.keep(id, credential, { session: false }));
    }),

    'appProfiles.removeCredential': implement(contract.removeCredential, async ({ id, credentialId }) =>
      shown(await profiles.drop(id, credentialId)),
    ),

    'appProfiles.reenter': implement(contract.reenter, async ({ id, credentialId, value }) =>
      shown(await reenter(id, credentialId, value)),
    ),

    'appProfiles.copyable': implement(contract.copyable, async ({ id }) => {
      const found = profiles.find(id);
      if (!found.ok) return found;
      const ids = found.value.credentials.map((one) => one.id);
      return ok({ credentialIds: ids.filter(ports.justMade.has) });
    }),

    'appProfiles.copySecret': implement(contract.copySecret, ({ id, credentialId }) =>
      copy(id, credentialId),
    ),

    'appProfiles.setExpiry': implement(contract.setExpiry, async ({ id, credentialId, expiresOn }) => {
      const found = profiles.find(id);
      if (!found.ok) return found;
      const credential = found.value.credentials.find((one) => one.id === credentialId);
      if (credential === undefined) return failed('not-found', { what: 'credential', id: credentialId });
      if (credential.kind === 'certificate')
        return failed('invalid-input', {
          path: 'credentialId',
          problem: 'a certificate says itself when it ends',
        });
      return shown(
        profiles.change(id, (now) => ({
          ...now,
          credentials: now.credentials.map((one) => (one.id === credentialId ? { ...one, expiresOn } : one)),
        })),
      );
    }),

    'appProfiles.addDemo': implement(contract.addDemo, async ({ workspaceId }) => {
      const workspace = ports.workspaceOf(workspaceId);
      if (workspace === null || !workspace.demo)
        return failed('not-found', { what: 'demo workspace', id: workspaceId });
      const added = await addDemoProfiles(ports, workspaceId);
      return added.ok ? ok({ profiles: await Promise.all(added.value.map(profiles.show)) }) : added;
    }),
  };
};
