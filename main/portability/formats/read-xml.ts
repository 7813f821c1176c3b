import { XMLParser } from 'fast-xml-parser';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { importFailed } from '../import-failure.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities that XML itself has, and characters by number (W3C XML 1.0 section 4.1); others stay as they stand. */
const decoded = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? whole;
      const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

/** An element: its texts by lower-case name, and the elements in it. */
export type XmlElement = {
  readonly name: string;
  readonly text: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
};

const DEEPEST = 40;
const ATTRIBUTES = ':@';
const TEXT = '#text';

const attributesOf = (value: unknown): ReadonlyMap<string, string> =>
  new Map(
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([name, one]) => [name.toLowerCase(), decoded(String(one))])
      : [],
  );

/** The parser keeps order: a list of objects with one element name each. */
const elementsOf = (list: unknown, depth: number): readonly XmlElement[] => {
  if (!Array.isArray(list) || depth > DEEPEST) return [];
  return list.flatMap((entry: unknown): readonly XmlElement[] => {
    if (typeof entry !== 'object' || entry === null) return [];
    const attributes = attributesOf(Reflect.get(entry, ATTRIBUTES));
    return Object.entries(entry)
      .filter(([name]) => name !== ATTRIBUTES && name !== TEXT)
      .map(([name, inside]) => ({
        name: name.toLowerCase(),
        attributes,
        text: Array.isArray(inside)
          ? decoded(
              inside
                .map((one: unknown) => (one instanceof Object ? String(Reflect.get(one, TEXT) ?? '') : ''))
                .join(''),
            )
          : '',
        children: elementsOf(inside, depth + 1),
      }));
  });
};

/**
 * Reads XML without ever expanding an entity that the text itself declares: a text with a document type is refused, which takes entity
 * bombs and external entities with it (OWASP: XML External Entity Prevention).
 */
export const readXml = (text: string): Result<readonly XmlElement[]> => {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return importFailed('xml-entities');
  try {
    const parser = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      attributeNamePrefix: '',
      processEntities: false,
      htmlEntities: false,
      parseTagValue: false,
      parseAttributeValue: false,
      ignoreDeclaration: true,
      ignorePiTags: true,
    });
    const parsed: unknown = parser.parse(text, true);
    return ok(elementsOf(parsed, 0));
  } catch {
    return importFailed('xml');
  }
};

/** Every element with this name, at any depth. */
export const elementsNamed = (elements: readonly XmlElement[], name: string): readonly XmlElement[] =>
  elements.flatMap((one) => (one.name === name ? [one] : elementsNamed(one.children, name)));

/** Text of the first child with one of the names that has any; empty for none. */
export const childText = (of: XmlElement, ...names: readonly string[]): string => {
  for (const name of names) {
    const text = of.children.find((one) => one.name === name)?.text.trim() ?? '';
    if (text !== '') return text;
  }
  return '';
};
