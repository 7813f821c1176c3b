import type { SecurityRole } from '../../../preload/contract/security-roles.ts';
import type { BusinessUnitId, RoleId } from '../../../preload/contract/words/ids.ts';
import type { TeamMembers } from '../../application-users/team-members.ts';
import type { TeamThere } from '../../application-users/teams.ts';
import type { PrivilegeThere } from '../../security-roles/read-privilege-set.ts';
import type { RoleHolders } from '../../security-roles/read-role-holders.ts';
import type { WholeRole } from '../../security-roles/whole-role.ts';

/** A team that a change names. */
export type TeamInWorld = {
  readonly team: TeamThere;
  /** Role copies that it holds. */
  readonly holds: ReadonlySet<RoleId>;
  /** Null: not known. */
  readonly members: TeamMembers | null;
};

/** What is so in one environment, as far as a plan of its roles needs to know it. */
export type RoleWorld = {
  readonly environmentName: string;
  readonly roles: readonly SecurityRole[];
  readonly units: number;
  readonly root: { readonly id: BusinessUnitId; readonly name: string };
  /** Privileges that the changes name, by name; those that the environment does not have are missing. */
  readonly privileges: ReadonlyMap<string, PrivilegeThere>;
  /** How many privileges the environment has; null when that is not known. */
  readonly total: number | null;
  /** Of the roles that the changes are about. */
  readonly wholes: ReadonlyMap<RoleId, WholeRole>;
  /** Of the roles that get another description, or are deleted. */
  readonly descriptions: ReadonlyMap<RoleId, string>;
  /** Null: not known. */
  readonly holders: ReadonlyMap<RoleId, RoleHolders | null>;
  readonly teams: readonly TeamInWorld[];
  /** How many enabled users hold System Administrator by themselves; null when it is not needed or not known. */
  readonly administrators: number | null;
};
