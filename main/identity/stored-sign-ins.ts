import { z } from 'zod';
import { clientId, cloudId, tenantId } from '../../preload/contract/schemas.ts';

/** What a sign-in is good for: another tenant, cloud or client never finds it. */
const scopeSchema = z.strictObject({ cloud: cloudId, tenantId, clientId });
export type SignInScope = z.infer<typeof scopeSchema>;

/** One signed-in account as the vault keeps it. */
const storedSignIn = z.strictObject({
  scope: scopeSchema,
  account: z.strictObject({ username: z.string(), name: z.string(), tenantId }),
  /** Finds the account in MSAL's cache, and names it everywhere else. */
  homeAccountId: z.string(),
  /** MSAL's cache of this account alone, without access tokens. */
  cache: z.string(),
});
export type StoredSignIn = z.infer<typeof storedSignIn>;

/** All accounts of a workspace as the vault keeps them, in one sealed text. */
const storedSignIns = z.strictObject({
  version: z.literal(2),
  /** `homeAccountId` of the account that is used. */
  current: z.string().nullable(),
  accounts: z.array(storedSignIn),
});
export type StoredSignIns = z.infer<typeof storedSignIns>;

/** Version 1 held one account. */
const firstVersion = storedSignIn.extend({ version: z.literal(1) });

/** From version 1 to 2: the one account becomes the current one of several. */
const fromFirst = ({ version: _one, ...signIn }: z.infer<typeof firstVersion>): StoredSignIns => ({
  version: 2,
  current: signIn.homeAccountId,
  accounts: [signIn],
});

/** Reads what any version of the console has put into the vault; null when it is none of them. */
export const readSignIns = (text: string): StoredSignIns | null => {
  try {
    const value: unknown = JSON.parse(text);
    const first = firstVersion.safeParse(value);
    return first.success ? fromFirst(first.data) : (storedSignIns.safeParse(value).data ?? null);
  } catch {
    return null;
  }
};
