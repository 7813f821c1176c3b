import { entityNotFound } from '../errors/fetch-faults.ts';
import { noMapping } from '../errors/write-faults.ts';
import { columnReader, lookupTarget } from '../query/column-value.ts';
import type { WireObject } from '../query/wire-object.ts';
import { readRecord } from '../query/resource.ts';
import type { Column } from '../schema/column.ts';
import { entityMaps } from '../schema/entity-maps.ts';
import { requireTable, tableNamed } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { isSettable } from '../writes/payload.ts';
import { enumArgument, recordArgument, textArgument } from './arguments.ts';
import type { WebApiFunction } from './operation.ts';

const navigationTo = (table: Table, lookup: string, target: string): string | null =>
  [...table.navigation.values()].find(
    (it) => it.kind === 'one' && it.column === lookup && it.targets.includes(target),
  )?.name ?? null;

const linkTo = (table: Table, id: string): string => `${table.entitySet}(${id})`;

/** Whether the values that are asked for are those of a column. */
function isWanted(column: Column, type: string): boolean {
  if (type === 'ValidForCreate') return isSettable(column, 'create');
  return type !== 'ValidForUpdate' || isSettable(column, 'update');
}

/**
 * The values of a record from which another one is made, in the form of the body that creates it (Learn: "Create a table row using the Web
 * API", create a new row from another one; InitializeFrom Function). The caller has to read the record (Learn: InitializeFromRequest).
 */
export const initializeFrom: WebApiFunction = {
  name: 'InitializeFrom',
  boundTo: null,
  run: (call) => {
    const { session } = call;
    const { id, table: source } = recordArgument(call, 'EntityMoniker');
    const name = textArgument(call, 'TargetEntityName');
    const wanted = enumArgument(call, 'TargetFieldType', 'TargetFieldType');
    const target = tableNamed(name);
    if (target === null || target.isMetadata) throw entityNotFound(name);
    const row = readRecord(session, source, id);
    session.access.require(target, 'Create');
    const made: WireObject = {
      '@odata.context': `${session.request.serviceRoot}/$metadata#${target.entitySet}/$entity`,
      '@odata.type': `#Microsoft.Dynamics.CRM.${target.logicalName}`,
    };
    const map = entityMaps.find((it) => it.source === source.logicalName && it.target === name);
    if (map === undefined) throw noMapping();
    const parent = map.lookup === null ? null : navigationTo(target, map.lookup, source.logicalName);
    if (parent !== null) made[`${parent}@odata.bind`] = linkTo(source, id);
    for (const [from, to] of map.columns) {
      const [column, into] = [source.columns.get(from), target.columns.get(to)];
      if (column === undefined || into === undefined || !isWanted(into, wanted)) continue;
      const value = columnReader(session, source, column)(row);
      if (value === null) continue;
      if (column.type !== 'lookup') made[to] = value;
      else if (typeof value === 'string') {
        const linked = requireTable(lookupTarget(column, row));
        const navigation = navigationTo(target, to, linked.logicalName);
        if (navigation !== null) made[`${navigation}@odata.bind`] = linkTo(linked, value);
      }
    }
    return made;
  },
};
