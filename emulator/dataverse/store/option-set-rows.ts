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

/** Choices that are shared, by the column that uses them, or by its name in all tables (Learn: table references, GlobalChoiceName). */
const globalNames: Readonly<Record<string, string>> = {
  'account.ctso_salesregions': 'ctso_salesregion',
  'incident.caseorigincode': 'incident_caseorigincode',
  'incident.servicestage': 'servicestage',
  'lead.salesstage': 'lead_salesstage',
  'opportunity.salesstage': 'opportunity_salesstage',
  'fieldpermission.cancreate': 'field_security_permission_type',
  'fieldpermission.canread': 'field_security_permission_type',
  'fieldpermission.canupdate': 'field_security_permission_type',
  'solutioncomponent.componenttype': 'componenttype',
  activitytypecode: 'activitypointer_activitytypecode',
  budgetstatus: 'budgetstatus',
  community: 'socialprofile_community',
  componentstate: 'componentstate',
  initialcommunication: 'initialcommunication',
  need: 'need',
  postmessagetype: 'socialactivity_postmessagetype',
  pricingerrorcode: 'qooi_pricingerrorcode',
  purchaseprocess: 'purchaseprocess',
  purchasetimeframe: 'purchasetimeframe',
};

const globalName = (table: Table, column: Column): string | null =>
  globalNames[`${table.logicalName}.${column.name}`] ?? globalNames[column.name] ?? null;

const isGlobal = (table: Table, column: Column): boolean => globalName(table, column) !== null;

const setIdOf = (table: Table, column: Column): string => {
  const shared = globalName(table, column);
  return shared === null ? guid('optionset', table.logicalName, column.name) : guid('optionset', shared);
};

/** Kinds of activities by their numbers, which are the choices of `activitytypecode` (Learn: "Activity tables"); other names of tables have none. */
const kindsOfActivity = (): Column['labels'] =>
  Object.fromEntries(
    tables
      .filter((it) => it.isActivity && it.logicalName !== 'activitypointer')
      .map((it) => [String(it.objectTypeCode), it.displayName]),
  );

const isKindOfActivity = (column: Column): boolean => column.name === 'activitytypecode';

const hasOptions = (column: Column): boolean =>
  column.type === 'choice' ||
  column.type === 'choices' ||
  column.type === 'boolean' ||
  isKindOfActivity(column);

/** The choices of a column, and those that can be told as global ones: shared ones, and by a rule those of a choice alone. */
export const optionSetsOf = (table: Table, column: Column): Row =>
  hasOptions(column)
    ? {
        OptionSet: setIdOf(table, column),
        ...(isGlobal(table, column) || attributeKind(column).code === 'Picklist'
          ? { GlobalOptionSet: setIdOf(table, column) }
          : {}),
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
  const shared = globalName(table, column);
  const { code } = attributeKind(column);
  const labels = isKindOfActivity(column) ? kindsOfActivity() : column.labels;
  const options = Object.entries(labels).map(([value, text]) => option(table, column, value, text));
  const [no = null, yes = null] = options;
  return {
    MetadataId: setIdOf(table, column),
    Name: shared ?? `${table.logicalName}_${column.name}`,
    odataType: column.type === 'boolean' ? 'BooleanOptionSetMetadata' : 'OptionSetMetadata',
    IsGlobal: shared !== null,
    OptionSetType: code === 'Virtual' || code === 'EntityName' ? 'Picklist' : code,
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
