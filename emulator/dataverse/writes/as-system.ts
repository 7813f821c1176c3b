import { sessionOfUser } from '../access/session-of-user.ts';
import { guid } from '../base/guid.ts';
import { requireTable } from '../schema/schema.ts';
import type { EnvironmentState, Session } from '../session.ts';
import { administrators } from './administrators.ts';

/** The platform itself at work: the SYSTEM user, with what a System Administrator may do. */
export function asSystem(state: EnvironmentState): Session {
  const { environment, permissions } = state;
  const systemId = guid('systemuser', environment.seed.organizationId, 'SYSTEM');
  const [administrator = systemId] = administrators(environment);
  const system = environment.rows(requireTable('systemuser')).get(systemId) ?? { systemuserid: systemId };
  return sessionOfUser(state, system, permissions.permissionsOf(administrator, true));
}
