import { tables } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { Row } from '../schema/value.ts';
import type { RowSource } from './row-source.ts';

const kinds = tables.filter((it) => it.isActivity && !it.isComputed);

/** The activities of all kinds as rows of one table, each with the name of its kind (Learn: activitypointer table reference). */
export function activityRows(rowsOf: (table: Table) => RowSource): RowSource {
  // A row that does not say its kind or its status reason has those of its own table.
  const named = (row: Row, { columns, logicalName }: Table): Row => ({
    statuscode: columns.get('statuscode')?.fallback ?? null,
    ...row,
    activitytypecode: logicalName,
  });
  return {
    *rows() {
      for (const kind of kinds) for (const row of rowsOf(kind).rows()) yield named(row, kind);
    },
    get(id) {
      for (const kind of kinds) {
        const row = rowsOf(kind).get(id);
        if (row !== null) return named(row, kind);
      }
      return null;
    },
    *where(column, id) {
      for (const kind of kinds) for (const row of rowsOf(kind).where(column, id)) yield named(row, kind);
    },
  };
}
