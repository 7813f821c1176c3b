import type { CodeCompletion, CodeOption } from '../../../ui/index.ts';
import { FETCH_OPERATORS } from '../../../../preload/contract/words/queries/fetchxml/operators.ts';
import { CRM, TEXT_FUNCTIONS } from '../../../../preload/contract/words/queries/odata/dialect.ts';
import { SYSTEM_OPTIONS } from '../../../../preload/contract/words/queries/odata/parse-option.ts';
import {
  columnOfProperty,
  tableBehind,
  tableOfSet,
} from '../../../../preload/contract/words/queries/tables.ts';
import type { QuerySchema, QueryTableDetails } from '../../../../preload/contract/words/queries/tables.ts';
import { choiceOptions, propertyOptions } from './column-option.ts';

const keywords = (...words: readonly string[]): readonly CodeOption[] =>
  words.map((label) => ({ label, detail: '', kind: 'keyword' }));

const FUNCTIONS: readonly CodeOption[] = [
  ...[...TEXT_FUNCTIONS].map((name): CodeOption => ({
    label: name,
    detail: 'text',
    insert: `${name}(`,
    kind: 'function',
  })),
  ...FETCH_OPERATORS.flatMap(({ crmFunction, values }): readonly CodeOption[] =>
    crmFunction === null
      ? []
      : [
          {
            label: CRM + crmFunction,
            detail: values === 'none' ? 'no value' : values === 'one' ? 'one value' : 'values',
            insert: `${CRM}${crmFunction}(PropertyName=`,
            kind: 'function',
          },
        ],
  ),
];

const navigationOptions = (table: QueryTableDetails, single: boolean): readonly CodeOption[] =>
  table.navigation
    .filter(({ kind }) => !single || kind === 'one')
    .map(({ kind, name, target }) => ({
      label: name,
      detail: kind === 'one' ? target : `${target} …`,
      kind: 'navigation',
    }));

