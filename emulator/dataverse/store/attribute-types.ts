import type { Column, ColumnType } from '../schema/column.ts';
import { limitsOf } from '../schema/number-limits.ts';
import type { Row } from '../schema/value.ts';

/** The kind of a column: its member of `AttributeTypeCode`, the value of `AttributeTypeName`, its type in `$metadata`. */
export type AttributeKind = { readonly code: string; readonly name: string; readonly type: string };

const kind = (code: string, type = code, name = code): AttributeKind => ({
  code,
  name: `${name}Type`,
  type: `${type}AttributeMetadata`,
});

/** Recorded answers give ids of records the plain type. */
const plain = (code: string): AttributeKind => ({ code, name: `${code}Type`, type: 'AttributeMetadata' });

const kinds: Readonly<Record<ColumnType, AttributeKind>> = {
  guid: plain('Uniqueidentifier'),
  string: kind('String'),
  memo: kind('Memo'),
  integer: kind('Integer'),
  bigint: kind('BigInt'),
  decimal: kind('Decimal'),
  money: kind('Money'),
  double: kind('Double'),
  boolean: kind('Boolean'),
  datetime: kind('DateTime'),
  date: kind('DateTime'),
  choice: kind('Picklist'),
  choices: kind('Virtual', 'MultiSelectPicklist', 'MultiSelectPicklist'),
  lookup: kind('Lookup'),
  enum: plain('Virtual'),
  complex: plain('Virtual'),
};

/** The kind of a column: state, status, owner, customer and image columns have their own (Learn: "AttributeTypeCode EnumType"). */
export function attributeKind(column: Column): AttributeKind {
  if (column.name === 'statecode') return kind('State');
  if (column.name === 'statuscode') return kind('Status');
  if (column.name === 'entityimage') return kind('Virtual', 'Image', 'Image');
  if (column.edmType === 'mscrm.BooleanManagedProperty') return kind('ManagedProperty');
  if (column.namesTable) return kind('EntityName');
  if (column.type !== 'lookup') return kinds[column.type];
  if (column.name === 'ownerid') return kind('Owner', 'Lookup');
  const customer =
    column.targets.length === 2 && column.targets.includes('account') && column.targets.includes('contact');
  return customer ? kind('Customer', 'Lookup') : kinds.lookup;
}

/** What only the type of a column has: lengths, ranges, targets (Learn: "Column data types in Microsoft Dataverse"). */
export function typeFacts(column: Column): Row {
  if (column.namesTable) return {};
  switch (column.type) {
    case 'string': {
      const length = column.maxLength ?? 100;
      return { MaxLength: length, DatabaseLength: length * 2 };
    }
    case 'memo':
      return { MaxLength: column.maxLength ?? 2000 };
    case 'integer':
    case 'bigint':
    case 'decimal':
    case 'double':
    case 'money': {
      const limits = limitsOf(column);
      const range = { MinValue: limits?.min ?? null, MaxValue: limits?.max ?? null };
      const hasDecimals = column.type !== 'integer' && column.type !== 'bigint';
      return hasDecimals ? { ...range, Precision: limits?.precision ?? null } : range;
    }
    case 'boolean':
      return { DefaultValue: column.fallback === true };
    case 'datetime':
      return { MinSupportedValue: '1753-01-01T00:00:00Z', MaxSupportedValue: '9999-12-30T23:59:59Z' };
    case 'date':
      return {
        MinSupportedValue: '1753-01-01T00:00:00Z',
        MaxSupportedValue: '9999-12-30T23:59:59Z',
        Format: 'DateOnly',
        DateTimeBehavior: { Value: 'DateOnly' },
      };
    case 'choice':
      return { DefaultFormValue: typeof column.fallback === 'number' ? column.fallback : -1 };
    case 'lookup':
      return { Targets: column.targets };
    case 'guid':
    case 'choices':
    case 'enum':
    case 'complex':
      return {};
  }
}
