const KEPT_START = 8;
const KEPT_END = 4;

/** Shortens an id in the middle; what fits stays as it is. */
export const shorten = (text: string, start = KEPT_START, end = KEPT_END): string =>
  text.length <= start + end + 1 ? text : `${text.slice(0, start)}…${text.slice(-end)}`;
