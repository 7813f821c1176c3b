/** A literal of the OData URL grammar (OData 4.0 ABNF, rule `primitiveLiteral`), plus lists for query functions. */
export type Literal =
  | { readonly kind: 'null' }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'guid'; readonly value: string }
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'decimal'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'datetime'; readonly value: string }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'enum'; readonly type: string; readonly value: string }
  | { readonly kind: 'list'; readonly items: readonly Literal[] };

/** A reference to a record, `{'@odata.id':'accounts(…)'}`, as the alias of a function's parameter may hold it. */
export type RecordReference = { readonly kind: 'record'; readonly link: string };

/** Comparison operators that Dataverse supports (Learn: "Filter rows using OData"). */
export const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;

/** A comparison operator. */
export type Comparison = (typeof comparisons)[number];

/** A parameter alias, `@p`. */
export type Alias = { readonly kind: 'alias'; readonly name: string };

/** A member path such as `primarycontactid/fullname`. */
export type MemberPath = { readonly kind: 'path'; readonly segments: readonly string[] };

/** A boolean or value expression of `$filter`. */
export type Expression =
  | Literal
  | Alias
  | MemberPath
  | {
      readonly kind: 'compare';
      readonly op: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'in'; readonly operand: Expression; readonly values: readonly Expression[] }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: 'query';
      /** The lambda variable and lookups in front of the function; empty where there are none. */
      readonly of: readonly string[];
      readonly name: string;
      readonly args: readonly NamedArgument[];
    }
  | {
      readonly kind: 'lambda';
      readonly path: readonly string[];
      readonly op: 'any' | 'all';
      /** Null for `any()` without a predicate. */
      readonly variable: string | null;
      readonly body: Expression | null;
    };

/** `Name=value` in a function call or a key. */
export type NamedArgument = { readonly name: string; readonly value: Literal | Alias };

/** One item of `$orderby`; an alias stands for a path. */
export type OrderItem = { readonly path: MemberPath | Alias; readonly descending: boolean };

/** One item of `$expand` with its options. */
export type ExpandItem = {
  readonly path: readonly string[];
  readonly select: readonly string[] | null;
  readonly filter: Expression | null;
  readonly orderBy: readonly OrderItem[];
  readonly top: number | null;
  readonly expand: readonly ExpandItem[];
  /** The options as a query of the related rows would have them. */
  readonly query: string;
};

/** What stands in the parentheses after a path segment. */
export type SegmentArguments =
  | { readonly kind: 'positional'; readonly value: Literal | Alias }
  | { readonly kind: 'named'; readonly values: readonly NamedArgument[] };

/** One segment of a resource path: a name, or `$ref`, `$count`, `$value`, `$metadata`, `$batch`. */
export type PathSegment = { readonly name: string; readonly args: SegmentArguments | null };

/** The outcome of parsing: a tree, or the sentence with which the service refuses the text. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };
