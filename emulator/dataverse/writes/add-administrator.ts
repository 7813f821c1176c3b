import { createAccess } from '../access/access.ts';
import { systemAdministratorTemplate } from '../base/role-catalogue.ts';
import { guid } from '../base/guid.ts';
import { readPreferences } from '../preferences.ts';
import { createRowAllowance } from '../query/row-allowance.ts';
import { requireTable } from '../schema/schema.ts';
import { type Row, textOf } from '../schema/value.ts';
import type { DataverseRequest } from '../seam.ts';
import type { EnvironmentState, Session } from '../session.ts';
import { administrators } from './administrators.ts';
import { associate } from './associations.ts';
import { createUser } from './user-writes.ts';

const users = requireTable('systemuser');
const roles = requireTable('role');

/** The platform itself at work: the SYSTEM user, with what a System Administrator may do. */
function asSystem(state: EnvironmentState): Session {
  const { environment, permissions } = state;
  const { organizationId, tenantId, origin } = environment.seed;
  const systemId = guid('systemuser', organizationId, 'SYSTEM');
  const [administrator = systemId] = administrators(environment);
  const request: DataverseRequest = {
    method: 'POST',
    path: '/systemusers',
    query: '',
    headers: {},
    body: '',
    serviceRoot: `${origin}/api/data/v9.2`,
    caller: { kind: 'app', tenantId, objectId: systemId, appId: systemId },
  };
  const system = environment.rows(users).get(systemId) ?? { systemuserid: systemId };
  return {
    ...state,
    request,
    access: createAccess(
      environment,
      system,
      permissions.permissionsOf(administrator, true),
      state.ports.rules,
    ),
    actingUserId: null,
    preferences: readPreferences(undefined),
    allowance: createRowAllowance(),
  };
}

function roleIn(state: EnvironmentState, unitId: string): Row | null {
  for (const role of state.environment.rows(roles).where('roletemplateid', systemAdministratorTemplate)) {
    if (textOf(role, 'businessunitid') === unitId) return role;
  }
  return null;
}

/**
 * What `addAppUser` of the Power Platform admin API does in an environment: the app is a user there and holds System Administrator
 * (Learn: create-dataverseapplicationuser). One that is there already keeps what it has.
 */
export function addAdministrator(state: EnvironmentState, appId: string): void {
  const { environment } = state;
  const session = asSystem(state);
  const known = [...environment.rows(users).where('applicationid', appId)].find(
    (row) => row['deletedstate'] !== 1,
  );
  const user = known ?? createUser(session, { values: { applicationid: appId }, links: new Map() });
  const role = roleIn(state, textOf(user, 'businessunitid') ?? '');
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