const tableAt = (path: string, schema: QuerySchema): QueryTableDetails | null => {
  const [set = ''] = path.split(/[(/]/);
  const table = tableOfSet(schema, set.trim());
  return table === null ? null : (schema.details.get(table.logicalName) ?? null);
};

const through = (
  table: QueryTableDetails | null,
  name: string,
  schema: QuerySchema,
): QueryTableDetails | null => {
  const way = table?.navigation.find((one) => one.name === name);
  return way === undefined ? null : tableBehind(schema, way);
};

/** The option and table that the end of an `$expand` is in: each open bracket is a step into a table. */
const inExpand = (value: string, table: QueryTableDetails | null, schema: QuerySchema) => {
  const open: { readonly table: QueryTableDetails | null; readonly from: number }[] = [{ table, from: 0 }];
  for (const { 0: mark, 1: name = '', index } of value.matchAll(/([\w.]*)\(|\)/g)) {
    const top = open.at(-1);
    if (mark !== ')')
      open.push({ table: through(top?.table ?? null, name, schema), from: index + mark.length });
    else if (open.length > 1) open.pop();
  }
  const { from = 0, table: there = null } = open.at(-1) ?? {};
  const inner = value.slice(from);
  if (open.length === 1) return { option: '$expand', rest: inner, table: there };
  const part = inner.slice(inner.lastIndexOf(';') + 1);
  const equals = part.indexOf('=');
  return equals === -1
    ? { option: '', rest: part, table: there }
    : { option: part.slice(0, equals), rest: part.slice(equals + 1), table: there };
};

const filterOptions = (
  before: string,
  table: QueryTableDetails,
  schema: QuerySchema,
): readonly CodeOption[] => {
  const path = /((?:\w+\/)+)$/.exec(before)?.[1];
  if (path !== undefined) {
    const names = path.split('/').filter((name) => name !== '');
    // A variable of a lambda stands for a row of the list that it belongs to.
    const [first = ''] = names;
    const list = new RegExp(`(\\w+)/(?:any|all)\\(\\s*${first}:`).exec(before)?.[1];
    const begin = list === undefined ? through(table, first, schema) : through(table, list, schema);
    const there = names
      .slice(1)
      .reduce<QueryTableDetails | null>((at, name) => through(at, name, schema), begin);
    return there === null
      ? keywords('any', 'all')
      : [...propertyOptions(there), ...navigationOptions(there, true), ...keywords('any', 'all')];
  }
  const compared = /([\w/]+)\s+(?:eq|ne)\s+$/.exec(before)?.[1];
  const column = compared === undefined ? null : columnOfProperty(table, compared);
  if (compared !== undefined)
    return [
      ...(column === null ? [] : choiceOptions(column)),
      ...keywords('null', ...(column?.type === 'Boolean' ? ['true', 'false'] : [])),
    ];
  if (/PropertyName=\s*'?$/.test(before)) {
    const quote = before.endsWith("'") ? '' : "'";
    return table.columns.map(({ displayName, logicalName }) => ({
      label: logicalName,
      detail: displayName,
      insert: `${quote}${logicalName}${quote}`,
      kind: 'column',
    }));
  }
  const named = /([\w)]+)\s+$/.exec(before)?.[1];
  if (named !== undefined && columnOfProperty(table, named) !== null)
    return keywords('eq', 'ne', 'gt', 'ge', 'lt', 'le');
  if (/(?:^|[\s(,])$/.test(before)) {
    const joins = /(?:'|\d|\)|null|true|false)\s+$/.test(before) ? keywords('and', 'or') : [];
    return [
      ...joins,
      ...propertyOptions(table),
      ...navigationOptions(table, false),
      ...FUNCTIONS,
      ...keywords('not'),
    ];
  }
  return [];
};

/** What can stand at a place of an OData query, from what is known of the environment. */
export const completeOData = (text: string, at: number, schema: QuerySchema): CodeCompletion | null => {
  const before = text.slice(0, at);
  const word = /[\w$.]*$/.exec(before)?.[0] ?? '';
  const from = at - word.length;
  const head = before.slice(0, from);
  const mark = head.indexOf('?');
  if (mark === -1) {
    if (head.trim() !== '' && !/^(?:\s*\/\/.*\n)*\s*(?:GET\s+)?$/.test(head)) return null;
    const tables = schema.tables.map((table): CodeOption => ({
      label: table.entitySet,
      detail: table.displayName,
      kind: 'table',
    }));
    return { from, options: [...tables, { label: 'WhoAmI', detail: '', kind: 'function' }] };
  }
  const option = head.slice(Math.max(head.lastIndexOf('&'), mark) + 1);
  const equals = option.indexOf('=');
  if (equals === -1)
    return { from, options: keywords(...SYSTEM_OPTIONS).map((one) => ({ ...one, insert: `${one.label}=` })) };
  const base = tableAt(head.slice(0, mark).replaceAll(/^\s*\/\/.*$/gm, ''), schema);
  const name = option.slice(0, equals).trim();
  const value = option.slice(equals + 1);
  const place =
    name === '$expand' ? inExpand(value, base, schema) : { option: name, rest: value, table: base };
  const { rest, table } = place;
  if (place.option === '')
    return {
      from,
      options: keywords('$select', '$filter', '$expand', '$orderby', '$top').map((one) => ({
        ...one,
        insert: `${one.label}=`,
      })),
    };
  if (place.option === '$count') return { from, options: keywords('true', 'false') };
  if (table === null) return null;
  switch (place.option) {
    case '$select':
      return { from, options: propertyOptions(table) };
    case '$expand':
      return {
        from,
        options: navigationOptions(table, false).map((one) => ({ ...one, insert: `${one.label}($select=` })),
      };
    case '$orderby':
      return { from, options: /[\w)]\s+$/.test(rest) ? keywords('desc', 'asc') : propertyOptions(table) };
    case '$filter':
      return { from, options: filterOptions(rest, table, schema) };
    case '$apply':
      return {
        from,
        options: [
          ...keywords(
            'filter',
            'groupby',
            'aggregate',
            'with',
            'as',
            'sum',
            'average',
            'min',
            'max',
            'countdistinct',
          ),
          ...propertyOptions(table),
        ],
      };
    default:
      return null;
  }
};
