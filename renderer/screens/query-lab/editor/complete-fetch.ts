import type { CodeCompletion, CodeOption } from '../../../ui/index.ts';
import { FETCH_OPERATORS } from '../../../../preload/contract/words/queries/fetchxml/operators.ts';
import { FETCH_SCHEMA } from '../../../../preload/contract/words/queries/fetchxml/schema.ts';
import type { QuerySchema, QueryTableDetails } from '../../../../preload/contract/words/queries/tables.ts';
import { choiceOptions, columnOptions } from './column-option.ts';

type Open = { readonly name: string; readonly attributes: string };

const TAG = /<(\/?)([\w-]+)((?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;

const openElements = (before: string): readonly Open[] => {
  const open: Open[] = [];
  for (const [, end, name = '', attributes = '', empty] of before
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .matchAll(TAG)) {
    if (end === '/') open.pop();
    else if (empty !== '/') open.push({ name, attributes });
  }
  return open;
};

const attribute = (attributes: string, name: string): string | null =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(attributes)
    ?.slice(1)
    .find((value) => value !== undefined) ?? null;

/** The table that a column inside these elements belongs to. */
const tableOf = (open: readonly Open[], schema: QuerySchema): QueryTableDetails | null => {
  const holder = open.findLast(({ name }) => name === 'entity' || name === 'link-entity');
  return holder === undefined
    ? null
    : (schema.details.get(attribute(holder.attributes, 'name') ?? '') ?? null);
};

const plain = (labels: readonly string[], kind: CodeOption['kind'] = 'value'): readonly CodeOption[] =>
  labels.map((label) => ({ label, detail: '', kind }));

const valuesOf = (
  element: string,
  name: string,
  attributes: string,
  open: readonly Open[],
  schema: QuerySchema,
): readonly CodeOption[] => {
  const table = tableOf(open, schema);
  if (name === 'name' && (element === 'entity' || element === 'link-entity')) {
    return schema.tables.map(({ displayName, logicalName }) => ({
      label: logicalName,
      detail: displayName,
      kind: 'table',
    }));
  }
  if (
    (name === 'name' && element === 'attribute') ||
    name === 'attribute' ||
    name === 'valueof' ||
    name === 'to'
  ) {
    return table === null ? [] : columnOptions(table);
  }
  if (name === 'from') {
    const there = schema.details.get(attribute(attributes, 'name') ?? '');
    return there === undefined ? [] : columnOptions(there);
  }
  if (name === 'operator') {
    return FETCH_OPERATORS.map((one) => ({
      label: one.name,
      detail: one.values === 'none' ? 'no value' : one.values === 'one' ? 'one value' : 'values',
      kind: 'keyword',
    }));
  }
  if (name === 'value' && element === 'condition') {
    const column = table?.columns.find(
      ({ logicalName }) => logicalName === attribute(attributes, 'attribute'),
    );
    return column === undefined ? [] : choiceOptions(column);
  }
  const kind = Object.hasOwn(FETCH_SCHEMA, element) ? FETCH_SCHEMA[element]?.attributes[name] : undefined;
  return kind === 'boolean' ? plain(['true', 'false']) : Array.isArray(kind) ? plain(kind) : [];
};

/** What can stand at a place of FetchXML, from its schema and what is known of the environment. */
export const completeFetch = (text: string, at: number, schema: QuerySchema): CodeCompletion | null => {
  const before = text.slice(0, at);
  const tag = before.lastIndexOf('<');
  const open = openElements(before);
  const inside = before.slice(tag);
  const parent = open.at(-1)?.name;
  if (
    tag === -1 ||
    /^<[^<]*>/.test(inside.replaceAll(/"[^"]*"|'[^']*'/g, (value) => ' '.repeat(value.length)))
  ) {
    const children =
      parent === undefined
        ? ['fetch']
        : Object.hasOwn(FETCH_SCHEMA, parent)
          ? (FETCH_SCHEMA[parent]?.children ?? [])
          : [];
    return {
      from: at,
      options: children.map((label) => ({ label: `<${label}`, detail: '', kind: 'keyword' })),
    };
  }
  const value = /\s([\w-]+)\s*=\s*(?:"([^"]*)|'([^']*))$/.exec(inside);
  const [, element = ''] = /^<([\w-]*)/.exec(inside) ?? [];
  if (value !== null) {
    const [, name = '', double, single = ''] = value;
    const typed = double ?? single;
    return { from: at - typed.length, options: valuesOf(element, name, inside, open, schema) };
  }
  const word = /[\w-]*$/.exec(before)?.[0] ?? '';
  if (/^<\/?[\w-]*$/.test(inside)) {
    if (inside.startsWith('</'))
      return parent === undefined ? null : { from: at - word.length, options: plain([parent], 'keyword') };
    const children =
      parent === undefined
        ? ['fetch']
        : Object.hasOwn(FETCH_SCHEMA, parent)
          ? (FETCH_SCHEMA[parent]?.children ?? [])
          : [];
    return { from: at - word.length, options: plain(children, 'keyword') };
  }
  const known = Object.hasOwn(FETCH_SCHEMA, element)
    ? Object.keys(FETCH_SCHEMA[element]?.attributes ?? {})
    : [];
  const options = known
    .filter((name) => attribute(inside, name) === null)
    .map((label): CodeOption => ({ label, detail: '', insert: `${label}="`, kind: 'keyword' }));
  return { from: at - word.length, options };
};
