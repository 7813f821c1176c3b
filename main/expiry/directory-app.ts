import { z } from 'zod';
import { clientId, credentialId, instant } from '../../preload/contract/schemas.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { ClientId, WorkspaceId } from '../../preload/contract/words/ids.ts';

/** What a directory says of one app registration: whom to call, and its credentials with their ends. Nothing of it is secret. */
export const directoryAppSchema = z.strictObject({
  clientId,
  owners: z.array(z.strictObject({ name: z.string(), mail: z.string().nullable() })),
  credentials: z.array(
    z.strictObject({
      keyId: z.guid(),
      kind: z.enum(['secret', 'certificate']),
      label: z.string(),
      /** First characters of a secret (Microsoft Graph: passwordCredential.hint). */
      hint: z.string().nullable(),
      /** SHA-1 thumbprint of a certificate in upper-case hex (keyCredential.customKeyIdentifier). */
      thumbprint: z.string().nullable(),
      expiresOn: instant.nullable(),
      /** Which of our credentials it is; null: none, as far as it can be told. */
      ours: credentialId.nullable(),
    }),
  ),
});
export type DirectoryApp = z.infer<typeof directoryAppSchema>;

/** Asks the directory of a workspace for those of these apps that are registered there. */
export type AskDirectory = (
  workspaceId: WorkspaceId,
  clientIds: readonly ClientId[],
  signal: AbortSignal,
) => Promise<Result<readonly DirectoryApp[]>>;
