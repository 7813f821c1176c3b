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

/** A record of somebody would be nobody's (InvalidOwnerID; that it is this code follows from its text). */
export const ownerMissing = (): ServiceFault =>
  new ServiceFault(400, '0x80040229', 'The owner ID is invalid or missing.');

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
export const defaultTeamStays = (teamId: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048307',
    `The default business unit team can't be deleted (TeamId = ${teamId}).`,
  );

/** CannotUpdateNameDefaultTeam. */
export const defaultTeamKeepsName = (teamId: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004830A',
    `The default business unit team name can't be updated (TeamId = ${teamId}).`,
  );

/** CannotSetParentDefaultTeam. */
export const defaultTeamKeepsUnit = (teamId: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048308',
    `The default business unit team parent can't be set (TeamId = ${teamId}).`,
  );

/** CannotDeleteTeamOwningRecords. */
export const teamOwnsRecords = (teamId: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004830E',
    `Can't delete a team which owns records. Reassign the records and try again (TeamId = ${teamId}).`,
  );

/** CannotChangeTeamTypeDueToRoleOrProfile. */
export const teamTypeKept = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048336',
    'You cannot modify the type of the team because there are security roles or field security profiles assigned to the team.',
  );
