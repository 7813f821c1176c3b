import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { EntraCredential } from '../../../preload/contract/directory.ts';

/** The profile as main notes it once Entra was asked: what Entra lists is in Entra. `inEntra` null: it was not asked or cannot say. */
export const asEntraKnows = (
  profile: AppProfile,
  inEntra: readonly EntraCredential[] | null,
): AppProfile => ({
  ...profile,
  credentials: profile.credentials.map((one) => {
    const entra = one.notInEntraYet ? inEntra?.find(({ ours }) => ours === one.id) : undefined;
    return entra === undefined ? one : { ...one, notInEntraYet: false, keyId: one.keyId ?? entra.keyId };
  }),
});
