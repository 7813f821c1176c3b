/** A source of numbers that depends on its seed alone (mulberry32). */
export type Random = {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** A whole number in [0, below). */
  readonly below: (below: number) => number;
  /** One element of a list; an empty list is a mistake. */
  readonly pick: <T>(list: readonly T[]) => T;
};

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619);
  return hash >>> 0;
}

/** A random source for a purpose, such as `<organization id>/contacts`. */
export function randomFor(purpose: string): Random {
  let state = hashOf(purpose);
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[below(list.length)];
    if (chosen === undefined) throw new Error(`Nothing to pick from for '${purpose}'.`);
    return chosen;
  };
  return { next, below, pick };
}
