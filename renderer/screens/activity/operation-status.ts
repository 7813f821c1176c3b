import type { OperationSummary } from '../../../preload/contract/fleet.ts';
import type { Status } from '../../../preload/contract/words/status.ts';

/** The status that an operation's state is shown as. */
export const OPERATION_STATUS: Readonly<Record<OperationSummary['state'], Status>> = {
  running: 'working',
  succeeded: 'healthy',
  'partly-failed': 'attention',
  failed: 'denied',
  cancelled: 'unknown',
  interrupted: 'attention',
};
