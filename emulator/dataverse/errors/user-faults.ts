import type { Privilege } from '../base/privileges.ts';
import { ServiceFault } from './service-fault.ts';

/** An application user with this client id exists (DuplicateApplicationUser). */
export const duplicateApplicationUser = (appId: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004F511',
    `You are attempting to create an Application ID = ${appId} that already exists.`,
  );

/** The tenant's directory does not know the app (AADError). */
export const servicePrincipalMissing = (appId: string, tenantId: string): ServiceFault =>
  new ServiceFault(
    403,
    '0x80072559',
    `Error from AAD: the application with application id ${appId} was not found in tenant ${tenantId}.`,
  );

/** The last enabled System Administrator stays enabled (CannotDisableSysAdmin). */
export const cannotDisableLastAdministrator = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041D2F',
    'A user cannot be disabled if they are the only user that has the System Administrator Role.',
  );

/** The last System Administrator keeps the role (CannotRemoveFromSysAdmin). */
export const cannotRemoveLastAdministrator = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041D30',
    'A user cannot be removed from the System Administrator Role if they are the only user that has the role.',
  );

/** An application user of the platform (ApplicationUserCannotBeUpdated). */
export const applicationUserCannotBeUpdated = (): ServiceFault =>
  new ServiceFault(400, '0x80041D48', 'The user representing an OAuth application cannot not be updated');

/** The access mode of application users is fixed (ApplicationUserCannotChangeAccessMode). */
export const accessModeFixed = (): ServiceFault =>
  new ServiceFault(400, '0x80040D40', "An application user's access mode cannot be changed.");

/** Too many people are non-interactive (InvalidNonInteractiveUserQuota). */
export const tooManyNonInteractive = (): ServiceFault =>
  new ServiceFault(400, '0x8004B050', 'You have reached the maximum number of non-interactive users/');

/** The last System Administrator who may write goes on to (CannotMakeReadOnlyUser). */
export const cannotMakeReadOnly = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041D38',
    'A user cannot be made a read only user if they are the last non read only user that has the System Administrator Role.',
  );

/** CannotMakeSelfReadOnlyUser. */
export const cannotMakeSelfReadOnly = (): ServiceFault =>
  new ServiceFault(400, '0x80041D39', 'You cannot make yourself a read only user');

/** The delegated administrator is the service's own (DelegatedAdminUserCannotBeCreateNorUpdated). */
export const delegatedAdminFixed = (): ServiceFault =>
  new ServiceFault(400, '0x80041D67', 'The delegated admin user cannot be updated');

/** Support users are the service's own (SupportUserCannotBeCreateNorUpdated). */
export const supportUserFixed = (): ServiceFault =>
  new ServiceFault(400, '0x80041D41', 'The support user cannot be updated');

/** CannotAssignRolesToSupportUser. */
export const supportUserKeepsRoles = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041D51',
    'The support user are read-only, which cannot be assigned with other roles',
  );

/** CannotAssignSupportUser. */
export const supportRoleNotGiven = (): ServiceFault =>
  new ServiceFault(400, '0x80041D44', 'The Support User Role cannot be assigned to a user.');

/** CannotRemoveFromSupportUser. */
export const supportRoleNotTaken = (): ServiceFault =>
  new ServiceFault(400, '0x80041D45', 'A user cannot be removed from the Support User Role.');

/** A disabled user is given no role (unManagedidsusernotenabled). */
export const roleForDisabledUser = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80040225',
    'The specified user is either disabled or is not a member of any business unit.',
  );

/** An enabled user cannot be deleted; it has to be disabled first (CannotDeleteDueToAssociation). */
export const cannotDeleteEnabledUser = (): ServiceFault =>
  new ServiceFault(
    405,
    '0x80040227',
    'The object you tried to delete is associated with another object and cannot be deleted.',
  );

/** A person that the directory still knows stays (code seen in a script of others; the text is ours). */
export const userStillInDirectory = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048359',
    'The user cannot be deleted because the user still exists in Microsoft Entra ID.',
  );

/** Role and user are of different business units (UserInWrongBusiness). */
export const userInWrongBusinessUnit = (
  userId: string,
  userUnitId: string,
  roleId: string,
  roleUnitId: string,
): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041409',
    `The user with id=${userId} belongs to a different business unit=${userUnitId} than the role with roleId=${roleId} and rolebusinessUnit=${roleUnitId}.`,
  );

/** Role and team are of different business units (TeamInWrongBusiness). */
export const teamInWrongBusinessUnit = (): ServiceFault =>
  new ServiceFault(400, '0x8004140D', 'The team belongs to a different business unit than the role.');

/** Access teams hold no roles. */
export const accessTeamWithoutRoles = (): ServiceFault =>
  new ServiceFault(400, '0x80048331', 'You cannot add a role to an access team.');

/** A role of "Team privileges only" is not for teams that stand for a group (Learn: AadGroupTeamsCanOnlyAssignInheritableRoles). */
export const groupTeamNeedsInheritableRole = (teamId: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048350',
    `Cannot assign security role with "Team Privileges only" Inheritance to AAD Group or Office Group teams. (TeamId = ${teamId})`,
  );

/** Members of a group team are those of its group (InvalidOperation; that it is this code is ours). */
export const groupTeamFollowsGroup = (): ServiceFault =>
  new ServiceFault(400, '0x8004023B', 'Invalid Operation performed.');

/** Members of a business unit's default team follow the unit. */
export const defaultTeamFixed = (adding: boolean): ServiceFault =>
  adding
    ? new ServiceFault(400, '0x8004830B', "You can't add members to the default business unit team.")
    : new ServiceFault(400, '0x8004830C', "You can't remove members from the default business unit team.");

/** A caller cannot hand out what it does not hold (`RoleService::VerifyCallerPrivileges`). */
export const cannotGrantMoreThanHeld = (
  caller: { readonly userId: string; readonly businessUnitId: string },
  privilege: Privilege,
  depth: string,
  roleUnitId: string,
  missing: number,
): ServiceFault =>
  new ServiceFault(
    403,
    '0x80040220',
    `RoleService::VerifyCallerPrivileges failed. User: ${caller.userId}, UserBU: ${caller.businessUnitId}, ` +
      `PrivilegeName: ${privilege.name}, PrivilegeId: ${privilege.id}, Depth: ${depth}, ` +
      `BusinessUnitId: ${roleUnitId}, MissingPrivilegeCount: ${missing}`,
  );
