import { administratorProfileId, profileJoinId } from '../base/generate-profiles.ts';
import { administratorProfileFixed, columnNotSecured, permissionInvalid } from '../errors/column-faults.ts';
import { invalidPayload } from '../errors/payload-faults.ts';
import { requireTable, tableNamed } from '../schema/schema.ts';
import { idOf, numberOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import type { Payload } from './payload.ts';
import { createdColumns, deleteRecord, modifiedColumns, newId, updateRecord } from './record-writes.ts';

const profiles = requireTable('fieldsecurityprofile');
const permissions = requireTable('fieldpermission');

const refuseBuiltIn = (profileId: string | null): void => {
  if (profileId === administratorProfileId) throw administratorProfileFixed();
};

/** Changes a profile's name or description; the built-in one is fixed. */
export function updateProfile(session: Session, before: Row, payload: Payload): Row {
  refuseBuiltIn(idOf(before, profiles.primaryId));
  return updateRecord(session, profiles, before, payload);
}

/** Deletes a profile with what it allows and whom it is given to. */
export function deleteProfile(session: Session, row: Row): void {
  const id = idOf(row, profiles.primaryId);
  refuseBuiltIn(id);
  const { environment } = session;
  session.access.requireRow(profiles, 'Delete', row);
  for (const name of ['fieldpermission', 'systemuserprofiles', 'teamprofiles']) {
    const table = requireTable(name);
    const store = environment.mutable(table);
    for (const it of store.where(profiles.primaryId, id)) store.remove(idOf(it, table.primaryId));
  }
  deleteRecord(session, profiles, row);
}

const requireProfile = (session: Session, row: Row): void => {
  const profile = session.environment.rows(profiles).get(textOf(row, profiles.primaryId) ?? '');
  if (profile === null) {
    throw invalidPayload('A field permission belongs to a field security profile.');
  }
  refuseBuiltIn(idOf(profile, profiles.primaryId));
  session.access.requireRow(profiles, 'Write', profile);
};

const values: Readonly<Record<string, readonly number[]>> = {
  cancreate: [0, 4],
  canread: [0, 4],
  canupdate: [0, 4],
  canreadunmasked: [0, 1, 3],
};

const requireValues = (row: Row): void => {
  for (const [name, known] of Object.entries(values)) {
    const value = numberOf(row, name) ?? 0;
    if (known.includes(value)) continue;
    throw permissionInvalid(
      value,
      textOf(row, 'attributelogicalname') ?? '',
      idOf(row, permissions.primaryId),
    );
  }
};

/** Allows something with a secured column; a column that is not secured is refused. */
export function createPermission(session: Session, payload: Payload): Row {
  const row: Row = {
    ...payload.values,
    [profiles.primaryId]: payload.links.get(profiles.primaryId)?.id ?? null,
    ...createdColumns(session),
    [permissions.primaryId]: newId(session, permissions, payload),
  };
  requireProfile(session, row);
  const table = tableNamed(textOf(row, 'entityname') ?? '');
  const column = textOf(row, 'attributelogicalname') ?? '';
  if (table === null || !session.environment.isSecured(table, column)) throw columnNotSecured();
  requireValues(row);
  session.environment.mutable(permissions).put(row);
  return row;
}

/** Changes what a profile allows with a column. */
export function updatePermission(session: Session, before: Row, payload: Payload): Row {
  requireProfile(session, before);
  if (payload.links.size > 0) {
    throw invalidPayload('A field permission stays with its field security profile.');
  }
  const row = { ...before, ...payload.values, ...modifiedColumns(session) };
  requireValues(row);
  session.environment.mutable(permissions).put(row);
  return row;
}

/** Takes away what a profile allows with a column. */
export function deletePermission(session: Session, row: Row): void {
  requireProfile(session, row);
  session.environment.mutable(permissions).remove(idOf(row, permissions.primaryId));
}

/**
 * Gives the built-in profile with the System Administrator role, and takes it with that (Learn: "Use field security to
 * control access to field values"). Whether a team's role does it too no page says.
 */
export function followAdministratorRole(
  session: Session,
  through: 'systemuserprofiles' | 'teamprofiles',
  holder: string,
  holds: boolean,
): void {
  const { environment, ports } = session;
  const rule = dataverseRule(ports.rules, environment.seed, 'administratorProfileOfTeams');
  if (through === 'teamprofiles' && rule === 'no') return;
  const table = requireTable(through);
  const id = profileJoinId(through, holder, administratorProfileId);
  const store = environment.mutable(table);
  if (!holds) return store.remove(id);
  store.put({
    [table.primaryId]: id,
    [through === 'teamprofiles' ? 'teamid' : 'systemuserid']: holder,
    [profiles.primaryId]: administratorProfileId,
    versionnumber: environment.nextVersion(),
  });
}
