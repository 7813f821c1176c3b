import type { DesiredState, PlanStep } from '../../../preload/contract/fleet.ts';
import type { BusinessUnitId } from '../../../preload/contract/words/ids.ts';
import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';
import type { OwnedRecords } from '../../application-users/owned-records.ts';
import type { ProfileThere } from '../../application-users/column-profiles.ts';
import { hasChosenMembers } from '../../application-users/teams.ts';
import type { TeamThere } from '../../application-users/teams.ts';
import { SYSTEM_ADMINISTRATOR_PROFILE } from '../../dataverse/system-administrator.ts';
import type { RoleCopy } from '../../security-roles/resolve-role-copy.ts';
import type { ChangeAction, StepAction } from './step-action.ts';

/** A step in words and in ids. */
export type PlannedStep = { readonly step: PlanStep; readonly action: StepAction };

type HeldRole = ApplicationUserThere['roles'][number];
type Risk = PlanStep['risks'][number];
type Loses = NonNullable<PlanStep['loses']>;
/** Whom the steps are about, as a plan says it. */
type About = { readonly desired: DesiredState; readonly app: string };
type Unit = { readonly id: BusinessUnitId; readonly name: string };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byName = <Named extends { readonly name: string }>(
  items: readonly Named[],
  idOf: (item: Named) => string,
): readonly Named[] => items.toSorted((a, b) => compare(a.name, b.name) || compare(idOf(a), idOf(b)));

const idIn = (action: ChangeAction): string => {
  if ('roleId' in action) return `/${action.roleId}`;
  if ('teamId' in action) return `/${action.teamId}`;
  if ('profileId' in action) return `/${action.profileId}`;
  return 'systemUserId' in action ? `/${action.systemUserId}` : '';
};

const toStep = (
  { desired }: About,
  action: ChangeAction,
  words: Pick<PlanStep, 'subject' | 'before' | 'after'>,
  risks: Risk[] = [],
): PlannedStep => ({
  step: { id: `${desired.clientId}/${action.kind}${idIn(action)}`, kind: action.kind, ...words, risks },
  action,
});

const losing = (planned: PlannedStep, loses: Loses): PlannedStep =>
  loses.roles.length === 0 && loses.teams.length === 0 && loses.businessUnit === undefined
    ? planned
    : { ...planned, step: { ...planned.step, loses } };

const namesOf = (items: readonly { readonly name: string }[]): string[] =>
  [...new Set(items.map(({ name }) => name))].toSorted(compare);

/** Deletes soft-deleted rows for good: to make room for a new one, or because nothing shall be left. */
export const purgeSteps = (
  about: About,
  rows: readonly Pick<ApplicationUserThere, 'systemUserId'>[],
): readonly PlannedStep[] =>
  rows
    .map(({ systemUserId }) => systemUserId)
    .toSorted(compare)
    .map((systemUserId) =>
      toStep(
        about,
        { kind: 'purge-user', systemUserId },
        { subject: about.app, before: 'Soft-deleted', after: 'Deleted permanently' },
        ['not-undone'],
      ),
    );

/** Creates the application user in a business unit. */
export const createStep = (about: About, unit: Unit): PlannedStep =>
  toStep(
    about,
    { kind: 'create-user', businessUnitId: unit.id },
    { subject: about.app, before: 'No application user', after: `Application user in ${unit.name}` },
  );

/** Enables the user when that is asked for and not so. */
export const enableSteps = (about: About, user: ApplicationUserThere): readonly PlannedStep[] =>
  about.desired.enabled === true && user.state === 'disabled'
    ? [toStep(about, { kind: 'enable-user' }, { subject: about.app, before: 'Disabled', after: 'Enabled' })]
    : [];

const idsOf = (roles: readonly HeldRole[]): readonly HeldRole['roleId'][] =>
  roles.map(({ roleId }) => roleId);

/** Moves the user to another business unit; `loses` names the roles that the environment takes with it, null where it takes none. */
export const moveStep = (
  about: About,
  user: ApplicationUserThere,
  unit: Unit,
  loses: readonly HeldRole[] | null,
): PlannedStep =>
  losing(
    toStep(
      about,
      {
        kind: 'change-business-unit',
        businessUnitId: unit.id,
        over: {
          businessUnitId: user.businessUnit?.id ?? null,
          roles: loses === null ? null : idsOf(loses),
          teams: null,
          profiles: null,
        },
      },
      { subject: about.app, before: user.businessUnit?.name ?? 'No business unit', after: unit.name },
      loses === null || loses.length === 0 ? [] : ['loses-roles'],
    ),
    { roles: namesOf(loses ?? []), teams: [] },
  );

/** Gives role copies. */
export const assignSteps = (
  about: About,
  roles: readonly RoleCopy[],
  unitName: string,
): readonly PlannedStep[] =>
  byName(roles, ({ roleId }) => roleId).map(({ roleId, name, systemAdministrator }) =>
    toStep(
      about,
      { kind: 'assign-role', roleId },
      { subject: name, before: 'Not held', after: `Held in ${unitName}` },
      systemAdministrator ? ['system-administrator'] : [],
    ),
  );

