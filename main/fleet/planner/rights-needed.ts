import type { BusinessUnitId, ClientId, RoleId, TeamId } from '../../../preload/contract/words/ids.ts';
import type { ActualEnvironment } from './actual-environment.ts';
import { liveUsers } from './actual-environment.ts';
import { reaching } from './caller-rights.ts';
import type { Grant } from './caller-rights.ts';
import type { StepAction } from './step-action.ts';
import type { PlannedStep } from './steps.ts';

/** A role copy that is to be given, and where its privileges will reach from. */
export type RoleToGive = { readonly roleId: RoleId; readonly businessUnitId: BusinessUnitId | null };

/** A table whose records are to get another owner, and the business unit that they are in. */
export type RecordsToAssign = {
  readonly entitySet: string;
  readonly businessUnitId: BusinessUnitId | null;
};

/** What whoever carries out the steps of one app needs. */
export type RightsNeeded = {
  readonly needed: readonly Grant[];
  readonly records: readonly RecordsToAssign[];
  readonly roles: readonly RoleToGive[];
};

/** The business unit of an action that puts the user there; undefined for one that leaves it where it is. */
const placedIn = (action: StepAction): BusinessUnitId | undefined =>
  action.kind === 'create-user' || action.kind === 'change-business-unit' ? action.businessUnitId : undefined;

/**
 * Privileges that the steps of one app need and where they have to reach: the user's business unit when the step is done, or the team's
 * (Microsoft Learn: "Security role UI to privilege mapping", systemuser and team tables; AddMembersTeam message privileges: adding to
 * a team asks for nothing that the team's roles grant; a column security profile is linked with Append on it and AppendTo on the user; ReassignObjectsSystemUser message privileges). Pure.
 */
export const rightsNeeded = (
  clientId: ClientId,
  steps: readonly PlannedStep[],
  actual: ActualEnvironment,
): RightsNeeded => {
  const unitOfTeam = (id: TeamId): BusinessUnitId | null =>
    [...actual.teams, ...[...actual.teamsOf.values()].flat()].find((team) => team.id === id)
      ?.businessUnitId ?? null;
  const unitOfRole = (id: RoleId): BusinessUnitId | null =>
    actual.roles.flatMap(({ copies }) => copies).find(({ roleId }) => roleId === id)?.businessUnitId ?? null;

  const needs = (action: StepAction, unit: BusinessUnitId | null): readonly Grant[] => {
    switch (action.kind) {
      case 'create-user':
        return [reaching('prvCreateUser', action.businessUnitId)];
      case 'enable-user':
      case 'disable-user':
        return [reaching('prvWriteUser', unit), reaching('prvDisableUser', unit)];
      case 'change-business-unit':
        return [
          reaching('prvWriteUser', unit),
          reaching('prvReparentUser', unit),
          reaching('prvReparentUser', action.businessUnitId),
        ];
      case 'assign-role':
      case 'remove-role':
        return [reaching('prvAssignRole', unit)];
      case 'join-team':
      case 'leave-team':
        return [reaching('prvWriteTeam', unitOfTeam(action.teamId))];
      case 'give-profile':
      case 'take-profile':
        return [reaching('prvAppendFieldSecurityProfile', null), reaching('prvAppendToUser', unit)];
      case 'delete-user':
        return [reaching('prvDeleteUser', unit)];
      case 'purge-user': {
        const row = actual.users.find(({ systemUserId }) => systemUserId === action.systemUserId);
        return [reaching('prvDeleteUser', row?.businessUnit?.id ?? null)];
      }
      case 'reassign-records':
        return [reaching('prvWriteUser', unit)];
      case 'prove-credential':
        return [];
    }
  };

  let unit = liveUsers(actual.users, clientId)[0]?.businessUnit?.id ?? null;
  const needed: Grant[] = [];
  const records: RecordsToAssign[] = [];
  for (const { action } of steps) {
    needed.push(...needs(action, unit));
    if (action.kind === 'reassign-records')
      for (const { entitySet } of action.tables) records.push({ entitySet, businessUnitId: unit });
    unit = placedIn(action) ?? unit;
  }
  const roles = steps.flatMap(({ action }) =>
    action.kind === 'assign-role'
      ? [{ roleId: action.roleId, businessUnitId: unitOfRole(action.roleId) }]
      : [],
  );
  return { needed, records, roles };
};
