import type { ReactElement, ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useMemo } from 'react';
import type { Account, SignedInAccount, SignInPurpose } from '../../preload/contract/identity.ts';
import { SHELL_TEXTS, SIGN_IN_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { askFailedAgain, useAction, useCall, useWorkspaceOrNone } from '../bridge/index.ts';
import { useToasts } from '../ui/index.ts';
import { useSignIn } from './use-sign-in.ts';
import type { SignIn } from './use-sign-in.ts';

/** Who is signed in to the workspace that is shown, and how to change that. */
export type AccountState = SignIn & {
  /** The one whose rights everything in the workspace uses. */
  readonly account: Account | null;
  readonly state: 'loading' | 'signed-out' | 'signed-in' | 'expired';
  /** Everybody who is signed in. */
  readonly accounts: readonly SignedInAccount[];
  /** Resolves to true when somebody is signed in afterwards. Without a purpose: the current account again, or anybody. */
  readonly signIn: (purpose?: SignInPurpose) => Promise<boolean>;
  readonly switchTo: (account: Account) => void;
  readonly signOut: (account: Account) => void;
};

const AccountContext = createContext<AccountState | null>(null);

const AFTER_CHANGE = ['identity.account', 'workspaces.list', 'environments.list'] as const;
const NOBODY: readonly SignedInAccount[] = [];

/** Makes `useAccount` work below it, for the workspace of the page. */
export const AccountProvider = (props: { readonly children: ReactNode }): ReactElement => {
  const workspaceId = useWorkspaceOrNone()?.id ?? null;
  const client = useQueryClient();
  const toasts = useToasts();
  const { data, loading } = useCall('identity.account', workspaceId === null ? null : { workspaceId });
  const { run: runSwitch } = useAction('identity.switchAccount', { invalidates: AFTER_CHANGE });
  const { run: runSignOut } = useAction('identity.signOut', { invalidates: AFTER_CHANGE });
  const signIns = useSignIn(workspaceId);
  const { begin } = signIns;

  const current = data?.account ?? null;
  const signIn = useCallback(
    (wanted?: SignInPurpose) => {
      const again: SignInPurpose =
        current === null ? { kind: 'account' } : { kind: 'again', accountId: current.accountId };
      return begin('browser', wanted ?? again);
    },
    [begin, current],
  );
  const switchTo = useCallback(
    ({ accountId, username }: Account) => {
      if (workspaceId === null) return;
      void runSwitch({ workspaceId, accountId }).then((result) => {
        if (!result.ok) return toasts.failure(result.error);
        toasts.success(SIGN_IN_TEXTS.switched(username));
        void askFailedAgain(client);
      });
    },
    [client, runSwitch, toasts, workspaceId],
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
      ...signIns,
      account: current,
      state: data?.state ?? (loading ? 'loading' : 'signed-out'),
      accounts: data?.accounts ?? NOBODY,
      signIn,
      switchTo,
      signOut,
    }),
    [current, data, loading, signIn, signIns, signOut, switchTo],
  );
  return <AccountContext.Provider value={value}>{props.children}</AccountContext.Provider>;
};

/** The account of the page's workspace. Throws outside an AccountProvider, which is a bug. */
export const useAccount = (): AccountState => {
  const account = useContext(AccountContext);
  if (account === null) throw new Error('useAccount needs an AccountProvider above it');
  return account;
};
