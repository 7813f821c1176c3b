import { ServiceFault } from './service-fault.ts';

/** A recurrence other than daily (InvalidRecurrenceRuleForBulkDeleteAndDuplicateDetection). */
export const recurrenceNotDaily = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004d2a0',
    'Bulk Delete and Duplicate Detection recurrence must be specified as daily.',
  );

/** A state that a system job cannot get from the one that it has (AsyncOperationInvalidStateChange). */
export const jobStateFixed = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80044162',
    'The target state could not be set because the state transition is not valid.',
  );

/** A system job that is not done stays (AsyncOperationCannotDeleteUnlessCompleted). */
export const unfinishedJobStays = (): ServiceFault =>
  new ServiceFault(400, '0x8004416a', 'Cannot delete async operation unless it is in Completed state.');
