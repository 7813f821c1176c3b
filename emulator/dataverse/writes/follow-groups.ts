import {
  groupsAtSignIn,
  groupTeamsOf,
  isGroupTeam,
  type Principal,
  principalOf,
} from '../access/group-membership.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { EnvironmentState } from '../session.ts';
import { bySystem } from './as-system.ts';
import { endLink, makeLink } from './associations.ts';
import { createTeam } from './team-writes.ts';
import { createUser } from './user-writes.ts';

const users = requireTable('systemuser');
const teams = requireTable('team');
const memberships = requireTable('teammembership');

function members() {
  const navigation = teams.navigation.get('teammembership_association');
  if (navigation?.kind !== 'intersect') throw new Error('Teams have no members.');
  return navigation;
}

function userRow({ environment }: EnvironmentState, { kind, objectId }: Principal): Row | null {
  for (const row of environment.rows(users).where('azureactivedirectoryobjectid', objectId)) {
    const isApp = textOf(row, 'applicationid') !== null;
    if (row['deletedstate'] !== 1 && isApp === (kind === 'app')) return row;
  }
  return null;
}

function heldGroupTeams({ environment }: EnvironmentState, user: Row): readonly Row[] {
  return [...environment.rows(memberships).where('systemuserid', idOf(user, users.primaryId))].flatMap(
    (join) => {
      const team = environment.rows(teams).get(textOf(join, 'teamid') ?? '');
      return team !== null && isGroupTeam(team['teamtype']) ? [team] : [];
    },
  );
}

function matchTeams(state: EnvironmentState, user: Row, wanted: readonly Row[]): void {
  const id = (team: Row): string => idOf(team, teams.primaryId);
  const held = heldGroupTeams(state, user);
  const leaving = held.filter((team) => !wanted.some((it) => id(it) === id(team)));
  const joining = wanted.filter((team) => !held.some((it) => id(it) === id(team)));
  if (leaving.length === 0 && joining.length === 0) return;
  bySystem(state, (session) => {
    for (const team of leaving) endLink(session, members(), team, user);
    for (const team of joining) makeLink(session, members(), team, user);
  });
  // What comes from groups is derived at run time, and lags behind nothing.
  state.permissions.forget(idOf(user, users.primaryId));
}

/** Makes a row for a person of the directory, below the root business unit (Learn: "Manage group teams"); null for somebody who may not sign in. */
export function bringInPerson(state: EnvironmentState, objectId: string): Row | null {
  const person = state.ports.directory.user(state.environment.seed.tenantId, objectId);
  if (person?.enabled !== true) return null;
  const row = bySystem(state, (session) =>
    createUser(session, { values: { azureactivedirectoryobjectid: objectId }, links: new Map() }),
  );
  matchTeams(state, row, groupTeamsOf(state, { kind: 'user', objectId }));
  state.permissions.forget(idOf(row, users.primaryId));
  return row;
}

/** Makes the team of a group that the directory knows (Learn: "Work with Microsoft Entra ID group teams"). */
export function bringInGroup(state: EnvironmentState, groupId: string, membershipType: number): Row | null {
  if (state.ports.directory.group(state.environment.seed.tenantId, groupId) === null) return null;
  return bySystem(state, (session) =>
    createTeam(session, {
      values: { azureactivedirectoryobjectid: groupId, membershiptype: membershipType },
      links: new Map(),
    }),
  );
}

/**
 * Puts whoever accesses the environment into the group teams of their groups, and takes them out of those of other groups; a person who has
 * no row yet gets one where a group of theirs has a team (Learn: "Work with Microsoft Entra ID group teams", just-in-time updates).
 */
export function followGroups(state: EnvironmentState, principal: Principal, tokenId?: string): void {
  const places = groupsAtSignIn(state, principal.objectId, tokenId);
  const wanted = groupTeamsOf(state, principal, places);
  const user = userRow(state, principal);
  if (user !== null) matchTeams(state, user, wanted);
  else if (principal.kind === 'user' && wanted.length > 0) bringInPerson(state, principal.objectId);
}

/** Everybody who is in the group of a team becomes a member, and nobody else stays (Learn: SyncGroupMembersToTeam Action). */
export function syncGroup(state: EnvironmentState, team: Row): void {
  const { environment, ports, signIns } = state;
  const groupId = textOf(team, 'azureactivedirectoryobjectid') ?? '';
  const group = ports.directory.group(environment.seed.tenantId, groupId);
  for (const objectId of [...(group?.members ?? []), ...(group?.owners ?? [])]) {
    signIns.delete(objectId);
    const isPerson = ports.directory.user(environment.seed.tenantId, objectId) !== null;
    followGroups(state, { kind: isPerson ? 'user' : 'app', objectId });
  }
  for (const join of environment.rows(memberships).where('teamid', idOf(team, teams.primaryId))) {
    const user = environment.rows(users).get(textOf(join, 'systemuserid') ?? '');
    const principal = user === null ? null : principalOf(user);
    if (user === null || principal === null) continue;
    signIns.delete(principal.objectId);
    matchTeams(state, user, groupTeamsOf(state, principal));
  }
}

/** A group that is deleted leaves its teams without members at once (Learn: release plan 2024 wave 1, "Remove team members from Dataverse group team"). */
export function followDeletedGroups(state: EnvironmentState): void {
  const { environment, ports } = state;
  for (const groupId of ports.directory.deletedGroups(environment.seed.tenantId)) {
    for (const team of environment.rows(teams).where('azureactivedirectoryobjectid', groupId))
      syncGroup(state, team);
  }
}
