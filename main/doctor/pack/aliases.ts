/** Made-up names for values, the same for the same value everywhere in a pack. */
export type Aliases = {
  /** The name of a value; one that is new gets the next number of its noun. */
  readonly of: (noun: string, value: string) => string;
  /** What stands for a value that was seen already; null when it was not. */
  readonly known: (value: string) => string | null;
  /** Every value with its name, the longest first, so that a part is not replaced before the whole. */
  readonly all: () => readonly (readonly [value: string, alias: string])[];
  readonly count: () => number;
};

const plain = (value: string): string =>
  value
    .trim()
    .toLowerCase()
    .replace(/^\{(.*)\}$/, '$1');

/** Nothing has a name yet. */
export const createAliases = (): Aliases => {
  const names = new Map<string, string>();
  const next = new Map<string, number>();
  return {
    of: (noun, value) => {
      const key = plain(value);
      const known = names.get(key);
      if (known !== undefined) return known;
      const number = (next.get(noun) ?? 0) + 1;
      next.set(noun, number);
      const alias = noun.includes('*') ? noun.replace('*', String(number)) : `${noun} ${number}`;
      names.set(key, alias);
      return alias;
    },
    known: (value) => names.get(plain(value)) ?? null,
    all: () => [...names].toSorted(([a], [b]) => b.length - a.length),
    count: () => names.size,
  };
};
