import { linkNavigation, recordHead, typeBeside } from '../control-information.ts';
import { badRequest, propertyNotFound } from '../errors/request-faults.ts';
import { type Column, wireName } from '../schema/column.ts';
import { derivedTypesOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { columnReader, lookupTarget } from './column-value.ts';
import { bindExpand } from './expand.ts';
import { formattedValue } from './format-value.ts';
import { inLanguages, labelLanguages } from './label-languages.ts';
import type { Projection, ShapeQuery, WireObject } from './wire-object.ts';

const formattedValueName = 'OData.Community.Display.V1.FormattedValue';
const lookupTableName = 'Microsoft.Dynamics.CRM.lookuplogicalname';
const navigationName = 'Microsoft.Dynamics.CRM.associatednavigationproperty';

/** What an address is made of; others, such as its latitude, bring nothing along (Learn: "Create a table row using the Web API", create with data returned). */
const partOfAddress = /^(address\d)_(?:line\d|city|stateorprovince|postalcode|country)$/;

/**
 * What comes without being asked for: the key, of users and teams also the one that they share, the currency of an amount, the whole
 * of an address of which a part is selected (Learn: "Retrieve a table row using the Web API", "Join tables using OData"). Audit rows bring
 * no key (Learn: "Retrieve the history of audited data changes").
 */
function alwaysWith(table: Table, chosen: readonly Column[]): readonly string[] {
  const isPrincipal = table.columns.get('ownerid')?.type === 'guid';
  const composites = chosen.flatMap(({ name }) => partOfAddress.exec(name)?.[1] ?? []);
  return [
    ...(chosen.some((it) => it.type === 'money') ? ['transactioncurrencyid'] : []),
    ...composites.map((it) => `${it}_composite`),
    ...(table.logicalName === 'audit' ? [] : [table.primaryId]),
    ...(isPrincipal ? ['ownerid'] : []),
  ];
}

/** The columns that `$select` names, with the primary key, which is always returned. Null selects all. */
function selectedColumns(table: Table, { select, asExpanded }: ShapeQuery): readonly Column[] {
  if (select === null || select.includes('*')) return [...table.properties.values()];
  const chosen = new Map<string, Column>();
  for (const name of select) {
    const column = table.properties.get(name);
    if (column !== undefined) chosen.set(name, column);
    // A navigation property may be selected; it adds nothing by itself.
    else if (!table.navigation.has(name)) throw propertyNotFound(name, table.logicalName);
  }
  const lookupBack = asExpanded?.lookupBack ?? null;
  const unasked = [...(lookupBack === null ? [] : [lookupBack]), ...alwaysWith(table, [...chosen.values()])];
  for (const name of unasked) {
    const column = table.columns.get(name);
    if (column !== undefined) chosen.set(wireName(column), column);
  }
  return [...chosen.values()];
}

function navigationOf(table: Table, column: Column, target: string): string | null {
  for (const it of table.navigation.values()) {
    if (it.kind === 'one' && it.column === column.name && it.targets.includes(target)) return it.name;
  }
  return null;
}

type Writer = (row: Row, into: WireObject) => void;

function columnWriter(session: Session, table: Table, column: Column): Writer {
  const name = wireName(column);
  const { includes } = session.preferences;
  const formatted = includes(formattedValueName);
  const lookupTable = column.type === 'lookup' && includes(lookupTableName);
  // Lookups of an audit row come without it (Learn: "Retrieve the history of audited data changes").
  const navigation = column.type === 'lookup' && table.logicalName !== 'audit' && includes(navigationName);
  const read = columnReader(session, table, column);
  const type = typeBeside(session, column);
  return (row, into) => {
    const value = read(row);
    if (value !== null && formatted) {
      const shown = formattedValue(session, column, row);
      if (shown !== null) into[`${name}@${formattedValueName}`] = shown;
    }
    if (value !== null && (lookupTable || navigation)) {
      const target = lookupTarget(column, row);
      const property = navigation ? navigationOf(table, column, target) : null;
      if (property !== null) into[`${name}@${navigationName}`] = property;
      if (lookupTable) into[`${name}@${lookupTableName}`] = target;
    }
    if (value !== null && type !== null) into[`${name}@odata.type`] = type;
    into[name] = value;
  };
}

/** An object with some columns of a row, as the values of an audited change are shown; null ones are left out. */
export function presentColumns(session: Session, table: Table, row: Row): WireObject {
  const into: WireObject = {};
  for (const column of table.columns.values())
    if (row[column.name] != null) columnWriter(session, table, column)(row, into);
  return into;
}

/** The links of the navigation properties that are selected or expanded, at the level that has them. */
function linkWriters(session: Session, table: Table, { expand, select }: ShapeQuery): readonly Writer[] {
  if (session.preferences.metadata !== 'full' || table.isMetadata) return [];
  const all = select === null || select.includes('*');
  const named = new Set([...(select ?? []), ...expand.map(({ path }) => path[0])]);
  return [...table.navigation.keys()]
    .filter((name) => all || named.has(name))
    .map((name) => (row, into) => linkNavigation(session, table, name, row, into));
}

/** Compiles `$select` and `$expand` for a table; names and privileges are checked before any row is shaped. */
export function bindProjection(session: Session, table: Table, query: ShapeQuery): Projection {
  const columns = selectedColumns(table, query);
  const names = new Set(query.expand.map((it) => it.path.join('/')));
  if (names.size !== query.expand.length) {
    throw badRequest('A navigation property was expanded more than once in a $expand expression.');
  }
  const expanded = query.expand.map((it) => bindExpand(bindProjection, session, table, it, query));
  const writers = [
    ...columns.map((it) => columnWriter(session, table, it)),
    ...linkWriters(session, table, query),
    ...expanded.map((it) => it.write),
  ];
  const parts = [
    ...(query.select === null || query.select.includes('*') ? [] : query.select),
    ...expanded.map((it) => it.contextPart),
  ];
  const head = recordHead(session, table, query.asExpanded?.hasEtag ?? true);
  const derived = derivedShapes(session, table, query);
  const languages = table.isMetadata ? labelLanguages(query.options) : null;
  return {
    contextSuffix: parts.length === 0 ? '' : `(${parts.join(',')})`,
    shape(row) {
      const concrete = derived(row);
      if (concrete !== null && query.select === null) return { ...concrete.type, ...concrete.shape(row) };
      const into: WireObject = { ...head(row), ...concrete?.type };
      for (const write of writers) write(row, into);
      return languages === null ? into : inLanguages(into, languages);
    },
  };
}

type DerivedShape = { readonly type: WireObject; readonly shape: Projection['shape'] };

/** Rows of a derived type say so, and have all of its properties where none are selected (OData JSON Format 4.0, 4.5.3). */
function derivedShapes(session: Session, table: Table, query: ShapeQuery): (row: Row) => DerivedShape | null {
  const types = new Map(derivedTypesOf(table).map((it) => [it.logicalName, it]));
  if (types.size === 0) return () => null;
  const shapes = new Map<string, DerivedShape>();
  return (row) => {
    const name = textOf(row, 'odataType') ?? '';
    const known = shapes.get(name);
    if (known !== undefined) return known;
    const type = types.get(name);
    if (type === undefined) return null;
    const { shape } = bindProjection(session, type, { select: null, expand: [], options: query.options });
    const made = { type: { '@odata.type': `#Microsoft.Dynamics.CRM.${name}` }, shape };
    shapes.set(name, made);
    return made;
  };
}
