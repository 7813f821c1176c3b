import type { ServiceRow } from './answer-rows.ts';

export type RawValue = string | number | boolean | null;

/** Hears each value of a row, with the text that people read and, of a lookup, the table of its row, when the service sent them. */
type PutValue<Place> = (place: Place, raw: RawValue, formatted: string | null, table: string | null) => void;

/** Microsoft Learn: query data using the Web API, formatted values. */
export const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
/** The table of the row that a lookup names (Microsoft Learn: "Lookup properties"). */
const TABLE = '@Microsoft.Dynamics.CRM.lookuplogicalname';
/** Deeper than a query can expand; keeps a hostile answer from nesting without end. */
const MAX_DEPTH = 4;
/** Names that are remembered; what has more than that is read more slowly. */
const MOST_NAMES = 10_000;

/** `_primarycontactid_value` holds the id of a row (Microsoft Learn: "Lookup properties"). */
export const isLookup = (column: string): boolean => /(^|\.)_\w+_value$/.test(column);

/** What is known of a name in its place. */
type Known<Place> = {
  readonly name: string;
  /** Null: it is an annotation itself. */
  readonly column: KnownColumn<Place> | null;
  /** What came after it the last time, and most likely does again. */
  next: Known<Place> | null;
};

/** What a column's annotations and its own columns are called, and where its values go. */
type KnownColumn<Place> = {
  readonly name: string;
  readonly annotation: string;
  readonly below: string;
  /** Null: no lookup. */
  readonly table: string | null;
  place: { readonly of: Place } | null;
};

/** The names below a prefix. */
type Names<Place> = { readonly known: Map<string, Known<Place>>; first: Known<Place> | null };

/**
 * Reads rows by column: a formatted value joins the column it explains, other annotations are dropped, an expanded row becomes columns
 * `navigation.column`, a collection its JSON text. Rows have the same names in the same order over and over: what follows from a name, and
 * its place, is found once, and nothing is made for each value.
 */
export const createRowReader = <Place>(placeOf: (column: string) => Place, put: PutValue<Place>) => {
  const prefixes = new Map<string, Names<Place>>();
  let remembered = 0;

  const namesBelow = (prefix: string): Names<Place> => {
    const found = prefixes.get(prefix);
    if (found !== undefined) return found;
    const names: Names<Place> = { known: new Map(), first: null };
    if (remembered < MOST_NAMES) prefixes.set(prefix, names);
    return names;
  };

  const find = ({ known }: Names<Place>, prefix: string, name: string): Known<Place> => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const column = prefix + name;
    const learnt: Known<Place> = {
      name,
      column: name.includes('@')
        ? null
        : {
            name: column,
            annotation: name + FORMATTED,
            below: `${column}.`,
            table: isLookup(name) ? name + TABLE : null,
            place: null,
          },
      next: null,
    };
    if (remembered < MOST_NAMES) {
      remembered += 1;
      known.set(name, learnt);
    }
    return learnt;
  };

  const read = (row: ServiceRow, prefix: string, depth: number): void => {
    const names = namesBelow(prefix);
    let before: Known<Place> | null = null;
    for (const name of Object.keys(row)) {
      const likely: Known<Place> | null = before === null ? names.first : before.next;
      const known: Known<Place> = likely?.name === name ? likely : find(names, prefix, name);
      if (known !== likely) {
        if (before === null) names.first = known;
        else before.next = known;
      }
      before = known;
      const { column } = known;
      if (column === null) continue;
      const value = row[name];
      const nested = typeof value === 'object' && value !== null;
      if (nested && !Array.isArray(value) && depth < MAX_DEPTH) {
        read({ ...value }, column.below, depth + 1);
        continue;
      }
      column.place ??= { of: placeOf(column.name) };
      if (nested) put(column.place.of, JSON.stringify(value), null, null);
      else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
        const formatted = row[column.annotation];
        const said = typeof formatted === 'string' && formatted !== String(value);
        const table = column.table === null ? null : row[column.table];
        put(column.place.of, value, said ? formatted : null, typeof table === 'string' ? table : null);
      } else put(column.place.of, null, null, null);
    }
  };

  return (row: ServiceRow): void => read(row, '', 0);
};