/** Takes roles; `leavesNone` when the app holds no role afterwards. */
export const removeSteps = (
  about: About,
  roles: readonly HeldRole[],
  leavesNone: boolean,
): readonly PlannedStep[] =>
  byName(roles, ({ roleId }) => roleId).map(({ roleId, name }, at) =>
    toStep(
      about,
      { kind: 'remove-role', roleId },
      { subject: name, before: 'Held', after: 'Not held' },
      leavesNone && at === roles.length - 1 ? ['locks-app-out'] : [],
    ),
  );

/** Adds the user to teams. */
export const joinSteps = (about: About, teams: readonly TeamThere[]): readonly PlannedStep[] =>
  byName(teams, ({ id }) => id).map(({ id: teamId, name }) =>
    toStep(about, { kind: 'join-team', teamId }, { subject: name, before: 'Not a member', after: 'Member' }),
  );

/** Takes the user out of teams. */
export const leaveSteps = (about: About, teams: readonly TeamThere[]): readonly PlannedStep[] =>
  byName(teams, ({ id }) => id).map(({ id: teamId, name }) =>
    toStep(about, { kind: 'leave-team', teamId }, { subject: name, before: 'Member', after: 'Not a member' }),
  );

/** Gives column security profiles. */
export const giveProfileSteps = (about: About, profiles: readonly ProfileThere[]): readonly PlannedStep[] =>
  byName(profiles, ({ id }) => id).map(({ id: profileId, name }) =>
    toStep(about, { kind: 'give-profile', profileId }, { subject: name, before: 'Not held', after: 'Held' }),
  );

/** Takes column security profiles. */
export const takeProfileSteps = (about: About, profiles: readonly ProfileThere[]): readonly PlannedStep[] =>
  byName(profiles, ({ id }) => id).map(({ id: profileId, name }) =>
    toStep(about, { kind: 'take-profile', profileId }, { subject: name, before: 'Held', after: 'Not held' }),
  );

/** Disables the user; after everything that needs it, before it is deleted. */
export const disableStep = (about: About): PlannedStep =>
  toStep(about, { kind: 'disable-user' }, { subject: about.app, before: 'Enabled', after: 'Disabled' }, [
    'locks-app-out',
  ]);

const ownsIn = ({ tables, unread }: OwnedRecords): NonNullable<PlanStep['owns']> => ({
  records: tables.map(({ count, name }) => ({ table: name, count })),
  unread,
});

/** Makes a team the owner of what the user owns; nothing where it owns nothing. */
export const reassignSteps = (about: About, team: TeamThere, owned: OwnedRecords): readonly PlannedStep[] => {
  if (owned.tables.length === 0) return [];
  const { step, action } = toStep(
    about,
    {
      kind: 'reassign-records',
      toTeam: team.id,
      tables: owned.tables.map(({ entitySet, name, primaryId }) => ({ entitySet, name, primaryId })),
    },
    { subject: team.name, before: `Owned by ${about.app}`, after: 'Owned by the team' },
    ['records-stay-there'],
  );
  return [{ step: { ...step, owns: ownsIn(owned) }, action }];
};

/** Deletes a disabled user in one step or in two; the first takes its roles and teams. */
export const deleteSteps = (
  about: About,
  user: ApplicationUserThere,
  { teams, profiles }: { readonly teams: readonly TeamThere[]; readonly profiles: readonly ProfileThere[] },
  /** What it still owns then; null: not known. */
  owned: OwnedRecords | null,
): readonly PlannedStep[] => {
  const given = profiles.filter(({ id }) => id !== SYSTEM_ADMINISTRATOR_PROFILE);
  const soft = losing(
    toStep(
      about,
      {
        kind: 'delete-user',
        over: {
          businessUnitId: user.businessUnit?.id ?? null,
          roles: idsOf(user.roles),
          teams: teams.map(({ id }) => id),
          profiles: profiles.map(({ id }) => id),
        },
      },
      { subject: about.app, before: 'Application user', after: 'Soft-deleted' },
      owned !== null && owned.tables.length > 0 ? ['owns-records'] : [],
    ),
    // What nobody gives comes back by itself: a default team with the business unit, a team of Entra with its group, the System Administrator profile with its role.
    {
      roles: namesOf(user.roles),
      teams: namesOf(teams.filter(hasChosenMembers)),
      ...(given.length === 0 ? {} : { profiles: namesOf(given) }),
      ...(user.businessUnit === null ? {} : { businessUnit: user.businessUnit.name }),
    },
  );
  const told = { ...soft, step: { ...soft.step, owns: owned === null ? null : ownsIn(owned) } };
  return about.desired.delete === 'permanent' ? [told, ...purgeSteps(about, [user])] : [told];
};
