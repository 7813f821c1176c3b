import { XMLParser } from 'fast-xml-parser';
import { malformedFetch } from '../errors/fetch-faults.ts';

/** An element of a FetchXML text. Names and attributes are case-sensitive, as in the schema of FetchXML. */
export type FetchElement = {
  readonly name: string;
  readonly text: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly FetchElement[];
};

/** Deeper than any query with the service's limit of 15 links nests. */
const deepest = 60;
const attributesKey = ':@';
const textKey = '#text';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The entities that XML itself has; a text that declares others never gets here. */
const decoded = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return named[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const attributesOf = (entry: object): ReadonlyMap<string, string> => {
  const found: unknown = Reflect.get(entry, attributesKey);
  return new Map(
    found instanceof Object
      ? Object.entries(found).map(([name, value]) => [name, decoded(String(value))])
      : [],
  );
};

const textOf = (inside: readonly unknown[]): string =>
  decoded(
    inside.map((it) => (it instanceof Object ? String(Reflect.get(it, textKey) ?? '') : '')).join(''),
  ).trim();

/** The parser keeps the order of elements: a list of objects with one element name each. */
function elementsOf(list: readonly unknown[], depth: number): readonly FetchElement[] {
  if (depth > deepest) throw malformedFetch();
  return list.flatMap((entry): readonly FetchElement[] => {
    if (!(entry instanceof Object)) return [];
    const attributes = attributesOf(entry);
    return Object.entries(entry)
      .filter(([name]) => name !== attributesKey && name !== textKey)
      .map(([name, inside]) => {
        const list: readonly unknown[] = Array.isArray(inside) ? inside : [];
        return { name, attributes, text: textOf(list), children: elementsOf(list, depth + 1) };
      });
  });
}

/** Reads a text as XML; refuses a document type, so that no entity of its own is ever expanded. */
export function readElements(text: string): readonly FetchElement[] {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw malformedFetch();
  let parsed: unknown;
  try {
    const parser = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      attributeNamePrefix: '',
      processEntities: false,
      parseTagValue: false,
      parseAttributeValue: false,
      ignoreDeclaration: true,
      ignorePiTags: true,
    });
    parsed = parser.parse(text, true);
  } catch {
    throw malformedFetch();
  }
  return elementsOf(Array.isArray(parsed) ? parsed : [], 0);
}
