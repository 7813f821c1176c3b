import type { BusinessUnitId, RoleId } from '../../../preload/contract/words/ids.ts';
import { reaching } from '../planner/caller-rights.ts';
import type { Grant, GrantsAsked } from '../planner/caller-rights.ts';
import { depthsOf } from '../../security-roles/whole-role.ts';
import type { RoleDraft } from './plan-role.ts';
import type { RoleAction } from './role-action.ts';
import type { RoleWorld } from './role-world.ts';

/**
 * What whoever carries out the steps of a role has to have: the privilege for the change in the role's or the team's business unit
 * (Microsoft Learn: role table, privileges by message), and of what the role hands out everything, where it reaches from there. A set that
 * is written whole is handed out whole, with what the role has already (Microsoft Learn: ReplacePrivilegesRole). Pure.
 */
export const roleRights = ({ steps, gives = [] }: RoleDraft, world: RoleWorld): GrantsAsked => {
  const copies = world.roles.flatMap((role) => role.copies);
  // A role that the plan makes is made in the root business unit.
  const unitOf = (id: RoleId): BusinessUnitId =>
    copies.find(({ roleId }) => roleId === id)?.businessUnitId ?? world.root.id;

  const needs = (action: RoleAction): readonly Grant[] => {
    switch (action.kind) {
      case 'create-role':
        return [reaching('prvCreateRole', action.businessUnitId)];
      case 'change-role':
      case 'set-privileges':
      case 'remove-privileges':
        return [reaching('prvWriteRole', unitOf(action.roleId))];
      case 'delete-role':
        return [reaching('prvDeleteRole', unitOf(action.roleId))];
      case 'give-team-role':
      case 'take-team-role': {
        const there = world.teams.find(({ team }) => team.id === action.teamId);
        return [reaching('prvAssignRole', there?.team.businessUnitId ?? null)];
      }
    }
  };
  const handsOut = (action: RoleAction): readonly Grant[] => {
    if (action.kind === 'give-team-role')
      return gives.map(({ depth, privilege: name }) => ({
        name,
        depth,
        businessUnitId: unitOf(action.copyId),
      }));
    if (action.kind !== 'set-privileges') return [];
    const whole = action.replaces === null ? undefined : world.wholes.get(action.roleId);
    const depths = whole === undefined ? null : depthsOf(whole);
    const after = new Map(
      (whole?.grants ?? []).map(({ name, privilegeId }) => [name, depths?.get(privilegeId) ?? 'None']),
    );
    for (const change of action.changes) after.set(change.name, change.after);
    return [...after]
      .filter(([, depth]) => depth !== 'None')
      .map(([name, depth]) => ({ name, depth, businessUnitId: unitOf(action.roleId) }));
  };
  return {
    needed: steps.flatMap(({ action }) => needs(action)),
    toGive: steps.flatMap(({ action }) => handsOut(action)),
  };
};
