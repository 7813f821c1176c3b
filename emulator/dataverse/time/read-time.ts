import { dateOfDay, dayLength, dayOfDate } from './civil.ts';
import { momentOf } from './zone.ts';

const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(AM|PM)?)?$/i;

const offsetOf = (text: string): number => {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
};

const noon = (hour: number, half: string | undefined): number =>
  half === undefined ? hour : (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);

/**
 * A time as the service reads it from a query: ISO 8601, or the order of the invariant culture (month/day/year). Without an
 * offset it is a time of the user's zone. Null for what is no time; a day that its month does not have is none.
 */
export function readTime(text: string, zone: string): number | null {
  const trimmed = text.trim();
  const standard = iso.exec(trimmed);
  const us = standard === null ? american.exec(trimmed) : null;
  const found = standard ?? us;
  if (found === null) return null;
  const [, first = '', second = '', third = '', hours = '0', minutes = '0', seconds = '0', last] = found;
  const [year, month, day] = (us === null ? [first, second, third] : [third, first, second]).map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1) return null;
  const hour = noon(Number(hours), us === null ? undefined : last);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const date = dayOfDate(year, month, day);
  const back = dateOfDay(date);
  if (back.year !== year || back.month !== month || back.day !== day) return null;
  const local = date * dayLength + (hour * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  const offset = us === null ? last : undefined;
  if (offset === undefined) return momentOf(local, zone);
  return local - (offset.toUpperCase() === 'Z' ? 0 : offsetOf(offset));
}
