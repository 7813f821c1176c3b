import type { Explained } from '../../../../preload/contract/explain.ts';

/** Lines that are kept before and after what was recognised: what led to it, and its stack. */
const BEFORE = 15;
const AFTER = 40;

type Stretch = { readonly from: number; readonly to: number };

/** Stretches in the order of the text; what overlaps is one. */
const merged = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const result: Stretch[] = [];
  for (const next of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || next.from > last.to) result.push(next);
    else result.splice(-1, 1, { from: last.from, to: Math.max(last.to, next.to) });
  }
  return result;
};

/**
 * The part of a text that a support pack is made from: all of it where it fits, else the lines around what was recognised, the most
 * frequent first as far as there is room; the beginning where none of them fits. `fitting` cuts a text down to what one request takes.
 */
export const packedPart = (
  text: string,
  { findings }: Explained,
  fitting: (text: string) => string,
): string => {
  const beginning = fitting(text);
  if (beginning.length === text.length) return text;
  const lines = text.split(/\r\n|\r|\n/);
  const written = (stretches: readonly Stretch[]): string =>
    merged(stretches)
      .map(({ from, to }) => lines.slice(from, to).join('\n'))
      .join('\n\n');
  let kept: readonly Stretch[] = [];
  for (const { excerpt } of findings) {
    const more = [
      ...kept,
      {
        from: Math.max(0, excerpt.fromLine - 1 - BEFORE),
        to: Math.min(lines.length, excerpt.toLine + AFTER),
      },
    ];
    const part = written(more);
    if (fitting(part).length === part.length) kept = more;
  }
  return kept.length === 0 ? beginning : written(kept);
};
