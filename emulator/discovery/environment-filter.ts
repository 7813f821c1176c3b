import { readComparisons } from './comparisons.ts';

/** Tells whether an environment, as it is described, is wanted. */
export type EnvironmentFilter = (described: unknown) => boolean;

/** The value at a path; `undefined` where there is none. */
function valueAt(described: unknown, path: string): unknown {
  let value = described;
  for (const name of path.split(/[./]/)) {
    const entry: unknown =
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? Object.entries(value).find(([other]) => other === name)?.[1]
        : undefined;
    value = entry;
  }
  return value;
}

/**
 * `$filter` of the list of environments as published clients write it, with `/` or `.` between names (the module for PowerShell,
 * Terraform’s provider); `null` for anything else. What an environment does not have equals nothing.
 */
export function readEnvironmentFilter(
  text: string,
  heeds: 'sensitive' | 'insensitive',
): EnvironmentFilter | null {
  const alternatives = readComparisons(text);
  if (alternatives === null) {
    return null;
  }
  const compared = (value: unknown): unknown =>
    heeds === 'insensitive' && typeof value === 'string' ? value.toLowerCase() : value;
  return (described) =>
    alternatives.some((all) =>
      all.every(
        ({ property, operator, value }) =>
          (compared(valueAt(described, property) ?? null) === compared(value)) === (operator === 'eq'),
      ),
    );
}
