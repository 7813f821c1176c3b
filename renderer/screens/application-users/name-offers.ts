import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';

/** A name that can be chosen, and where it is missing. */
export type NameOffer = {
  readonly name: string;
  readonly in: readonly EnvironmentId[];
  /** Environments that were read and do not have it. */
  readonly missingIn: readonly EnvironmentId[];
};

/** Names of the environments that have answered: those that exist everywhere first, then by name. */
export const nameOffers = (
  names: ReadonlyMap<EnvironmentId, readonly string[]>,
  environments: readonly EnvironmentId[],
): readonly NameOffer[] => {
  const read = environments.filter((id) => names.has(id));
  const found = new Map<string, Set<EnvironmentId>>();
  for (const id of read)
    for (const name of names.get(id) ?? []) found.set(name, (found.get(name) ?? new Set()).add(id));
  return [...found]
    .map(([name, has]): NameOffer => ({
      name,
      in: [...has],
      missingIn: read.filter((id) => !has.has(id)),
    }))
    .toSorted(
      (a, b) =>
        Number(a.missingIn.length > 0) - Number(b.missingIn.length > 0) || a.name.localeCompare(b.name),
    );
};
