/** One condition; `entity` names a link whose column is meant. */
export type FetchCondition = {
  readonly kind: 'condition';
  readonly attribute: string;
  readonly operator: string;
  readonly values: readonly string[];
  readonly entity: string | null;
};

/** Conditions and filters that all (`and`) or of which one (`or`) must hold. */
export type FetchFilter = {
  readonly kind: 'filter';
  readonly type: 'and' | 'or';
  readonly items: readonly (FetchCondition | FetchFilter)[];
};

/** A column that is asked for. */
export type FetchAttribute = {
  readonly name: string;
  readonly alias: string | null;
  readonly aggregate: string | null;
  readonly groupBy: boolean;
  readonly distinct: boolean;
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
  readonly attributes: readonly FetchAttribute[] | 'all';
  readonly filters: readonly FetchFilter[];
  readonly orders: readonly FetchOrder[];
  readonly links: readonly FetchLink[];
};

/** A joined table; `from` is its own column, `to` the one of the table around it. */
export type FetchLink = FetchEntity & {
  readonly from: string;
  readonly to: string;
  readonly type: 'inner' | 'outer';
  readonly alias: string;
};

/** A query, parsed but not yet matched with tables (Learn: "FetchXml reference"). */
export type FetchQuery = {
  readonly entity: FetchEntity;
  readonly top: number | null;
  readonly count: number | null;
  readonly page: number;
  readonly pagingCookie: string | null;
  readonly aggregate: boolean;
  readonly distinct: boolean;
  readonly totalCount: boolean;
};
