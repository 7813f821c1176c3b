import { guid } from '../base/guid.ts';
import { activeSolution } from '../base/known-solutions.ts';
import { supportUserTemplate, systemAdministratorTemplate } from '../base/role-catalogue.ts';
import {
  cannotDeleteAssociated,
  cannotDeleteInheritedRole,
  cannotDeleteSystemRole,
  cannotModifyAdministratorRole,
  cannotModifySupportRole,
  inheritedRole,
  managedProperty,
  roleAlreadyExists,
  roleNameMissing,
  roleUnitMissing,
} from '../errors/role-faults.ts';
import { unitDisabled } from '../errors/unit-faults.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import type { Payload } from './payload.ts';
import { createdColumns, modifiedColumns, newId } from './record-writes.ts';
import { copiesOf, holdersOf, isHeld, putRoleCopies } from './role-copies.ts';

const roles = requireTable('role');

const systemCustomizer = '119f245c-3cc8-4b62-b31c-d1a046ced15d';

/** `Value` of a managed property; one that is missing stands for yes. */
const allows = (row: Row, property: 'iscustomizable' | 'canbedeleted'): boolean => {
  const value = row[property];
  return typeof value !== 'object' || value === null || !('Value' in value) || value['Value'] !== false;
};

const managedYes = (name: string): Row => ({
  Value: true,
  CanBeChanged: true,
  ManagedPropertyLogicalName: name,
});

/** Names are compared as the database does, without regard to case. */
function requireFreeName(session: Session, name: string, unitId: string, rootId: string | null): void {
  for (const row of session.environment.rows(roles).where('businessunitid', unitId)) {
    if (textOf(row, 'name')?.toLowerCase() !== name.toLowerCase()) continue;
    if (textOf(row, 'parentrootroleid') === rootId) continue;
    throw roleAlreadyExists(name, unitId, idOf(row, 'roleid'), textOf(row, 'solutionid') ?? '');
  }
}

/**
 * Refuses a change of a role that has to stay as it is: a copy, System Administrator, Support User, and what its publisher
 * locked (Learn: role table reference, "Managed properties"). A role that a solution brought is locked here too: on the
 * real service some of them let an unmanaged layer be put over them.
 */
export function requireChangeableRole(session: Session, row: Row): void {
  session.access.requireRow(roles, 'Write', row);
  const template = textOf(row, 'roletemplateid');
  if (template === systemAdministratorTemplate) throw cannotModifyAdministratorRole();
  if (template === supportUserTemplate) throw cannotModifySupportRole();
  if (!allows(row, 'iscustomizable') || row['ismanaged'] === true)
    throw managedProperty(
      textOf(row, 'name') ?? '',
      idOf(row, 'roleid'),
      'Update',
      'iscustomizableanddeletable',
    );
  if (textOf(row, 'parentroleid') !== null) throw inheritedRole();
}

/**
 * Creates a role without privileges (Learn: role table reference, "Create or edit a security role"): it appears in its
 * business unit and as a copy in each unit below at once. Needs prvCreateRole.
 */
export function createRole(session: Session, payload: Payload): Row {
  const { access, environment } = session;
  access.require(roles, 'Create');
  const name = textOf(payload.values, 'name')?.trim() ?? '';
  if (name === '') throw roleNameMissing();
  const unit = payload.links.get('businessunitid') ?? null;
  if (unit === null) throw roleUnitMissing();
  if (unit.row['isdisabled'] === true) throw unitDisabled();
  for (const below of environment.unitsBelow(unit.id)) requireFreeName(session, name, below, null);
  const id = newId(session, roles, payload);
  const row: Row = {
    ...payload.values,
    ...createdColumns(session),
    roleid: id,
    name,
    businessunitid: unit.id,
    parentrootroleid: id,
    parentroleid: null,
    roletemplateid: null,
    ismanaged: false,
    organizationid: environment.seed.organizationId,
    solutionid: activeSolution,
    roleidunique: guid('roleidunique', environment.seed.organizationId, id),
    iscustomizable: managedYes('iscustomizableanddeletable'),
    canbedeleted: managedYes('canbedeleted'),
  };
  access.requireCreate(roles, row);
  environment.mutable(roles).put(row);
  environment.putGrants(id, new Map());
  putRoleCopies(session, row);
  return row;
}

/** Renames a role or changes what it says of itself; its copies follow. The business unit of a role is fixed. */
export function updateRole(session: Session, before: Row, { values, links }: Payload): Row {
  requireChangeableRole(session, before);
  const { environment } = session;
  const id = idOf(before, 'roleid');
  const name = textOf(values, 'name');
  if (name !== null || values['name'] === null) {
    if ((name?.trim() ?? '') === '') throw roleNameMissing();
    for (const copy of copiesOf(session, id))
      requireFreeName(session, name ?? '', textOf(copy, 'businessunitid') ?? '', id);
  }
  const unit = links.get('businessunitid');
  if (unit !== undefined && unit?.id !== textOf(before, 'businessunitid')) throw inheritedRole();
  for (const holder of 'isinherited' in values ? holdersOf(session, id) : [])
    session.permissions.beforeChange(holder);
  const changed = { ...values, ...modifiedColumns(session) };
  for (const copy of copiesOf(session, id))
    environment.mutable(roles).put({
      ...copy,
      ...changed,
      roleid: idOf(copy, 'roleid'),
      versionnumber: environment.nextVersion(),
    });
  return environment.rows(roles).get(id) ?? before;
}

/** Deletes a role with its copies; refused while anybody holds it, and for the roles that every environment has. */
export function deleteRole(session: Session, row: Row): void {
  const { access, environment } = session;
  access.requireRow(roles, 'Delete', row);
  const id = idOf(row, 'roleid');
  const name = textOf(row, 'name') ?? '';
  const template = textOf(row, 'roletemplateid');
  if (template === systemAdministratorTemplate)
    throw cannotDeleteSystemRole('0x80041D2E', 'System Administrator');
  if (template === supportUserTemplate) throw cannotDeleteSystemRole('0x80041D42', 'Support User');
  if (template === systemCustomizer) throw cannotDeleteSystemRole('0x80041D4A', 'System Customizer');
  if (!allows(row, 'canbedeleted') || row['ismanaged'] === true)
    throw managedProperty(name, id, 'Delete', 'canbedeleted');
  if (textOf(row, 'parentroleid') !== null) throw cannotDeleteInheritedRole();
  if (isHeld(session, id)) throw cannotDeleteAssociated();
  for (const copy of copiesOf(session, id)) environment.mutable(roles).remove(idOf(copy, 'roleid'));
  environment.putGrants(id, null);
}
