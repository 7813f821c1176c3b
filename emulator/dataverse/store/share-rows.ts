import { guid } from '../base/guid.ts';
import { sharingLookups } from '../schema/cascades.ts';
import { requireTable, tableNamed } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, lookupTableKey, type Row, textOf } from '../schema/value.ts';
import { recordAbove } from './record-above.ts';
import type { RowSource } from './row-source.ts';
import type { Share, Shares } from './shares.ts';

/** What a principal has of one record: given to it, and inherited from the records that it stands under. */
type Access = {
  readonly table: string;
  readonly id: string;
  readonly share: Omit<Share, 'mask' | 'table'>;
  own: number;
  inherited: number;
};

/** All rights but Create, and a bit more that rows of the real service have: what the owner of a record has of those below (seen in clients). */
const ownersMask = 135_069_719;

/** The tables whose records stand under others. */
const tablesBelow = [...sharingLookups].flatMap(([name, column]) => {
  const table = requireTable(name);
  return table.isComputed ? [] : [{ table, column }];
});

type Entries = (table: string, id: string, share: Access['share']) => Access;
type RowsOf = (table: Table) => RowSource;

/** Adds what is shared, and what stands below it. */
function addShares(at: Entries, shares: Shares, rowsOf: RowsOf): void {
  for (const { recordId, share } of shares.all()) {
    at(share.table, recordId, share).own = share.mask;
    const waiting = [{ table: share.table, id: recordId }];
    const seen = new Set([recordId]);
    for (const from of waiting) {
      for (const { column, table } of tablesBelow) {
        for (const row of rowsOf(table).where(column, from.id)) {
          const id = idOf(row, table.primaryId);
          if (row[lookupTableKey(column)] !== from.table || seen.has(id)) continue;
          seen.add(id);
          waiting.push({ table: table.logicalName, id });
          at(table.logicalName, id, share).inherited |= share.mask;
        }
      }
    }
  }
}

/** Adds what the owners of records have of those below that are somebody else's (Learn: "Manage PrincipalObjectAccess storage", Reparent). */
function addOwners(at: Entries, rowsOf: RowsOf): void {
  for (const { table } of tablesBelow) {
    for (const row of rowsOf(table).rows()) {
      const seen = new Set<string>();
      let above = recordAbove({ rows: rowsOf }, table, row);
      while (above !== null && !seen.has(idOf(above.row, above.table.primaryId))) {
        seen.add(idOf(above.row, above.table.primaryId));
        const owner = textOf(above.row, 'ownerid');
        if (owner !== null && owner !== row['ownerid']) {
          const entry = at(table.logicalName, idOf(row, table.primaryId), {
            principalId: owner,
            kind: above.row[lookupTableKey('ownerid')] === 'team' ? 'team' : 'systemuser',
            changedOn: textOf(row, 'modifiedon') ?? '',
            version: Number(row['versionnumber'] ?? 0),
          });
          entry.inherited |= ownersMask;
        }
        above = recordAbove({ rows: rowsOf }, above.table, above.row);
      }
    }
  }
}

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

/**
 * The table of who has what of which record (Learn: "Manage PrincipalObjectAccess storage", principalobjectaccess table reference): a row
 * for each share, for each record that inherits one, and for owners of the records above.
 */
export function shareRows(shares: Shares, rowsOf: RowsOf): RowSource {
  const isThere = (name: string, id: string): boolean => {
    const table = tableNamed(name);
    return table !== null && rowsOf(table).get(id) !== null;
  };

  function all(): readonly Row[] {
    const found = new Map<string, Access>();
    const at: Entries = (table, id, share) => {
      const key = `${id}/${share.principalId}`;
      const access = found.get(key) ?? { table, id, share, own: 0, inherited: 0 };
      found.set(key, access);
      return access;
    };
    addShares(at, shares, rowsOf);
    addOwners(at, rowsOf);
    return [...found.values()].filter(({ id, table }) => isThere(table, id)).map(rowOf);
  }

  return {
    rows: all,
    get: (id) => all().find((row) => row['principalobjectaccessid'] === id) ?? null,
    *where(column, id) {
      for (const row of all()) if (row[column] === id) yield row;
    },
  };
}
