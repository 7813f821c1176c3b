import type { DesiredState } from '../../../preload/contract/fleet.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { BusinessUnitId } from '../../../preload/contract/words/ids.ts';
import { sameName } from '../../../preload/contract/words/same-name.ts';
import { oneApplicationUser } from '../../application-users/one-application-user.ts';
import type { OwnedRecords } from '../../application-users/owned-records.ts';
import type { ProfileThere } from '../../application-users/column-profiles.ts';
import type { TeamThere } from '../../application-users/teams.ts';
import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';
import { resolveRoleCopy } from '../../security-roles/resolve-role-copy.ts';
import type { RoleCopy } from '../../security-roles/resolve-role-copy.ts';
import { rootUnit } from './actual-environment.ts';
import type { ActualEnvironment } from './actual-environment.ts';
import { findProfile } from './find-profile.ts';
import { findTeam } from './find-team.ts';
import { findUnit } from './find-unit.ts';
import * as steps from './steps.ts';
import type { PlannedStep } from './steps.ts';

/** Names that a plan speaks with. */
export type PlanNames = { readonly environment: string; readonly app: string };

/** One app in one environment: what is asked, what is so, and how it is called. */
type Case = {
  readonly desired: DesiredState;
  readonly actual: ActualEnvironment;
  readonly names: PlanNames;
};
type Unit = { readonly id: BusinessUnitId; readonly name: string };
type HeldRole = ApplicationUserThere['roles'][number];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const hasName = (names: readonly string[], name: string): boolean =>
  names.some((other) => sameName(other, name));

const gives = (desired: DesiredState): boolean =>
  desired.ensureUser ||
  desired.enabled === true ||
  desired.businessUnit !== null ||
  desired.addRoles.length > 0 ||
  desired.addTeams.length > 0 ||
  (desired.addProfiles ?? []).length > 0;

const asksForAnything = (desired: DesiredState): boolean =>
  gives(desired) ||
  desired.enabled === false ||
  desired.removeRoles.length > 0 ||
  desired.removeTeams.length > 0 ||
  (desired.removeProfiles ?? []).length > 0 ||
  desired.delete !== null;

/** What cannot be meant: the same thing both given and taken. */
const contradiction = (desired: DesiredState): Result<null> => {
  const problem = (path: string, text: string) => failed('invalid-input', { path, problem: text });
  if (desired.delete !== null && gives(desired))
    return problem('delete', 'an application user cannot be both deleted and given something');
  if (desired.recordsTo !== undefined && desired.delete === null)
    return problem('recordsTo', 'records are reassigned only before a deletion');
  const role = desired.addRoles.toSorted(compare).find((name) => hasName(desired.removeRoles, name));
  if (role !== undefined) return problem('removeRoles', `the role ${role} cannot be both added and removed`);
  const team = desired.addTeams.toSorted(compare).find((name) => hasName(desired.removeTeams, name));
  if (team !== undefined) return problem('removeTeams', `the team ${team} cannot be both added and removed`);
  const { addProfiles = [], removeProfiles = [] } = desired;
  const profile = addProfiles.toSorted(compare).find((name) => hasName(removeProfiles, name));
  return profile === undefined
    ? ok(null)
    : problem('removeProfiles', `the column security profile ${profile} cannot be both added and removed`);
};

const softDeleted = ({ desired, actual }: Case): readonly ApplicationUserThere[] =>
  actual.users.filter((user) => user.clientId === desired.clientId && user.state === 'soft-deleted');

/** The copies of named roles in a business unit. */
const copiesOf = (
  { actual, names }: Case,
  roles: readonly string[],
  unit: Unit | null,
): Result<readonly RoleCopy[]> => {
  const { environment } = names;
  const copies = new Map<string, RoleCopy>();
  for (const role of roles.toSorted(compare)) {
    if (unit === null) return failed('role-not-found', { role, environment });
    const copy = resolveRoleCopy(actual.roles, { role, businessUnitId: unit.id, environment });
    if (!copy.ok) return copy;
    copies.set(copy.value.roleId, copy.value);
  }
  return ok([...copies.values()]);
};

/** The copies in another business unit of roles that are held, by their root and not by their name. */
const equivalents = (actual: ActualEnvironment, held: readonly HeldRole[], unit: Unit): readonly RoleCopy[] =>
  held.flatMap(({ rootRoleId }) =>
    actual.roles
      .filter((role) => role.rootRoleId === rootRoleId)
      .flatMap(({ name, systemAdministrator, copies }) =>
        copies
          .filter((copy) => copy.businessUnitId === unit.id)
          .map(({ roleId }): RoleCopy => ({ roleId, rootRoleId, name, systemAdministrator })),
      ),
  );

