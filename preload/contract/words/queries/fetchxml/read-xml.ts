import { queryFault } from '../query-fault.ts';
import type { FaultCode, QueryFault } from '../query-fault.ts';
import type { XmlAttribute, XmlElement, XmlNode } from './xml.ts';

const NAME = /[\p{L}_:][\p{L}\p{N}_:.-]*/uy;
const SPACE = /\s+/y;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const LONGEST = 500_000;
/** Deeper than any query; a stack is finite. */
const DEEPEST = 60;

type Open = {
  readonly name: string;
  readonly from: number;
  readonly attributes: readonly XmlAttribute[];
  readonly nameEnd: number;
  readonly children: XmlNode[];
};

/** The one root element, or what is wrong; what comes after the first fault of form is not looked at. */
export type ReadXml = { readonly root: XmlElement | null; readonly faults: readonly QueryFault[] };

/**
 * Reads XML with the place of everything (W3C XML 1.0: elements, attributes, the five named and all numeric references, comments, CDATA).
 * A document type and processing instructions are refused: FetchXML has none, and a document type could name files.
 */
export const readXml = (text: string): ReadXml => {
  const faults: QueryFault[] = [];
  const stack: Open[] = [];
  let root: XmlElement | null = null;
  let at = 0;
  const fail = (code: FaultCode, from: number, to: number, value = '', instead = ''): ReadXml => ({
    root: null,
    faults: [
      ...faults,
      queryFault(code, { from, to: Math.min(text.length, Math.max(to, from + 1)) }, value, instead),
    ],
  });
  const match = (pattern: RegExp, index: number): string => {
    pattern.lastIndex = index;
    return pattern.exec(text)?.[0] ?? '';
  };
  const unescaped = (raw: string, from: number): string =>
    raw.replaceAll(
      /&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,10})?(;?)/gi,
      (whole, name: string | undefined, end: string, index: number) => {
        const code =
          name?.startsWith('#x') === true || name?.startsWith('#X') === true
            ? Number.parseInt(name.slice(2), 16)
            : Number(name?.slice(1));
        const character =
          name?.startsWith('#') === true
            ? code > 0 && code <= 0x10_ff_ff
              ? String.fromCodePoint(code)
              : undefined
            : NAMED.get(name ?? '');
        if (character !== undefined && end === ';') return character;
        faults.push(
          queryFault(
            'xml-reference',
            { from: from + index, to: from + index + whole.length },
            whole,
            '&amp;',
          ),
        );
        return whole;
      },
    );
  const add = (node: XmlNode): void => {
    stack.at(-1)?.children.push(node);
  };
  const close = (open: Open, to: number): XmlElement => ({
    kind: 'element',
    name: open.name,
    nameSpan: { from: open.from + 1, to: open.nameEnd },
    attributes: open.attributes,
    children: open.children,
    from: open.from,
    to,
  });

  if (text.length > LONGEST) return fail('too-deep', 0, text.length);
  while (at < text.length) {
    const tag = text.indexOf('<', at);
    const textEnd = tag === -1 ? text.length : tag;
    const plain = text.slice(at, textEnd);
    if (plain.trim() !== '' && plain.trim() !== '\uFEFF') {
      if (stack.length === 0)
        return fail(
          'xml-text',
          at + (plain.length - plain.trimStart().length),
          textEnd,
          plain.trim().slice(0, 40),
        );
      add({ kind: 'text', text: unescaped(plain, at), from: at, to: textEnd });
    }
    if (tag === -1) break;
    at = tag;
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      if (end === -1) return fail('xml-unclosed', at, at + 4, '<!--', '-->');
      add({ kind: 'comment', text: text.slice(at + 4, end), from: at, to: end + 3 });
      at = end + 3;
      continue;
    }
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at);
      if (end === -1 || stack.length === 0) return fail('xml-unclosed', at, at + 9, '<![CDATA[', ']]>');
      add({ kind: 'text', text: text.slice(at + 9, end), from: at, to: end + 3 });
      at = end + 3;
      continue;
    }
    if (text.startsWith('<?xml ', at) && root === null && stack.length === 0) {
      const end = text.indexOf('?>', at);
      if (end === -1) return fail('xml-unclosed', at, at + 5, '<?xml', '?>');
      at = end + 2;
      continue;
    }
    if (text[at + 1] === '!' || text[at + 1] === '?')
      return fail('xml-declaration', at, at + 2, match(/<[!?]\w*/y, at));
    if (text[at + 1] === '/') {
      const name = match(NAME, at + 2);
      const open = stack.pop();
      const nameEnd = at + 2 + name.length;
      if (open === undefined || open.name !== name)
        return fail(
          'xml-end-tag',
          at,
          nameEnd + 1,
          `</${name}>`,
          open === undefined ? '' : `</${open.name}>`,
        );
      const after = nameEnd + match(SPACE, nameEnd).length;
      if (text[after] !== '>') return fail('xml-unclosed', at, after, `</${name}`, '>');
      at = after + 1;
      const element = close(open, at);
      if (stack.length === 0) root = element;
      else add(element);
      continue;
    }

    const from = at;
    const name = match(NAME, at + 1);
    if (name === '') return fail('xml-name', at, at + 2, text.slice(at, at + 2));
    if (root !== null) return fail('xml-root', at, at + 1 + name.length, name);
    if (stack.length >= DEEPEST) return fail('too-deep', at, at + 1 + name.length);
    const nameEnd = at + 1 + name.length;
    at = nameEnd;
    const attributes: XmlAttribute[] = [];
    for (;;) {
      const space = match(SPACE, at);
      at += space.length;
      if (text[at] === '>' || text.startsWith('/>', at)) break;
      const attribute = match(NAME, at);
      if (at >= text.length || text[at] === '<') return fail('xml-unclosed', from, nameEnd, `<${name}`, '>');
      if (attribute === '' || space === '') return fail('xml-attribute', at, at + 1, text[at] ?? '', '');
      const attributeFrom = at;
      at += attribute.length;
      at += match(SPACE, at).length;
      if (text[at] !== '=') return fail('xml-attribute', attributeFrom, at, attribute, `${attribute}="…"`);
      at += 1;
      at += match(SPACE, at).length;
      const quote = text[at];
      const end = quote === '"' || quote === "'" ? text.indexOf(quote, at + 1) : -1;
      if (end === -1) return fail('xml-attribute', attributeFrom, at + 1, attribute, `${attribute}="…"`);
      const raw = text.slice(at + 1, end);
      const less = raw.indexOf('<');
      if (less !== -1) return fail('xml-attribute', at + 1 + less, at + 2 + less, '<', '&lt;');
      if (attributes.some((one) => one.name === attribute)) {
        faults.push(queryFault('xml-attribute-twice', { from: attributeFrom, to: end + 1 }, attribute));
      } else {
        attributes.push({
          name: attribute,
          value: unescaped(raw, at + 1),
          valueSpan: { from: at + 1, to: end },
          from: attributeFrom,
          to: attributeFrom + attribute.length,
        });
      }
      at = end + 1;
    }
    const open: Open = { name, from, nameEnd, attributes, children: [] };
    if (text[at] === '>') {
      at += 1;
      stack.push(open);
      continue;
    }
    at += 2;
    const element = close(open, at);
    if (stack.length === 0) root = element;
    else add(element);
  }
  const unclosed = stack.at(-1);
  if (unclosed !== undefined)
    return fail('xml-unclosed', unclosed.from, unclosed.nameEnd, `<${unclosed.name}>`, `</${unclosed.name}>`);
  return { root, faults };
};
