import { guid } from '../base/guid.ts';
import { roleCopyId } from '../base/role-catalogue.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';

const roles = requireTable('role');
const units = requireTable('businessunit');

/** All copies of a role, its original included. */
export const copiesOf = (session: Session, rootId: string): readonly Row[] => [
  ...session.environment.rows(roles).where('parentrootroleid', rootId),
];

/** Writes the copy of a role that stands in a business unit below the one of `parent`. */
export function putRoleCopy(session: Session, parent: Row, unitId: string): Row {
  const { environment } = session;
  const row: Row = {
    ...parent,
    roleid: roleCopyId(environment.seed.organizationId, textOf(parent, 'parentrootroleid') ?? '', unitId),
    businessunitid: unitId,
    parentroleid: idOf(parent, 'roleid'),
    roleidunique: guid('roleidunique', environment.seed.organizationId, environment.nextVersion()),
    versionnumber: environment.nextVersion(),
  };
  environment.mutable(roles).put(row);
  return row;
}

/** Every business unit below that of a role has a copy of it, whose parent is the copy of the unit above. */
export function putRoleCopies(session: Session, original: Row): void {
  const place = [original];
  for (const parent of place) {
    for (const unit of session.environment
      .rows(units)
      .where('parentbusinessunitid', textOf(parent, 'businessunitid') ?? '')) {
      place.push(putRoleCopy(session, parent, idOf(unit, 'businessunitid')));
    }
  }
}

/** Users whose permissions a role decides: its holders, and the members of teams that hold it, through any copy. */
export function holdersOf(session: Session, rootId: string): ReadonlySet<string> {
  const rowsOf = (name: string) => session.environment.rows(requireTable(name));
  const found = new Set<string>();
  const add = (rows: Iterable<Row>): void => {
    for (const row of rows) found.add(textOf(row, 'systemuserid') ?? '');
  };
  for (const copy of copiesOf(session, rootId)) {
    const id = idOf(copy, 'roleid');
    add(rowsOf('systemuserroles').where('roleid', id));
    for (const held of rowsOf('teamroles').where('roleid', id))
      add(rowsOf('teammembership').where('teamid', textOf(held, 'teamid') ?? ''));
  }
  return found;
}

/** Whether a user or a team holds any copy of a role. */
export const isHeld = (session: Session, rootId: string): boolean =>
  copiesOf(session, rootId).some((copy) =>
    ['systemuserroles', 'teamroles'].some((name) => {
      const joins = session.environment.rows(requireTable(name)).where('roleid', idOf(copy, 'roleid'));
      return [...joins].length > 0;
    }),
  );
