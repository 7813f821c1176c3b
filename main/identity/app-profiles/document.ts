import { z } from 'zod';
import type { Notice } from '../../../preload/contract/app.ts';
import { appProfileSchema, credentialSchema } from '../../../preload/contract/app-profiles.ts';
import type { Document, OpenDocumentFile } from '../../settings/document.ts';
import { openDocument } from '../../settings/open-document.ts';
import type { Migration } from '../../settings/read-document.ts';

/** A credential as it is written down: everything but the credential, and where it is kept is asked of the vault. */
const storedCredential = credentialSchema.omit({ kept: true });
export type StoredCredential = z.infer<typeof storedCredential>;

const storedProfile = appProfileSchema.extend({ credentials: z.array(storedCredential) });
export type StoredProfile = z.infer<typeof storedProfile>;

const profilesDocument = z.strictObject({ profiles: z.array(storedProfile) });
export type ProfilesDocument = z.infer<typeof profilesDocument>;

const older = z.object({ profiles: z.array(z.looseObject({ credentials: z.array(z.looseObject({})) })) });

/** Version 1 knew neither Entra's key ids nor rotations. */
const withRotation: Migration = (old) => ({
  profiles: older.parse(old).profiles.map((profile) => ({
    ...profile,
    current: null,
    credentials: profile.credentials.map((one) => ({ ...one, keyId: null, retiring: false })),
  })),
});

/** Version 2 did not note whether Entra knows a certificate that was made here; nothing is said of those. */
const withNotInEntraYet: Migration = (old) => ({
  profiles: older.parse(old).profiles.map((profile) => ({
    ...profile,
    credentials: profile.credentials.map((one) => ({ ...one, notInEntraYet: false })),
  })),
});

/** Opens the app profiles of all workspaces. */
export const openProfiles = (
  open: OpenDocumentFile,
  notice: (notice: Notice) => void,
): Document<ProfilesDocument> =>
  openDocument(open, 'app-profiles', profilesDocument, {
    version: 3,
    defaults: { profiles: [] },
    migrations: [withRotation, withNotInEntraYet],
    notice,
  });
