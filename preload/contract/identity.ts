import { z } from 'zod';
import { call, stream } from './define.ts';
import { appErrorSchema, instant, nothing, tenantId, workspaceId } from './schemas.ts';
import { GRAPH_PERMISSIONS } from './words/graph-permission.ts';

const workspaceInput = z.strictObject({ workspaceId });

/** Names a signed-in account inside its workspace: object id and tenant id, as the sign-in library has it. */
const accountId = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\w.-]+$/);

/** An admin who is signed in to a workspace. */
export const accountSchema = z.strictObject({
  accountId,
  username: z.string(),
  name: z.string(),
  tenantId,
});
export type Account = z.infer<typeof accountSchema>;

const signedInAccount = z.strictObject({
  account: accountSchema,
  /** True for the one whose rights everything in the workspace uses. */
  current: z.boolean(),
  /** `signed-in` means a token can be had silently; `expired` needs the person again. */
  state: z.enum(['signed-in', 'expired']),
  /** Why the last silent renewal failed; null when it worked. */
  trouble: appErrorSchema.nullable(),
});
export type SignedInAccount = z.infer<typeof signedInAccount>;

const accountOutput = z.strictObject({
  /** The current one. */
  account: accountSchema.nullable(),
  state: z.enum(['signed-out', 'signed-in', 'expired']),
  /** Everybody who is signed in to the workspace, in the order in which they signed in. */
  accounts: z.array(signedInAccount),
});
export type AccountOutput = z.infer<typeof accountOutput>;

/** What a sign-in is for. */
const signInPurpose = z.discriminatedUnion('kind', [
  /** Anybody; others who are signed in stay so. */
  z.strictObject({ kind: z.literal('account') }),
  /** The same account once more: its sign-in has expired, or the service asks for more than it has shown. */
  z.strictObject({ kind: z.literal('again'), accountId }),
  /** Consent to one permission of Microsoft Graph. */
  z.strictObject({ kind: z.literal('graph'), permission: z.enum(GRAPH_PERMISSIONS) }),
]);
export type SignInPurpose = z.infer<typeof signInPurpose>;

/** Opens the sign-in page in the browser and waits for it; cancel the call to stop waiting. */
export const signIn = call({
  name: 'identity.signIn',
  input: workspaceInput.extend({
    loginHint: z.string().max(320).optional(),
    purpose: signInPurpose.optional(),
  }),
  output: accountOutput,
});
/**
 * Signs in with a code that is typed on a page in any browser, for machines whose own browser cannot be used. Tells the code once; ends when
 * the person has signed in there, declined, or let it expire.
 */
export const signInWithCode = stream({
  name: 'identity.signInWithCode',
  input: workspaceInput.extend({ purpose: signInPurpose.optional() }),
  event: z.strictObject({ userCode: z.string().max(40), verificationUrl: z.url(), expiresAt: instant }),
  output: accountOutput,
});
/** Makes another signed-in account the current one. */
export const switchAccount = call({
  name: 'identity.switchAccount',
  input: workspaceInput.extend({ accountId }),
  output: accountOutput,
});
/** Forgets an account and its tokens; without an id, every account of the workspace. */
export const signOut = call({
  name: 'identity.signOut',
  input: workspaceInput.extend({ accountId: accountId.optional() }),
  output: nothing,
});
export const account = call({ name: 'identity.account', input: workspaceInput, output: accountOutput });
