import { entityNotFound, typeCodeNotFound } from '../errors/fetch-faults.ts';
import { tableNamed, tableOfCode } from '../schema/schema.ts';

/** Tables of every environment, or of those with the tables of sales and service, that the demo cloud does not hold; queries may name them. */
const onlyNamed = new Set(
  'none activityparty customeraddress incidentresolution opportunityclose orderclose queueitem quoteclose'.split(
    ' ',
  ),
);

/** The number of a table in a text. */
const code = /^\s*\d{1,6}\s*$/;

/** Refuses a value that a column of table names is compared with and that names none; names are case-sensitive (as clients have met it: QueryBuilderNoEntity instead of no rows). */
export function requireTableName(value: string): void {
  if (value === '' || code.test(value) || onlyNamed.has(value)) return;
  const table = tableNamed(value);
  if (table === null || table.isMetadata) throw entityNotFound(value);
}

/** The table that a value says by its name or, as forms and views do, by its number (Learn: returnedtypecode (SavedQuery); clients of the real service). */
export function nameOfTable(value: string): string {
  requireTableName(value);
  if (!code.test(value) || Number(value) === 0) return value;
  const table = tableOfCode(Number(value));
  if (table === null) throw typeCodeNotFound(value.trim());
  return table.logicalName;
}
