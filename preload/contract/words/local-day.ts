const two = (number: number): string => String(number).padStart(2, '0');

/** The day of an instant where the person is, as names of files have it: `2026-11-27`. UTC would be yesterday or tomorrow for some hours. */
export const localDay = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** The same with hours and minutes, in characters that every system allows: `2026-11-27-09-00`. */
export const localMinute = (at: Date): string =>
  `${localDay(at)}-${two(at.getHours())}-${two(at.getMinutes())}`;
