import type { Privilege } from '../base/privileges.ts';
import { depthMask } from '../base/role-definition.ts';
import type { Environment } from '../store/environment.ts';
import type { HeldRole, Permissions } from './held-roles.ts';

/** How far a privilege reaches for one user. */
export type Reach = {
  readonly everything: boolean;
  /** Business units whose rows are within reach. */
  readonly units: ReadonlySet<string>;
  /** Users and teams whose rows are within reach. */
  readonly owners: ReadonlySet<string>;
};

/**
 * Whose records a role reaches at every depth. Through a team those of this team; whether also those of other teams that its holder is in,
 * as Learn's "How access to a record is determined" may be read (belonging to the owning team is enough), is a rule.
 */
function ownersOf(role: HeldRole, permissions: Permissions, reaches: TeamRoleReach): readonly string[] {
  if (role.via.kind === 'user') return [permissions.userId, ...permissions.teamIds];
  const teams = reaches === 'everyTeam' ? permissions.teamIds : [role.via.teamId];
  return role.via.inherited ? [permissions.userId, ...teams] : teams;
}

/** How far a role held through a team goes. */
export type TeamRoleReach = 'ownTeam' | 'everyTeam';

/**
 * Joins a user's roles for one privilege: Basic reaches own rows and those of own teams, Local the business unit of
 * the role, Deep that unit and everything below, Global all rows (Learn: "Security roles and privileges"). Null
 * where no role has the privilege.
 */
export function reachOf(
  environment: Environment,
  permissions: Permissions,
  privilege: Privilege,
  reaches: TeamRoleReach,
): Reach | null {
  const units = new Set<string>();
  const owners = new Set<string>();
  let everything = false;
  let found = false;
  for (const role of permissions.roles) {
    const mask = role.grants.get(privilege.id);
    if (mask === undefined) continue;
    found = true;
    for (const owner of ownersOf(role, permissions, reaches)) owners.add(owner);
    if (mask >= depthMask.Local) units.add(role.businessUnitId);
    if (mask === depthMask.Deep)
      for (const unit of environment.unitsBelow(role.businessUnitId)) units.add(unit);
    if (mask === depthMask.Global) everything = true;
  }
  return found ? { everything, units, owners } : null;
}
