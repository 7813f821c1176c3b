import type { Explained, Finding } from '../../../../preload/contract/explain.ts';

/** Lines that are kept before and after what was recognised: what led to it, and its stack. */
const BEFORE = 15;
const AFTER = 40;

/** Where lines are too long for that: so many characters, most of them behind what was recognised; the first number that fits. */
const WIDTHS = [50_000, 5_000, 400];
const WIDTH_BEFORE = 0.25;

/** Places of the text. */
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

/** Where each line begins, and the end of the text. */
const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return [...starts, text.length + 1];
};

/** Where in its lines an error stands: what is shown of it may be redacted, so its codes are looked for, then its beginning. */
const placeIn = (text: string, { codes, excerpt }: Finding, { from, to }: Stretch): number => {
  const lines = text.slice(from, to);
  const shown = excerpt.text.replace(/^…/, '');
  for (const sign of [shown, ...codes, shown.slice(0, 40)]) {
    const at = sign === '' ? -1 : lines.indexOf(sign);
    if (at !== -1) return from + at;
  }
  return from;
};

/**
 * The part of a text that a support pack is made from: all of it where it fits, else the lines around what was recognised, the most
 * frequent first as far as there is room, of a long line what stands around the error; the beginning where none of them fits. `fitting`
 * cuts a text down to what one request takes.
 */
export const packedPart = (
  pasted: string,
  { findings }: Explained,
  fitting: (text: string) => string,
): string => {
  if (fitting(pasted).length === pasted.length) return pasted;
  const text = pasted.replaceAll(/\r\n?/g, '\n');
  const starts = lineStarts(text);
  const startOf = (line: number): number =>
    starts[Math.max(0, Math.min(starts.length - 1, line))] ?? text.length;
  const written = (stretches: readonly Stretch[]): string =>
    merged(stretches)
      .map(({ from, to }) => {
        const cut = (at: number) => at > 0 && at < text.length && text[at - 1] !== '\n' && text[at] !== '\n';
        return `${cut(from) ? '…' : ''}${text.slice(from, to)}${cut(to) ? '…' : ''}`;
      })
      .join('\n\n');
  const stretchesOf = (finding: Finding): readonly Stretch[] => {
    const { fromLine, toLine } = finding.excerpt;
    const own = { from: startOf(fromLine - 1), to: startOf(toLine) - 1 };
    const at = placeIn(text, finding, own);
    const around = WIDTHS.map((width) => ({
      from: Math.max(own.from, at - Math.round(width * WIDTH_BEFORE)),
      to: Math.min(own.to, at + Math.round(width * (1 - WIDTH_BEFORE))),
    }));
    return [{ from: startOf(fromLine - 1 - BEFORE), to: startOf(toLine + AFTER) - 1 }, ...around];
  };
  let kept: readonly Stretch[] = [];
  for (const finding of findings) {
    const more = stretchesOf(finding)
      .map((stretch) => [...kept, stretch])
      .find((some) => fitting(written(some)).length === written(some).length);
    kept = more ?? kept;
  }
  return kept.length === 0 ? fitting(pasted) : written(kept);
};
