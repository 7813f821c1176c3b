import { invalidQueryValue, noFullText, wrongValueCount } from '../../errors/query-faults.ts';
import type { Json } from '../../schema/value.ts';
import type { Session } from '../../session.ts';
import { compareText, textKey } from '../collation.ts';
import { requireTableName } from '../table-value.ts';
import { negated, type QueryFunction, signatures } from './query-function.ts';

/** A value as values of functions are compared; null for what has no text. */
const folded = (value: Json): string | null =>
  value === null || typeof value === 'object' ? null : textKey(String(value));

const numbers = new Set(['integer', 'bigint', 'decimal', 'money', 'double', 'choice']);

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Ids may stand in braces; what cannot be an id or a number of the column is refused. */
const isIn: QueryFunction['bind'] = ({ value, wanted, column }) => {
  const isId = column.type === 'guid' || column.type === 'lookup';
  const values = isId ? wanted.map((it) => it.replace(/^\{(.*)\}$/, '$1')) : wanted;
  if (isId && !values.every((it) => guid.test(it))) throw invalidQueryValue();
  if (numbers.has(column.type) && values.some((it) => it.trim() === '' || Number.isNaN(Number(it))))
    throw invalidQueryValue();
  if (column.namesTable) for (const it of values) requireTableName(it);
  const set = new Set(values);
  return (row) => {
    const found = folded(value(row));
    return found !== null && set.has(found);
  };
};

/** Both ends belong to the range; a day as the upper end of times is its midnight (Learn: "Between Function"). */
const between: QueryFunction['bind'] = ({ value, wanted, column }) => {
  const [low, high] = wanted;
  if (low === undefined || high === undefined || wanted.length !== 2) throw wrongValueCount();
  const read = numbers.has(column.type)
    ? (it: Json): number => (typeof it === 'number' ? it : Number.NaN)
    : (it: Json): number => (typeof it === 'string' ? Date.parse(it) : Number.NaN);
  if (!numbers.has(column.type) && column.type !== 'datetime' && column.type !== 'date') {
    return (row) => {
      const found = folded(value(row));
      return found !== null && compareText(found, low) >= 0 && compareText(found, high) <= 0;
    };
  }
  const [from, until] = numbers.has(column.type)
    ? [Number(low === '' ? Number.NaN : low), Number(high === '' ? Number.NaN : high)]
    : [Date.parse(low.toUpperCase()), Date.parse(high.toUpperCase())];
  if (Number.isNaN(from) || Number.isNaN(until)) throw invalidQueryValue();
  return (row) => {
    const found = read(value(row));
    return found >= from && found <= until;
  };
};

/** Whether a choices column holds any of the values (Learn: "Multi-select choices", query data from choices). */
const containsAny: QueryFunction['bind'] = ({ value, wanted }) => {
  const set = new Set(wanted.map((it) => it.trim()));
  if (wanted.some((it) => !/^\s*-?\d+\s*$/.test(it))) throw invalidQueryValue();
  return (row) => {
    const found = value(row);
    return typeof found === 'string' && found.split(',').some((it) => set.has(it));
  };
};

const plain = (
  name: string,
  on: QueryFunction['on'],
  ids: (session: Session) => readonly string[],
  negate = false,
): QueryFunction => {
  const bind: QueryFunction['bind'] = (call) => isIn({ ...call, wanted: ids(call.session) });
  return { name, parameters: signatures.none, on, bind: negate ? negated(bind) : bind };
};

/** Language of every user of the demo cloud. */
const language = '1033';

/** Functions that compare with values, with the caller and with its business unit. */
export const valueFunctions: readonly QueryFunction[] = [
  { name: 'In', parameters: signatures.list, on: 'any', bind: isIn },
  { name: 'NotIn', parameters: signatures.list, on: 'any', bind: negated(isIn) },
  { name: 'Between', parameters: signatures.list, on: 'any', bind: between },
  { name: 'NotBetween', parameters: signatures.list, on: 'any', bind: negated(between) },
  { name: 'ContainValues', parameters: signatures.list, on: 'choices', bind: containsAny },
  { name: 'DoesNotContainValues', parameters: signatures.list, on: 'choices', bind: negated(containsAny) },
  {
    // For full-text columns, which only the knowledge base has (Learn: "Filter rows using OData").
    name: 'Contains',
    parameters: signatures.oneText,
    on: 'fulltext',
    bind: () => {
      throw noFullText();
    },
  },
  plain('EqualUserId', 'id', ({ access }) => [access.userId]),
  plain('NotEqualUserId', 'id', ({ access }) => [access.userId], true),
  plain('EqualBusinessId', 'id', ({ access }) => [access.businessUnitId]),
  plain('NotEqualBusinessId', 'id', ({ access }) => [access.businessUnitId], true),
  plain('EqualUserLanguage', 'number', () => [language]),
];
