import { failed } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { AppProfileId, CredentialId } from '../../../preload/contract/words/ids.ts';
import type { RecordActivity } from '../../settings/record-activity.ts';
import type { ChosenFiles } from '../../vault/read-certificate.ts';
import type { VaultInspection } from '../../vault/vault.ts';
import type { CredentialChecks } from './credential-checks.ts';
import type { StoredCredential, StoredProfile } from './document.ts';
import { keptCertificate, keptSecret } from './kept-credential.ts';
import type { Profiles } from './profiles.ts';

/** What a person hands in for a credential whose value is gone or cannot be read. */
export type ReenteredValue =
  | { readonly kind: 'secret'; readonly secret: string }
  | ({ readonly kind: 'certificate' } & ChosenFiles);

/** What entering again needs. */
export type ReenterPorts = {
  readonly profiles: Pick<Profiles, 'find' | 'keep' | 'change'>;
  readonly vault: Pick<VaultInspection, 'setValueAside'>;
  readonly checks: CredentialChecks;
  readonly recordActivity: RecordActivity;
};

const valueOf = async (
  checks: CredentialChecks,
  credential: StoredCredential,
  given: ReenteredValue,
): Promise<Result<string>> => {
  if (given.kind !== credential.kind)
    return failed('invalid-input', { path: 'value', problem: `expected a ${credential.kind}` });
  if (given.kind === 'secret') {
    const problem = checks.secretProblem(given.secret);
    return problem === null ? { ok: true, value: keptSecret(given.secret) } : { ok: false, error: problem };
  }
  const read = await checks.readCertificates(given);
  if (!read.ok) return read;
  const { usable } = read.value;
  // Its record tells which certificate it is: another one is another credential.
  const expected = credential.thumbprintSha256;
  const same = usable.find((one) => expected === null || one.thumbprintSha256 === expected);
  return same === undefined
    ? failed('certificate-other', {
        expected: expected ?? '',
        actual: usable.map((one) => one.thumbprintSha256).join(', '),
      })
    : { ok: true, value: keptCertificate(same) };
};

/**
 * Puts a value back under the credential that lost it; whatever uses the credential works again. A sealed file that cannot be read
 * is set aside first, never overwritten.
 */
export const reenterCredential =
  ({ profiles, vault, checks, recordActivity }: ReenterPorts) =>
  async (
    id: AppProfileId,
    credentialId: CredentialId,
    given: ReenteredValue,
  ): Promise<Result<StoredProfile>> => {
    const profile = profiles.find(id);
    if (!profile.ok) return profile;
    const credential = profile.value.credentials.find((one) => one.id === credentialId);
    if (credential === undefined) return failed('not-found', { what: 'credential', id: credentialId });
    const value = await valueOf(checks, credential, given);
    if (!value.ok) return value;
    const setAside = await vault.setValueAside(credentialId);
    const { id: _id, keyId, retiring, ...rest } = credential;
    const kept = await profiles.keep(
      id,
      { ...rest, value: value.value, ...(keyId === null ? {} : { keyId }) },
      { session: false, replace: credentialId },
    );
    if (!kept.ok) return kept;
    const { name, workspaces } = profile.value;
    const aside = setAside.length === 0 ? '' : `; set aside what could not be read: ${setAside.join(', ')}`;
    await recordActivity({
      workspaceId: workspaces.length === 1 ? (workspaces[0] ?? null) : null,
      kind: 'credential-reentered',
      environment: '',
      summary: `Entered ${credential.kind} "${credential.label}" of ${name} again${aside}`,
      outcome: 'ok',
      requestId: '',
    });
    // It is the same credential as before, in use or on its way out.
    return profiles.change(id, (now) => ({
      ...now,
      credentials: now.credentials.map((one) => (one.id === credentialId ? { ...one, retiring } : one)),
    }));
  };
