import type { ExpiryReminder, ExpiryRow } from '../../preload/contract/expiry.ts';
import { expiryOf, thresholdOf } from '../../preload/contract/words/expiry.ts';
import type { ExpiryThreshold } from '../../preload/contract/words/expiry.ts';
import type { ExpiryDocument } from './document.ts';

type Told = ExpiryDocument['told'];

const DAY = 86_400_000;
/** What was told of a credential that ended so long ago is forgotten with it. */
const REMEMBERED = 400 * DAY;

const FIELDS: Readonly<Record<ExpiryThreshold, 'expired' | 'day' | 'week' | 'month' | 'twoMonths'>> = {
  0: 'expired',
  1: 'day',
  7: 'week',
  30: 'month',
  60: 'twoMonths',
};

/** What to tell a person now (null: nothing), and what they have then been told of. */
export type DueReminders = { readonly due: Omit<ExpiryReminder, 'asOf'> | null; readonly told: Told };

/**
 * A credential is due when it has passed a threshold that is nearer its end than what was told before; several thresholds passed at once
 * are told as the nearest. An end that moved later makes it a new story. Snoozed ones wait.
 */
export const dueReminders = (
  rows: readonly ExpiryRow[],
  told: Told,
  now: number,
  timeZone: string,
): DueReminders => {
  const before = new Map(told.map((one) => [one.id, one]));
  const due = rows.flatMap((row) => {
    const expiry = expiryOf(row.expiresOn, now, timeZone);
    const threshold = thresholdOf(expiry);
    if (row.expiresOn === null || threshold === null || expiry.days === null || row.snoozed !== null)
      return [];
    const last = before.get(row.id);
    const moved = last !== undefined && Date.parse(row.expiresOn) > Date.parse(last.expiresOn) + DAY;
    if (last !== undefined && !moved && last.threshold <= threshold) return [];
    return [{ row, threshold, days: expiry.days, expiresOn: row.expiresOn }];
  });
  const first = due.toSorted((a, b) => a.expiresOn.localeCompare(b.expiresOn)).at(0);
  if (first === undefined) return { due: null, told };
  const counts = { expired: 0, day: 0, week: 0, month: 0, twoMonths: 0 };
  for (const { threshold } of due) counts[FIELDS[threshold]] += 1;
  const ids = new Set(due.map(({ row }) => row.id));
  return {
    due: {
      ...counts,
      first: {
        id: first.row.id,
        appName: first.row.appName,
        label: first.row.label,
        days: first.days,
      },
    },
    told: [
      ...told.filter((one) => !ids.has(one.id) && Date.parse(one.expiresOn) > now - REMEMBERED),
      ...due.map(({ expiresOn, row, threshold }) => ({ id: row.id, expiresOn, threshold })),
    ],
  };
};
