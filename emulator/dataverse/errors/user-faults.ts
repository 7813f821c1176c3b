import type { Privilege } from '../base/privileges.ts';
import { ServiceFault } from './service-fault.ts';

/** An application user with this client id exists (DuplicateApplicationUser). */
export const duplicateApplicationUser = (appId: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004F511',
    `You are attempting to create an Application ID = ${appId} that already exists.`,
  );

/** The tenant's directory does not know the app: AADError (Learn: Web service error codes), or AzureApplicationIdNotFound, as scripts of others see it. */
export const applicationNotFound = (appId: string, correlationId: string): ServiceFault =>
  new ServiceFault(403, '0x80072559', 'Error from AAD', {
    rule: 'unknownApplication',
    answers: {
      notFound: new ServiceFault(
        400,
        '0x8004F510',
        `We didn’t find that application ID ${appId} in your Azure Active Directory (Azure AD) with CorrelationID ${correlationId}. Make sure your application is registered in Azure AD.`,
      ),
    },
  });

/** The tenant's directory does not know the person (CannotCreateSyncUserObjectMissing; that it is this code follows from its name). */
export const personNotFound = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041D4B',
    'This is not a valid Microsoft Online Services ID for this organization.',
  );

/** A new user who is neither an application nor known to the directory (unManagedidsbizmgmtmissuserdomainname; that it is this code follows from its text). */
export const userWithoutName = (): ServiceFault =>
  new ServiceFault(400, '0x80041D01', "The user's domain name was unexpectedly missing.");

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

/** An enabled user cannot be deleted; it has to be disabled first (CannotDeleteDueToAssociation; that it is this code is ours). */
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

const ofOtherUnit = (
  code: '0x80041409' | '0x8004140D',
  holder: 'user' | 'team',
  held: {
    readonly holderId: string;
    readonly holderUnitId: string;
    readonly roleId: string;
    readonly roleUnitId: string;
  },
): ServiceFault =>
  new ServiceFault(
    400,
    code,
    `Cannot associate security role because the security role's Business Unit is not the same as the ${holder}'s Business Unit. ` +
      `Details: userid=${held.holderId}, userBU=${held.holderUnitId}, roleId=${held.roleId}, roleBU=${held.roleUnitId}`,
  );

/** Role and user are of different business units (UserInWrongBusiness). */
export const userInWrongBusinessUnit = (held: Parameters<typeof ofOtherUnit>[2]): ServiceFault =>
  ofOtherUnit('0x80041409', 'user', held);

/** Role and team are of different business units (TeamInWrongBusiness, which calls the team's values those of a user). */
export const teamInWrongBusinessUnit = (held: Parameters<typeof ofOtherUnit>[2]): ServiceFault =>
  ofOtherUnit('0x8004140D', 'team', held);

/** Access teams hold no roles (CannotAssignRolesOrProfilesToAccessTeam). */
export const accessTeamWithoutRoles = (teamId: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048331',
    `Cannot assign roles or profiles to an access team (TeamId = ${teamId}).`,
  );

/** A role of "Team privileges only" is not for teams that stand for a group (Learn: AadGroupTeamsCanOnlyAssignInheritableRoles). */
export const groupTeamNeedsInheritableRole = (teamId: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048350',
    `Cannot assign security role with "Team Privileges only" Inheritance to AAD Group or Office Group teams. (TeamId = ${teamId})`,
  );

/** Members of a group team are those of its group (InvalidOperation, with its status as Learn has it: "Compose HTTP requests and handle errors"; that it is this code is ours). */
export const groupTeamFollowsGroup = (): ServiceFault =>
  new ServiceFault(405, '0x8004023B', 'Invalid Operation performed.');

/** Members of a business unit's default team follow the unit (CannotAddMembersToDefaultTeam, CannotRemoveMembersFromDefaultTeam). */
export const defaultTeamFixed = (adding: boolean, teamId: string): ServiceFault =>
  new ServiceFault(
    400,
    adding ? '0x8004830B' : '0x8004830C',
    `Can't ${adding ? 'add members to' : 'remove members from'} the default business unit team (TeamId = ${teamId}).`,
  );

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
