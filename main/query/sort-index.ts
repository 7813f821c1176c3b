import type { Breathe } from './time-slice.ts';

/** Rows sorted in one go, and steps of merging between two breaths. */
const BLOCK = 4096;

/**
 * Sorts row numbers by merging sorted blocks, in slices. Stable when `compare` breaks ties by row number. Null when it
 * was cancelled.
 */
export const sortIndex = async (
  index: Uint32Array,
  compare: (a: number, b: number) => number,
  breathe: Breathe,
): Promise<Uint32Array | null> => {
  for (let start = 0; start < index.length; start += BLOCK) {
    index.subarray(start, start + BLOCK).sort(compare);
    if (!(await breathe())) return null;
  }
  let from: Uint32Array = index;
  let to: Uint32Array = new Uint32Array(index.length);
  for (let width = BLOCK; width < index.length; width *= 2) {
    for (let low = 0; low < index.length; low += 2 * width) {
      const middle = Math.min(low + width, index.length);
      const high = Math.min(low + 2 * width, index.length);
      let left = low;
      let right = middle;
      for (let at = low; at < high; at += 1) {
        const a = from[left] ?? 0;
        const b = from[right] ?? 0;
        const takeLeft = right >= high || (left < middle && compare(a, b) <= 0);
        to[at] = takeLeft ? a : b;
        if (takeLeft) left += 1;
        else right += 1;
        if (at % BLOCK === 0 && !(await breathe())) return null;
      }
    }
    [from, to] = [to, from];
  }
  return from;
};
