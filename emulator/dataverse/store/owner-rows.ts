import { requireTable } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { Row } from '../schema/value.ts';
import type { RowSource } from './row-source.ts';

const kinds = [
  { table: requireTable('systemuser'), name: 'fullname', yomi: 'yomifullname' },
  { table: requireTable('team'), name: 'name', yomi: 'yominame' },
] as const;

/** Users and teams as rows of one table (Learn: owner table reference). */
export function ownerRows(rowsOf: (table: Table) => RowSource): RowSource {
  const shown = (row: Row, { name, table, yomi }: (typeof kinds)[number]): Row => ({
    ownerid: row[table.primaryId] ?? null,
    name: row[name] ?? null,
    yominame: row[yomi] ?? row[name] ?? null,
    owneridtype: table.logicalName,
    versionnumber: row['versionnumber'] ?? null,
  });
  const get = (id: string): Row | null => {
    for (const kind of kinds) {
      const row = rowsOf(kind.table).get(id);
      if (row !== null) return shown(row, kind);
    }
    return null;
  };
  return {
    *rows() {
      for (const kind of kinds) for (const row of rowsOf(kind.table).rows()) yield shown(row, kind);
    },
    get,
    *where(column, id) {
      const found = column === 'ownerid' ? get(id) : null;
      if (found !== null) yield found;
    },
  };
}
