import type { Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';

type Pending = {
  readonly workspaceId: WorkspaceId;
  readonly controller: AbortController;
  readonly done: Promise<unknown>;
};

/** Lets one sign-in at a time wait for the person. */
export type OneSignIn = {
  /** Ends the sign-in that waits, which comes back as cancelled, and runs this one. */
  readonly run: <Value>(
    workspaceId: WorkspaceId,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<Result<Value>>,
  ) => Promise<Result<Value>>;
  /** Ends the one that waits for this workspace; resolves when nothing of it goes on. */
  readonly giveUp: (workspaceId: WorkspaceId) => Promise<void>;
};

/** Makes it with nobody waiting. */
export const createOneSignIn = (): OneSignIn => {
  let pending: Pending | null = null;
  return {
    run: async (workspaceId, signal, work) => {
      const controller = new AbortController();
      const before = pending;
      before?.controller.abort();
      const start = async () => {
        await before?.done;
        return work(AbortSignal.any([signal, controller.signal]));
      };
      const running = start();
      const mine: Pending = { workspaceId, controller, done: running.catch(() => null) };
      pending = mine;
      try {
        return await running;
      } finally {
        if (pending === mine) pending = null;
      }
    },
    giveUp: async (workspaceId) => {
      if (pending?.workspaceId !== workspaceId) return;
      pending.controller.abort();
      await pending.done;
    },
  };
};
