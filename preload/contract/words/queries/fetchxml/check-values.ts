import { isValueOf, kindOf } from '../column-kind.ts';
import type { ColumnKind } from '../column-kind.ts';
import { queryFault } from '../query-fault.ts';
import type { QueryFault, Span } from '../query-fault.ts';
import type { QueryColumn } from '../tables.ts';
import { operatorNamed } from './operators.ts';
import { attributeOf, elementsOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

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

/** What a condition's values are, with their places; a placeholder gets its value before the run. */
const valuesOf = (condition: XmlElement): readonly { readonly text: string; readonly at: Span }[] =>
  [
    ...condition.attributes.flatMap((one) =>
      one.name === 'value' ? [{ text: one.value, at: one.valueSpan }] : [],
    ),
    ...elementsOf(condition, 'value').map((element) => ({
      text: element.children.map((node) => (node.kind === 'text' ? node.text : '')).join(''),
      at: element.nameSpan,
    })),
  ].filter(({ text }) => text.trim() !== '' && !text.includes('{{'));

/** Whether an operator fits a column, and whether the values of a condition can be values of it. */
export const checkValues = (condition: XmlElement, column: QueryColumn): readonly QueryFault[] => {
  const operator = attributeOf(condition, 'operator') ?? '';
  // `aggregate` makes a number of any column.
  if (operatorNamed(operator) === null || attributeOf(condition, 'aggregate') !== null) return [];
  const [kind, wanted] = [kindOf(column), meantFor(operator)];
  const values = valuesOf(condition);
  if (
    kind !== null &&
    wanted !== null &&
    kind !== wanted &&
    !(wanted === 'choices' && column.options.length > 0)
  ) {
    const at = condition.attributes.find(({ name }) => name === 'operator')?.valueSpan ?? condition.nameSpan;
    // The service reads a text operator's value in the column's own type, which a whole value survives.
    const survives = wanted === 'a text' && values.every(({ text }) => isValueOf(column, text));
    return [
      queryFault(
        'operator-type',
        at,
        operator,
        `${column.logicalName}, which is ${kind}`,
        survives ? 'warning' : 'error',
      ),
    ];
  }
  if (!COMPARING.has(operator) && !OF_DAYS.has(operator)) return [];
  return values.flatMap(({ at, text }) => {
    if (!isValueOf(column, text))
      return kind === null ? [] : [queryFault('types-differ', at, column.logicalName, kind)];
    if (column.options.length === 0 || !/^-?\d+$/.test(text)) return [];
    if (column.options.some((option) => option.value === Number(text))) return [];
    const options = column.options.slice(0, 8).map((option) => `${option.value} ${option.label}`);
    return [queryFault('choice-unknown', at, text, options.join(', '), 'warning')];
  });
};
