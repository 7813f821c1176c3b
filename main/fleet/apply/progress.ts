import type { StepProgress } from '../../../preload/contract/fleet.ts';

/** Sends progress in order without holding up the work: a slow window must not delay a change. */
export type Progress = {
  readonly tell: (event: StepProgress) => void;
  /** Resolves when everything was sent, or nobody listens any more. */
  readonly sent: () => Promise<void>;
};

/** Wraps an `emit` that rejects once its stream was cancelled; from then on events are dropped, the journal has them. */
export const createProgress = (emit: (event: StepProgress) => Promise<void>): Progress => {
  let chain = Promise.resolve();
  let listening = true;
  const send = async (event: StepProgress): Promise<void> => {
    if (!listening) return;
    try {
      await emit(event);
    } catch {
      listening = false;
    }
  };
  return {
    tell: (event) => {
      chain = chain.then(() => send(event));
    },
    sent: () => chain,
  };
};
