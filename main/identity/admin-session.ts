import type { Account } from '../../preload/contract/identity.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { createMsalCache } from './msal-cache.ts';
import type { MsalCache } from './msal-cache.ts';
import type { SignInScope, StoredSignIn } from './stored-sign-ins.ts';

/** Why the last silent renewal failed; `expired` when only the person can cure it. */
type Trouble = { readonly error: AppError; readonly expired: boolean };

/** Which resource wants which claims (JSON). */
type Challenge = { readonly resource: string; readonly claims: string };

/** One signed-in account of a workspace while it lasts. */
export type AdminSession = {
  readonly scope: SignInScope;
  readonly account: Account;
  readonly homeAccountId: string;
  readonly cache: MsalCache;
  /** True after another sign-in took its place or it was signed out: what still runs for it must be thrown away. */
  readonly ended: () => boolean;
  readonly end: () => void;
  /** What is wrong with it as far as the last renewal knows; null when it worked. */
  readonly trouble: () => Trouble | null;
  readonly setTrouble: (trouble: Trouble | null) => void;
  /** Claims that a resource asked for and that the account has not shown yet: the next interactive sign-in asks for them. */
  readonly challenge: () => Challenge | null;
  readonly setChallenge: (challenge: Challenge | null) => void;
  /** As the vault keeps it. */
  readonly stored: () => StoredSignIn;
};

/** Makes it from what the vault keeps; `changed` is called when its cache differs from that. */
export const createAdminSession = (signIn: StoredSignIn, changed: () => void): AdminSession => {
  let ended = false;
  let trouble: Trouble | null = null;
  let challenge: Challenge | null = null;
  const cache = createMsalCache(signIn.cache, () => {
    if (!ended) changed();
  });
  return {
    scope: signIn.scope,
    account: { ...signIn.account, accountId: signIn.homeAccountId },
    homeAccountId: signIn.homeAccountId,
    cache,
    ended: () => ended,
    end: () => {
      ended = true;
    },
    trouble: () => trouble,
    setTrouble: (now) => {
      trouble = now;
    },
    challenge: () => challenge,
    setChallenge: (now) => {
      challenge = now;
    },
    stored: () => ({ ...signIn, cache: cache.text() }),
  };
};
