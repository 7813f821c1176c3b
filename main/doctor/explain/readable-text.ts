/** What escapes stand for in JSON, in HTML and in JSON within JSON; a line stays a line, so that places can be told. */
const ESCAPE =
  /\\{1,16}u00([0-9a-f]{2})|\\{1,16}([rnt])(?![a-z0-9])|\\{1,16}([rnt])(?=[A-Z0-9])|\\{1,16}(["'/])|&(quot|apos|#39|#x27|#34|amp|lt|gt|nbsp);/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  '#34': '"',
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
};
/** The answer of a sign-in page as the query of an address (RFC 6749, 4.1.2.1). */
const IN_ADDRESS = /error(?:_description|_codes)?=[^\s"'<>]{1,8000}/gi;

/** JSON that stands in an address or a log as a whole, percent-encoded. */
const ENCODED_JSON = /%7b%22[^\s"'<>]{1,8000}/gi;

const printable = (hex: string): string => {
  const code = Number.parseInt(hex, 16);
  return code < 32 ? ' ' : String.fromCharCode(code);
};

const decoded = (part: string): string => {
  if (!part.includes('%') && !part.includes('+')) return part;
  const spaced = part.replaceAll('+', ' ').replaceAll(/%0[ad]/gi, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced.replaceAll(/%([2-7][0-9a-f])/gi, (_all, hex: string) => printable(hex));
  }
};

/** The text without escapes, with as many lines as before. */
export const readableText = (text: string): string => {
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const unescaped =
    plain.includes('\\') || plain.includes('&')
      ? plain.replaceAll(
          ESCAPE,
          (_all, hex?: string, space?: string, upper?: string, sign?: string, entity?: string) =>
            hex !== undefined
              ? printable(hex)
              : space !== undefined || upper !== undefined
                ? ' '
                : (sign ?? ENTITIES[(entity ?? '').toLowerCase()] ?? ' '),
        )
      : plain;
  return unescaped.includes('%')
    ? unescaped.replaceAll(IN_ADDRESS, decoded).replaceAll(ENCODED_JSON, decoded)
    : unescaped;
};
