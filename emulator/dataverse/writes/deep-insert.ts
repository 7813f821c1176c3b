import { invalidPayload } from '../errors/payload-faults.ts';
import { requireTable } from '../schema/schema.ts';
import type { Navigation, Table } from '../schema/table.ts';
import { idOf, type Json, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { associate } from './associations.ts';
import { isJsonObject, readObject } from './payload.ts';
import { type LinkedRecord, linkedRecord } from './record-link.ts';
import { linkToCollection } from './reference-writes.ts';
import { requireWritable, writerOf } from './writers.ts';

/** Deeper than this nobody nests; it keeps a body from exhausting the stack. */
const deepest = 20;

type Collection = Exclude<Navigation, { readonly kind: 'one' }>;

type Links = ReadonlyMap<string, LinkedRecord | null>;

const objectIn = (name: string, value: Json): Row => {
  if (isJsonObject(value)) return value;
  throw invalidPayload(`The value of the navigation property '${name}' is not an entity.`);
};

/** The records that `<collection>@odata.bind` names, which are linked to a new one (Learn: "Create a table row using the Web API", associate table rows on create). */
function boundRecords(session: Session, over: Collection, value: Json): readonly LinkedRecord[] {
  const bind = `${over.name}@odata.bind`;
  if (!Array.isArray(value)) throw invalidPayload(`The value of '${bind}' is not a list of addresses.`);
  return value.map((one) => {
    if (typeof one !== 'string') throw invalidPayload(`The value of '${bind}' is not a list of addresses.`);
    const linked = linkedRecord(session, one);
    if (linked.table.logicalName !== over.target)
      throw invalidPayload(`A record behind '${bind}' is not of the type that '${over.name}' expects.`);
    return linked;
  });
}

/** Creates a record among those of a collection of another one. */
export function createBelow(
  session: Session,
  parent: LinkedRecord,
  over: Collection,
  target: Table,
  body: Row,
  depth = 0,
): Row {
  if (over.kind === 'many')
    return createWithRelated(session, target, body, new Map([[over.column, parent]]), depth);
  const row = createWithRelated(session, target, body, new Map(), depth);
  associate(session, over, parent.row, row);
  return row;
}

/**
 * Creates a record with the related ones that stand in its body: those that it points to before it, those that point to it and those of
 * many-to-many relationships after
 * (Learn: "Create a table row using the Web API", create related table rows in one operation).
 */
export function createWithRelated(
  session: Session,
  table: Table,
  body: Row,
  given: Links = new Map(),
  depth = 0,
): Row {
  requireWritable(table, 'Create');
  if (depth > deepest) throw invalidPayload('The payload is nested too deeply.');
  const own: (readonly [string, Json])[] = [];
  const links = new Map(given);
  const after: { readonly target: Table; readonly over: Collection; readonly body: Row }[] = [];
  const bound: { readonly over: Collection; readonly others: readonly LinkedRecord[] }[] = [];
  for (const [name, value] of Object.entries(body)) {
    const over = name.endsWith('@odata.bind')
      ? table.navigation.get(name.slice(0, -'@odata.bind'.length))
      : undefined;
    if (over !== undefined && over.kind !== 'one') {
      bound.push({ over, others: boundRecords(session, over, value) });
      continue;
    }
    const navigation = table.navigation.get(name);
    switch (navigation?.kind) {
      case undefined:
        own.push([name, value]);
        break;
      case 'one': {
        if (value === null) break;
        const target = requireTable(navigation.targets[0] ?? '');
        const row = createWithRelated(session, target, objectIn(name, value), new Map(), depth + 1);
        links.set(navigation.column, { table: target, id: idOf(row, target.primaryId), row });
        break;
      }
      case 'many':
      case 'intersect': {
        if (!Array.isArray(value)) throw invalidPayload(`The value of '${name}' is not a collection.`);
        const target = requireTable(navigation.target);
        for (const one of value) after.push({ target, over: navigation, body: objectIn(name, one) });
        break;
      }
    }
  }
  // `__proto__` stays a name like any other.
  const payload = readObject(session, table, Object.fromEntries(own), 'create');
  const row = writerOf(table).create(session, {
    values: payload.values,
    links: new Map([...payload.links, ...links]),
  });
  const parent = { table, id: idOf(row, table.primaryId), row };
  for (const { body: child, over, target } of after)
    createBelow(session, parent, over, target, child, depth + 1);
  for (const { over, others } of bound)
    for (const other of others) linkToCollection(session, parent, over, other);
  return row;
}
