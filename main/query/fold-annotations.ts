import type { ServiceRow } from './answer-rows.ts';

export type RawValue = string | number | boolean | null;
/** One value of a row under its column's name, with the text that people read when the service sent one. */
export type FoldedValue = {
  readonly column: string;
  readonly raw: RawValue;
  readonly formatted: string | null;
};

/** Microsoft Learn: query data using the Web API, formatted values. */
const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
/** Deeper than a query can expand; keeps a hostile answer from nesting without end. */
const MAX_DEPTH = 4;

/**
 * Turns a row into values by column: a formatted value joins the column it explains, other annotations are dropped, an
 * expanded row becomes columns `navigation.column`, a collection its JSON text.
 */
export const foldAnnotations = (row: ServiceRow, prefix = '', depth = 0): readonly FoldedValue[] => {
  const values: FoldedValue[] = [];
  for (const [name, value] of Object.entries(row)) {
    if (name.includes('@')) continue;
    const column = prefix + name;
    if (typeof value === 'object' && value !== null) {
      if (Array.isArray(value) || depth >= MAX_DEPTH) {
        values.push({ column, raw: JSON.stringify(value), formatted: null });
      } else {
        values.push(...foldAnnotations({ ...value }, `${column}.`, depth + 1));
      }
      continue;
    }
    const raw =
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
    const formatted = row[name + FORMATTED];
    values.push({
      column,
      raw,
      formatted:
        raw !== null && typeof formatted === 'string' && formatted !== String(raw) ? formatted : null,
    });
  }
  return values;
};
