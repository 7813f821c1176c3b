import type {
  BuilderOperator,
  BuilderValue,
} from '../../../../preload/contract/words/queries/builder/builder-query.ts';
import { literalOf } from '../../../../preload/contract/words/queries/convert/literal-of.ts';
import type { QueryColumn } from '../../../../preload/contract/words/queries/tables.ts';

const TEXT_OPERATORS = /contains|startswith|endswith/;
const PARAMETER = /^(?:@[\p{L}_][\p{L}\p{N}_]{0,59}|\{\{[\p{L}_][\p{L}\p{N}_]{0,59}\}\})$/u;

/** What was typed as a value of the column; null where it does not fit it. */
export const typedValue = (
  text: string,
  column: QueryColumn | null,
  operator: BuilderOperator,
): BuilderValue | null => {
  const trimmed = text.trim();
  if (PARAMETER.test(trimmed)) return { kind: 'parameter', written: trimmed };
  if (text === '') return null;
  if (TEXT_OPERATORS.test(operator)) return { kind: 'literal', type: 'string', text };
  if (column === null) return { kind: 'literal', type: 'string', text };
  const literal = literalOf(column, text);
  const numeric = !['String', 'Memo', 'EntityName', 'Boolean', 'DateTime'].includes(column.type);
  if (literal === null || literal.type === 'null' || literal.type === 'typed') return null;
  // Of numbers and choices anything else is a slip.
  if (numeric && literal.type === 'string') return null;
  return { kind: 'literal', type: literal.type, text: literal.text };
};

/** A value as a person would type it. */
export const valueText = (value: BuilderValue | null): string =>
  value === null ? '' : value.kind === 'parameter' ? value.written : value.text;

/** The operators that make sense for a column; all while it is not known. */
export const operatorsFor = (column: QueryColumn | null): readonly BuilderOperator[] => {
  const always: readonly BuilderOperator[] = ['eq', 'ne', 'null', 'not-null'];
  const ordered: readonly BuilderOperator[] = ['gt', 'ge', 'lt', 'le'];
  const textual: readonly BuilderOperator[] = [
    'contains',
    'not-contains',
    'startswith',
    'not-startswith',
    'endswith',
    'not-endswith',
  ];
  if (column === null) return [...always, ...ordered, ...textual];
  if (column.type === 'String' || column.type === 'Memo') return [...always, ...textual];
  if (column.type === 'Boolean' || column.options.length > 0 || column.type === 'Uniqueidentifier')
    return always;
  return column.targets.length > 0 ? always : [...always, ...ordered];
};
