import { invalidAggregate } from '../errors/fetch-aggregate-faults.ts';
import { textKey } from '../query/collation.ts';
import { compareKeys } from '../query/sorted-by.ts';
import type { Column, ColumnType } from '../schema/column.ts';
import type { Json } from '../schema/value.ts';
import type { FetchColumn } from './fetch-columns.ts';

/** One aggregate of one group: takes the values of its rows and tells what they come to. */
export type Fold = { readonly take: (value: Json) => void; readonly result: () => Json };

const whole = new Set<ColumnType>(['integer', 'bigint']);
const numeric = new Set<ColumnType>([...whole, 'decimal', 'money', 'double']);
const ordered = new Set<ColumnType>([...numeric, 'datetime', 'date']);

/** Rounds away what binary fractions add to decimal ones; an average of whole numbers is whole, as in SQL. */
const rounded = (column: Column, value: number): number => {
  if (whole.has(column.type)) return Math.trunc(value);
  const digits = column.type === 'money' ? 4 : 10;
  return Number(value.toFixed(digits));
};

type Value = string | number | boolean;

/** Starts an aggregate (Learn: "attribute element", aggregate functions; nulls are not considered, except by `count`). */
export function startFold({ attribute, column }: FetchColumn, ofNothing: 0 | null): Fold {
  const name = attribute?.aggregate ?? 'count';
  const fits = name === 'sum' || name === 'avg' ? numeric : ordered;
  if (!name.startsWith('count') && !fits.has(column.type)) throw invalidAggregate(name, column.type);
  const seen = new Set<Value>();
  let [rows, values, sum] = [0, 0, 0];
  let best: Value | null = null;
  return {
    take(value) {
      rows += 1;
      if (value === null || typeof value === 'object') return;
      if (attribute?.distinct === true) {
        const key = typeof value === 'string' ? textKey(value) : value;
        if (seen.has(key)) return;
        seen.add(key);
      }
      values += 1;
      if (typeof value === 'number') sum += value;
      const sign = name === 'max' ? -1 : 1;
      if (best === null || sign * compareKeys(value, best) < 0) best = value;
    },
    result() {
      switch (name) {
        case 'count':
          return rows;
        case 'countcolumn':
          return values;
        case 'sum':
          return values === 0 ? ofNothing : rounded(column, sum);
        case 'avg':
          return values === 0 ? null : rounded(column, sum / values);
        case 'min':
        case 'max':
          return best;
      }
    },
  };
}
