/** How near the end of a credential is, from the most urgent. `week`, `month` and `two-months` are 7, 30 and 60 days. */
export const EXPIRY_STATES = ['expired', 'week', 'month', 'two-months', 'fine', 'unknown'] as const;
export type ExpiryState = (typeof EXPIRY_STATES)[number];

/** Days before the end at which a person is told, once each; 0 is the end itself. */
export const EXPIRY_THRESHOLDS = [0, 1, 7, 30, 60] as const;
export type ExpiryThreshold = (typeof EXPIRY_THRESHOLDS)[number];

const DAY = 86_400_000;
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone, as `YYYY-MM-DD`. */
export const calendarDay = (at: number, timeZone: string): string => {
  const calendar =
    calendars.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  calendars.set(timeZone, calendar);
  return calendar.format(at);
};

/** The person's own time zone. */
export const localTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Whole calendar days from now to an instant (ISO 8601), as a person in that time zone counts them: tomorrow at one in the morning is
 * one day away, however few hours that is. Negative for days that are over.
 */
export const daysUntil = (instant: string, now: number, timeZone: string): number =>
  Math.round(
    (Date.parse(calendarDay(Date.parse(instant), timeZone)) - Date.parse(calendarDay(now, timeZone))) / DAY,
  );

/** How near the end is, and the whole days to it (negative or zero once it is over; null when it is not known). */
export type Expiry = { readonly state: ExpiryState; readonly days: number | null };

/** Judges the end of a credential at an instant (milliseconds since the epoch), for a person in a time zone. */
export const expiryOf = (expiresOn: string | null, now: number, timeZone: string): Expiry => {
  if (expiresOn === null) return { state: 'unknown', days: null };
  const days = daysUntil(expiresOn, now, timeZone);
  if (Date.parse(expiresOn) <= now) return { state: 'expired', days };
  if (days <= 7) return { state: 'week', days };
  if (days <= 30) return { state: 'month', days };
  return { state: days <= 60 ? 'two-months' : 'fine', days };
};

/** The threshold that a credential has passed last; null while it is further away than all of them, or not known. */
export const thresholdOf = ({ state, days }: Expiry): ExpiryThreshold | null => {
  if (days === null) return null;
  if (state === 'expired') return 0;
  return EXPIRY_THRESHOLDS.find((threshold) => threshold > 0 && days <= threshold) ?? null;
};
