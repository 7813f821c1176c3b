import type { FetchOperator } from './operators.ts';

/** One condition; `entity` names a link whose column is meant, `valueOf` a column that the value is taken from. */
export type FetchCondition = {
  readonly kind: 'condition';
  readonly attribute: string;
  readonly operator: FetchOperator;
  readonly values: readonly string[];
  readonly valueOf: string | null;
  readonly entity: string | null;
};

/** Conditions, filters and links that all (`and`) or of which one (`or`) must hold. */
export type FetchFilter = {
  readonly kind: 'filter';
  readonly type: 'and' | 'or';
  readonly items: readonly (FetchCondition | FetchFilter | FilterLink)[];
  /** Whether it is a quick find that may find 10,000 rows at most. */
  readonly quickFind: boolean;
};

/** A link inside a filter: it asks whether rows are there. */
export type FilterLink = { readonly kind: 'link'; readonly link: FetchLink };

/** Parts of a date that rows are grouped by (Learn: "attribute element", date grouping options). */
export const dateParts = ['day', 'week', 'month', 'quarter', 'year', 'fiscal-period', 'fiscal-year'] as const;

export type DatePart = (typeof dateParts)[number];

/** Functions of an aggregate (Learn: "attribute element", aggregate functions). */
export const aggregateFunctions = ['count', 'countcolumn', 'sum', 'avg', 'min', 'max'] as const;

export type AggregateFunction = (typeof aggregateFunctions)[number];

/** A column that is asked for. */
export type FetchAttribute = {
  readonly name: string;
  readonly alias: string | null;
  readonly aggregate: AggregateFunction | null;
  readonly groupBy: boolean;
  readonly distinct: boolean;
  readonly datePart: DatePart | null;
  /** Whether a date is taken in the user's time zone (the default) or in UTC. */
  readonly userTimeZone: boolean;
  /** `rowaggregate="CountChildren"`: the number of rows below it in the hierarchy. */
  readonly countsChildren: boolean;
};

export type FetchOrder = {
  readonly attribute: string | null;
  readonly alias: string | null;
  readonly descending: boolean;
  /** The link whose column is meant, by its alias. */
  readonly entity: string | null;
};

/** A table of the query: its columns, filters, orders, and the tables joined to it. */
export type FetchEntity = {
  readonly name: string;
  /** `none` where `no-attrs` says so, which is not the same as naming none. */
  readonly attributes: readonly FetchAttribute[] | 'all' | 'none';
  readonly filters: readonly FetchFilter[];
  readonly orders: readonly FetchOrder[];
  readonly links: readonly FetchLink[];
};

/** Links that add columns. */
export const joinTypes = ['inner', 'outer', 'natural', 'matchfirstrowusingcrossapply'] as const;
/** Links beside the others that only ask whether rows are there. */
export const existenceTypes = ['exists', 'in'] as const;
/** Links inside a filter. */
export const filterTypes = ['any', 'not any', 'all', 'not all'] as const;

/** Values of `link-type` (Learn: "link-entity element", link-type options; `natural` is the older word for `inner`). */
export type LinkType =
  | (typeof joinTypes)[number]
  | (typeof existenceTypes)[number]
  | (typeof filterTypes)[number];

/** A joined table; `from` is its own column, `to` the one of the table around it. Both null: the one relationship between the two. */
export type FetchLink = FetchEntity & {
  readonly from: string | null;
  readonly to: string | null;
  readonly type: LinkType;
  readonly alias: string;
  /** Whether the alias was made here, so that conditions may name the table instead. */
  readonly unnamed: boolean;
};

/** A query, parsed but not yet matched with tables (Learn: "FetchXml reference"). */
export type FetchQuery = {
  readonly entity: FetchEntity;
  readonly top: number | null;
  readonly count: number | null;
  readonly page: number;
  readonly pagingCookie: string | null;
  readonly aggregate: boolean;
  readonly aggregateLimit: number | null;
  readonly distinct: boolean;
  readonly totalCount: boolean;
  /** Choices are sorted by value instead of by label. */
  readonly rawOrder: boolean;
  /** Only rows of long-term retention are asked for. */
  readonly retained: boolean;
};
