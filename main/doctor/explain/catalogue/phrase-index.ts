type Phrase<Value> = { readonly words: string; readonly value: Value };

const FIRST_WORD = /[a-z0-9_]+/;

/** Finds which of many phrases stands at a place; `word` is the word that begins there. All is lower case; the longest phrase wins. */
export type FindPhrase<Value> = (
  text: string,
  at: number,
  word: string,
) => { readonly value: Value; readonly length: number } | null;

/** Makes the finder; the phrases are put in order when it is first asked. */
export const phraseIndex = <Value>(phrases: () => readonly Phrase<Value>[]): FindPhrase<Value> => {
  let built: ReadonlyMap<string, readonly Phrase<Value>[]> | null = null;
  const build = (): ReadonlyMap<string, readonly Phrase<Value>[]> => {
    const index = new Map<string, Phrase<Value>[]>();
    for (const phrase of phrases()) {
      const first = FIRST_WORD.exec(phrase.words)?.[0] ?? phrase.words;
      const others = index.get(first);
      if (others === undefined) index.set(first, [phrase]);
      else others.push(phrase);
    }
    for (const others of index.values()) others.sort((a, b) => b.words.length - a.words.length);
    return index;
  };
  return (text, at, word) => {
    for (const { words, value } of (built ??= build()).get(word) ?? [])
      if (text.startsWith(words, at)) return { value, length: words.length };
    return null;
  };
};
