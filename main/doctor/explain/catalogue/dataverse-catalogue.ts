import { errorName } from '../../../dataverse/error-codes.ts';
import { DATAVERSE_LIST } from './dataverse-list.ts';
import { PUBLISHED_LATER } from './dataverse-later.ts';

/** One code of Dataverse: what the list says of it. */
export type DataverseEntry = { readonly hex: string; readonly name: string; readonly template: string };

/** Fixed words of a message, in their order, lower case. */
type Template = { readonly pieces: readonly string[]; readonly entry: DataverseEntry };

type Catalogue = {
  readonly byHex: ReadonlyMap<string, DataverseEntry>;
  readonly byName: ReadonlyMap<string, DataverseEntry>;
  /** By the first word of the message, then by its second. */
  readonly byWords: ReadonlyMap<string, ReadonlyMap<string, readonly Template[]>>;
};

/** A message shorter than this says too little to tell codes apart by it. */
const LEAST_FIXED = 28;
/** What a gap of a template may hold. */
const LONGEST_GAP = 300;
/** What follows a message that has no gaps: without it, it is only the beginning of somebody else's sentence. */
const SENTENCE_END = /^(?:$|[.,;:!?"'<>)\]}|\n]|[ \t]+(?:[-([{|<\n]|$))/;
/** Messages that every program writes, so that only their number tells that they are Dataverse's. */
const EVERYBODYS = new Set([
  'an unexpected error occurred',
  'an unexpected error has occurred',
  'the specified object was not found',
  'this action is not supported',
  'the requested functionality is not yet implemented',
  'an object with the specified name already exists',
  'the query specified for this operation is invalid',
  'an error occurred while accessing the network',
  'request message length is too large',
  'a parse error was encountered in the xml',
]);
/** Codes whose published message is another's: that of acting on behalf of somebody belongs to 0x8004A110. */
const OTHERS_WORDS = new Set(['0x80040204']);
const FIRST_WORDS = /^[^a-z0-9_]*([a-z0-9_]+)[^a-z0-9_]+([a-z0-9_]+)/;

type Started = { readonly first: string; readonly second: string; readonly template: Template };

const templateOf = (entry: DataverseEntry): Started | null => {
  const pieces = entry.template
    .toLowerCase()
    .replace(/[.\s]+$/, '')
    .split(/\{\d{1,2}[^}]{0,20}\}/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const [, first, second] = FIRST_WORDS.exec(pieces[0] ?? '') ?? [];
  if (first === undefined || second === undefined) return null;
  if (pieces.reduce((sum, piece) => sum + piece.length, 0) < LEAST_FIXED) return null;
  const [head = '', ...others] = pieces;
  if (EVERYBODYS.has(head) || OTHERS_WORDS.has(entry.hex)) return null;
  return { first, second, template: { pieces: [head.replace(/^[^a-z0-9_]+/, ''), ...others], entry } };
};

const build = (): Catalogue => {
  const byHex = new Map<string, DataverseEntry>();
  const byName = new Map<string, DataverseEntry>();
  const byWords = new Map<string, Map<string, Template[]>>();
  for (const line of `${DATAVERSE_LIST}${PUBLISHED_LATER}`.split('\n')) {
    if (line === '') continue;
    const hex = `0x${line.slice(0, 8)}`;
    const end = line.indexOf(' ', 9);
    const name = end === -1 ? line.slice(9) : line.slice(9, end);
    const entry = { hex, name, template: end === -1 ? '' : line.slice(end + 1) };
    byHex.set(hex, entry);
    byName.set(name, entry);
    const found = templateOf(entry);
    if (found === null) continue;
    const seconds = byWords.get(found.first) ?? new Map<string, Template[]>();
    byWords.set(found.first, seconds);
    const others = seconds.get(found.second);
    if (others === undefined) seconds.set(found.second, [found.template]);
    else others.push(found.template);
  }
  return { byHex, byName, byWords };
};

let built: Catalogue | null = null;
const catalogue = (): Catalogue => (built ??= build());

/** Every code of the catalogue. */
export const dataverseEntries = (): readonly DataverseEntry[] => [...catalogue().byHex.values()];

/** What is known of a normalised code; null for one that stands nowhere. */
export const dataverseCode = (hex: string): DataverseEntry | null => {
  const entry = catalogue().byHex.get(hex);
  if (entry !== undefined) return entry;
  const name = errorName(hex);
  return name === '' ? null : { hex, name, template: '' };
};

/** The code that has this name. */
export const dataverseNamed = (name: string): DataverseEntry | null => catalogue().byName.get(name) ?? null;

/**
 * The code whose message stands at a place, beginning with these two words; of several the one that fixes most. `lower` is the text in
 * lower case and on one line.
 */
export const dataverseMessage = (
  text: string,
  lower: string,
  start: number,
  first: string,
  second: string,
): DataverseEntry | null => {
  let best: { readonly entry: DataverseEntry; readonly length: number } | null = null;
  for (const { pieces, entry } of catalogue().byWords.get(first)?.get(second) ?? []) {
    const [head = '', ...others] = pieces;
    if (!lower.startsWith(head, start)) continue;
    if (others.length === 0 && !SENTENCE_END.test(text.slice(start + head.length, start + head.length + 20)))
      continue;
    let at = start + head.length;
    let length = head.length;
    for (const piece of others) {
      const gap = lower.slice(at, at + LONGEST_GAP + piece.length).indexOf(piece);
      if (gap === -1) {
        length = -1;
        break;
      }
      at += gap + piece.length;
      length += piece.length;
    }
    if (length > (best?.length ?? 0)) best = { entry, length };
  }
  return best?.entry ?? null;
};
