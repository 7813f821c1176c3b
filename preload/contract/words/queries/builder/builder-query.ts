import type { LiteralType } from '../odata/syntax.ts';

/** Operators that a condition can have in the builder. */
export const BUILDER_OPERATORS = [
  'eq',
  'ne',
  'gt',
  'ge',
  'lt',
  'le',
  'contains',
  'not-contains',
  'startswith',
  'not-startswith',
  'endswith',
  'not-endswith',
  'null',
  'not-null',
] as const;
export type BuilderOperator = (typeof BUILDER_OPERATORS)[number];

/** What a condition compares with: a literal, or a parameter as it is written (`@name`, `{{name}}`). */
export type BuilderValue =
  | { readonly kind: 'literal'; readonly type: Exclude<LiteralType, 'null' | 'typed'>; readonly text: string }
  | { readonly kind: 'parameter'; readonly written: string };

export type BuilderCondition = {
  readonly kind: 'condition';
  /** As the Web API names it; of the row behind a lookup `lookup/column`. */
  readonly column: string;
  readonly operator: BuilderOperator;
  /** Null for `null` and `not-null`, and while none is given. */
  readonly value: BuilderValue | null;
};

export type BuilderGroup = {
  readonly kind: 'group';
  readonly join: 'and' | 'or';
  readonly conditions: readonly BuilderCondition[];
};

/** A query as it is put together without knowing OData. */
export type BuilderQuery = {
  /** Lines before the query. */
  readonly comments: readonly string[];
  readonly entitySet: string;
  /** Empty: all. */
  readonly columns: readonly string[];
  readonly expand: readonly { readonly navigation: string; readonly columns: readonly string[] }[];
  readonly join: 'and' | 'or';
  /** Conditions and, one level deep, groups of them. */
  readonly filter: readonly (BuilderCondition | BuilderGroup)[];
  /** By columns of the table, or of the row behind a lookup: `lookup/column`. */
  readonly order: readonly { readonly column: string; readonly descending: boolean }[];
  readonly top: number | null;
  readonly count: boolean;
};

/** Nothing is chosen yet. */
export const NEW_BUILDER_QUERY: BuilderQuery = {
  comments: [],
  entitySet: '',
  columns: [],
  expand: [],
  join: 'and',
  filter: [],
  order: [],
  top: null,
  count: false,
};

/** Whether an operator compares with a value. */
export const takesValue = (operator: BuilderOperator): boolean =>
  operator !== 'null' && operator !== 'not-null';

/** A condition that says something. */
export const isWhole = ({ column, operator, value }: BuilderCondition): boolean =>
  column !== '' && (!takesValue(operator) || value !== null);
