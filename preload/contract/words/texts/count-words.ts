import { formatNumber } from './format-number.ts';

/** So many of something, in the word that fits the number. */
export const many = (count: number, one: string, more: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : more}`;

/** The first names, and how many more there are. */
export const listed = (names: readonly string[], most: number): string =>
  names.length > most
    ? `${names.slice(0, most).join(', ')} and ${formatNumber(names.length - most)} more`
    : names.join(', ');
