import type { AppProfile, Credential } from '../../preload/contract/app-profiles.ts';
import type { ExpiryRow } from '../../preload/contract/expiry.ts';
import type { DirectoryApp } from './directory-app.ts';

type Known = DirectoryApp['credentials'][number];
/** What says that a credential of ours and one of the directory are the same. */
const isSame = (ours: Credential, known: Known): boolean =>
  ours.kind === known.kind &&
  (ours.id === known.ours ||
    ours.keyId === known.keyId ||
    (ours.thumbprintSha1 !== null && ours.thumbprintSha1 === known.thumbprint?.toUpperCase()));

const saidBy = (ours: Credential, same: Known | undefined): ExpiryRow['endSaidBy'] => {
  if (ours.kind === 'certificate') return 'certificate';
  if (same?.expiresOn != null) return 'entra';
  return ours.expiresOn === null ? null : 'person';
};

/** Snoozes by row id. */
export type Snoozes = ReadonlyMap<string, { readonly until: string; readonly note: string }>;

/** Rows of one app: its own credentials, each with what the directory adds, then those that are held elsewhere. */
export const expiryRows = (
  profile: AppProfile,
  directory: DirectoryApp | null,
  unregistered: boolean,
  snoozes: Snoozes,
): readonly ExpiryRow[] => {
  const known = directory?.credentials ?? [];
  const shared = {
    appProfileId: profile.id,
    appName: profile.name,
    clientId: profile.clientId,
    workspaces: profile.workspaces,
    owners: directory?.owners ?? [],
    unregistered,
    demo: profile.demo,
  };
  const row = (id: string, rest: Omit<ExpiryRow, keyof typeof shared | 'id' | 'snoozed'>): ExpiryRow => ({
    ...shared,
    ...rest,
    id,
    snoozed: snoozes.get(id) ?? null,
  });
  const own = profile.credentials.map((credential) => {
    const same = known.find((one) => isSame(credential, one));
    return row(`own:${credential.id}`, {
      kind: credential.kind,
      label: credential.label,
      mark: credential.thumbprintSha1 ?? same?.hint ?? null,
      keyId: credential.keyId ?? same?.keyId ?? null,
      held: credential.kept,
      credentialId: credential.id,
      // What a person typed yields to what Entra says; a certificate says the same in both places.
      expiresOn: same?.expiresOn ?? credential.expiresOn,
      endSaidBy: saidBy(credential, same),
    });
  });
  const elsewhere = known
    .filter((one) => !profile.credentials.some((credential) => isSame(credential, one)))
    .map((one) =>
      row(`entra:${profile.clientId}:${one.keyId.toLowerCase()}`, {
        kind: one.kind,
        label: one.label === '' ? one.keyId : one.label,
        mark: one.thumbprint ?? one.hint,
        keyId: one.keyId,
        held: 'elsewhere',
        credentialId: null,
        expiresOn: one.expiresOn,
        endSaidBy: one.expiresOn === null ? null : 'entra',
      }),
    );
  return [...own, ...elsewhere];
};
