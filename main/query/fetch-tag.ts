/** The opening tag of a FetchXML query: where it stands, and its attributes as they are written (still encoded). */
export type FetchTag = {
  readonly start: number;
  /** Behind the closing bracket. */
  readonly end: number;
  readonly closed: boolean;
  readonly attributes: ReadonlyMap<string, string>;
};

const BEFORE = /^\uFEFF?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/;
const ATTRIBUTE = /\s+([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** Finds the `<fetch>` tag; null where the text does not begin with one. Comments and a declaration may stand before it. */
export const fetchTag = (xml: string): FetchTag | null => {
  const start = BEFORE.exec(xml)?.[0].length ?? 0;
  if (!/^<fetch[\s/>]/.test(xml.slice(start, start + 7))) return null;
  const attributes = new Map<string, string>();
  let at = start + '<fetch'.length;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(xml);
    if (found === null) break;
    attributes.set(found[1] ?? '', found[2] ?? found[3] ?? '');
    at = ATTRIBUTE.lastIndex;
  }
  const close = /^\s*(\/?)>/.exec(xml.slice(at));
  return close === null ? null : { start, end: at + close[0].length, closed: close[1] === '/', attributes };
};

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of an attribute: XML's own entities and characters by number (W3C XML 1.0 section 4.1). */
export const xmlDecoded = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return NAMED[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const ENCODED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // A parser turns these into spaces unless they are written by number (W3C XML 1.0 section 3.3.3).
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text as the value of an attribute. */
export const xmlEncoded = (text: string): string =>
  text.replaceAll(/[&<>"'\t\n\r]/g, (character) => ENCODED[character] ?? character);

/** The query with attributes of its `<fetch>` set anew or, where null, taken out; everything else stays as it was typed. */
export const withFetchAttributes = (
  xml: string,
  tag: FetchTag,
  changes: Readonly<Record<string, string | null>>,
): string => {
  const attributes = new Map([...tag.attributes].map(([name, raw]) => [name, raw.replaceAll('"', '&quot;')]));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) attributes.delete(name);
    else attributes.set(name, xmlEncoded(value));
  }
  const written = [...attributes].map(([name, value]) => ` ${name}="${value}"`).join('');
  return `${xml.slice(0, tag.start)}<fetch${written}${tag.closed ? ' /' : ''}>${xml.slice(tag.end)}`;
};
