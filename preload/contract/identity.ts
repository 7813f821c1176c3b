import { z } from 'zod';
import { call } from './define.ts';
import { nothing, tenantId, workspaceId } from './schemas.ts';

const workspaceInput = z.strictObject({ workspaceId });

/** The admin who is signed in to a workspace. */
export const accountSchema = z.strictObject({ username: z.string(), name: z.string(), tenantId });
export type Account = z.infer<typeof accountSchema>;

const accountOutput = z.strictObject({
  account: accountSchema.nullable(),
  /** `signed-in` means a token can be had silently; `expired` needs the person again. */
  state: z.enum(['signed-out', 'signed-in', 'expired']),
});

/** Opens the sign-in page in the browser and waits for it; cancel the call to stop waiting. */
export const signIn = call({
  name: 'identity.signIn',
  input: workspaceInput.extend({ loginHint: z.string().max(320).optional() }),
  output: accountOutput,
});
/** Forgets the account and its tokens. */
export const signOut = call({ name: 'identity.signOut', input: workspaceInput, output: nothing });
export const account = call({ name: 'identity.account', input: workspaceInput, output: accountOutput });
