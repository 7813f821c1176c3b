/**
 * Names of the Dataverse error codes that server-to-server work meets, by normalised hex code (Microsoft Learn:
 * web-service-error-codes; those marked "observed" stand in no list of Microsoft's).
 */
const NAMES: Readonly<Record<string, string>> = {
  // who the caller is
  '0x80072560': 'UserNotMemberOfOrg',
  '0x80072561': 'CAPolicyValidationFailedLateBind',
  '0x80072559': 'AADError',
  '0x80095FFE': 'IpAddressBlocked', // observed; the name is ours
  '0x80042F09': 'UserNotAssignedRoles',
  '0x80040225': 'unManagedidsusernotenabled',
  '0x8004A112': 'SystemUserDisabled',
  '0x8004A100': 'InvalidAuthTicket',
  '0x8004A101': 'ExpiredAuthTicket',
  '0x8004A102': 'BadAuthTicket',
  '0x8004A103': 'InsufficientAuthTicket',
  '0x8004A104': 'OrganizationDisabled',
  '0x8004A105': 'TamperedAuthTicket',
  '0x8004A106': 'ExpiredKey',
  '0x8004A107': 'ScaleGroupDisabled',
  '0x8004A108': 'SupportLogOnExpired',
  '0x80041D50': 'InvalidOAuthToken',
  '0x80041D52': 'ExpiredOAuthToken',
  '0x80044302': 'RequestIsNotAuthenticated',
  '0x80044502': 'InsufficientAccessMode',
  '0x80040204': 'InvalidUserAuth',
  '0x8004A110': 'CannotActOnBehalfOfAnotherUser',
  '0x8004ED43': 'CannotAddOrActonBehalfAnotherUserPrivilege',
  // what the caller may do
  '0x80040220': 'PrivilegeDenied',
  '0x80040299': 'PrivilegeCheckFailed', // observed; the name is ours
  '0x80048306': 'unManagedIdsAccessDenied',
  '0x80048405': 'AccessDenied',
  '0x8004F507': 'AttributePermissionUpdateIsMissingDuringUpdate',
  '0x8004F503': 'AttributePermissionUpdateIsMissingDuringShare',
  '0x8004F504': 'AttributePermissionReadIsMissing',
  // application users
  '0x8004F510': 'AzureApplicationIdNotFound',
  '0x8004F511': 'DuplicateApplicationUser',
  '0x80041D48': 'ApplicationUserCannotBeUpdated',
  '0x80041D49': 'ApplicationNotRegisteredWithDeployment',
  '0x80040D40': 'ApplicationUserCannotChangeAccessMode',
  '0x80041D66': 'InvalidAccessModeTransition',
  '0x80041D67': 'DelegatedAdminUserCannotBeCreateNorUpdated',
  '0x80041D2F': 'CannotDisableSysAdmin',
  '0x80041D30': 'CannotRemoveFromSysAdmin',
  // roles, business units, teams
  '0x80041401': 'unManagedidsrolesinvalidroleid',
  '0x80041403': 'RoleAlreadyExists',
  '0x80041404': 'unManagedidsrolesinvalidtemplateid',
  '0x80041409': 'UserInWrongBusiness',
  '0x8004140D': 'TeamInWrongBusiness',
  '0x80041D45': 'CannotRemoveFromSupportUser',
  '0x80041D47': 'CannotUpdateSupportUser',
  '0x80041D51': 'CannotAssignRolesToSupportUser',
  '0x80048331': 'CannotAssignRolesOrProfilesToAccessTeam',
  '0x80048350': 'AadGroupTeamsCanOnlyAssignInheritableRoles',
  '0x8004032C': 'BusinessNotEnabled',
  '0x8004032D': 'CannotAssignToDisabledBusiness',
  // rows and queries
  '0x80040217': 'ObjectDoesNotExist',
  '0x80060891': 'RecordNotFoundByEntityKey',
  '0x80040237': 'DuplicateRecord',
  '0x80060882': 'ConcurrencyVersionMismatch',
  '0x80041102': 'QueryBuilderNoEntity',
  '0x80041103': 'QueryBuilderNoAttribute',
  '0x80040203': 'InvalidArgument',
  '0x80060888': 'ODataError', // observed; the name is ours
  '0x8006088A': 'CrmHttpError',
  '0x80048D19': 'PayloadError', // observed; the name is ours
  '0x80040227': 'CannotDeleteDueToAssociation',
  '0x8004E023': 'AggregateQueryRecordLimitExceeded',
  '0x80040265': 'IsvAborted',
  '0x80040216': 'UnExpected',
  // service protection limits (Microsoft Learn: api-limits)
  '0x80072321': 'ThrottlingTimeExceededError',
  '0x80072322': 'ThrottlingBurstRequestLimitExceededError',
  '0x80072326': 'ThrottlingConcurrencyLimitExceededError',
};

/** The documented name of a normalised code; empty when the console does not know it. */
export const errorName = (hex: string): string => NAMES[hex] ?? '';
