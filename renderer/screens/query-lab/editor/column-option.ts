import type { CodeOption } from '../../../ui/index.ts';
import { propertyOf } from '../../../../preload/contract/words/queries/tables.ts';
import type { QueryColumn, QueryTableDetails } from '../../../../preload/contract/words/queries/tables.ts';

const detail = (column: QueryColumn): string =>
  [column.displayName, column.type, ...(column.secured ? ['secured'] : [])].join(' · ');

/** The columns of a table as the Web API names them. */
export const propertyOptions = (table: QueryTableDetails): readonly CodeOption[] =>
  table.columns.map((column) => ({ label: propertyOf(column), detail: detail(column), kind: 'column' }));

/** The columns of a table by logical name. */
export const columnOptions = (table: QueryTableDetails): readonly CodeOption[] =>
  table.columns.map((column) => ({ label: column.logicalName, detail: detail(column), kind: 'column' }));

/** The choices of a column. */
export const choiceOptions = (column: QueryColumn): readonly CodeOption[] =>
  column.options.map(({ label, value }) => ({ label: String(value), detail: label, kind: 'value' }));
