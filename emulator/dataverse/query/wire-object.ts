import type { QueryOptions } from '../odata/parse-query.ts';
import type { ExpandItem } from '../odata/syntax-tree.ts';
import type { Table } from '../schema/table.ts';
import type { Json, Row } from '../schema/value.ts';
import type { Session } from '../session.ts';

/** An object of an answer while it is built. */
export type WireObject = { [name: string]: Json };

/** Shapes rows of a table for an answer. */
export type Projection = {
  readonly shape: (row: Row) => WireObject;
  /** What `@odata.context` says about the chosen columns: empty, or `(a,b,c())`. */
  readonly contextSuffix: string;
};

/** The part of a query that decides what an answer's objects hold. */
export type ShapeQuery = {
  readonly select: readonly string[] | null;
  readonly expand: readonly ExpandItem[];
  readonly options: QueryOptions;
  /**
   * How expanded collections are linked: not at all (of a single record, or beneath another expansion), with a plain link each, or
   * paged where something is nested (Learn: "Join tables using OData", expand collection-valued navigation properties).
   */
  readonly expanded?: 'alone' | 'nested' | 'plain' | 'paged';
  /**
   * Which expanded records have an etag: all, those of collections, which then have the lookup that leads back as well, or none
   * (Learn: "Retrieve a table row using the Web API", "Join tables using OData").
   */
  readonly expandedEtags?: 'all' | 'collections' | 'none';
  /** What that means for the records of this query, where they are expanded. */
  readonly asExpanded?: { readonly hasEtag: boolean; readonly lookupBack: string | null };
  /** Of a record that was created just now no collection comes below another expansion (Learn: "Create a table row using the Web API"). */
  readonly ofNew?: boolean;
};

/** Compiles a shape for a table. */
export type BindProjection = (session: Session, table: Table, query: ShapeQuery) => Projection;
