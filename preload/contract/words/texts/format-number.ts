let format: Intl.NumberFormat | null = null;

/** A number in the person's language. The first `Intl` object of a page takes 60 ms to make, so it waits until it is wanted. */
export const formatNumber = (value: number): string => {
  format ??= new Intl.NumberFormat();
  return format.format(value);
};
