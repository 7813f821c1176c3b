import { ServiceFault } from './service-fault.ts';

/** EntityNotEnabledForAutoCreatedAccessTeams. */
export const tableWithoutTeams = (): ServiceFault =>
  new ServiceFault(400, '0x80048334', 'This entity is not enabled for auto created access teams.');

/** TooManyTeamTemplatesForEntityAccessTeams. */
export const tooManyTemplates = (known: number, most: number, objectTypeCode: number): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048333',
    `Current number of teams: ${known} is greater than teams limit: ${most} for entity with ObjectTypeCode ${objectTypeCode}`,
  );

/** InvalidAccessMaskForTeamTemplate. */
export const invalidTemplateMask = (): ServiceFault =>
  new ServiceFault(400, '0x80048335', 'Invalid access mask is specified for team template.');

/** CannotShareSystemManagedTeam. */
export const sharedByTemplateAlone = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048339',
    "You can't share or unshare a record with a system-generated access team.",
  );

/** DuplicateSalesTeamMember. */
export const memberAlready = (): ServiceFault =>
  new ServiceFault(400, '0x80048341', "The user you're trying to add is already a member of the sales team.");

/** TargetUserInsufficientPrivileges. */
export const memberLacksPrivilege = (privilege: string): ServiceFault =>
  new ServiceFault(
    403,
    '0x80048342',
    `The user can't be added to the team because the user doesn't have the "${privilege}" privilege.`,
  );

/** CannotChangeTeamTypeDueToOwnership. */
export const teamWithRecordsKept = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048337',
    'You cannot modify the type of the team because there are records owned by the team.',
  );
