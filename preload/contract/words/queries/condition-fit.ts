import { isValueOf, kindOf } from './column-kind.ts';
import type { ColumnKind } from './column-kind.ts';
import { queryFault } from './query-fault.ts';
import type { QueryFault, Span } from './query-fault.ts';
import type { QueryColumn } from './tables.ts';

/** Operators whose values are of the column's own type. */
const COMPARING = new Set([
  'eq',
  'ne',
  'neq',
  'gt',
  'ge',
  'lt',
  'le',
  'in',
  'not-in',
  'between',
  'not-between',
]);
const OF_DAYS = new Set(['on', 'on-or-before', 'on-or-after']);
const OF_TEXT = new Set(['like', 'not-like', 'begins-with', 'not-begin-with', 'ends-with', 'not-end-with']);
const OF_CHOICES = new Set(['contain-values', 'not-contain-values']);
const OF_TREES = new Set(['under', 'eq-or-under', 'not-under', 'above', 'eq-or-above']);
const OF_CALLER = /^(?:eq|ne)-(?:user|business)/;

/** What an operator is for (Microsoft Learn: "condition operator values", data types); null for those of all types. */
const meantFor = (operator: string): ColumnKind | 'choices' | null => {
  if (COMPARING.has(operator) || operator === 'null' || operator === 'not-null') return null;
  if (OF_TEXT.has(operator)) return 'a text';
  if (OF_CHOICES.has(operator)) return 'choices';
  if (operator === 'eq-userlanguage') return 'a number';
  return OF_TREES.has(operator) || OF_CALLER.test(operator) ? 'an ID' : 'a date';
};

/** Operators that count: the last seven days, older than three months. */
const COUNTING = /-x-/;

/** One value of a condition and where it stands. */
export type ValueAt = { readonly text: string; readonly at: Span };

/**
 * Whether an operator fits a column and whether its values can be values of it, the same in both languages: functions of the Web API
 * are the operators of FetchXML. `operator` is the name in FetchXML, `written` what stands at `at`.
 */
export const conditionFaults = (
  operator: string,
  column: QueryColumn,
  values: readonly ValueAt[],
  written: string,
  at: Span,
): readonly QueryFault[] => {
  const [kind, wanted] = [kindOf(column), meantFor(operator)];
  if (kind !== null && wanted !== null && kind !== wanted) {
    // The service reads a text operator's value in the column's own type, which a whole value survives. Of a column with one choice
    // FetchXML was seen to take what OData refuses (Microsoft Learn has these operators for columns with several choices).
    const survives =
      (wanted === 'a text' && values.every(({ text }) => isValueOf(column, text))) ||
      (wanted === 'choices' && column.options.length > 0);
    const which = `${column.logicalName}, which is ${kind}`;
    return [queryFault('operator-type', at, written, which, survives ? 'warning' : 'error')];
  }
  if (COUNTING.test(operator))
    return values.flatMap(({ text, at: place }) =>
      /^\d+$/.test(text.trim()) ? [] : [queryFault('not-a-number', place, text)],
    );
  if (!COMPARING.has(operator) && !OF_DAYS.has(operator)) return [];
  return values.flatMap(({ at: place, text }) => {
    if (!isValueOf(column, text))
      return kind === null ? [] : [queryFault('types-differ', place, column.logicalName, kind)];
    if (column.options.length === 0 || !/^-?\d+$/.test(text)) return [];
    if (column.options.some((option) => option.value === Number(text))) return [];
    const options = column.options.slice(0, 8).map((option) => `${option.value} ${option.label}`);
    return [queryFault('choice-unknown', place, text, options.join(', '), 'warning')];
  });
};
