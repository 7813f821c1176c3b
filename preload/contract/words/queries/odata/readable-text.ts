/** Text as the service reads it, with the place of each of its characters in what was typed (`at` has one more: the end). */
export type ReadableText = { readonly text: string; readonly at: readonly number[] };

const decoded = (run: string): string | null => {
  try {
    return decodeURIComponent(run);
  } catch {
    return null;
  }
};

/**
 * Percent-decodes a stretch of a query. A percent sign that encodes nothing is data (the console encodes it when it sends),
 * so that what was copied from a browser and what was typed by hand read alike.
 */
export const readableText = (typed: string, from: number, to: number): ReadableText => {
  const raw = typed.slice(from, to);
  const at: number[] = [];
  const parts: string[] = [];
  let index = 0;
  for (const escapes of raw.matchAll(/(?:%[0-9a-f]{2}){1,1000}/gi)) {
    const plain = decoded(escapes[0]);
    if (plain === null) continue;
    parts.push(raw.slice(index, escapes.index), plain);
    for (; index < escapes.index; index += 1) at.push(from + index);
    // Every character stands for its own escapes; how many follows from its UTF-8 form.
    for (const character of plain) {
      for (let unit = 0; unit < character.length; unit += 1) at.push(from + index);
      index += encodedLength(character);
    }
  }
  parts.push(raw.slice(index));
  for (; index <= raw.length; index += 1) at.push(from + index);
  return { text: parts.join(''), at };
};

const encodedLength = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return 3 * (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4);
};
