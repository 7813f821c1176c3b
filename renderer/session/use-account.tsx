import type { ReactElement, ReactNode } from 'react';
import { createContext, useCallback, useContext, useEffect, useMemo } from 'react';
import type { Account, SignedInAccount, SignInPurpose } from '../../preload/contract/identity.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { SHELL_TEXTS, SIGN_IN_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useAction, useCall, useWorkspaceOrNone } from '../bridge/index.ts';
import { useToasts } from '../ui/index.ts';

/** Who is signed in to the workspace that is shown, and how to change that. */
export type AccountState = {
  /** The one whose rights everything in the workspace uses. */
  readonly account: Account | null;
  readonly state: 'loading' | 'signed-out' | 'signed-in' | 'expired';
  /** Everybody who is signed in. */
  readonly accounts: readonly SignedInAccount[];
  /** True while the browser has the sign-in page. */
  readonly signingIn: boolean;
  /** Why the last sign-in failed; null after a success and after a cancel. */
  readonly error: AppError | null;
  /** Resolves to true when somebody is signed in afterwards. Without a purpose: the current account again, or anybody. */
  readonly signIn: (purpose?: SignInPurpose) => Promise<boolean>;
  readonly cancelSignIn: () => void;
  readonly switchTo: (account: Account) => void;
  readonly signOut: (account: Account) => void;
};

const AccountContext = createContext<AccountState | null>(null);

const AFTER_SIGN_IN = ['identity.account', 'workspaces.list', 'environments.list'] as const;
const NOBODY: readonly SignedInAccount[] = [];

/** Makes `useAccount` work below it, for the workspace of the page. */
export const AccountProvider = (props: { readonly children: ReactNode }): ReactElement => {
  const workspaceId = useWorkspaceOrNone()?.id ?? null;
  const toasts = useToasts();
  const { data, loading } = useCall('identity.account', workspaceId === null ? null : { workspaceId });
  const { run, busy, error, cancel } = useAction('identity.signIn', { invalidates: AFTER_SIGN_IN });
  const { run: runSwitch } = useAction('identity.switchAccount', { invalidates: AFTER_SIGN_IN });
  const { run: runSignOut } = useAction('identity.signOut', { invalidates: AFTER_SIGN_IN });
  // Leaving the workspace gives up its sign-in: its answer must not reach another client's page.
  useEffect(() => cancel, [cancel, workspaceId]);

  const current = data?.account ?? null;
  const signIn = useCallback(
    async (wanted?: SignInPurpose) => {
      if (workspaceId === null) return false;
      const again: SignInPurpose | undefined =
        current === null ? undefined : { kind: 'again', accountId: current.accountId };
      const purpose = wanted ?? again;
      const result = await run({ workspaceId, ...(purpose === undefined ? {} : { purpose }) });
      if (result.ok) {
        toasts.success(SHELL_TEXTS.signedIn, result.value.account?.username);
        return true;
      }
      if (result.error.code !== 'cancelled') toasts.failure(result.error);
      return false;
    },
    [current, run, toasts, workspaceId],
  );
  const switchTo = useCallback(
    ({ accountId, username }: Account) => {
      if (workspaceId === null) return;
      void runSwitch({ workspaceId, accountId }).then((result) => {
        if (result.ok) toasts.success(SIGN_IN_TEXTS.switched(username));
        else toasts.failure(result.error);
      });
    },
    [runSwitch, toasts, workspaceId],
  );
  const signOut = useCallback(
    ({ accountId, username }: Account) => {
      if (workspaceId === null) return;
      void runSignOut({ workspaceId, accountId }).then((result) => {
        if (result.ok) toasts.success(SHELL_TEXTS.signedOut, username);
        else toasts.failure(result.error);
      });
    },
    [runSignOut, toasts, workspaceId],
  );

  const value = useMemo(
    (): AccountState => ({
      account: current,
      state: data?.state ?? (loading ? 'loading' : 'signed-out'),
      accounts: data?.accounts ?? NOBODY,
      signingIn: busy,
      error: error === null || error.code === 'cancelled' ? null : error,
      signIn,
      cancelSignIn: cancel,
      switchTo,
      signOut,
    }),
    [busy, cancel, current, data, error, loading, signIn, signOut, switchTo],
  );
  return <AccountContext.Provider value={value}>{props.children}</AccountContext.Provider>;
};

/** The account of the page's workspace. Throws outside an AccountProvider, which is a bug. */
export const useAccount = (): AccountState => {
  const account = useContext(AccountContext);
  if (account === null) throw new Error('useAccount needs an AccountProvider above it');
  return account;
};
