import { failed } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { Identity } from '../identity/create-identity.ts';
import type { TokenSource } from '../identity/token-source.ts';
import { chooseCredential } from '../query/choose-credential.ts';

/**
 * Tokens where nobody is there to sign in (a pipeline): what an administrator would be asked for, the workspace's app does, with the
 * rights that it has itself. `sign-in-needed` in a workspace that has no app or no tenant.
 */
export const asTheApp = (
  { profileOf, profilesOf, tokens }: Pick<Identity, 'profileOf' | 'profilesOf' | 'tokens'>,
  workspaceOf: (id: WorkspaceId) => Workspace | null,
): TokenSource => ({
  forApp: tokens.forApp,
  forAdmin: async (workspaceId, resource, signal) => {
    const workspace = workspaceOf(workspaceId);
    const app = profilesOf(workspaceId)[0];
    if (app === undefined || workspace === null || workspace.tenantId === null) {
      return failed('sign-in-needed', { workspace: workspace?.name ?? '' });
    }
    const profile = await profileOf(app.id);
    if (!profile.ok) return profile;
    const credentialId = chooseCredential(profile.value, null, Date.now());
    if (!credentialId.ok) return credentialId;
    const { tenantId } = workspace;
    const { clientId, id: appProfileId } = profile.value;
    return tokens.forApp(
      { workspaceId, tenantId, clientId, appProfileId, credentialId: credentialId.value, resource },
      signal,
    );
  },
});
