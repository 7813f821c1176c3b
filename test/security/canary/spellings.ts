/** How a text can stand in a file, a message or the memory of a program: the bytes to look for, by the name of the spelling. */
export type Spellings = ReadonlyMap<string, Buffer>;

const everyPercent = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');

/**
 * Base64 of a text that stands somewhere inside more text: what comes before it shifts the groups of three bytes, so there are three
 * ways, each without the letters that depend on its neighbours.
 */
const base64Inside = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].map((skipped) => {
    const inner = bytes.subarray(skipped);
    return inner.subarray(0, inner.length - (inner.length % 3)).toString('base64');
  });

const base64Url = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_');

/** Every spelling in which a secret could have been left somewhere. */
export const spellingsOf = (secret: string): Spellings => {
  const utf8 = Buffer.from(secret);
  const utf16 = Buffer.from(secret, 'utf16le');
  const texts: Record<string, string> = {
    json: JSON.stringify(secret).slice(1, -1),
    'json in json': JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
    'form or query': new URLSearchParams({ s: secret }).toString().slice(2),
    'percent, where needed': encodeURIComponent(secret),
    percent: everyPercent(secret),
    html: secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    hex: utf8.toString('hex'),
    HEX: utf8.toString('hex').toUpperCase(),
    backwards: Array.from(secret).toReversed().join(''),
  };
  for (const [index, text] of base64Inside(utf8).entries()) {
    texts[`base64, shifted by ${index}`] = text;
    texts[`base64url, shifted by ${index}`] = base64Url(text);
  }
  for (const [index, text] of base64Inside(utf16).entries())
    texts[`base64 of utf16, shifted by ${index}`] = text;
  return new Map([
    ['utf8', utf8],
    ['utf16le', utf16],
    ['utf16be', Buffer.from(utf16).swap16()],
    ...Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)] as const),
  ]);
};
