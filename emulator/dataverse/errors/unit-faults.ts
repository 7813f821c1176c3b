import { ServiceFault } from './service-fault.ts';

/** RootBusinessUnitCannotBeDisabled. */
export const rootUnitStaysEnabled = (): ServiceFault =>
  new ServiceFault(400, '0x80041D63', 'Root Business unit cannot be disabled.');

/** BusinessUnitCannotBeDisabled. */
export const lastAdministratorInUnit = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041D59',
    'Business unit cannot be disabled: no active user with system admin role exists outside of business unit subtree.',
  );

/** BusinessUnitIsNotDisabledAndCannotBeDeleted. */
export const enabledUnitStays = (): ServiceFault =>
  new ServiceFault(400, '0x80041D60', 'Not disabled business unit cannot be deleted.');

/** BusinessUnitHasChildAndCannotBeDeleted. */
export const unitWithChildrenStays = (): ServiceFault =>
  new ServiceFault(400, '0x80041D61', 'Business unit has a child business unit and cannot be deleted.');

/** A new unit stands below another one (unManagedidsbizmgmtmissparentbusiness). */
export const parentUnitMissing = (): ServiceFault =>
  new ServiceFault(400, '0x80041D02', 'The parent business was unexpectedly missing.');

/** A unit cannot stand below itself (BusinessManagementLoopBeingCreated). */
export const moveMakesLoop = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041D21',
    'Creating this parental association would create a loop in business hierarchy.',
  );

/** unManagedidsbizmgmtmissbusinessname. */
export const unitNameMissing = (): ServiceFault =>
  new ServiceFault(400, '0x80041D00', 'The business name was unexpectedly missing.');

/** Nothing new below a disabled unit (BusinessNotEnabled). */
export const unitDisabled = (): ServiceFault =>
  new ServiceFault(400, '0x8004032C', 'The specified business unit is disabled.');

/** A user or a team stands in a business unit always (unManagedinvalidbusinessunitid). */
export const unitMissing = (): ServiceFault =>
  new ServiceFault(400, '0x800404A7', 'The businessunitid is missing or invalid.');

/** CannotAssignToDisabledBusiness. */
export const intoDisabledUnit = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004032D',
    'The specified business unit cannot be assigned to because it is disabled.',
  );

/** CannotAssignToAccessTeam. */
export const accessTeamOwnsNothing = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048340',
    'You cannot assign a record to the access team. You can assign a record to the owner team.',
  );

/** MissingTeamName. */
export const teamNameMissing = (): ServiceFault =>
  new ServiceFault(400, '0x80041D0B', 'The team name was unexpectedly missing.');

/** CannotDeleteDefaultTeam. */
export const defaultTeamStays = (): ServiceFault =>
  new ServiceFault(400, '0x80048307', "The default business unit team can't be deleted.");

/** CannotUpdateNameDefaultTeam. */
export const defaultTeamKeepsName = (): ServiceFault =>
  new ServiceFault(400, '0x8004830A', "The default business unit team name can't be updated.");

/** CannotSetParentDefaultTeam. */
export const defaultTeamKeepsUnit = (): ServiceFault =>
  new ServiceFault(400, '0x80048308', "The default business unit team parent can't be set.");

/** CannotDeleteTeamOwningRecords. */
export const teamOwnsRecords = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004830E',
    "Can't delete a team which owns records. Reassign the records and try again.",
  );

/** CannotChangeTeamTypeDueToRoleOrProfile. */
export const teamTypeKept = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048336',
    'You cannot modify the type of the team because there are security roles or field security profiles assigned to the team.',
  );
