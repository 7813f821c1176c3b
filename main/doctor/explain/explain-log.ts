import type { Explained, Finding } from '../../../preload/contract/explain.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { MAX_FINDINGS } from '../../../preload/contract/words/finding.ts';
import { explainText, keyOf } from './explain-text.ts';

/** So much is explained in one go: a few tenths of a second. */
const CHUNK = 256 * 1024;
/** How far before its end a chunk may be cut, so that one message stays in one. */
const SEAM = 32 * 1024;

/** Where a chunk ends: after an empty line, else after a line, else where it must. */
const chunkEnd = (text: string, from: number): number => {
  const longest = from + CHUNK;
  if (longest >= text.length) return text.length;
  for (const seam of ['\n\n', '\n']) {
    const at = text.lastIndexOf(seam, longest - seam.length);
    if (at >= longest - SEAM) return at + seam.length;
  }
  return longest;
};

const linesIn = (text: string): number => text.split('\n').length - 1;

/** How a long text is gone through. */
export type LogPorts = {
  /** How many characters have been read. */
  readonly told: (done: number) => Promise<void>;
  /** Lets everything else have its turn. */
  readonly breathe: () => Promise<void>;
};

/**
 * Explains a text of any length, piece by piece, between which it can be given up. What is one error in several pieces is one finding with
 * all its times; the most frequent stand first.
 */
export const explainLog = async (
  text: string,
  { breathe, told }: LogPorts,
  signal: AbortSignal,
): Promise<Result<Explained>> => {
  const found = new Map<string, Finding>();
  let lines = 0;
  let left = 0;
  for (let from = 0; from < text.length;) {
    await breathe();
    if (signal.aborted) return failed('cancelled');
    const end = chunkEnd(text, from);
    const piece = text.slice(from, end);
    const explained = explainText(piece);
    left += explained.left;
    for (const one of explained.findings) {
      const key = keyOf(one);
      const before = found.get(key);
      if (before !== undefined) found.set(key, { ...before, count: before.count + one.count });
      else if (found.size >= MAX_FINDINGS) left += 1;
      else {
        const { fromLine, toLine } = one.excerpt;
        const excerpt = { ...one.excerpt, fromLine: fromLine + lines, toLine: toLine + lines };
        found.set(key, { ...one, excerpt });
      }
    }
    lines += linesIn(piece);
    from = end;
    await told(end);
  }
  const findings = [...found.values()].toSorted((a, b) => b.count - a.count);
  return ok({ findings, left, lines: text === '' ? 0 : lines + 1 });
};
