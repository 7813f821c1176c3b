import type { Literal, RecordReference } from '../odata/syntax-tree.ts';
import type { WireObject } from '../query/wire-object.ts';
import type { Table, Verb } from '../schema/table.ts';
import type { Row } from '../schema/value.ts';
import type { Session } from '../session.ts';

/** A value of a complex type, `{"PageNumber":1}`, as the alias of a function's parameter may hold it. */
export type ObjectArgument = { readonly kind: 'object'; readonly value: Row };

/** What a function may be given. */
export type FunctionArgument = Literal | RecordReference | ObjectArgument;

/** What a function call is answered from. */
export type FunctionCall = {
  readonly session: Session;
  /** The record that a bound function is called on; null for an unbound one. */
  readonly target: Row | null;
  /** Arguments by name, aliases already replaced. */
  readonly args: ReadonlyMap<string, FunctionArgument>;
};

/** What an action answers, without `@odata.context`; null for nothing (204). */
export type ActionAnswer = WireObject | null;

/** An action of the Web API, called by POST with its parameters as the body. */
export type WebApiAction = { readonly name: string } & (
  | { readonly boundTo: null; readonly run: (session: Session, body: Row) => ActionAnswer }
  | {
      /** Logical name of the table that it is bound to. */
      readonly boundTo: string;
      /** A privilege on the table that is asked for before the record is read. */
      readonly needs?: Verb;
      readonly run: (session: Session, target: Row, body: Row) => ActionAnswer;
    }
);

/** Rows with which a function answers as an entity set does, so that the options of a query shape them. */
export type RowsAnswer = {
  readonly table: Table;
  readonly rows: readonly Row[];
  /** What a row has beside what the query asks for, by its id. */
  readonly beside?: (id: string) => WireObject;
};

/** A function of the Web API. */
export type WebApiFunction = {
  readonly name: string;
  /** Logical names of the tables that it is bound to; null for an unbound function. */
  readonly boundTo: readonly string[] | null;
  /** Bound to all rows of the table instead of one. */
  readonly ofSet?: boolean;
  /** Answers users without a role too, as WhoAmI may. */
  readonly withoutRoles?: boolean;
} & (
  | {
      /** Its body without `@odata.context`, which the caller adds. */
      readonly run: (call: FunctionCall) => WireObject;
    }
  | { readonly rowsOf: (call: FunctionCall) => RowsAnswer }
);
