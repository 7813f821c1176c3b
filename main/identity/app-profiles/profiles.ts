import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseCredentialId } from '../../../preload/contract/words/ids.ts';
import type { AppProfileId, CredentialId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { Document } from '../../settings/document.ts';
import { newId } from '../../settings/new-id.ts';
import type { RecordActivity } from '../../settings/record-activity.ts';
import type { Vault } from '../../vault/vault.ts';
import type { ProfilesDocument, StoredCredential, StoredProfile } from './document.ts';

/** What the records of apps are kept in. */
export type ProfilePorts = {
  readonly document: Document<ProfilesDocument>;
  readonly vault: Vault;
  readonly recordActivity: RecordActivity;
  /** Drops the tokens that were made with a credential. */
  readonly forgetTokens: (credentialId: CredentialId) => void;
};

/** A credential to keep: what is written down and what goes into the vault. */
export type NewCredential = Omit<StoredCredential, 'id' | 'keyId' | 'retiring' | 'notInEntraYet'> & {
  readonly value: string;
  /** Entra's key id, where it is known. */
  readonly keyId?: string;
  /** It was made here, and Entra has to be given its public part. */
  readonly notInEntraYet?: boolean;
};

/** `replace` is kept anew; `as` is the id of one that is new and whose id was chosen before. */
export type KeepOptions = {
  readonly session: boolean;
  readonly replace?: CredentialId;
  readonly as?: CredentialId;
  /** Fails, and keeps nothing, where the vault could keep it for this session only. */
  readonly lasting?: boolean;
};

/**
 * Changes and reads of app profiles; none of them ever gives a credential away. What changes them throws a `Refusal` when the disk
 * refuses; nothing is changed then.
 */
export type Profiles = {
  readonly all: () => readonly StoredProfile[];
  readonly find: (id: AppProfileId) => Result<StoredProfile>;
  /** With where each credential is kept at this moment. */
  readonly show: (profile: StoredProfile) => Promise<AppProfile>;
  readonly add: (profile: StoredProfile) => StoredProfile;
  readonly change: (id: AppProfileId, change: (now: StoredProfile) => StoredProfile) => Result<StoredProfile>;
  readonly keep: (
    id: AppProfileId,
    credential: NewCredential,
    options: KeepOptions,
  ) => Promise<Result<StoredProfile>>;
  /** Deletes a credential from the vault, then from the record. */
  readonly drop: (id: AppProfileId, credentialId: CredentialId) => Promise<Result<StoredProfile>>;
  /** Deletes every credential, then the record; a vault that refuses leaves the rest as it was. */
  readonly remove: (id: AppProfileId) => Promise<Result<null>>;
};

/** Does it, or undoes what came before it and throws what kept it from being done. */
const keepingOr = async <Value>(keep: () => Value, undo: () => Promise<unknown>): Promise<Value> => {
  try {
    return keep();
  } catch (thrown) {
    await undo();
    throw thrown;
  }
};

/** Workspace under which a change of a profile is recorded: none when it is used in several. */
const workspaceOf = (profile: StoredProfile): WorkspaceId | null =>
  profile.workspaces.length === 1 ? (profile.workspaces[0] ?? null) : null;

/** Makes them over the document and the vault. */
export const createProfiles = (ports: ProfilePorts): Profiles => {
  const { document, vault } = ports;
  const all = () => document.get().profiles;

  const find: Profiles['find'] = (id) => {
    const profile = all().find((one) => one.id === id);
    return profile === undefined ? failed('not-found', { what: 'app profile', id }) : ok(profile);
  };

  const change: Profiles['change'] = (id, how) => {
    const found = find(id);
    if (!found.ok) return found;
    const next = how(found.value);
    document.update((now) => ({ profiles: now.profiles.map((one) => (one.id === id ? next : one)) }));
    return ok(next);
  };

  const record = (profile: StoredProfile, kind: 'credential-added' | 'credential-removed', summary: string) =>
    ports.recordActivity({
      workspaceId: workspaceOf(profile),
      kind,
      environment: '',
      summary,
      outcome: 'ok',
      requestId: '',
    });

  const drop: Profiles['drop'] = async (id, credentialId) => {
    const found = find(id);
    if (!found.ok) return found;
    const credential = found.value.credentials.find((one) => one.id === credentialId);
    if (credential === undefined) return failed('not-found', { what: 'credential', id: credentialId });
    const removed = await vault.remove(credentialId);
    if (!removed.ok && removed.error.code !== 'secret-missing') return removed;
    ports.forgetTokens(credentialId);
    const next = change(id, (now) => {
      const left = now.credentials.filter((one) => one.id !== credentialId);
      // Without what replaced them, those that were retiring are what there is.
      return now.current === credentialId
        ? { ...now, current: null, credentials: left.map((one) => ({ ...one, retiring: false })) }
        : { ...now, credentials: left };
    });
    await record(
      found.value,
      'credential-removed',
      `Removed ${credential.kind} "${credential.label}" of ${found.value.name}`,
    );
    return next;
  };

  return {
    all,
    find,
    change,
    drop,
    show: async (profile) => ({
      ...profile,
      credentials: await Promise.all(
        profile.credentials.map(async (one) => ({ ...one, kept: await vault.kept(one.id) })),
      ),
    }),
    add: (profile) => {
      document.update((now) => ({ profiles: [...now.profiles, profile] }));
      return profile;
    },
    keep: async (id, { value, ...credential }, options) => {
      const found = find(id);
      if (!found.ok) return found;
      const credentialId = options.replace ?? options.as ?? newId(parseCredentialId);
      const kept = await vault.put(credentialId, value, { session: options.session });
      if (!kept.ok) return kept;
      if (options.lasting === true && kept.value === 'session') {
        await vault.remove(credentialId);
        const { keeps } = await vault.status();
        return failed('disk-refused', { what: 'vault', reason: keeps === 'session' ? 'locked' : 'other' });
      }
      ports.forgetTokens(credentialId);
      const stored = {
        ...credential,
        id: credentialId,
        keyId: credential.keyId ?? null,
        retiring: false,
        notInEntraYet: credential.notInEntraYet ?? false,
      };
      const next = await keepingOr(
        () =>
          change(id, (now) => ({
            ...now,
            credentials: [...now.credentials.filter((one) => one.id !== credentialId), stored],
          })),
        // What no record tells of would stay in the vault for good; one that is kept anew is told of already.
        async () => (options.replace === undefined ? vault.remove(credentialId) : null),
      );
      if (options.replace === undefined)
        await record(
          found.value,
          'credential-added',
          `Added ${credential.kind} "${credential.label}" to ${found.value.name}`,
        );
      return next;
    },
    remove: async (id) => {
      const found = find(id);
      if (!found.ok) return found;
      for (const credential of found.value.credentials) {
        const dropped = await drop(id, credential.id);
        if (!dropped.ok) return dropped;
      }
      document.update((now) => ({ profiles: now.profiles.filter((one) => one.id !== id) }));
      return ok(null);
    },
  };
};
