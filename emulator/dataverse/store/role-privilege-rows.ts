import { guid } from '../base/guid.ts';
import type { Grants } from '../base/role-definition.ts';
import { type Row, textOf } from '../schema/value.ts';
import type { RowSource } from './row-source.ts';

const row = (role: Row, roleid: string, privilegeid: string, mask: number): Row => ({
  roleprivilegeid: guid('roleprivilege', roleid, privilegeid),
  roleid,
  privilegeid,
  privilegedepthmask: mask,
  ismanaged: role['ismanaged'] ?? false,
  solutionid: role['solutionid'] ?? null,
  roleprivilegeidunique: guid('roleprivilegeidunique', roleid, privilegeid),
  recordfilterid: '00000000-0000-0000-0000-000000000000',
  versionnumber: 2_000_000,
});

/**
 * The join of roles and privileges, computed from what roles grant instead of being stored: with a copy per
 * business unit it would be by far the largest table.
 */
export function rolePrivilegeRows(roles: () => RowSource, grantsOf: (roleId: string) => Grants): RowSource {
  function* ofRole(role: Row): Generator<Row> {
    const roleid = textOf(role, 'roleid') ?? '';
    for (const [privilegeid, mask] of grantsOf(roleid)) yield row(role, roleid, privilegeid, mask);
  }

  function* all(): Generator<Row> {
    for (const role of roles().rows()) yield* ofRole(role);
  }

  function* where(column: string, id: string): Generator<Row> {
    if (column === 'roleid') {
      const role = roles().get(id);
      if (role !== null) yield* ofRole(role);
    } else if (column === 'privilegeid') {
      for (const role of roles().rows()) {
        const roleid = textOf(role, 'roleid') ?? '';
        const mask = grantsOf(roleid).get(id);
        if (mask !== undefined) yield row(role, roleid, id, mask);
      }
    } else {
      for (const it of all()) if (it[column] === id) yield it;
    }
  }

  return {
    rows: all,
    where,
    get(id) {
      for (const it of all()) if (it['roleprivilegeid'] === id) return it;
      return null;
    },
  };
}
