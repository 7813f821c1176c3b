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

/** What is known of a name: its column, and what its annotation and its own columns are called. Null: an annotation. */
type Known<Place> = {
  readonly column: string;
  readonly annotation: string;
  readonly below: string;
  /** Null: no lookup. */
  readonly table: string | null;
  place: { readonly of: Place } | null;
} | null;

/**
 * Reads rows by column: a formatted value joins the column it explains, other annotations are dropped, an expanded row becomes columns
 * `navigation.column`, a collection its JSON text. Rows have the same names over and over: what follows from a name, and its place, is
 * found once, and nothing is made for each value.
 */
export const createRowReader = <Place>(placeOf: (column: string) => Place, put: PutValue<Place>) => {
  const names = new Map<string, Map<string, Known<Place>>>();
  let remembered = 0;

  const learn = (known: Map<string, Known<Place>>, prefix: string, name: string): Known<Place> => {
    const column = prefix + name;
    const found: Known<Place> = name.includes('@')
      ? null
      : {
          column,
          annotation: name + FORMATTED,
          below: `${column}.`,
          table: isLookup(name) ? name + TABLE : null,
          place: null,
        };
    if (remembered < MOST_NAMES) {
      remembered += 1;
      known.set(name, found);
    }
    return found;
  };

  const read = (row: ServiceRow, prefix: string, depth: number): void => {
    let known = names.get(prefix);
    if (known === undefined) {
      known = new Map();
      if (remembered < MOST_NAMES) names.set(prefix, known);
    }
    for (const name of Object.keys(row)) {
      const kept = known.get(name);
      const column = kept === undefined ? learn(known, prefix, name) : kept;
      if (column === null) continue;
      const value = row[name];
      const nested = typeof value === 'object' && value !== null;
      if (nested && !Array.isArray(value) && depth < MAX_DEPTH) {
        read({ ...value }, column.below, depth + 1);
        continue;
      }
      column.place ??= { of: placeOf(column.column) };
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
