import { PLACEHOLDER } from './parameter.ts';

const MARK = '@p9z_';
const MOST_NUMBERS = 10;

/**
 * Lays out an OData text whose placeholders no parser reads: each is written as an alias, after `$top=` as a number, and put back. Null where the
 * layout is, or where a text holds what stands for them.
 */
export const aroundPlaceholders = (
  text: string,
  layOut: (masked: string) => string | null,
): string | null => {
  const written: string[] = [];
  const numbers: string[] = [];
  const masked = text.replaceAll(PLACEHOLDER, (placeholder: string, _name: string, from: number) => {
    if (/\$top=\s*$/.test(text.slice(Math.max(0, from - 40), from))) {
      numbers.push(placeholder);
      return String(900_000_000 + numbers.length - 1);
    }
    written.push(placeholder);
    return `${MARK}${written.length - 1}_q`;
  });
  if (written.length + numbers.length === 0) return layOut(text);
  if (text.includes(MARK) || text.includes('90000000') || numbers.length > MOST_NUMBERS) return null;
  const laidOut = layOut(masked);
  if (laidOut === null) return null;
  return laidOut
    .replaceAll(/@p9z_(\d+)_q/g, (whole, index: string) => written[Number(index)] ?? whole)
    .replaceAll(/\b9000000\d\d\b/g, (whole) => numbers[Number(whole) - 900_000_000] ?? whole);
};
