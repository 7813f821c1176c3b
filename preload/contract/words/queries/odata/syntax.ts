import type { Span } from '../query-fault.ts';

/** Operators between two values, weakest first. Which of them the Web API refuses says `dialect.ts`. */
export const BINARY_LEVELS = [
  ['or'],
  ['and'],
  ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'in', 'has'],
  ['add', 'sub'],
  ['mul', 'div', 'divby', 'mod'],
] as const;
export type BinaryOperator = (typeof BINARY_LEVELS)[number][number];

export type LiteralType = 'null' | 'boolean' | 'number' | 'string' | 'guid' | 'date' | 'typed';

/** A name of a path with its place. */
export type Name = Span & { readonly name: string };

export type Argument = { readonly name: string | null; readonly value: Expression };

/** What a filter, an order or an alias says. */
export type Expression = Span &
  (
    | { readonly kind: 'literal'; readonly type: LiteralType; readonly text: string }
    | { readonly kind: 'path'; readonly names: readonly Name[] }
    | { readonly kind: 'alias'; readonly name: string }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Argument[] }
    | {
        readonly kind: 'lambda';
        readonly path: readonly Name[];
        readonly quantifier: 'any' | 'all';
        readonly variable: string | null;
        readonly body: Expression | null;
      }
    | {
        readonly kind: 'binary';
        readonly operator: BinaryOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: 'not'; readonly operand: Expression }
    | { readonly kind: 'minus'; readonly operand: Expression }
    /** `(1,2)` after `in`, `['a','b']` in an alias or a `PropertyValues`. */
    | { readonly kind: 'list'; readonly brackets: '(' | '['; readonly items: readonly Expression[] }
  );

export type OrderItem = { readonly by: Expression; readonly descending: boolean };

export type ExpandItem = Span & { readonly path: readonly Name[]; readonly options: readonly QueryOption[] };

export type AggregateItem = {
  /** Null for `$count`. */
  readonly path: readonly Name[] | null;
  readonly method: string | null;
  readonly alias: string;
};

export type Transformation =
  | { readonly kind: 'filter'; readonly by: Expression }
  | { readonly kind: 'aggregate'; readonly items: readonly AggregateItem[] }
  | {
      readonly kind: 'groupby';
      readonly paths: readonly (readonly Name[])[];
      readonly steps: readonly Transformation[];
    };

/** One option of a query or of an expanded navigation property. */
export type QueryOption = Span &
  (
    | { readonly kind: 'select'; readonly items: readonly (readonly Name[])[] }
    | { readonly kind: 'expand'; readonly items: readonly ExpandItem[] }
    | { readonly kind: 'filter'; readonly by: Expression }
    | { readonly kind: 'orderby'; readonly items: readonly OrderItem[] }
    | { readonly kind: 'top'; readonly count: number }
    | { readonly kind: 'count'; readonly on: boolean }
    | { readonly kind: 'apply'; readonly steps: readonly Transformation[] }
    | { readonly kind: 'alias'; readonly name: string; readonly value: Expression }
    /** Anything that is handed over as it is: `fetchXml`, `savedQuery`, `userQuery`, `$skiptoken`. */
    | { readonly kind: 'raw'; readonly name: string; readonly text: string }
  );

/** One part of the path: a set, a function, a navigation property, `$count`; with its key or parameters. */
export type Segment = Name & { readonly args: readonly Argument[] | null };

/** A whole request below the Web API's root. */
export type ODataQuery = { readonly path: readonly Segment[]; readonly options: readonly QueryOption[] };
