import { readComparisons } from './comparisons.ts';
import type { Comparison } from './comparisons.ts';

/** One row of global discovery. */
export type Instance = Readonly<Record<string, string | number | boolean | null>>;

/** Tells whether a row is wanted; text is the name of a property that rows do not have. */
export type InstanceFilter = (row: Instance) => boolean | string;

function holds(row: Instance, { property, operator, value: wanted }: Comparison): boolean | string {
  const value = Object.hasOwn(row, property) ? row[property] : undefined;
  return value === undefined ? property : (value === wanted) === (operator === 'eq');
}

/** Reads the part of $filter that global discovery is used with; `null` for anything else. */
export function readInstanceFilter(text: string | null): InstanceFilter | null {
  if (text === null) {
    return () => true;
  }
  const alternatives = readComparisons(text);
  if (alternatives === null) {
    return null;
  }
  return (row) => {
    const verdicts = alternatives.map((all) => all.map((one) => holds(row, one)));
    const unknown = verdicts.flat().find((verdict) => typeof verdict === 'string');
    return unknown ?? verdicts.some((all) => all.every((verdict) => verdict === true));
  };
}
