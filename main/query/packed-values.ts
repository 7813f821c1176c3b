import type { RawValue } from './fold-annotations.ts';

/** Values that are packed together. */
const BLOCK = 256;
/** Different values that one byte can name. */
const MOST_NAMED = 64;
/** A column with more than this among its first values, and than a quarter of all, is not looked at to its end. */
const MOST_NAMED_AT_FIRST = 16;

/** Values of one column by row, in a fraction of the memory that they need as objects: a run may hold a million rows. */
export type PackedValues = {
  /** `row` is the newest or a later one; those between are null. */
  readonly put: (row: number, value: RawValue) => void;
  /** Null beyond the last. */
  readonly get: (row: number) => RawValue;
  /** Whether the lower-case needle stands in the value as text, whatever its case. */
  readonly contains: (row: number, needle: string) => boolean;
};

/** BLOCK values that do not change any more. */
type Block = {
  readonly get: (at: number) => RawValue;
  /** All of them, where that is quicker than one after the other. */
  readonly all: (() => readonly RawValue[]) | null;
  /** False: the lower-case needle is in none of them. */
  readonly mayContain: (needle: string) => boolean;
};

const isIn = (value: RawValue, needle: string): boolean =>
  value !== null && String(value).toLowerCase().includes(needle);

const constant = (value: RawValue): Block => {
  const get = (): RawValue => value;
  return { get, all: null, mayContain: (needle) => isIn(value, needle) };
};

const plain = (values: readonly RawValue[]): Block => {
  const get = (at: number): RawValue => values[at] ?? null;
  return { get, all: null, mayContain: () => true };
};

/** Values that come again and again: each once, and a byte for each row. Null: too many are different. */
const named = (values: readonly RawValue[]): Block | null => {
  const codes = new Map<RawValue, number>();
  const codeAt = new Uint8Array(BLOCK);
  let before: RawValue = null;
  let code = -1;
  for (let at = 0; at < BLOCK; at += 1) {
    const value = values[at] ?? null;
    if (value !== before || code === -1) {
      code = codes.get(value) ?? codes.size;
      if (code === codes.size) {
        if (code === MOST_NAMED || code > MOST_NAMED_AT_FIRST + at / 4) return null;
        codes.set(value, code);
      }
      before = value;
    }
    codeAt[at] = code;
  }
  const known = [...codes.keys()];
  if (known.length === 1) return constant(known[0] ?? null);
  const get = (at: number): RawValue => known[codeAt[at] ?? 0] ?? null;
  return { get, all: null, mayContain: (needle) => known.some((value) => isIn(value, needle)) };
};

/** Texts that differ, one behind the other as bytes, with null where there is none. Null: not all are texts. */
const joined = (values: readonly RawValue[]): Block | null => {
  const isText = new Uint8Array(BLOCK);
  const starts = new Uint32Array(BLOCK + 1);
  let end = 0;
  for (let at = 0; at < BLOCK; at += 1) {
    const value = values[at] ?? null;
    if (typeof value === 'string') {
      isText[at] = 1;
      end += value.length;
    } else if (value !== null) return null;
    starts[at + 1] = end;
  }
  const text = values.join('');
  const utf8 = Buffer.from(text);
  // A byte for each character where that is all they need.
  const [bytes, encoding, width] =
    utf8.length === text.length
      ? ([utf8, 'latin1', 1] as const)
      : ([Buffer.from(text, 'utf16le'), 'utf16le', 2] as const);
  return {
    get: (at) =>
      isText[at] === 0
        ? null
        : bytes.toString(encoding, (starts[at] ?? 0) * width, (starts[at + 1] ?? 0) * width),
    all: () => {
      const whole = bytes.toString(encoding);
      const values: RawValue[] = [];
      for (let at = 0; at < BLOCK; at += 1)
        values.push(isText[at] === 0 ? null : whole.slice(starts[at] ?? 0, starts[at + 1] ?? 0));
      return values;
    },
    // Beyond ASCII a letter's lower case may depend on what follows it.
    mayContain: (needle) => width === 2 || bytes.toString(encoding).toLowerCase().includes(needle),
  };
};

const pack = (values: readonly RawValue[]): Block => named(values) ?? joined(values) ?? plain(values);

/** Makes a column's values, none of them yet. */
export const createPackedValues = (): PackedValues => {
  const blocks: Block[] = [];
  let open: RawValue[] = [];
  /** Number of the first row that is open. */
  let start = 0;
  let unpacked: { readonly block: number; readonly values: readonly RawValue[] } | null = null;
  let last = -1;
  let searched: { readonly block: number; readonly needle: string; readonly may: boolean } | null = null;

  const push = (value: RawValue): void => {
    if (open.length === BLOCK) {
      blocks.push(pack(open));
      open = [];
      start += BLOCK;
    }
    open.push(value);
  };
  const count = (): number => start + open.length;

  const get = (row: number): RawValue => {
    const number = Math.floor(row / BLOCK);
    const block = blocks[number];
    if (block === undefined) return open[row - blocks.length * BLOCK] ?? null;
    if (block.all === null) return block.get(row % BLOCK);
    const follows = row === last + 1;
    last = row;
    if (follows && unpacked?.block !== number) unpacked = { block: number, values: block.all() };
    return unpacked?.block === number ? (unpacked.values[row % BLOCK] ?? null) : block.get(row % BLOCK);
  };

  return {
    put: (row, value) => {
      const at = row - start;
      if (at < open.length) open[at] = value;
      else if (at === open.length && at < BLOCK) open.push(value);
      else {
        while (count() < row) push(null);
        push(value);
      }
    },
    get,
    contains: (row, needle) => {
      const number = Math.floor(row / BLOCK);
      const block = blocks[number];
      if (block !== undefined && (searched?.block !== number || searched.needle !== needle))
        searched = { block: number, needle, may: block.mayContain(needle) };
      return (block === undefined || searched?.may === true) && isIn(get(row), needle);
    },
  };
};
