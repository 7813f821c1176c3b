import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { SignInPurpose } from '../../preload/contract/identity.ts';
import type { EventOf } from '../../preload/contract/index.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import { SHELL_TEXTS, SIGN_IN_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { askFailedAgain, readAgain, useAction, useStream } from '../bridge/index.ts';
import { useToasts } from '../ui/index.ts';

/** Where the person signs in: in this machine's browser, or with a code in any other. */
type SignInWay = 'browser' | 'code';

/** A sign-in that waits for the person, or has failed. */
type SignInAttempt = {
  readonly way: SignInWay;
  readonly purpose: SignInPurpose;
  /** What to type and where; null until it is there, and in the browser. */
  readonly code: EventOf<'identity.signInWithCode'> | null;
  /** Why it failed; null while it waits. */
  readonly error: AppError | null;
};

/** Signing in, and how far it is. */
export type SignIn = {
  readonly attempt: SignInAttempt | null;
  /** True while a sign-in waits for the person. */
  readonly signingIn: boolean;
  /**
   * Resolves to true when somebody has signed in, also at another try in the panel of one that failed, so that what asked for it goes on;
   * to false when it is put away. One that waits already goes over into this one.
   */
  readonly begin: (way: SignInWay, purpose: SignInPurpose) => Promise<boolean>;
  /** Gives up one that waits, or puts one away that has failed. */
  readonly cancelSignIn: () => void;
};

const AFTER_SIGN_IN = ['identity.account', 'workspaces.list', 'environments.list'] as const;
const GIVEN_UP: readonly AppError['code'][] = ['cancelled', 'sign-in-cancelled'];

/** Signs people in to a workspace; leaving the workspace gives up what waits there. */
export const useSignIn = (workspaceId: WorkspaceId | null): SignIn => {
  const client = useQueryClient();
  const toasts = useToasts();
  const browser = useAction('identity.signIn', { invalidates: AFTER_SIGN_IN });
  const code = useStream('identity.signInWithCode', {
    scope: workspaceId ?? 'none',
    title: SIGN_IN_TEXTS.code.operation,
    initial: null as EventOf<'identity.signInWithCode'> | null,
    reduce: (_before, event) => event,
  });
  const [attempt, setAttempt] = useState<Omit<SignInAttempt, 'code'> | null>(null);
  const latest = useRef(0);
  const waiting = useRef<((signedIn: boolean) => void)[]>([]);
  const { run, cancel: cancelBrowser } = browser;
  const { start, cancel: cancelCode } = code;

  const settle = useCallback((signedIn: boolean) => {
    const all = waiting.current;
    waiting.current = [];
    for (const resolve of all) resolve(signedIn);
  }, []);
  const giveUp = useCallback(() => {
    latest.current += 1;
    setAttempt(null);
    settle(false);
    cancelBrowser();
    cancelCode();
  }, [cancelBrowser, cancelCode, settle]);
  const leave = useRef(giveUp);
  useEffect(() => {
    leave.current = () => {
      // Its page stays open in the browser and leads nowhere any more.
      if (attempt !== null && attempt.error === null) toasts.info(SIGN_IN_TEXTS.left, SIGN_IN_TEXTS.leftText);
      giveUp();
    };
  });
  // Its answer must not reach another client's page.
  useEffect(() => () => leave.current(), [workspaceId]);

  const attemptIt = useCallback(
    async (way: SignInWay, purpose: SignInPurpose, workspace: WorkspaceId) => {
      latest.current += 1;
      const mine = latest.current;
      if (way === 'code') cancelBrowser();
      setAttempt({ way, purpose, error: null });
      const result = await (way === 'browser' ? run : start)({ workspaceId: workspace, purpose });
      if (result.ok && way === 'code') await readAgain(client, AFTER_SIGN_IN);
      if (result.ok) void askFailedAgain(client);
      if (latest.current !== mine) return;
      if (result.ok) {
        setAttempt(null);
        toasts.success(SHELL_TEXTS.signedIn, result.value.account?.username);
        settle(true);
        return;
      }
      const { error } = result;
      const givenUp = GIVEN_UP.includes(error.code);
      setAttempt(givenUp ? null : { way, purpose, error });
      if (givenUp) settle(false);
      if (error.code === 'sign-in-cancelled') toasts.info(SIGN_IN_TEXTS.cancelled);
    },
    [cancelBrowser, client, run, settle, start, toasts],
  );
  const begin = useCallback(
    (way: SignInWay, purpose: SignInPurpose): Promise<boolean> => {
      if (workspaceId === null) return Promise.resolve(false);
      const outcome = new Promise<boolean>((resolve) => waiting.current.push(resolve));
      void attemptIt(way, purpose, workspaceId);
      return outcome;
    },
    [attemptIt, workspaceId],
  );

  const shown = code.running ? code.data : null;
  return useMemo(
    () => ({
      attempt: attempt === null ? null : { ...attempt, code: attempt.way === 'code' ? shown : null },
      signingIn: attempt !== null && attempt.error === null,
      begin,
      cancelSignIn: giveUp,
    }),
    [attempt, begin, giveUp, shown],
  );
};
