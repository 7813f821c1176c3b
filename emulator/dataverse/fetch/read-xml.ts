import { invalidXml } from '../errors/fetch-faults.ts';
import type { FetchElement } from './fetch-element.ts';

/** Deeper than any query with the service's limit of 15 links nests; a stack is finite. */
const deepest = 60;

const name = /[\p{L}_][\p{L}\p{N}_.\-\u00B7]*(?::[\p{L}_][\p{L}\p{N}_.\-\u00B7]*)?/uy;
const space = /[ \t\r\n]+/y;
/** XML 1.0, production 2: what is no character of a document. */
// oxlint-disable-next-line no-control-regex
const noCharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u;
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function referenced(body: string): string {
  const known = named.get(body);
  if (known !== undefined) return known;
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(body);
  const [, hex, decimal] = digits ?? [];
  const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16);
  if (!(code > 0 && code <= 0x10_ff_ff)) throw invalidXml();
  const character = String.fromCodePoint(code);
  if (noCharacter.test(character)) throw invalidXml();
  return character;
}

/** Puts in what references stand for; a document type is refused, so that there are no others than those of XML itself. */
const decoded = (raw: string): string =>
  raw.replaceAll(/&([^;]{0,12})(;?)/g, (_, body: string, end: string) => {
    if (end === '') throw invalidXml();
    return referenced(body);
  });

/** Prefixes that nobody declares. */
const ownPrefixes: ReadonlySet<string> = new Set(['', 'xml', 'xmlns']);

type Open = {
  readonly name: string;
  readonly start: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly prefixes: ReadonlySet<string>;
  readonly children: FetchElement[];
  text: string;
};

const prefixOf = (qualified: string): string =>
  qualified.includes(':') ? qualified.slice(0, qualified.indexOf(':')) : '';

/**
 * Reads a text as one XML element with what is in it, as strictly as XML 1.0 and "Namespaces in XML" ask; a document type
 * is refused outright, so that no entity is ever expanded.
 */
export function readXml(text: string): FetchElement {
  if (noCharacter.test(text)) throw invalidXml();
  const stack: Open[] = [];
  let root: FetchElement | null = null;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const start = at;

  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const until = (end: string): string => {
    const found = text.indexOf(end, at);
    if (found < 0) throw invalidXml();
    const inside = text.slice(at, found);
    at = found + end.length;
    return inside;
  };
  const close = (open: Open): void => {
    const element: FetchElement = {
      name: open.name,
      text: open.text.trim(),
      attributes: open.attributes,
      children: open.children,
      source: text.slice(open.start, at),
    };
    const parent = stack.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
  };

  const readAttributes = (): Map<string, string> => {
    const found = new Map<string, string>();
    for (;;) {
      const gap = match(space);
      if (text[at] === '>' || text.startsWith('/>', at)) return found;
      const attribute = match(name);
      if (attribute === '' || gap === '' || found.has(attribute)) throw invalidXml();
      match(space);
      if (text[at] !== '=') throw invalidXml();
      at += 1;
      match(space);
      const quote = text[at];
      if (quote !== '"' && quote !== "'") throw invalidXml();
      at += 1;
      const raw = until(quote);
      if (raw.includes('<')) throw invalidXml();
      found.set(attribute, decoded(raw.replaceAll(/\r\n|[\t\r\n]/g, ' ')));
    }
  };

  const readStart = (): void => {
    const from = at;
    at += 1;
    const element = match(name);
    if (element === '' || root !== null || stack.length >= deepest) throw invalidXml();
    const attributes = readAttributes();
    const declared = [...attributes.keys()].filter((it) => it.startsWith('xmlns:')).map((it) => it.slice(6));
    const outer = stack.at(-1)?.prefixes ?? ownPrefixes;
    // Copied only where something is added: a document may declare thousands and have thousands of elements.
    const prefixes = declared.length === 0 ? outer : new Set([...outer, ...declared]);
    if ([element, ...attributes.keys()].some((it) => !prefixes.has(prefixOf(it)))) throw invalidXml();
    const open: Open = { name: element, start: from, attributes, prefixes, children: [], text: '' };
    if (text[at] === '>') {
      at += 1;
      stack.push(open);
      return;
    }
    at += 2;
    close(open);
  };

  const readEnd = (): void => {
    at += 2;
    const open = stack.pop();
    if (open === undefined || match(name) !== open.name) throw invalidXml();
    match(space);
    if (text[at] !== '>') throw invalidXml();
    at += 1;
    close(open);
  };

  const readInstruction = (): void => {
    const first = at === start;
    at += 2;
    const target = match(name);
    const inside = until('?>');
    const isDeclaration = target.toLowerCase() === 'xml';
    if (target === '' || (inside !== '' && !/^[ \t\r\n]/.test(inside))) throw invalidXml();
    if (isDeclaration && !(first && target === 'xml' && /^\s+version\s*=\s*["']1\.\d["']/.test(inside)))
      throw invalidXml();
  };

  while (at < text.length) {
    const tag = text.indexOf('<', at);
    const plain = text.slice(at, tag < 0 ? text.length : tag);
    const open = stack.at(-1);
    if (open === undefined ? /[^ \t\r\n]/.test(plain) : plain.includes(']]>')) throw invalidXml();
    if (open !== undefined) open.text += decoded(plain);
    if (tag < 0) break;
    at = tag;
    if (text.startsWith('<!--', at)) {
      at += 4;
      const comment = until('-->');
      if (comment.includes('--') || comment.endsWith('-')) throw invalidXml();
    } else if (text.startsWith('<![CDATA[', at)) {
      if (open === undefined) throw invalidXml();
      at += 9;
      open.text += until(']]>');
    } else if (text.startsWith('<?', at)) readInstruction();
    else if (text.startsWith('</', at)) readEnd();
    else readStart();
  }
  if (root === null || stack.length > 0) throw invalidXml();
  return root;
}
