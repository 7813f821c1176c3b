import { localTime } from './zone.ts';

/** When clocks change, as Windows says it: on which day of which week of a month (5 is the last one), at what time that they show before. */
export type ClockChange = {
  readonly month: number;
  readonly dayOfWeek: number;
  readonly week: number;
  readonly hour: number;
  readonly minute: number;
};

const minute = 60_000;
const ahead = (time: number, zone: string): number => localTime(time, zone) - time;

/** The moments of a year at which the clocks of a zone change, to the minute. */
function momentsIn(year: number, zone: string): readonly number[] {
  const found: number[] = [];
  for (let month = 0; month < 12; month += 1) {
    let [before, after] = [Date.UTC(year, month), Date.UTC(year, month + 1)];
    const offset = ahead(before, zone);
    if (ahead(after, zone) === offset) continue;
    while (after - before > minute) {
      const middle = Math.floor((before + after) / 2 / minute) * minute;
      if (ahead(middle, zone) === offset) before = middle;
      else after = middle;
    }
    found.push(after);
  }
  return found;
}

/** Days in a month and where in it a change falls. */
function dayOf(moment: number, zone: string) {
  const shown = new Date(localTime(moment - 1000, zone) + 1000);
  const days = new Date(Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth() + 1, 0)).getUTCDate();
  return { shown, isLast: shown.getUTCDate() > days - 7 };
}

/** Years that tell the last week of a month from the fourth. */
const years = [2024, 2025, 2026, 2027];

/** When a zone goes to its standard time and to the other, or null where its clocks stay as they are. */
export function clockChanges(
  zone: string,
): { readonly standard: ClockChange; readonly daylight: ClockChange } | null {
  const [year = 0, ...others] = years;
  const moments = momentsIn(year, zone);
  const [first, second] = moments;
  if (first === undefined || second === undefined || moments.length !== 2) return null;
  const later = others.map((it) => momentsIn(it, zone));
  const changeAt = (index: number, moment: number): ClockChange => {
    const { isLast, shown } = dayOf(moment, zone);
    const stays = later.every((it) => {
      const other = it[index];
      return other !== undefined && dayOf(other, zone).isLast;
    });
    return {
      month: shown.getUTCMonth() + 1,
      dayOfWeek: shown.getUTCDay(),
      week: isLast && stays ? 5 : Math.ceil(shown.getUTCDate() / 7),
      hour: shown.getUTCHours(),
      minute: shown.getUTCMinutes(),
    };
  };
  const changes = [changeAt(0, first), changeAt(1, second)] as const;
  const isSummer = ahead(first, zone) > ahead(first - minute, zone);
  const [daylight, standard] = isSummer ? changes : ([changes[1], changes[0]] as const);
  return { standard, daylight };
}
