import type { EnvironmentSeed, TeamSeed } from '../environment-seed.ts';
import type { Row } from '../schema/value.ts';
import { businessUnitId, firstDayColumns, roleIdIn } from './generate-units.ts';
import { applicationUserIdOf, generatedPeople, userIdOf } from './generate-users.ts';
import { guid } from './guid.ts';

const teamTypes = { owner: 0, access: 1, securityGroup: 2, officeGroup: 3 } as const;

type Member = {
  readonly id: string;
  readonly name: string;
  readonly businessUnit?: string;
  readonly roles: readonly string[];
};

function members(seed: EnvironmentSeed): readonly Member[] {
  return [
    ...[...seed.users, ...generatedPeople(seed)].map((it) => ({
      ...it,
      id: userIdOf(seed, it.objectId),
      name: it.username,
    })),
    ...seed.applicationUsers
      .filter((it) => it.state !== 'deleted')
      .map((it) => ({ ...it, id: applicationUserIdOf(seed, it.appId), name: it.appId })),
  ];
}

/** Id of the default team of a business unit, which has every user of the unit. */
export const defaultTeamId = (seed: EnvironmentSeed, unitId: string): string =>
  guid('default team', seed.organizationId, unitId);

const teamId = (seed: EnvironmentSeed, team: TeamSeed): string =>
  guid('team', seed.organizationId, team.name);

/** Rows of the join of users and roles. */
export function generateUserRoles(seed: EnvironmentSeed): readonly Row[] {
  const rows: Row[] = [];
  for (const member of members(seed)) {
    for (const role of member.roles) {
      const roleid = roleIdIn(seed, role, member.businessUnit);
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
export function generateTeams(seed: EnvironmentSeed): readonly Row[] {
  const defaults = seed.businessUnits.map((unit, index): Row => ({
    ...firstDayColumns(seed),
    teamid: defaultTeamId(seed, businessUnitId(seed, unit.key)),
    name: unit.name,
    description:
      'Default team for the parent business unit. The name and membership are inherited from the unit.',
    teamtype: 0,
    isdefault: true,
    systemmanaged: true,
    businessunitid: businessUnitId(seed, unit.key),
    organizationid: seed.organizationId,
    versionnumber: 450_000 + index,
  }));
  const named = (seed.teams ?? []).map((team, index): Row => ({
    ...firstDayColumns(seed),
    teamid: teamId(seed, team),
    name: team.name,
    teamtype: teamTypes[team.kind],
    isdefault: false,
    businessunitid: businessUnitId(seed, team.businessUnit),
    organizationid: seed.organizationId,
    azureactivedirectoryobjectid:
      team.kind === 'securityGroup' || team.kind === 'officeGroup'
        ? guid('group', seed.tenantId, team.name)
        : null,
    versionnumber: 460_000 + index,
  }));
  return [...defaults, ...named];
}

/** Rows of the join of teams and roles. */
export function generateTeamRoles(seed: EnvironmentSeed): readonly Row[] {
  return (seed.teams ?? []).flatMap((team) =>
    team.roles.map((role, index) => {
      const roleid = roleIdIn(seed, role, team.businessUnit);
      const id = teamId(seed, team);
      return { teamroleid: guid('teamrole', id, roleid), teamid: id, roleid, versionnumber: 470_000 + index };
    }),
  );
}

/** Rows of the join of teams and users. */
export function generateMemberships(seed: EnvironmentSeed): readonly Row[] {
  const rows: Row[] = [];
  const join = (teamid: string, systemuserid: string): void => {
    rows.push({
      teammembershipid: guid('teammembership', teamid, systemuserid),
      teamid,
      systemuserid,
      versionnumber: 480_000 + rows.length,
    });
  };
  const all = members(seed);
  for (const member of all) join(defaultTeamId(seed, businessUnitId(seed, member.businessUnit)), member.id);
  for (const team of seed.teams ?? []) {
    for (const member of all.filter((it) => team.members.includes(it.name)))
      join(teamId(seed, team), member.id);
  }
  return rows;
}
