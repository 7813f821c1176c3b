import { NETWORK_SIGNS } from './network-signs.ts';
import { SERVICE_SIGNS } from './service-signs.ts';
import { SIGN_IN_SIGNS } from './sign-in-signs.ts';
import type { Sign } from './sign.ts';
import { STATUS_SIGNS } from './status-signs.ts';

/** Everything that is known by words. */
export const SIGNS: readonly Sign[] = [...NETWORK_SIGNS, ...SERVICE_SIGNS, ...SIGN_IN_SIGNS, ...STATUS_SIGNS];

type Phrase = { readonly words: string; readonly sign: Sign };

const WORD = /[a-z0-9_]+/;

const build = (): ReadonlyMap<string, readonly Phrase[]> => {
  const index = new Map<string, Phrase[]>();
  for (const sign of SIGNS) {
    for (const words of sign.words) {
      const first = WORD.exec(words)?.[0] ?? words;
      const phrases = index.get(first);
      if (phrases === undefined) index.set(first, [{ words, sign }]);
      else phrases.push({ words, sign });
    }
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return index;
};

let built: ReadonlyMap<string, readonly Phrase[]> | null = null;

/** The sign whose words stand at `at`, beginning with `word`; the longest where several do. `text` is lower case. */
export const signAt = (
  text: string,
  at: number,
  word: string,
): { readonly sign: Sign; readonly length: number } | null => {
  const phrases = (built ??= build()).get(word);
  if (phrases === undefined) return null;
  for (const { words, sign } of phrases)
    if (text.startsWith(words, at)) return { sign, length: words.length };
  return null;
};

/** The sign of an HTTP status; null for one that says nothing by itself. */
export const signOfStatus = (number: string): Sign | null =>
  STATUS_SIGNS.find(({ id }) => id === `HTTP ${number}`) ?? null;
