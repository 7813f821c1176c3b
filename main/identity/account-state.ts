import type { AccountOutput } from '../../preload/contract/identity.ts';
import type { SignInScope } from './stored-sign-ins.ts';
import type { WorkspaceAccounts } from './workspace-accounts.ts';

/** Nobody is signed in. */
export const SIGNED_OUT: AccountOutput = { account: null, state: 'signed-out', accounts: [] };

/** Who is signed in to a workspace for a scope, as the contract tells it. */
export const accountState = (accounts: WorkspaceAccounts, scope: SignInScope): AccountOutput => {
  const current = accounts.current(scope);
  if (current === null) return SIGNED_OUT;
  const all = accounts.of(scope).map((session) => {
    const trouble = session.trouble();
    return {
      account: session.account,
      current: session === current,
      state: trouble?.expired === true ? ('expired' as const) : ('signed-in' as const),
      trouble: trouble?.error ?? null,
    };
  });
  return {
    account: current.account,
    state: current.trouble()?.expired === true ? 'expired' : 'signed-in',
    accounts: all,
  };
};
