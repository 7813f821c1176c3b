/** Sends only the newest event of each key, so that a slow reader never slows the work that is told about. */
export type LatestEvents<Event> = {
  readonly tell: (key: string, event: Event) => void;
  /** Resolves when everything told so far has been sent; rejects when sending failed. */
  readonly drained: () => Promise<void>;
};

/** Starts sending at the first `tell`; one event is on its way at a time. */
export const latestEvents = <Event>(emit: (event: Event) => Promise<void>): LatestEvents<Event> => {
  const waiting = new Map<string, Event>();
  let sending: Promise<void> | null = null;
  let problem: { readonly thrown: unknown } | null = null;

  const send = async (): Promise<void> => {
    try {
      // A Map's iterator also visits what is added while it runs.
      for (const [key, event] of waiting) {
        waiting.delete(key);
        await emit(event);
      }
    } catch (thrown) {
      problem ??= { thrown };
    }
    sending = null;
  };

  return {
    tell: (key, event) => {
      waiting.set(key, event);
      sending ??= send();
    },
    drained: async () => {
      while (sending !== null) await sending;
      if (problem !== null) throw problem.thrown;
    },
  };
};
