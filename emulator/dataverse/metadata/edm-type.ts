import type { Column, ColumnType } from '../schema/column.ts';

const primitives: Readonly<Record<ColumnType, string>> = {
  guid: 'Edm.Guid',
  lookup: 'Edm.Guid',
  string: 'Edm.String',
  memo: 'Edm.String',
  choices: 'Edm.String',
  integer: 'Edm.Int32',
  choice: 'Edm.Int32',
  bigint: 'Edm.Int64',
  decimal: 'Edm.Decimal',
  money: 'Edm.Decimal',
  double: 'Edm.Double',
  boolean: 'Edm.Boolean',
  datetime: 'Edm.DateTimeOffset',
  date: 'Edm.Date',
  enum: 'Edm.String',
  complex: 'Edm.Untyped',
};

/** Type of a column in `$metadata` (Learn: "Web API Properties"). */
export const edmTypeOf = (column: Column): string => column.edmType ?? primitives[column.type];

/** Facets by which the service describes texts and decimals. */
export const facetsOf = (type: string): { readonly Unicode?: string; readonly Scale?: string } =>
  type === 'Edm.String' || type === 'Collection(Edm.String)'
    ? { Unicode: 'false' }
    : type === 'Edm.Decimal'
      ? { Scale: 'Variable' }
      : {};
