import { queryFault } from '../query-fault.ts';
import type { QueryFault, Span } from '../query-fault.ts';
import { nearestName } from '../nearest-name.ts';
import { parseApply } from './parse-apply.ts';
import { parseExpression, parseParameter, parsePath } from './parse-expression.ts';
import { readableText } from './readable-text.ts';
import type { ExpandItem, Name, OrderItem, QueryOption } from './syntax.ts';
import { createTokenReader } from './token-reader.ts';
import type { TokenReader } from './token-reader.ts';
import { readTokens } from './tokens.ts';

/** The options of a query that the Web API knows (Microsoft Learn: "Query data using the Web API"). */
export const SYSTEM_OPTIONS = [
  '$select',
  '$filter',
  '$expand',
  '$orderby',
  '$top',
  '$count',
  '$apply',
] as const;

/** Options of OData that it refuses or does not offer (same page; Microsoft Learn: "Page results"). */
const REFUSED = ['$skip', '$search', '$format', '$compute', '$index', '$levels', '$schemaversion'];

/**
 * What is handed over as it is; `$skiptoken` and `$deltatoken` come with the service's own links (Microsoft Learn: "Use change tracking to
 * synchronize data", "Use elastic tables", "Add a shared variable from the Organization service", "Query table definitions using the Web API").
 */
const RAW = [
  'fetchXml',
  'savedQuery',
  'userQuery',
  '$skiptoken',
  '$deltatoken',
  'partitionId',
  'tag',
  'LabelLanguages',
  'annotations',
];

/** What an expanded property takes (Microsoft Learn: "Join tables using OData"). */
const EXPAND_OPTIONS = ['$select', '$filter', '$expand', '$orderby', '$top'] as const;

type WithoutPlace<One> = One extends Span ? Omit<One, keyof Span> : never;
type Body = WithoutPlace<QueryOption>;

const list = <Part>(reader: TokenReader, read: () => Part | null): readonly Part[] | null => {
  const items: Part[] = [];
  do {
    const item = read();
    if (item === null) return null;
    items.push(item);
  } while (reader.take(','));
  return items;
};

const parseSelected = (reader: TokenReader): readonly Name[] | null => {
  const star = reader.peek();
  if (star?.kind === 'symbol' && reader.take('*')) return [{ name: '*', from: star.from, to: star.to }];
  return parsePath(reader);
};

const parseOrder = (reader: TokenReader): OrderItem | null => {
  const by = parseExpression(reader);
  if (by === null) return null;
  const descending = reader.take('desc');
  if (!descending) reader.take('asc');
  return { by, descending };
};

const parseExpanded = (reader: TokenReader): ExpandItem | null => {
  const path = parseSelected(reader);
  const from = path?.[0]?.from;
  if (path === null || from === undefined) return null;
  const options: QueryOption[] = [];
  if (reader.take('(') && !reader.take(')')) {
    do {
      const token = reader.peek();
      if (token === undefined || token.kind !== 'name') return reader.fail('an option such as $select=');
      reader.next();
      if (!reader.need('=')) return null;
      const name = EXPAND_OPTIONS.find((known) => known === token.text);
      if (name === undefined) return reader.failAt('expand-option-refused', token, token.text);
      const body = reader.deeper(() => parseBody(name, reader));
      if (body === null) return null;
      options.push({ ...body, from: token.from, to: reader.end() });
    } while (reader.take(';'));
    if (!reader.need(')')) return null;
  }
  return { path, options, from, to: reader.end() };
};

const parseTop = (reader: TokenReader): Body | null => {
  const token = reader.peek();
  if (token === undefined || token.kind !== 'number' || !/^\d{1,9}$/.test(token.text)) {
    return token === undefined
      ? reader.fail('a whole number')
      : reader.failAt('not-a-number', token, token.text);
  }
  reader.next();
  return { kind: 'top', count: Number(token.text) };
};

const parseCount = (reader: TokenReader): Body | null => {
  if (reader.take('true')) return { kind: 'count', on: true };
  return reader.take('false') ? { kind: 'count', on: false } : reader.fail('true or false');
};

const parseBody = (name: (typeof SYSTEM_OPTIONS)[number], reader: TokenReader): Body | null => {
  switch (name) {
    case '$select': {
      const items = list(reader, () => parseSelected(reader));
      return items === null ? null : { kind: 'select', items };
    }
    case '$expand': {
      const items = list(reader, () => parseExpanded(reader));
      return items === null ? null : { kind: 'expand', items };
    }
    case '$orderby': {
      const items = list(reader, () => parseOrder(reader));
      return items === null ? null : { kind: 'orderby', items };
    }
    case '$filter': {
      const by = parseExpression(reader);
      return by === null ? null : { kind: 'filter', by };
    }
    case '$apply': {
      const steps = parseApply(reader);
      return steps === null ? null : { kind: 'apply', steps };
    }
    case '$top':
      return parseTop(reader);
    case '$count':
      return parseCount(reader);
  }
};

type Parsed = { readonly option: QueryOption | null; readonly faults: readonly QueryFault[] };

const oneFault = (fault: QueryFault): Parsed => ({ option: null, faults: [fault] });

const nameFault = (name: string, span: Span): QueryFault => {
  if (REFUSED.includes(name.toLowerCase())) return queryFault('option-refused', span, name);
  const wanted = name.startsWith('$') ? name : `$${name}`;
  const known = [...SYSTEM_OPTIONS, ...RAW].find((one) => one.toLowerCase() === wanted.toLowerCase());
  if (known !== undefined) return queryFault('option-case', span, name, known);
  return queryFault('unknown-option', span, name, nearestName(wanted, SYSTEM_OPTIONS));
};

/** Reads one option of a query, which stands between `from` and `to`. */
export const parseOption = (typed: string, from: number, to: number): Parsed => {
  const equals = typed.slice(from, to).indexOf('=');
  const nameEnd = equals === -1 ? to : from + equals;
  const source = readableText(typed, from, nameEnd);
  const name = source.text.trim();
  const nameFrom = from + (typed.slice(from, nameEnd).length - typed.slice(from, nameEnd).trimStart().length);
  const nameSpan = {
    from: nameFrom,
    to: Math.max(nameFrom + 1, nameFrom + typed.slice(nameFrom, nameEnd).trimEnd().length),
  };
  const whole = { from: nameSpan.from, to };
  const valueFrom = Math.min(to, nameEnd + 1);
  const known = SYSTEM_OPTIONS.find((one) => one === name);
  if (known === undefined && !name.startsWith('@')) {
    const raw = RAW.find((one) => one.toLowerCase() === name.toLowerCase());
    if (raw === undefined) return oneFault(nameFault(name, nameSpan));
    const text = readableText(typed, valueFrom, to).text.trim();
    return { option: { kind: 'raw', name: raw, text, ...whole }, faults: [] };
  }
  const { faults, tokens } = readTokens(readableText(typed, valueFrom, to));
  if (tokens.length === 0 && faults.length === 0) return oneFault(queryFault('option-empty', nameSpan, name));
  const reader = createTokenReader(tokens, valueFrom, to);
  const body: Body | null =
    known === undefined
      ? ((value) => (value === null ? null : { kind: 'alias' as const, name: name.slice(1), value }))(
          parseParameter(reader),
        )
      : parseBody(known, reader);
  if (body !== null && reader.peek() !== undefined) reader.fail('the end or &');
  // What could not be cut into tokens ends the text early: it is the cause, not the end that was met.
  const fault = faults[0] ?? reader.fault();
  return {
    option: body === null || fault !== null ? null : { ...body, ...whole },
    faults: fault === null ? [] : [fault],
  };
};
