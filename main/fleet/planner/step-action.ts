import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';
import type {
  AppProfileId,
  BusinessUnitId,
  CredentialId,
  RoleId,
} from '../../../preload/contract/words/ids.ts';

/** What a step does, in ids: what a PlanStep says in words. */
export type StepAction =
  | { readonly kind: 'create-user'; readonly businessUnitId: BusinessUnitId }
  | { readonly kind: 'enable-user' }
  | { readonly kind: 'assign-role'; readonly roleId: RoleId }
  | { readonly kind: 'remove-role'; readonly roleId: RoleId }
  | { readonly kind: 'disable-user' }
  | ProveAction;

/** Signs in to the environment as the app and asks who it is; changes nothing there. */
export type ProveAction = {
  readonly kind: 'prove-credential';
  readonly appProfileId: AppProfileId;
  readonly credentialId: CredentialId;
};

/** What changes an environment. */
export type ChangeAction = Exclude<StepAction, ProveAction>;

/** Whether what the action is for is so. `user` is the app's one live row, or null when there is none. */
export const effectHolds = (action: ChangeAction, user: ApplicationUserThere | null): boolean => {
  if (user === null) return false;
  if (action.kind === 'create-user') return true;
  if (action.kind === 'enable-user') return user.state === 'enabled';
  if (action.kind === 'disable-user') return user.state === 'disabled';
  const held = user.roles.some((role) => role.roleId === action.roleId);
  return action.kind === 'assign-role' ? held : !held;
};
