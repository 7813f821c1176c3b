import { element, escapedText } from '../metadata/csdl-xml.ts';
import type { Json, Row } from '../schema/value.ts';
import { isJsonObject } from '../writes/payload.ts';
import { operatorOfSdk } from './operators.ts';

/** A query expression that is none; it leaves this file as null. */
class Unreadable extends Error {}

const refuse = (): never => {
  throw new Unreadable();
};

const listAt = (of: Row, name: string): readonly Row[] => {
  const value = of[name] ?? [];
  return Array.isArray(value) && value.every(isJsonObject) ? value : refuse();
};

const textAt = (of: Row, name: string): string | null => {
  const value = of[name] ?? null;
  return value === null || typeof value === 'string' ? value : refuse();
};

const joins: Readonly<Record<string, string>> = {
  Inner: 'inner',
  LeftOuter: 'outer',
  Natural: 'natural',
  MatchFirstRowUsingCrossApply: 'matchfirstrowusingcrossapply',
  In: 'in',
  Exists: 'exists',
};

/** One value of a condition: `{"Value":"Bob","Type":"System.String"}` (Learn: Object ComplexType). */
function valueOf(value: Json | undefined): string {
  const plain = isJsonObject(value) ? value['Value'] : value;
  return typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean'
    ? String(plain)
    : refuse();
}

function condition(of: Row): string {
  const operator = operatorOfSdk(textAt(of, 'Operator') ?? '');
  if (operator === null) return refuse();
  const given = of['Values'] ?? [];
  const values = Array.isArray(given) ? given.map(valueOf) : refuse();
  const attributes = {
    attribute: textAt(of, 'AttributeName'),
    operator: operator.name,
    entityname: textAt(of, 'EntityName'),
  };
  return operator.values === 'one'
    ? element('condition', { ...attributes, value: values[0] ?? null })
    : element('condition', attributes, ...values.map((it) => element('value', {}, escapedText(it))));
}

/** Deepest nesting that is read, so that a query cannot exhaust the stack. */
const deepest = 50;

function filter(of: Row, depth = 0): string {
  if (depth > deepest) return refuse();
  const type = textAt(of, 'FilterOperator') ?? 'And';
  if (type !== 'And' && type !== 'Or') return refuse();
  return element(
    'filter',
    { type: type.toLowerCase() },
    ...listAt(of, 'Conditions').map(condition),
    ...listAt(of, 'Filters').map((it) => filter(it, depth + 1)),
  );
}

const filterAt = (of: Row, name: string): readonly string[] => {
  const value = of[name] ?? null;
  if (value === null) return [];
  return isJsonObject(value) ? [filter(value)] : refuse();
};

function link(of: Row, depth: number): string {
  const type = joins[textAt(of, 'JoinOperator') ?? 'Inner'];
  if (type === undefined || depth > deepest) return refuse();
  return element(
    'link-entity',
    {
      name: textAt(of, 'LinkToEntityName'),
      from: textAt(of, 'LinkToAttributeName'),
      to: textAt(of, 'LinkFromAttributeName'),
      'link-type': type,
      alias: textAt(of, 'EntityAlias'),
    },
    ...filterAt(of, 'LinkCriteria'),
    ...listAt(of, 'LinkEntities').map((it) => link(it, depth + 1)),
  );
}

/**
 * The FetchXML that finds the same rows as a query in the form of the SDK (Learn: QueryExpression ComplexType, FilterExpression,
 * ConditionExpression, LinkEntity); null for what is no such query. Its columns, its order and its pages are of no use here.
 */
export function fetchOfQuery(query: Row): string | null {
  try {
    return element(
      'fetch',
      { datasource: textAt(query, 'DataSource') },
      element(
        'entity',
        { name: textAt(query, 'EntityName') },
        ...filterAt(query, 'Criteria'),
        ...listAt(query, 'LinkEntities').map((it) => link(it, 1)),
      ),
    );
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
