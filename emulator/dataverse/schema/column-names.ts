import { choiceLabels } from './choice-labels.ts';
import { exchangeRate } from './tables/business-columns.ts';
import { choice, type Column, column, flag, lookup, readOnly } from './column.ts';

type Kind =
  | 'string'
  | 'memo'
  | 'choice'
  | 'boolean'
  | 'integer'
  | 'bigint'
  | 'decimal'
  | 'money'
  | 'double'
  | 'datetime'
  | 'date'
  | 'guid'
  | 'binary'
  | 'managed'
  | 'lookup';

/**
 * Columns of a table by their kind, in strings of names; what lookups point to, their relationships say. `readOnly` repeats those that
 * only the service sets, `without` names columns that all tables of the kind have and this one has not.
 */
export type ColumnNames = { readonly [kind in Kind | 'readOnly' | 'without']?: string };

/** The names in such a string. */
export const namesIn = (list = ''): readonly string[] => list.split(/\s+/).filter((it) => it !== '');

function columnOf(table: string, kind: Kind, entry: string): Column {
  switch (kind) {
    case 'lookup':
      return lookup(entry);
    case 'choice': {
      const { fallback, labels } = choiceLabels(table, entry);
      return choice(entry, labels, fallback);
    }
    case 'decimal':
      return column(entry, kind, entry === 'exchangerate' ? { limits: exchangeRate } : {});
    case 'boolean':
      return flag(entry);
    case 'binary':
      return column(entry, 'complex', { edmType: 'Edm.Binary' });
    case 'managed':
      return column(entry, 'complex', {
        edmType: 'mscrm.BooleanManagedProperty',
        fallback: { Value: true, CanBeChanged: true, ManagedPropertyLogicalName: entry },
      });
    default:
      return column(entry, kind);
  }
}

const kinds: readonly Kind[] = [
  'string',
  'memo',
  'choice',
  'boolean',
  'integer',
  'bigint',
  'decimal',
  'money',
  'double',
  'datetime',
  'date',
  'guid',
  'binary',
  'managed',
  'lookup',
];

/** The columns that are named, in the order of their kinds. */
export function columnsNamed(table: string, names: ColumnNames): readonly Column[] {
  const fixed = new Set(namesIn(names.readOnly));
  return kinds.flatMap((kind) =>
    namesIn(names[kind]).map((entry) => {
      const made = columnOf(table, kind, entry);
      return fixed.has(made.name) ? readOnly(made) : made;
    }),
  );
}
