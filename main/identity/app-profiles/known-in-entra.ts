import type { AppProfileId, CredentialId } from '../../../preload/contract/words/ids.ts';
import { refusedBy } from '../../settings/disk-refusal.ts';
import type { Profiles } from './profiles.ts';

/** A credential of ours that Entra knows: it gave a token for it, or lists it. */
export type KnownInEntra = {
  readonly credentialId: CredentialId;
  /** Entra's key id, where the directory told it. */
  readonly keyId: string | null;
};

/**
 * Takes the mark away from credentials that were made here and that Entra knows after all. Writes only where there is a mark. A disk
 * that refuses leaves it: what was asked for worked, and the next time tells it again.
 */
export const noteKnownInEntra =
  (profiles: Pick<Profiles, 'all' | 'change'>) =>
  (known: readonly KnownInEntra[]): void => {
    const keyIds = new Map(known.map(({ credentialId, keyId }) => [credentialId, keyId]));
    const unmark = (id: AppProfileId) => {
      try {
        profiles.change(id, (now) => ({
          ...now,
          credentials: now.credentials.map((one) =>
            one.notInEntraYet && keyIds.has(one.id)
              ? { ...one, notInEntraYet: false, keyId: one.keyId ?? keyIds.get(one.id) ?? null }
              : one,
          ),
        }));
      } catch (thrown) {
        refusedBy(thrown);
      }
    };
    for (const { id, credentials } of profiles.all())
      if (credentials.some((one) => one.notInEntraYet && keyIds.has(one.id))) unmark(id);
  };
