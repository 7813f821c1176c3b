import type { OwnedTable } from '../../application-users/owned-records.ts';
import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';
import type {
  AppProfileId,
  BusinessUnitId,
  ColumnSecurityProfileId,
  CredentialId,
  RoleId,
  SystemUserId,
  TeamId,
} from '../../../preload/contract/words/ids.ts';

/** What the app was when it was planned, of what a step takes along; null where the step takes nothing of the kind. */
export type Standing = {
  readonly businessUnitId: BusinessUnitId | null;
  readonly roles: readonly RoleId[] | null;
  readonly teams: readonly TeamId[] | null;
  readonly profiles: readonly ColumnSecurityProfileId[] | null;
};

/** What a step does, in ids: what a PlanStep says in words. */
export type StepAction =
  | { readonly kind: 'purge-user'; readonly systemUserId: SystemUserId }
  | { readonly kind: 'create-user'; readonly businessUnitId: BusinessUnitId }
  | { readonly kind: 'enable-user' }
  | {
      readonly kind: 'change-business-unit';
      readonly businessUnitId: BusinessUnitId;
      readonly over: Standing;
    }
  | { readonly kind: 'assign-role'; readonly roleId: RoleId }
  | { readonly kind: 'join-team'; readonly teamId: TeamId }
  | { readonly kind: 'remove-role'; readonly roleId: RoleId }
  | { readonly kind: 'leave-team'; readonly teamId: TeamId }
  | {
      readonly kind: 'reassign-records';
      readonly toTeam: TeamId;
      /** Tables in which the user owned something when the plan was made. */
      readonly tables: readonly OwnedTable[];
    }
  | { readonly kind: 'give-profile'; readonly profileId: ColumnSecurityProfileId }
  | { readonly kind: 'take-profile'; readonly profileId: ColumnSecurityProfileId }
  | { readonly kind: 'disable-user' }
  | { readonly kind: 'delete-user'; readonly over: Standing }
  | ProveAction;

/** Signs in to the environment as the app and asks who it is; changes nothing there. */
export type ProveAction = {
  readonly kind: 'prove-credential';
  readonly appProfileId: AppProfileId;
  readonly credentialId: CredentialId;
};

/** What changes an environment. */
export type ChangeAction = Exclude<StepAction, ProveAction>;

/** What one app is in one environment at one moment. */
export type AppNow = {
  /** Its one live row; null when there is none. */
  readonly user: ApplicationUserThere | null;
  /** Its soft-deleted rows. */
  readonly deleted: readonly SystemUserId[];
  /** Teams of the live row; null when nobody asked for them. */
  readonly teams: ReadonlySet<TeamId> | null;
  /** Whether the live row owns something in the tables that were asked about; null when nobody asked. */
  readonly owns: boolean | null;
  /** Column security profiles of the live row; null when nobody asked for them. */
  readonly profiles: ReadonlySet<ColumnSecurityProfileId> | null;
};

/** Whether the step needs to know the app's teams. */
export const concernsTeams = ({ kind }: StepAction): boolean =>
  kind === 'join-team' || kind === 'leave-team' || kind === 'delete-user';

/** Whether the step needs to know which column security profiles the app holds. */
export const concernsProfiles = ({ kind }: StepAction): boolean =>
  kind === 'give-profile' || kind === 'take-profile' || kind === 'delete-user';

/** Whether what the action is for is so. What takes something away has its effect also when the whole row is gone. */
export const effectHolds = (action: ChangeAction, now: AppNow): boolean => {
  const { user, deleted, profiles, teams } = now;
  switch (action.kind) {
    case 'purge-user':
      return !deleted.includes(action.systemUserId) && user?.systemUserId !== action.systemUserId;
    case 'create-user':
      return user?.businessUnit?.id === action.businessUnitId;
    case 'enable-user':
      return user?.state === 'enabled';
    case 'change-business-unit':
      return user?.businessUnit?.id === action.businessUnitId;
    case 'assign-role':
      return user?.roles.some((role) => role.roleId === action.roleId) ?? false;
    case 'join-team':
      return user !== null && (teams?.has(action.teamId) ?? false);
    case 'remove-role':
      return !(user?.roles.some((role) => role.roleId === action.roleId) ?? false);
    case 'leave-team':
      return user === null || (teams !== null && !teams.has(action.teamId));
    case 'reassign-records':
      return user === null || now.owns === false;
    case 'give-profile':
      return user !== null && (profiles?.has(action.profileId) ?? false);
    case 'take-profile':
      return user === null || (profiles !== null && !profiles.has(action.profileId));
    case 'disable-user':
      return user === null || user.state === 'disabled';
    case 'delete-user':
      return user === null;
  }
};
