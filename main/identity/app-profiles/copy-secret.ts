import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { AppProfileId, CredentialId } from '../../../preload/contract/words/ids.ts';
import type { RecordActivity } from '../../settings/record-activity.ts';
import { CLIPBOARD_SECONDS } from '../../vault/secret-clipboard.ts';
import type { SecretClipboard } from '../../vault/secret-clipboard.ts';
import type { Vault } from '../../vault/vault.ts';
import type { JustMade } from './just-made.ts';
import { readKeptCredential } from './kept-credential.ts';
import type { Profiles } from './profiles.ts';

/** What copying a secret needs. */
export type CopySecretPorts = {
  readonly profiles: Pick<Profiles, 'find'>;
  readonly vault: Pick<Vault, 'get'>;
  readonly justMade: JustMade;
  readonly clipboard: SecretClipboard;
  readonly recordActivity: RecordActivity;
};

/**
 * Puts a secret that the console itself just made on the clipboard: once, from main, without telling anybody what it is. Fails with
 * `copy-not-allowed` for every other credential, and with `not-available-here` where main reaches no clipboard.
 */
export const copySecret =
  ({ profiles, vault, justMade, clipboard, recordActivity }: CopySecretPorts) =>
  async (
    id: AppProfileId,
    credentialId: CredentialId,
  ): Promise<Result<{ readonly clearsAfterSeconds: number }>> => {
    const profile = profiles.find(id);
    if (!profile.ok) return profile;
    const credential = profile.value.credentials.find((one) => one.id === credentialId);
    if (credential === undefined) return failed('not-found', { what: 'credential', id: credentialId });
    if (!justMade.has(credentialId)) return failed('copy-not-allowed', { credential: credential.label });
    const kept = await vault.get(credentialId);
    if (!kept.ok) return kept;
    const value = readKeptCredential(kept.value);
    // Asked for again meanwhile, or nothing that a person could paste.
    if (value?.kind !== 'secret' || !justMade.take(credentialId))
      return failed('copy-not-allowed', { credential: credential.label });
    if (!(await clipboard.copy(value.secret))) {
      justMade.mark(credentialId);
      return failed('not-available-here', { what: 'a clipboard that the page does not see' });
    }
    const { name, workspaces } = profile.value;
    await recordActivity({
      workspaceId: workspaces.length === 1 ? (workspaces[0] ?? null) : null,
      kind: 'credential-copied',
      environment: '',
      summary: `Copied secret "${credential.label}" of ${name} to the clipboard for ${CLIPBOARD_SECONDS} seconds`,
      outcome: 'ok',
      requestId: '',
    });
    return ok({ clearsAfterSeconds: CLIPBOARD_SECONDS });
  };
