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
/** Columns, and orders of names, that are remembered; what has more than that is read more slowly. */
const MOST_NAMES = 10_000;

/** `_primarycontactid_value` holds the id of a row (Microsoft Learn: "Lookup properties"). */
export const isLookup = (column: string): boolean => /(^|\.)_\w+_value$/.test(column);

/** Where the values of a column go, and what is known of the row that is expanded there. */
type Column<Place> = {
  readonly name: string;
  place: { readonly of: Place } | null;
  below: Names<Place> | null;
};

/** A column among the values of a row; -1 where the row does not say that. */
type Slot<Place> = {
  readonly column: Column<Place>;
  readonly value: number;
  readonly formatted: number;
  readonly table: number;
};

/** The names of a row up to one of them. */
type Shape<Place> = {
  readonly name: string;
  readonly followers: Map<string, Shape<Place>>;
  /** What came next the last time, and most likely does again. */
  likely: Shape<Place> | null;
  /** Of the rows that end here. */
  slots: readonly Slot<Place>[] | null;
};

/** What is known of rows in one place: of the query itself, or expanded in a column. */
type Names<Place> = {
  readonly prefix: string;
  readonly columns: Map<string, Column<Place>>;
  readonly start: Shape<Place>;
};

const newShape = <Place>(name: string): Shape<Place> => ({
  name,
  followers: new Map(),
  likely: null,
  slots: null,
});
const newNames = <Place>(prefix: string): Names<Place> => ({
  prefix,
  columns: new Map(),
  start: newShape(''),
});

/**
 * Reads rows by column: a formatted value joins the column it explains, other annotations are dropped, an expanded row becomes columns
 * `navigation.column`, a collection its JSON text. Rows have the same names in the same order over and over: which of their values belong
 * together is found once for each such order, and nothing is looked up by name after that.
 */
export const createRowReader = <Place>(placeOf: (column: string) => Place, put: PutValue<Place>) => {
  const top = newNames<Place>('');
  let remembered = 0;

  const follow = (shape: Shape<Place>, name: string): Shape<Place> => {
    const found = shape.followers.get(name) ?? newShape<Place>(name);
    if (remembered < MOST_NAMES && !shape.followers.has(name)) {
      remembered += 1;
      shape.followers.set(name, found);
    }
    shape.likely = found;
    return found;
  };

  const slotsOf = ({ columns, prefix }: Names<Place>, names: readonly string[]): readonly Slot<Place>[] => {
    const places = new Map(names.map((name, at) => [name, at]));
    return names.flatMap((name, value) => {
      // It is an annotation itself.
      if (name.includes('@')) return [];
      const column = columns.get(name) ?? { name: prefix + name, place: null, below: null };
      if (columns.size < MOST_NAMES) columns.set(name, column);
      const formatted = places.get(name + FORMATTED) ?? -1;
      return [{ column, value, formatted, table: isLookup(name) ? (places.get(name + TABLE) ?? -1) : -1 }];
    });
  };

  const read = (row: ServiceRow, names: Names<Place>, depth: number): void => {
    const keys = Object.keys(row);
    let shape = names.start;
    for (const name of keys) shape = shape.likely?.name === name ? shape.likely : follow(shape, name);
    shape.slots ??= slotsOf(names, keys);
    const values = Object.values(row);
    for (const { column, formatted: textAt, table: tableAt, value: at } of shape.slots) {
      const value = values[at];
      const nested = typeof value === 'object' && value !== null;
      if (nested && !Array.isArray(value) && depth < MAX_DEPTH) {
        column.below ??= newNames(`${column.name}.`);
        read({ ...value }, column.below, depth + 1);
        continue;
      }
      column.place ??= { of: placeOf(column.name) };
      if (nested) put(column.place.of, JSON.stringify(value), null, null);
      else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
        const formatted = textAt === -1 ? null : values[textAt];
        const said = typeof formatted === 'string' && formatted !== String(value);
        const table = tableAt === -1 ? null : values[tableAt];
        put(column.place.of, value, said ? formatted : null, typeof table === 'string' ? table : null);
      } else put(column.place.of, null, null, null);
    }
  };

  return (row: ServiceRow): void => read(row, top, 0);
};
