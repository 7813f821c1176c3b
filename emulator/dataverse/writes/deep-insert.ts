import { invalidPayload } from '../errors/payload-faults.ts';
import { requireTable } from '../schema/schema.ts';
import type { Navigation, Table } from '../schema/table.ts';
import { idOf, type Json, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { associate } from './associations.ts';
import { isJsonObject, readObject } from './payload.ts';
import type { LinkedRecord } from './record-link.ts';
import { requireWritable, writerOf } from './writers.ts';

/** Deeper than this nobody nests; it keeps a body from exhausting the stack. */
const deepest = 20;

type Collection = Exclude<Navigation, { readonly kind: 'one' }>;

type Links = ReadonlyMap<string, LinkedRecord | null>;

const objectIn = (name: string, value: Json): Row => {
  if (isJsonObject(value)) return value;
  throw invalidPayload(`The value of the navigation property '${name}' is not an entity.`);
};

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
  for (const [name, value] of Object.entries(body)) {
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
  return row;
}
