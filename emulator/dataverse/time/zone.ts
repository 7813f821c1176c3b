import { type Day, dayLength } from './civil.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(time: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const parts = new Map(
    formatOf(zone)
      .formatToParts(time)
      .map((it) => [it.type, Number(it.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(time / 1000) * 1000;
}

/** What the clocks of a zone show at a moment, as if it were UTC. */
export const localTime = (time: number, zone: string): number => time + offsetAt(time, zone);

/** A moment as the clocks of a zone show it, with how far they are ahead of UTC. */
export function timeWithOffset(time: number, zone: string): string {
  const minutes = offsetAt(time, zone) / 60_000;
  const two = (number: number): string => String(Math.trunc(number)).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
  return `${new Date(localTime(time, zone)).toISOString().slice(0, 19)}${offset}`;
}

/** The moment at which the clocks of a zone show a time that is given as if it were UTC. */
export function momentOf(local: number, zone: string): number {
  const guess = local - offsetAt(local, zone);
  return local - offsetAt(guess, zone);
}

/** The day that it is in a zone at a moment. */
export const dayAt = (time: number, zone: string): Day => Math.floor(localTime(time, zone) / dayLength);

/** The moment at which a day begins in a zone. */
export const startOf = (day: Day, zone: string): number => momentOf(day * dayLength, zone);
