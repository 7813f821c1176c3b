import type { PlanStep } from '../../../preload/contract/fleet.ts';
import type { RoleChange } from '../../../preload/contract/fleet-roles.ts';
import type { SecurityRole } from '../../../preload/contract/security-roles.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { RoleId } from '../../../preload/contract/words/ids.ts';
import { STEP_RISKS } from '../../../preload/contract/words/status.ts';
import { asAsked } from './as-asked.ts';
import { findRole } from './find-role.ts';
import { findRoleTeam, isGroupTeam, requireHolder } from './find-role-team.ts';
import type { RoleDraft } from './plan-role.ts';
import type { PlannedRoleStep, TeamRoleAction } from './role-action.ts';
import type { RoleWorld, TeamInWorld } from './role-world.ts';

type TeamChange = Extract<RoleChange, { readonly team: unknown }>;
type Risk = PlanStep['risks'][number];

/** What a person should know of a role that a team holds or shall hold. */
const risksOf = (
  gives: boolean,
  { members, team }: TeamInWorld,
  role: SecurityRole,
  administrators: number | null,
): Risk[] => {
  const reachesSomebody = members === null || members.apps.length + members.people > 0 || isGroupTeam(team);
  const found = new Set<Risk>([
    ...(gives && role.systemAdministrator ? (['system-administrator'] as const) : []),
    ...(reachesSomebody ? ([gives ? 'members-get-it' : 'members-lose-it'] as const) : []),
    // Whoever administrates does so through a team, and this may be the only one.
    ...(!gives && role.systemAdministrator && reachesSomebody && administrators === 0
      ? (['last-administrator'] as const)
      : []),
    ...(team.isDefault ? (['whole-business-unit'] as const) : []),
    ...(isGroupTeam(team) ? (['entra-decides'] as const) : []),
    ...(gives && !role.membersInherit ? (['team-privileges-only'] as const) : []),
  ]);
  return STEP_RISKS.filter((risk) => found.has(risk));
};

const stepOf = (
  kind: TeamRoleAction['kind'],
  there: TeamInWorld,
  role: SecurityRole,
  copyId: RoleId,
  administrators: number | null,
): PlannedRoleStep => {
  const { id: teamId, name } = there.team;
  const unit = role.copies.find(({ roleId }) => roleId === copyId)?.businessUnitName ?? '';
  const held = unit === '' ? 'Held by the team' : `Held by the team in ${unit}`;
  const gives = kind === 'give-team-role';
  return {
    step: {
      id: `${role.rootRoleId}/${kind}/${teamId}/${copyId}`,
      kind,
      subject: name,
      before: gives ? 'Not held' : held,
      after: gives ? held : 'Not held',
      risks: risksOf(gives, there, role, administrators),
      ...(there.members === null
        ? {}
        : { reaches: { apps: [...there.members.apps], people: there.members.people } }),
    },
    action: { kind, roleId: role.rootRoleId, copyId, teamId },
  };
};

/** Works out who is given or loses a role through a team. Pure; what is so already makes no step. */
export const planTeamRole = (change: TeamChange, world: RoleWorld): Result<RoleDraft> => {
  const { environmentName } = world;
  const role = findRole(world.roles, change.role, environmentName);
  if (!role.ok) return role;
  const found = findRoleTeam(
    world.teams.map(({ team }) => team),
    change.team,
    environmentName,
  );
  if (!found.ok) return found;
  const there = world.teams.find(({ team }) => team.id === found.value.id);
  if (there === undefined)
    return failed('team-not-found', { team: found.value.name, environment: environmentName });
  const { copies, name: roleName } = role.value;
  if (change.kind === 'take-from-team') {
    const held = copies.filter(({ roleId }) => there.holds.has(roleId));
    const steps = held.map(({ roleId }) =>
      stepOf('take-team-role', there, role.value, roleId, world.administrators),
    );
    return ok({ roleName, steps, leftOut: [] });
  }
  const holder = requireHolder(there.team, role.value, environmentName);
  if (!holder.ok) return holder;
  const copy = copies.find(({ businessUnitId }) => businessUnitId === there.team.businessUnitId);
  if (copy === undefined) return failed('role-not-found', { role: roleName, environment: environmentName });
  if (there.holds.has(copy.roleId)) return ok({ roleName, steps: [], leftOut: [] });
  const whole = world.wholes.get(role.value.rootRoleId);
  return ok({
    roleName,
    steps: [stepOf('give-team-role', there, role.value, copy.roleId, null)],
    leftOut: [],
    gives: whole === undefined ? [] : asAsked(whole),
  });
};
