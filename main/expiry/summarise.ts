import type { ExpiryRow, ExpirySummary } from '../../preload/contract/expiry.ts';
import { EXPIRY_STATES, expiryOf } from '../../preload/contract/words/expiry.ts';
import type { ExpiryState } from '../../preload/contract/words/expiry.ts';

const MOST_SHOWN = 8;
const URGENT: readonly ExpiryState[] = ['expired', 'week', 'month'];

/** Counts rows by how near their end is and picks the most urgent, judged at an instant for a person in a time zone. */
export const summarise = (rows: readonly ExpiryRow[], now: number, timeZone: string): ExpirySummary => {
  const counts: Record<ExpiryState, number> = {
    expired: 0,
    week: 0,
    month: 0,
    'two-months': 0,
    fine: 0,
    unknown: 0,
  };
  const awake = rows.filter(({ snoozed }) => snoozed === null);
  const judged = awake.map((row) => ({ row, expiry: expiryOf(row.expiresOn, now, timeZone) }));
  for (const { expiry } of judged) counts[expiry.state] += 1;
  return {
    counts,
    snoozed: rows.length - awake.length,
    urgent: judged
      .filter(({ expiry }) => URGENT.includes(expiry.state))
      .toSorted(
        (a, b) =>
          EXPIRY_STATES.indexOf(a.expiry.state) - EXPIRY_STATES.indexOf(b.expiry.state) ||
          (a.row.expiresOn ?? '').localeCompare(b.row.expiresOn ?? ''),
      )
      .slice(0, MOST_SHOWN)
      .map(({ row }) => row),
  };
};
