/** Ids of assertions that were used, until the assertions end. */
export type UsedAssertions = {
  /** Notes an id; false when it was there already. */
  use(id: string, until: number): boolean;
};

/** Remembers nothing at first. */
export function createUsedAssertions(now: () => number): UsedAssertions {
  const used = new Map<string, number>();
  return {
    use: (id, until) => {
      for (const [known, end] of used) {
        if (end > now()) break;
        used.delete(known);
      }
      if (used.has(id)) {
        return false;
      }
      used.set(id, until);
      return true;
    },
  };
}
