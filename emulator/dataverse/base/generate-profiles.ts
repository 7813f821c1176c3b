import type { Row } from '../schema/value.ts';
import type { Blueprint } from './blueprint.ts';
import { assigned, teamId } from './generate-assignments.ts';
import { firstDayColumns } from './generate-units.ts';
import { guid } from './guid.ts';

/**
 * The System Administrator profile, the same in every environment. It allows everything with every secured column,
 * and nobody can change or delete it (Learn: "Column-level security to control access").
 */
export const administratorProfileId = '572329c1-a042-4e22-be47-367c6374ea45';

/** Id of the row that joins a holder and a profile; the holder's column is `systemuserid` or `teamid`. */
export const profileJoinId = (
  through: 'systemuserprofiles' | 'teamprofiles',
  holder: string,
  profile: string,
) => guid(through, holder, profile);

const allowed = 4;

const profilesOf = (plan: Blueprint) =>
  (plan.seed.columnSecurity?.profiles ?? []).map((profile) => ({
    ...profile,
    id: guid('fieldsecurityprofile', plan.seed.organizationId, profile.name),
  }));

/** Rows of the table of column security profiles: the built-in one, then the seed's. */
export const generateProfiles = (plan: Blueprint): readonly Row[] =>
  [
    { id: administratorProfileId, name: 'System Administrator', description: null, ismanaged: true },
    ...profilesOf(plan).map(({ id, name, description }) => ({ id, name, description, ismanaged: false })),
  ].map(({ id, ...rest }, index): Row => ({
    ...firstDayColumns(plan),
    ...rest,
    fieldsecurityprofileid: id,
    organizationid: plan.seed.organizationId,
    versionnumber: 490_000 + index,
  }));

/** Rows of the table of field permissions. The built-in profile needs none. */
export const generateFieldPermissions = (plan: Blueprint): readonly Row[] =>
  profilesOf(plan).flatMap(({ id, permissions }) =>
    permissions.map(({ table, column, create, read, update }, index): Row => ({
      ...firstDayColumns(plan),
      fieldpermissionid: guid('fieldpermission', id, table, column),
      fieldsecurityprofileid: id,
      entityname: table,
      attributelogicalname: column,
      cancreate: create === true ? allowed : 0,
      canread: read === true ? allowed : 0,
      canupdate: update === true ? allowed : 0,
      organizationid: plan.seed.organizationId,
      versionnumber: 491_000 + index,
    })),
  );

/** Rows of the join of users and profiles: System Administrators hold the built-in one, others what the seed says. */
export function generateUserProfiles(plan: Blueprint): readonly Row[] {
  const profiles = profilesOf(plan);
  return assigned(plan)
    .flatMap(({ id, name, roles }) => [
      ...(roles.includes('System Administrator') ? [{ user: id, profile: administratorProfileId }] : []),
      ...profiles.filter((it) => it.users.includes(name)).map((it) => ({ user: id, profile: it.id })),
    ])
    .map(({ user, profile }, index) => ({
      systemuserprofileid: profileJoinId('systemuserprofiles', user, profile),
      systemuserid: user,
      fieldsecurityprofileid: profile,
      versionnumber: 492_000 + index,
    }));
}

/** Rows of the join of teams and profiles. */
export const generateTeamProfiles = (plan: Blueprint): readonly Row[] =>
  profilesOf(plan)
    .flatMap((profile) =>
      (plan.seed.teams ?? [])
        .filter(({ name }) => profile.teams.includes(name))
        .map((team) => ({ team: teamId(plan, team), profile: profile.id })),
    )
    .map(({ team, profile }, index) => ({
      teamprofileid: profileJoinId('teamprofiles', team, profile),
      teamid: team,
      fieldsecurityprofileid: profile,
      versionnumber: 493_000 + index,
    }));
