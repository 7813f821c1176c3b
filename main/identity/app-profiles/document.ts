import { z } from 'zod';
import type { Notice } from '../../../preload/contract/app.ts';
import { appProfileSchema, credentialSchema } from '../../../preload/contract/app-profiles.ts';
import type { Document, OpenDocumentFile } from '../../settings/document.ts';
import { openDocument } from '../../settings/open-document.ts';

/** A credential as it is written down: everything but the credential, and where it is kept is asked of the vault. */
const storedCredential = credentialSchema.omit({ kept: true });
export type StoredCredential = z.infer<typeof storedCredential>;

const storedProfile = appProfileSchema.extend({ credentials: z.array(storedCredential) });
export type StoredProfile = z.infer<typeof storedProfile>;

const profilesDocument = z.strictObject({ profiles: z.array(storedProfile) });
export type ProfilesDocument = z.infer<typeof profilesDocument>;

/** Opens the app profiles of all workspaces. */
export const openProfiles = (
  open: OpenDocumentFile,
  notice: (notice: Notice) => void,
): Document<ProfilesDocument> =>
  openDocument(open, 'app-profiles', profilesDocument, {
    version: 1,
    defaults: { profiles: [] },
    migrations: [],
    notice,
  });
