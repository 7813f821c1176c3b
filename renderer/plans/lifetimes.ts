/** Months that a new credential may last; Entra's own form offers no more than 24 for a secret. */
export const LIFETIMES = [3, 6, 12, 24] as const;

/** The instant some months from a day on, at its end. */
export const inMonths = (months: number, from: Date): string => {
  const end = new Date(from);
  end.setMonth(end.getMonth() + months);
  return end.toISOString();
};
