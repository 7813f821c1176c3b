import { badRequest, notImplemented, propertyNotFound } from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { NamedArgument } from '../odata/syntax-tree.ts';
import type { Column } from '../schema/column.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Json, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { columnReader } from './column-value.ts';
import { literalOf, literalOperand } from './operand.ts';

type Arguments = {
  readonly session: Session;
  readonly table: Table;
  readonly column: Column;
  readonly value: (row: Row) => Json;
  /** `PropertyValue`, or the items of `PropertyValues`, as text without case. */
  readonly wanted: readonly string[];
};

type Test = (row: Row) => boolean;
type QueryFunction = (args: Arguments) => Test;

const folded = (value: Json): string | null =>
  value === null || typeof value === 'object' ? null : String(value).toLowerCase();

const isIn: QueryFunction = ({ value, wanted }) => {
  const set = new Set(wanted);
  return (row) => {
    const found = folded(value(row));
    return found !== null && set.has(found);
  };
};

const not =
  (inner: QueryFunction): QueryFunction =>
  (args) => {
    const test = inner(args);
    return (row) => !test(row);
  };

const between: QueryFunction = ({ value, wanted, column }) => {
  const [low = '', high = ''] = wanted;
  const numeric = !Number.isNaN(Number(low)) && !Number.isNaN(Number(high));
  return (row) => {
    const found = value(row);
    if (typeof found === 'number' && numeric) return found >= Number(low) && found <= Number(high);
    if (typeof found !== 'string') return false;
    const text = column.type === 'datetime' ? found.slice(0, Math.max(low.length, high.length)) : found;
    return text.toLowerCase() >= low && text.toLowerCase() <= high;
  };
};

const oneOf =
  (ids: (session: Session) => readonly string[]): QueryFunction =>
  (args) =>
    isIn({ ...args, wanted: ids(args.session) });

const day = 86_400_000;

/** Start and end (exclusive) of the days from `first` to `last`, counted from today, in UTC. */
function dayRange(session: Session, first: number, last: number): readonly [number, number] {
  const today = Math.floor(session.ports.now() / day) * day;
  return [today + first * day, today + (last + 1) * day];
}

const within =
  (range: (session: Session, x: number) => readonly [number, number]): QueryFunction =>
  ({ session, value, wanted }) => {
    const [from, until] = range(session, Number(wanted[0] ?? 0));
    return (row) => {
      const found = value(row);
      const time = typeof found === 'string' ? Date.parse(found) : Number.NaN;
      return time >= from && time < until;
    };
  };

const onDay =
  (fits: (found: string, wanted: string) => boolean): QueryFunction =>
  ({ value, wanted }) => {
    const day = (wanted[0] ?? '').slice(0, 10);
    return (row) => {
      const found = value(row);
      return typeof found === 'string' && fits(found.slice(0, 10), day);
    };
  };

/** Walks the hierarchy of a self-referencing lookup or of the table that the column identifies. */
const hierarchy =
  (direction: 'up' | 'down', orEqual: boolean): QueryFunction =>
  ({ session, table, wanted }) => {
    const parent = [...table.columns.values()].find(
      (it) => it.type === 'lookup' && it.name.startsWith('parent') && it.targets.includes(table.logicalName),
    );
    if (parent === undefined)
      throw badRequest(`Table '${table.logicalName}' has no hierarchical relationship.`);
    const rows = session.environment.rows(table);
    const start = wanted[0] ?? '';
    const found = new Set(orEqual ? [start] : []);
    const pending = [start];
    for (const id of pending) {
      const row = rows.get(id);
      const next =
        direction === 'up'
          ? [row === null ? null : textOf(row, parent.name)]
          : [...rows.where(parent.name, id)].map((it) => idOf(it, table.primaryId));
      for (const other of next) {
        if (other === null || found.has(other)) continue;
        found.add(other);
        pending.push(other);
      }
    }
    return (row) => found.has(idOf(row, table.primaryId));
  };

