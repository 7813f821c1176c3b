import type { Column } from './column.ts';

/** What a column of numbers holds, and how many decimals it has. */
export type NumberLimits = { readonly min: number; readonly max: number; readonly precision: number };

/** Limits of each type where a column has none of its own (Learn: "Column data types in Microsoft Dataverse"). */
const ofType: { readonly [type in Column['type']]?: NumberLimits } = {
  integer: { min: -2_147_483_648, max: 2_147_483_647, precision: 0 },
  bigint: { min: -9_223_372_036_854_776_000, max: 9_223_372_036_854_776_000, precision: 0 },
  decimal: { min: -100_000_000_000, max: 100_000_000_000, precision: 2 },
  double: { min: -100_000_000_000, max: 100_000_000_000, precision: 2 },
  money: { min: -922_337_203_685_477, max: 922_337_203_685_477, precision: 2 },
};

/** The limits of a column; null for one that holds no numbers. */
export function limitsOf(column: Column): NumberLimits | null {
  const limits = ofType[column.type];
  return limits === undefined ? null : { ...limits, ...column.limits };
}
