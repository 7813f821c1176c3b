import { readPreferences } from '../preferences.ts';
import { createRowAllowance } from '../query/row-allowance.ts';
import { idOf, type Row } from '../schema/value.ts';
import type { DataverseRequest } from '../seam.ts';
import type { EnvironmentState, Session } from '../session.ts';
import { createAccess } from './access.ts';
import type { Permissions } from './held-roles.ts';

/** The service itself at work as one of the users, without a request of anybody. */
export function sessionOfUser(state: EnvironmentState, user: Row, permissions: Permissions): Session {
  const { environment, ports } = state;
  const { tenantId, origin } = environment.seed;
  const id = idOf(user, 'systemuserid');
  const request: DataverseRequest = {
    method: 'POST',
    path: '/',
    query: '',
    headers: {},
    body: '',
    serviceRoot: `${origin}/api/data/v9.2`,
    caller: { kind: 'app', tenantId, objectId: id, appId: id },
  };
  return {
    ...state,
    request,
    access: createAccess(environment, user, permissions, ports.rules),
    actingUserId: null,
    preferences: readPreferences({}),
    allowance: createRowAllowance(),
  };
}
