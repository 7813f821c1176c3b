import type { ReactElement, ReactNode } from 'react';
import { createContext, useCallback, useContext, useEffect, useMemo } from 'react';
import type { Account } from '../../preload/contract/identity.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { SHELL_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useAction, useCall, useWorkspaceOrNone } from '../bridge/index.ts';
import { useToasts } from '../ui/index.ts';

/** Who is signed in to the workspace that is shown, and how to change that. */
export type AccountState = {
  readonly account: Account | null;
  readonly state: 'loading' | 'signed-out' | 'signed-in' | 'expired';
  /** True while the browser has the sign-in page. */
  readonly signingIn: boolean;
  /** Why the last sign-in failed; null after a success and after a cancel. */
  readonly error: AppError | null;
  /** Resolves to true when somebody is signed in afterwards. */
  readonly signIn: () => Promise<boolean>;
  readonly cancelSignIn: () => void;
  readonly signOut: () => void;
};

const AccountContext = createContext<AccountState | null>(null);

const AFTER_SIGN_IN = ['identity.account', 'workspaces.list', 'environments.list'] as const;

/** Makes `useAccount` work below it, for the workspace of the page. */
export const AccountProvider = (props: { readonly children: ReactNode }): ReactElement => {
  const workspaceId = useWorkspaceOrNone()?.id ?? null;
  const toasts = useToasts();
  const account = useCall('identity.account', workspaceId === null ? null : { workspaceId });
  const { run, busy, error, cancel } = useAction('identity.signIn', { invalidates: AFTER_SIGN_IN });
  const { run: runSignOut } = useAction('identity.signOut', { invalidates: AFTER_SIGN_IN });
  // Leaving the workspace gives up its sign-in: its answer must not reach another client's page.
  useEffect(() => cancel, [cancel, workspaceId]);

  const signIn = useCallback(async () => {
    if (workspaceId === null) return false;
    const result = await run({ workspaceId });
    if (result.ok) {
      toasts.success(SHELL_TEXTS.signedIn, result.value.account?.username);
      return true;
    }
    if (result.error.code !== 'cancelled') toasts.failure(result.error);
    return false;
  }, [run, toasts, workspaceId]);
  const signOut = useCallback(() => {
    if (workspaceId === null) return;
    void runSignOut({ workspaceId }).then((result) => {
      if (result.ok) toasts.success(SHELL_TEXTS.signedOut);
      else toasts.failure(result.error);
    });
  }, [runSignOut, toasts, workspaceId]);

  const { data, loading } = account;
  const value = useMemo(
    (): AccountState => ({
      account: data?.account ?? null,
      state: data?.state ?? (loading ? 'loading' : 'signed-out'),
      signingIn: busy,
      error: error === null || error.code === 'cancelled' ? null : error,
      signIn,
      cancelSignIn: cancel,
      signOut,
    }),
    [busy, cancel, data, error, loading, signIn, signOut],
  );
  return <AccountContext.Provider value={value}>{props.children}</AccountContext.Provider>;
};

/** The account of the page's workspace. Throws outside an AccountProvider, which is a bug. */
export const useAccount = (): AccountState => {
  const account = useContext(AccountContext);
  if (account === null) throw new Error('useAccount needs an AccountProvider above it');
  return account;
};
