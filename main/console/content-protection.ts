/** Runs until the signal aborts, and tells once whether the window is protected meanwhile. */
export type ContentProtection = (
  signal: AbortSignal,
  told: (isProtected: boolean) => Promise<void>,
) => Promise<void>;

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Counts who holds the protection: it is on while anybody does, and off with the last one. */
export const createContentProtection = (protect: (on: boolean) => boolean): ContentProtection => {
  let holders = 0;
  return async (signal, told) => {
    if (signal.aborted) return;
    holders += 1;
    try {
      await told(protect(true));
      await aborted(signal);
    } finally {
      holders -= 1;
      if (holders === 0) protect(false);
    }
  };
};
