import { ServiceFault } from './service-fault.ts';

/** The manager reports to the user already (UserLoopBeingCreated). */
export const managerMakesLoop = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041D25',
    "You cannot set the selected user as the manager for this user because the selected user is either already the manager or is in the user's immediate management hierarchy.  Either select another user to be the manager or do not update the record.",
  );

/** The manager's business unit is neither the user's nor above it (UserNotInParentHierarchy). */
export const managerElsewhere = (): ServiceFault =>
  new ServiceFault(400, '0x80041D07', "The user is not in parent user's business hierarchy.");

/** A position would stand below itself (EntityLoopBeingCreated). */
export const positionMakesLoop = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80040387',
    'Creating this parental association would create a loop in this entity hierarchy.',
  );

/** An account or a contact would stand below itself (AccountLoopBeingCreated, ContactLoopBeingCreated). */
export const recordMakesLoop = (of: 'Accounts' | 'Contacts'): ServiceFault =>
  new ServiceFault(
    400,
    of === 'Accounts' ? '0x80040507' : '0x8004050A',
    `Creating this parental association would create a loop in ${of} hierarchy.`,
  );

/** CannotDisableOrDeletePositionDueToAssociatedUsers. */
export const positionHasUsers = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048343',
    'This position can’t be deleted until all associated users are removed from this position.',
  );

/** CannotCreateOrEnablePositionDueToParentPositionIsDisabled. */
export const parentPositionDisabled = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048344',
    'A child position cannot be created/enabled under a disabled parent position.',
  );

/** unManagedidsbizmgmtuserdoesnothaveparent. */
export const userWithoutManager = (): ServiceFault =>
  new ServiceFault(400, '0x80041D1E', 'This user does not have a parent user.');
