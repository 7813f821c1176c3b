import { alternateKeyInvalid } from '../errors/write-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { SegmentArguments } from '../odata/syntax-tree.ts';
import { textKey } from '../query/collation.ts';
import { columnValue } from '../query/column-value.ts';
import { literalOf, literalOperand } from '../query/operand.ts';
import { keyId } from '../query/resource.ts';
import type { Table } from '../schema/table.ts';
import { type Json, numberOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';

/** Where a write goes: a record by its id or by the values of an alternate key, whether it exists or not. */
export type RecordAddress = {
  /** What the address itself sets when it makes a record. */
  readonly values: Row;
  readonly row: Row | null;
  /** Null where an alternate key names the record. */
  readonly id: string | null;
};

/** Texts are compared as the database compares them. */
const folded = (value: Json): Json => (typeof value === 'string' ? textKey(value) : value);

/** The row that has all of the values, other than one that is known. */
export function rowWithValues(session: Session, table: Table, values: Row, other: string | null): Row | null {
  const wanted = Object.entries(values).map(
    ([name, value]) => [table.columns.get(name), folded(value)] as const,
  );
  for (const row of session.environment.rows(table).rows()) {
    if (other !== null && row[table.primaryId] === other) continue;
    if (wanted.every(([column, value]) => column !== undefined && folded(columnValue(column, row)) === value))
      return row;
  }
  return null;
}

/** A person of the directory, or the team of a group of it, which is made when a write names it (Learn: "Work with Microsoft Entra ID group teams"). */
function broughtIn(session: Session, table: Table, values: Row): Row | null {
  const objectId = textOf(values, 'azureactivedirectoryobjectid');
  if (objectId === null) return null;
  switch (table.logicalName) {
    case 'systemuser':
      return session.arrivals.person(objectId);
    case 'team':
      return session.arrivals.groupTeam(objectId, numberOf(values, 'membershiptype') ?? 0);
    default:
      return null;
  }
}

/** Finds what a key predicate names (Learn: "Use an alternate key to reference a record"). */
export function addressed(
  session: Session,
  table: Table,
  args: SegmentArguments,
  options: QueryOptions,
): RecordAddress {
  const id = keyId(table, args, options);
  if (id !== null)
    return { id, values: { [table.primaryId]: id }, row: session.environment.rows(table).get(id) };
  const named = args.kind === 'named' ? args.values : [];
  const values = Object.fromEntries(
    named.map((it) => [it.name, literalOperand(literalOf(it.value, options)).get({})]),
  );
  const isKey = table.alternateKeys.some(
    (key) => key.length === named.length && key.every((it) => Object.hasOwn(values, it)),
  );
  if (!isKey) throw alternateKeyInvalid(table.logicalName);
  return {
    id,
    values,
    row: rowWithValues(session, table, values, null) ?? broughtIn(session, table, values),
  };
}