const teamsNamed = ({ actual, names }: Case, wanted: readonly string[]): Result<readonly TeamThere[]> => {
  const found = new Map<string, TeamThere>();
  for (const name of wanted.toSorted(compare)) {
    const team = findTeam(actual.teams, name, names.environment);
    if (!team.ok) return team;
    found.set(team.value.id, team.value);
  }
  return ok([...found.values()]);
};

/** Teams to join and to leave, without those where it is so already. */
const teamChanges = (
  one: Case,
  user: ApplicationUserThere | null,
): Result<{ readonly join: readonly TeamThere[]; readonly leave: readonly TeamThere[] }> => {
  const join = teamsNamed(one, one.desired.addTeams);
  if (!join.ok) return join;
  const leave = teamsNamed(one, one.desired.removeTeams);
  if (!leave.ok) return leave;
  const memberOf = user === null ? [] : (one.actual.teamsOf.get(user.systemUserId) ?? []);
  const isMember = ({ id }: TeamThere): boolean => memberOf.some((team) => team.id === id);
  return ok({ join: join.value.filter((team) => !isMember(team)), leave: leave.value.filter(isMember) });
};

/** Gives what the user owns to the team that is asked for; access teams own nothing (Microsoft Learn: team table, teamtype). */
const planReassigning = (
  { desired, actual, names }: Case,
  owned: OwnedRecords | null,
): Result<readonly PlannedStep[]> => {
  const { recordsTo: team } = desired;
  if (team === undefined) return ok([]);
  const { environment } = names;
  const found = actual.teams.filter(({ name, type }) => sameName(name, team) && type !== 'Access');
  const [one] = found;
  if (one === undefined) return failed('team-not-found', { team, environment });
  if (found.length > 1) return failed('team-ambiguous', { team, environment, count: found.length });
  if (owned === null) return failed('owned-unknown', { app: names.app, environment });
  return ok(steps.reassignSteps({ desired, app: names.app }, one, owned));
};

const profilesNamed = (
  { actual }: Case,
  wanted: readonly string[],
  path: 'addProfiles' | 'removeProfiles',
): Result<readonly ProfileThere[]> => {
  const found = new Map<string, ProfileThere>();
  for (const name of wanted.toSorted(compare)) {
    const profile = findProfile(actual.profiles, name, path);
    if (!profile.ok) return profile;
    found.set(profile.value.id, profile.value);
  }
  return ok([...found.values()]);
};

/** Column security profiles to give and to take, without those where it is so already. */
const profileChanges = (
  one: Case,
  user: ApplicationUserThere | null,
): Result<{ readonly give: readonly ProfileThere[]; readonly take: readonly ProfileThere[] }> => {
  const { addProfiles = [], removeProfiles = [] } = one.desired;
  const give = profilesNamed(one, addProfiles, 'addProfiles');
  if (!give.ok) return give;
  const take = profilesNamed(one, removeProfiles, 'removeProfiles');
  if (!take.ok) return take;
  const held = user === null ? [] : (one.actual.profilesOf.get(user.systemUserId) ?? []);
  const isHeld = ({ id }: ProfileThere): boolean => held.some((profile) => profile.id === id);
  return ok({ give: give.value.filter((profile) => !isHeld(profile)), take: take.value.filter(isHeld) });
};

const planDeletion = (one: Case): Result<readonly PlannedStep[]> => {
  const { desired, actual, names } = one;
  const about = { desired, app: names.app };
  const user = oneApplicationUser(actual.users, desired.clientId, names.environment);
  if (!user.ok && user.error.code !== 'user-soft-deleted') return user;
  const live = user.ok ? user.value : null;
  const leftOver = desired.delete === 'permanent' ? steps.purgeSteps(about, softDeleted(one)) : [];
  if (live === null) return ok(leftOver);
  if (live.platform) return failed('platform-user', { name: live.name });
  const owned = actual.ownedBy.get(live.systemUserId) ?? null;
  const reassigning = planReassigning(one, owned);
  if (!reassigning.ok) return reassigning;
  return ok([
    ...leftOver,
    ...reassigning.value,
    ...(live.state === 'disabled' ? [] : [steps.disableStep(about)]),
    ...steps.deleteSteps(
      about,
      live,
      {
        teams: actual.teamsOf.get(live.systemUserId) ?? [],
        profiles: actual.profilesOf.get(live.systemUserId) ?? [],
      },
      owned !== null && reassigning.value.length > 0 ? { ...owned, tables: [] } : owned,
    ),
  ]);
};

/** The app's one row, null when it has to be created, or why there is no plan. */
const findUser = (one: Case): Result<ApplicationUserThere | null> => {
  const { desired, actual, names } = one;
  const { clientId, ensureUser, purgeTwin } = desired;
  const { environment } = names;
  const user = oneApplicationUser(actual.users, clientId, environment);
  const missing = !user.ok && user.error.code === 'user-soft-deleted' && purgeTwin ? ok(null) : user;
  return missing.ok && missing.value === null && !ensureUser
    ? failed('user-missing', { clientId, environment })
    : missing;
};

