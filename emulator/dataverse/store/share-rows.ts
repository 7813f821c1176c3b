import { guid } from '../base/guid.ts';
import { sharingLookups } from '../schema/cascades.ts';
import { requireTable, tableNamed } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, lookupTableKey, type Row } from '../schema/value.ts';
import type { RowSource } from './row-source.ts';
import type { Share, Shares } from './shares.ts';

/** What a principal has of one record: given to it, and inherited from the records that it stands under. */
type Access = {
  readonly table: string;
  readonly id: string;
  readonly share: Share;
  own: number;
  inherited: number;
};

/**
 * The table of who has what of which record (Learn: "Manage PrincipalObjectAccess storage", principalobjectaccess table reference): a row
 * for each share, and for each record that inherits one.
 */
export function shareRows(shares: Shares, rowsOf: (table: Table) => RowSource): RowSource {
  /** Records directly below one. */
  function* below(table: string, id: string): Generator<{ readonly table: string; readonly id: string }> {
    for (const [child, column] of sharingLookups) {
      const target = requireTable(child);
      if (target.isComputed) continue;
      for (const row of rowsOf(target).where(column, id))
        if (row[lookupTableKey(column)] === table) yield { table: child, id: idOf(row, target.primaryId) };
    }
  }

  function all(): Iterable<Row> {
    const found = new Map<string, Access>();
    const at = (table: string, id: string, share: Share): Access => {
      const key = `${id}/${share.principalId}`;
      const access = found.get(key) ?? { table, id, share, own: 0, inherited: 0 };
      found.set(key, access);
      return access;
    };
    for (const { recordId, share } of shares.all()) {
      at(share.table, recordId, share).own = share.mask;
      const waiting = [{ table: share.table, id: recordId }];
      const seen = new Set([recordId]);
      for (const from of waiting) {
        for (const child of below(from.table, from.id)) {
          if (seen.has(child.id)) continue;
          seen.add(child.id);
          waiting.push(child);
          at(child.table, child.id, share).inherited |= share.mask;
        }
      }
    }
    return [...found.values()].filter(({ id, table }) => isThere(table, id)).map(rowOf);
  }

  const isThere = (name: string, id: string): boolean => {
    const table = tableNamed(name);
    return table !== null && rowsOf(table).get(id) !== null;
  };

  const rowOf = ({ id, inherited, own, share, table }: Access): Row => ({
    principalobjectaccessid: guid('principalobjectaccess', id, share.principalId),
    objectid: id,
    objecttypecode: table,
    principalid: share.principalId,
    principaltypecode: share.kind,
    accessrightsmask: own,
    inheritedaccessrightsmask: inherited,
    changedon: share.changedOn,
    versionnumber: share.version,
  });

  return {
    rows: all,
    get(id) {
      for (const row of all()) if (row['principalobjectaccessid'] === id) return row;
      return null;
    },
    *where(column, id) {
      for (const row of all()) if (row[column] === id) yield row;
    },
  };
}
