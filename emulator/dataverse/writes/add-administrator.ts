import { systemAdministratorTemplate } from '../base/role-catalogue.ts';
import { requireTable } from '../schema/schema.ts';
import { type Row, textOf } from '../schema/value.ts';
import type { EnvironmentState, Session } from '../session.ts';
import { bySystem } from './as-system.ts';
import { associate } from './associations.ts';
import { createUser } from './user-writes.ts';

const users = requireTable('systemuser');
const roles = requireTable('role');

function roleIn(state: EnvironmentState, unitId: string): Row | null {
  for (const role of state.environment.rows(roles).where('roletemplateid', systemAdministratorTemplate)) {
    if (textOf(role, 'businessunitid') === unitId) return role;
  }
  return null;
}

/**
 * What `addUser` of the Power Platform admin API does in an environment: the person is a user there, with what everybody has. One that is
 * there already stays as it is; false for somebody who may not sign in, or whom the directory does not know.
 */
export function addPerson(state: EnvironmentState, objectId: string): boolean {
  const known = [...state.environment.rows(users).where('azureactivedirectoryobjectid', objectId)].some(
    (row) => row['deletedstate'] !== 1,
  );
  return known || state.arrivals.person(objectId) !== null;
}

/**
 * What `addAppUser` of the Power Platform admin API does in an environment: the app is a user there and holds System Administrator
 * (Learn: create-dataverseapplicationuser). One that is there already keeps what it has.
 */
export const addAdministrator = (state: EnvironmentState, appId: string): void =>
  bySystem(state, (session) => addAsAdministrator(session, appId));

function addAsAdministrator(session: Session, appId: string): void {
  const { environment } = session;
  const known = [...environment.rows(users).where('applicationid', appId)].find(
    (row) => row['deletedstate'] !== 1,
  );
  const user = known ?? createUser(session, { values: { applicationid: appId }, links: new Map() });
  const role = roleIn(session, textOf(user, 'businessunitid') ?? '');
  const navigation = users.navigation.get('systemuserroles_association');
  const held = role === null ? '' : (textOf(role, 'roleid') ?? '');
  const joins = environment.rows(requireTable('systemuserroles'));
  const holds = [...joins.where('systemuserid', textOf(user, 'systemuserid') ?? '')].some(
    (join) => textOf(join, 'roleid') === held,
  );
  if (role !== null && !holds && navigation?.kind === 'intersect') {
    associate(session, navigation, user, role);
  }
}
