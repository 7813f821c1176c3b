import type { Blueprint } from './blueprint.ts';
import type { TeamSeed } from '../environment-seed.ts';
import type { Row } from '../schema/value.ts';
import { firstDayColumns } from './generate-units.ts';
import { applicationUserIdOf, generatedPeople, userIdOf } from './generate-users.ts';
import { guid } from './guid.ts';

const teamTypes = { owner: 0, access: 1, securityGroup: 2, officeGroup: 3 } as const;

type Member = {
  readonly id: string;
  readonly name: string;
  readonly businessUnit?: string;
  readonly roles: readonly string[];
};

/** Everybody to whom the seed gives something: people and the application users that are not deleted. */
export function assigned(plan: Blueprint): readonly Member[] {
  return [
    ...[...plan.seed.users, ...generatedPeople(plan)].map((it) => ({
      ...it,
      id: userIdOf(plan, it.objectId),
      name: it.username,
    })),
    ...plan.seed.applicationUsers
      .filter((it) => it.state !== 'deleted')
      .map((it) => ({ ...it, id: applicationUserIdOf(plan, it.appId), name: it.appId })),
  ];
}

/** Id of the default team of a business unit, which has every user of the unit. */
export const defaultTeamId = (organizationId: string, unitId: string): string =>
  guid('default team', organizationId, unitId);

/** Id of a team that the seed names. */
export const teamId = (plan: Blueprint, team: TeamSeed): string =>
  guid('team', plan.seed.organizationId, team.name);

/** Rows of the join of users and roles. */
export function generateUserRoles(plan: Blueprint): readonly Row[] {
  const rows: Row[] = [];
  for (const member of assigned(plan)) {
    for (const role of member.roles) {
      const roleid = plan.roleId(role, member.businessUnit);
      rows.push({
        systemuserroleid: guid('systemuserrole', member.id, roleid),
        systemuserid: member.id,
        roleid,
        versionnumber: 400_000 + rows.length,
      });
    }
  }
  return rows;
}

/** Rows of the team table: one default team per business unit, then the seed's teams. */
export function generateTeams(plan: Blueprint): readonly Row[] {
  const defaults = plan.seed.businessUnits.map((unit, index): Row => ({
    ...firstDayColumns(plan),
    teamid: defaultTeamId(plan.seed.organizationId, plan.unitId(unit.key)),
    name: unit.name,
    description:
      'Default team for the parent business unit. The name and membership are inherited from the unit.',
    teamtype: 0,
    isdefault: true,
    systemmanaged: true,
    businessunitid: plan.unitId(unit.key),
    organizationid: plan.seed.organizationId,
    versionnumber: 450_000 + index,
  }));
  const named = (plan.seed.teams ?? []).map((team, index): Row => ({
    ...firstDayColumns(plan),
    teamid: teamId(plan, team),
    name: team.name,
    teamtype: teamTypes[team.kind],
    isdefault: false,
    businessunitid: plan.unitId(team.businessUnit),
    organizationid: plan.seed.organizationId,
    ...(team.kind === 'securityGroup' || team.kind === 'officeGroup'
      ? {
          azureactivedirectoryobjectid: team.groupId ?? guid('group', plan.seed.tenantId, team.name),
          membershiptype: 0,
        }
      : {}),
    versionnumber: 460_000 + index,
  }));
  // The key that teams share with users (Learn: "Join tables using OData", principal).
  return [...defaults, ...named].map((row) => ({ ...row, ownerid: row['teamid'] ?? null }));
}

/** Rows of the join of teams and roles. */
export function generateTeamRoles(plan: Blueprint): readonly Row[] {
  return (plan.seed.teams ?? []).flatMap((team) =>
    team.roles.map((role, index) => {
      const roleid = plan.roleId(role, team.businessUnit);
      const id = teamId(plan, team);
      return { teamroleid: guid('teamrole', id, roleid), teamid: id, roleid, versionnumber: 470_000 + index };
    }),
  );
}

/** Rows of the join of teams and users. */
export function generateMemberships(plan: Blueprint): readonly Row[] {
  const rows: Row[] = [];
  const join = (teamid: string, systemuserid: string): void => {
    rows.push({
      teammembershipid: guid('teammembership', teamid, systemuserid),
      teamid,
      systemuserid,
      versionnumber: 480_000 + rows.length,
    });
  };
  const all = assigned(plan);
  for (const member of all)
    join(defaultTeamId(plan.seed.organizationId, plan.unitId(member.businessUnit)), member.id);
  for (const team of plan.seed.teams ?? []) {
    for (const member of all.filter((it) => team.members.includes(it.name)))
      join(teamId(plan, team), member.id);
  }
  return rows;
}