/** Query functions by name (Learn: "Query functions for Microsoft Dataverse"). */
const functions: ReadonlyMap<string, QueryFunction> = new Map<string, QueryFunction>([
  ['In', isIn],
  ['NotIn', not(isIn)],
  ['Between', between],
  ['NotBetween', not(between)],
  ['EqualUserId', oneOf(({ access }) => [access.userId])],
  ['NotEqualUserId', not(oneOf(({ access }) => [access.userId]))],
  ['EqualUserTeams', oneOf(({ access }) => access.permissions.teamIds)],
  ['EqualUserOrUserTeams', oneOf(({ access }) => [access.userId, ...access.permissions.teamIds])],
  ['EqualBusinessId', oneOf(({ access }) => [access.businessUnitId])],
  ['NotEqualBusinessId', not(oneOf(({ access }) => [access.businessUnitId]))],
  ['Today', within((session) => dayRange(session, 0, 0))],
  ['Yesterday', within((session) => dayRange(session, -1, -1))],
  ['Tomorrow', within((session) => dayRange(session, 1, 1))],
  ['Last7Days', within((session) => dayRange(session, -7, 0))],
  ['Next7Days', within((session) => dayRange(session, 0, 7))],
  ['LastXDays', within((session, x) => dayRange(session, -x, 0))],
  ['NextXDays', within((session, x) => dayRange(session, 0, x))],
  ['OlderThanXDays', within((session, x) => [0, dayRange(session, -x, 0)[0]])],
  ['LastXHours', within(({ ports }, x) => [ports.now() - x * 3_600_000, ports.now()])],
  ['NextXHours', within(({ ports }, x) => [ports.now(), ports.now() + x * 3_600_000])],
  ['On', onDay((found, wanted) => found === wanted)],
  ['NotOn', onDay((found, wanted) => found !== wanted)],
  ['OnOrAfter', onDay((found, wanted) => found >= wanted)],
  ['OnOrBefore', onDay((found, wanted) => found <= wanted)],
  ['Above', hierarchy('up', false)],
  ['AboveOrEqual', hierarchy('up', true)],
  ['Under', hierarchy('down', false)],
  ['UnderOrEqual', hierarchy('down', true)],
  ['NotUnder', not(hierarchy('down', false))],
]);

/** Functions of the service that this engine knows of but does not evaluate. */
const known =
  /^(?:ContainValues|DoesNotContainValues|(?:Last|Next|This)\w+|OlderThanX\w+|InFiscal\w+|InOr\w+|EqualUser\w+)$/;

/** Compiles a query function of a filter; refuses unknown functions and columns. */
export function bindQueryFunction(
  session: Session,
  table: Table,
  name: string,
  args: readonly NamedArgument[],
  options: QueryOptions,
): Test {
  const bind = functions.get(name);
  if (bind === undefined) {
    if (known.test(name)) throw notImplemented(`The query function '${name}'`);
    throw badRequest(`An unknown function with name 'Microsoft.Dynamics.CRM.${name}' was found.`);
  }
  const valueOf = (argument: string): Json | undefined => {
    const found = args.find((it) => it.name === argument);
    return found === undefined ? undefined : literalOperand(literalOf(found.value, options)).get({});
  };
  const property = valueOf('PropertyName');
  if (typeof property !== 'string')
    throw badRequest(`The function '${name}' needs the parameter 'PropertyName'.`);
  const column = table.columns.get(property) ?? table.properties.get(property);
  if (column === undefined) throw propertyNotFound(property, table.logicalName);
  const values = valueOf('PropertyValues') ?? valueOf('PropertyValue') ?? [];
  const wanted = (Array.isArray(values) ? values : [values]).map((it: Json) => folded(it) ?? '');
  return bind({ session, table, column, value: columnReader(session, table, column), wanted });
}