const planNew = (one: Case): Result<readonly PlannedStep[]> => {
  const { desired, actual, names } = one;
  const about = { desired, app: names.app };
  const unit =
    desired.businessUnit === null
      ? ok(rootUnit(actual))
      : findUnit(actual.units, desired.businessUnit, names.environment);
  if (!unit.ok) return unit;
  if (unit.value === null) return failed('not-found', { what: 'business unit', id: 'root' });
  const roles = copiesOf(one, desired.addRoles, unit.value);
  if (!roles.ok) return roles;
  const teams = teamChanges(one, null);
  if (!teams.ok) return teams;
  const profiles = profileChanges(one, null);
  if (!profiles.ok) return profiles;
  return ok([
    ...steps.purgeSteps(about, softDeleted(one)),
    steps.createStep(about, unit.value),
    ...steps.assignSteps(about, roles.value, unit.value.name),
    ...steps.joinSteps(about, teams.value.join),
    ...steps.giveProfileSteps(about, profiles.value.give),
    ...(desired.enabled === false ? [steps.disableStep(about)] : []),
  ]);
};

/** Steps for roles and business unit of a user that exists, in this order: moved, given, taken. */
const planMembership = (one: Case, user: ApplicationUserThere): Result<readonly PlannedStep[]> => {
  const { desired, actual, names } = one;
  const about = { desired, app: names.app };
  const unit =
    desired.businessUnit === null
      ? ok(user.businessUnit)
      : findUnit(actual.units, desired.businessUnit, names.environment);
  if (!unit.ok) return unit;
  const adding = copiesOf(one, desired.addRoles, unit.value);
  if (!adding.ok) return adding;
  const teams = teamChanges(one, user);
  if (!teams.ok) return teams;
  const profiles = profileChanges(one, user);
  if (!profiles.ok) return profiles;

  const moves = unit.value !== null && unit.value.id !== user.businessUnit?.id ? unit.value : null;
  const taken = user.roles.filter(({ name }) => hasName(desired.removeRoles, name));
  const kept = user.roles.filter((role) => !taken.includes(role));
  const lost = moves !== null && !actual.keepsRoles ? user.roles : [];
  const given = new Map(
    [...(moves === null || lost.length === 0 ? [] : equivalents(actual, kept, moves)), ...adding.value].map(
      (copy) => [copy.roleId, copy],
    ),
  );
  const isHeld = ({ roleId }: RoleCopy): boolean =>
    lost.length === 0 && user.roles.some((role) => role.roleId === roleId);
  const toGive = [...given.values()].filter((copy) => !isHeld(copy));
  const toTake = lost.length > 0 ? [] : taken;
  const leavesNone = toGive.length === 0 && kept.length === 0 && adding.value.length === 0;
  return ok([
    ...(moves === null ? [] : [steps.moveStep(about, user, moves, actual.keepsRoles ? null : lost)]),
    ...steps.assignSteps(about, toGive, unit.value?.name ?? ''),
    ...steps.joinSteps(about, teams.value.join),
    ...steps.giveProfileSteps(about, profiles.value.give),
    ...steps.removeSteps(about, toTake, leavesNone),
    ...steps.leaveSteps(about, teams.value.leave),
    ...steps.takeProfileSteps(about, profiles.value.take),
  ]);
};

/**
 * Works out the steps that bring one app in one environment to the desired state: purge, create, enable, move, assign,
 * join, remove, leave, disable, delete, in this order, so that the app never holds less than it must in between. What
 * exists is adopted; what is already so makes no step. Pure; the order of the inputs does not matter.
 */
export const planApp = (
  desired: DesiredState,
  actual: ActualEnvironment,
  names: PlanNames,
): Result<readonly PlannedStep[]> => {
  if (!asksForAnything(desired)) return ok([]);
  const sound = contradiction(desired);
  if (!sound.ok) return sound;
  const one = { desired, actual, names };
  if (desired.delete !== null) return planDeletion(one);
  const found = findUser(one);
  if (!found.ok) return found;
  const user = found.value;
  if (user === null) return planNew(one);
  const about = { desired, app: names.app };
  const membership = planMembership(one, user);
  if (!membership.ok) return membership;
  const planned = [
    ...steps.enableSteps(about, user),
    ...membership.value,
    ...(desired.enabled === false && user.state !== 'disabled' ? [steps.disableStep(about)] : []),
  ];
  return planned.length > 0 && user.platform ? failed('platform-user', { name: user.name }) : ok(planned);
};
