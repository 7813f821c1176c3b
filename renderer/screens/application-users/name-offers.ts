import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';

/** A name that can be chosen, and where it is missing. */
export type PlacementOffer = {
  readonly name: string;
  readonly in: readonly EnvironmentId[];
  /** Environments that were read and do not have it. */
  readonly missingIn: readonly EnvironmentId[];
};

/** Names of the environments that have answered: those that exist everywhere first, then by name. */
export const placementOffers = (
  names: ReadonlyMap<EnvironmentId, readonly string[]>,
  environments: readonly EnvironmentId[],
): readonly PlacementOffer[] => {
  const read = environments.filter((id) => names.has(id));
  const found = new Map<string, EnvironmentId[]>();
  for (const id of read)
    for (const name of names.get(id) ?? []) found.set(name, [...(found.get(name) ?? []), id]);
  return [...found]
    .map(([name, has]): PlacementOffer => {
      const there = new Set(has);
      return { name, in: has, missingIn: read.filter((id) => !there.has(id)) };
    })
    .toSorted(
      (a, b) =>
        Number(a.missingIn.length > 0) - Number(b.missingIn.length > 0) || a.name.localeCompare(b.name),
    );
};
