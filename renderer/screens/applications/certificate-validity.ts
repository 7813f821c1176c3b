const DAY = 86_400_000;
const TEN_YEARS = 3652 * DAY;

/** How long a new certificate can be valid, in months. */
export const VALIDITY_MONTHS = [3, 6, 12, 24] as const;
export type Validity = (typeof VALIDITY_MONTHS)[number] | 'date';

/** The same day so many months later; the last of the month when it has no such day. */
const addMonths = (from: Date, months: number): Date => {
  const end = new Date(from);
  end.setMonth(end.getMonth() + months);
  if (end.getDate() !== from.getDate()) end.setDate(0);
  return end;
};

/** The instant at which the certificate ends, as ISO text; null for a day that cannot be taken. `day` is `YYYY-MM-DD`, its evening counts. */
export const validUntil = (validity: Validity, day: string, now: number): string | null => {
  if (validity !== 'date') return addMonths(new Date(now), validity).toISOString();
  const end = new Date(`${day}T23:59:59`).getTime();
  return Number.isNaN(end) || end < now + DAY / 2 || end > now + TEN_YEARS
    ? null
    : new Date(end).toISOString();
};
