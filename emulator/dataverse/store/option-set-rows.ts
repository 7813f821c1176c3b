import { guid } from '../base/guid.ts';
import type { Column } from '../schema/column.ts';
import { rowStatesOf } from '../schema/row-states.ts';
import { tables } from '../schema/schema.ts';
import { noLabel } from '../schema/tables/definition-columns.ts';
import type { Table } from '../schema/table.ts';
import type { Json, Row } from '../schema/value.ts';
import { attributeKind } from './attribute-types.ts';
import { memoryRows } from './memory-rows.ts';
import type { RowSource } from './row-source.ts';
import { label } from './shared-rows.ts';

/** Choices that are shared, by the column that uses them (Learn: "Query table definitions using the Web API", global option sets). */
const globalNames: Readonly<Record<string, string>> = {
  'incident.caseorigincode': 'incident_caseorigincode',
  'account.ctso_salesregions': 'ctso_salesregion',
};

const isGlobal = (table: Table, column: Column): boolean =>
  Object.hasOwn(globalNames, `${table.logicalName}.${column.name}`);

const setIdOf = (table: Table, column: Column): string => guid('optionset', table.logicalName, column.name);

const hasOptions = (column: Column): boolean =>
  column.type === 'choice' || column.type === 'choices' || column.type === 'boolean';

/** The choices of a column and, where they are shared, the global ones. */
export const optionSetsOf = (table: Table, column: Column): Row =>
  hasOptions(column)
    ? {
        OptionSet: setIdOf(table, column),
        ...(isGlobal(table, column) ? { GlobalOptionSet: setIdOf(table, column) } : {}),
      }
    : {};

/** The state of a status reason; that with the same name where nothing else is known. */
function stateOf(table: Table, value: number, text: string): number {
  for (const [state, reasons] of rowStatesOf(table) ?? []) if (reasons.includes(value)) return state;
  const states = Object.entries(table.columns.get('statecode')?.labels ?? {});
  return Number(states.find(([, name]) => name === text)?.[0] ?? 0);
}

/** What the options of states and reasons have beside the others (Learn: "StateOptionMetadata", "StatusOptionMetadata ComplexType"). */
function more(table: Table, column: Column, value: string, text: string): { readonly [name: string]: Json } {
  const type = (name: string) => ({ '@odata.type': `#Microsoft.Dynamics.CRM.${name}OptionMetadata` });
  if (column.name === 'statecode') {
    return {
      ...type('State'),
      DefaultStatus: rowStatesOf(table)?.get(Number(value))?.[0] ?? Number(value) + 1,
      InvariantName: text.replaceAll(' ', ''),
    };
  }
  if (column.name === 'statuscode') {
    return { ...type('Status'), State: stateOf(table, Number(value), text), TransitionData: null };
  }
  return {};
}

const option = (table: Table, column: Column, value: string, text: string): Json => ({
  ...more(table, column, value, text),
  Value: Number(value),
  Color: null,
  IsManaged: true,
  ExternalValue: null,
  ParentValues: [],
  Tag: null,
  IsHidden: false,
  MetadataId: null,
  HasChanged: null,
  Label: label(text),
  Description: noLabel,
});

function optionSet(table: Table, column: Column): Row {
  const shared = globalNames[`${table.logicalName}.${column.name}`];
  const { code, type } = attributeKind(column);
  const options = Object.entries(column.labels).map(([value, text]) => option(table, column, value, text));
  const [no = null, yes = null] = options;
  return {
    MetadataId: setIdOf(table, column),
    Name: shared ?? `${table.logicalName}_${column.name}`,
    odataType: column.type === 'boolean' ? 'BooleanOptionSetMetadata' : 'OptionSetMetadata',
    IsGlobal: shared !== undefined,
    OptionSetType: type === 'MultiSelectPicklistAttributeMetadata' ? 'Picklist' : code,
    DisplayName: label(column.displayName),
    ...(column.type === 'boolean' ? { TrueOption: yes, FalseOption: no } : { Options: options }),
  };
}

const all = (fits: (table: Table, column: Column) => boolean): RowSource =>
  memoryRows('MetadataId', () =>
    tables
      .filter((it) => !it.isMetadata)
      .flatMap((table) =>
        [...table.columns.values()]
          .filter((column) => hasOptions(column) && fits(table, column))
          .map((column) => optionSet(table, column)),
      ),
  );

/** Rows of the choices of columns, one copy for all environments. */
export const optionSetRows: RowSource = all((_, column) => column.type !== 'boolean');

/** Rows of the two words of yes/no columns. */
export const booleanOptionSetRows: RowSource = all((_, column) => column.type === 'boolean');

/** Rows of the choices that several columns may use. */
export const globalOptionSetRows: RowSource = all(isGlobal);
