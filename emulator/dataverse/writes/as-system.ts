import { sessionOfUser } from '../access/session-of-user.ts';
import { requireTable } from '../schema/schema.ts';
import type { EnvironmentState, Session } from '../session.ts';
import { administrators } from './administrators.ts';
import { audited, systemAuthor } from './record-audit.ts';

/** The SYSTEM user, with what a System Administrator may do. */
function asSystem(state: EnvironmentState): Session {
  const { environment, permissions } = state;
  const { userId: systemId } = systemAuthor(state);
  const [administrator = systemId] = administrators(environment);
  const system = environment.rows(requireTable('systemuser')).get(systemId) ?? { systemuserid: systemId };
  return sessionOfUser(state, system, permissions.permissionsOf(administrator, true));
}

/** Lets the platform itself do something, whoever gave the occasion. */
export const bySystem = <T>(state: EnvironmentState, undertaking: (session: Session) => T): T =>
  audited(state, systemAuthor(state), () => undertaking(asSystem(state)));
