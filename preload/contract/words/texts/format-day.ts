let format: Intl.DateTimeFormat | null = null;

/** The day of an ISO 8601 instant in the person's language and time zone; the text itself when it is none. Made when first wanted, as numbers are. */
export const formatDay = (instant: string): string => {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  format ??= new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
  return format.format(time);
};
