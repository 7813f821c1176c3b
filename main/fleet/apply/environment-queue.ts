/** Runs work of one environment one after another, also across operations; different environments do not wait for each other. */
export type EnvironmentQueue = <Value>(environmentId: string, work: () => Promise<Value>) => Promise<Value>;

/** A queue per environment, forgotten when it is empty. */
export const createEnvironmentQueue = (): EnvironmentQueue => {
  const last = new Map<string, Promise<unknown>>();
  return async (environmentId, work) => {
    const before = last.get(environmentId) ?? Promise.resolve();
    // Whatever became of the work before, this one is its own.
    const mine = before.then(work, work);
    last.set(environmentId, mine);
    try {
      return await mine;
    } finally {
      if (last.get(environmentId) === mine) last.delete(environmentId);
    }
  };
};
