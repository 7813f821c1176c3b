import { queryTimeout } from '../errors/request-faults.ts';

/** Counts the related rows that one request goes through. */
export type RowAllowance = {
  /** Counts one row; refuses with SqlTimeout when there were too many. */
  readonly take: () => void;
};

/** Far more than a sensible query needs, and gone through in a few seconds. */
const mostRows = 100_000;

/**
 * What one request may go through. Expansions and lambdas inside each other multiply, so that a short query could keep
 * the whole demo cloud busy for ever; the real service ends such a query by the time it takes.
 */
export function createRowAllowance(): RowAllowance {
  let taken = 0;
  return {
    take: () => {
      taken += 1;
      if (taken > mostRows) throw queryTimeout();
    },
  };
}
