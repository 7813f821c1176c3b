import { parseFilter } from '../dataverse/odata/parse-expression.ts';
import type { Expression } from '../dataverse/odata/syntax-tree.ts';
import { graphFaults } from './graph-fault.ts';
import type { Entity } from './graph-call.ts';

/** A filter that has been understood. */
export type Filter = {
  readonly keeps: (entity: Entity) => boolean;
  /** It uses what only `ConsistencyLevel: eventual` with `$count=true` allows (Learn: aad-advanced-queries). */
  readonly advanced: boolean;
};

const unsupported = (what: string) =>
  graphFaults.query(`Unsupported or invalid query filter clause specified: ${what}.`);

function propertyOf(expression: Expression, known: ReadonlySet<string>): string {
  const name =
    expression.kind === 'path' && expression.segments.length === 1 ? expression.segments[0] : undefined;
  if (name === undefined || !known.has(name)) {
    throw unsupported(name === undefined ? 'a property was expected' : `property '${name}'`);
  }
  return name;
}

function valueOf(expression: Expression): string | boolean | null {
  switch (expression.kind) {
    case 'string':
    case 'guid':
      return expression.value;
    case 'boolean':
      return expression.value;
    case 'null':
      return null;
    default:
      throw unsupported('a text, id, truth value or null was expected');
  }
}

const same = (a: unknown, b: string | boolean | null): boolean =>
  typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;

function build(expression: Expression, known: ReadonlySet<string>): Filter {
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const left = build(expression.left, known);
      const right = build(expression.right, known);
      const advanced = left.advanced || right.advanced;
      return expression.kind === 'and'
        ? { advanced, keeps: (entity) => left.keeps(entity) && right.keeps(entity) }
        : { advanced, keeps: (entity) => left.keeps(entity) || right.keeps(entity) };
    }
    case 'not': {
      const { keeps } = build(expression.operand, known);
      return { advanced: true, keeps: (entity) => !keeps(entity) };
    }
    case 'compare': {
      const name = propertyOf(expression.left, known);
      const value = valueOf(expression.right);
      if (expression.op !== 'eq' && expression.op !== 'ne') {
        throw unsupported(`operator '${expression.op}'`);
      }
      const equal = expression.op === 'eq';
      return { advanced: !equal, keeps: (entity) => same(entity[name], value) === equal };
    }
    case 'call': {
      const [subject, text] = expression.args;
      if (subject === undefined || text?.kind !== 'string' || expression.args.length !== 2) {
        throw unsupported(`function '${expression.name}'`);
      }
      const name = propertyOf(subject, known);
      const wanted = text.value.toLowerCase();
      const lower = (entity: Entity): string => String(entity[name] ?? '').toLowerCase();
      switch (expression.name) {
        case 'startswith':
        case 'startsWith':
          return { advanced: false, keeps: (entity) => lower(entity).startsWith(wanted) };
        case 'endswith':
        case 'endsWith':
          return { advanced: true, keeps: (entity) => lower(entity).endsWith(wanted) };
        default:
          // Also `contains`, which directory objects do not have.
          throw unsupported(`function '${expression.name}'`);
      }
    }
    default:
      throw unsupported('this expression');
  }
}

/** Understands `$filter` of directory objects, or refuses it as the service does. */
export function readFilter(text: string, known: ReadonlySet<string>): Filter {
  const parsed = parseFilter(text);
  if (!parsed.ok) {
    throw graphFaults.badQuery(`Invalid filter clause: ${parsed.message}`);
  }
  return build(parsed.value, known);
}
