import type { Column } from '../../schema/column.ts';
import type { Table } from '../../schema/table.ts';
import type { Json, Row } from '../../schema/value.ts';
import type { Session } from '../../session.ts';

/** What a query function is bound with. */
export type QueryCall = {
  readonly session: Session;
  readonly table: Table;
  readonly column: Column;
  readonly value: (row: Row) => Json;
  /** The values that follow `PropertyName`, in the order of the signature, as text without case. */
  readonly wanted: readonly string[];
};

/** A parameter beside `PropertyName`, by the type that `$metadata` gives it. */
export type ParameterType = 'Edm.String' | 'Edm.Int64' | 'Collection(Edm.String)';

/** Columns that a function can be asked about. */
export type ColumnKind = 'time' | 'number' | 'id' | 'choices' | 'fulltext' | 'any';

/** A function of `$filter`: its signature, and how it becomes a test. */
export type QueryFunction = {
  readonly name: string;
  /** Parameters beside `PropertyName`, which every function has. */
  readonly parameters: ReadonlyMap<string, ParameterType>;
  readonly on: ColumnKind;
  readonly bind: (call: QueryCall) => (row: Row) => boolean;
};

const none: QueryFunction['parameters'] = new Map();
const oneNumber: QueryFunction['parameters'] = new Map([['PropertyValue', 'Edm.Int64']]);
const twoNumbers: QueryFunction['parameters'] = new Map([
  ['PropertyValue1', 'Edm.Int64'],
  ['PropertyValue2', 'Edm.Int64'],
]);
const oneText: QueryFunction['parameters'] = new Map([['PropertyValue', 'Edm.String']]);
const list: QueryFunction['parameters'] = new Map([['PropertyValues', 'Collection(Edm.String)']]);

/** The five signatures of the functions (Learn: "Web API Query Function Reference"). */
export const signatures = { none, oneNumber, twoNumbers, oneText, list } as const;

/** Turns a function around. */
export const negated =
  (bind: QueryFunction['bind']): QueryFunction['bind'] =>
  (call) => {
    const test = bind(call);
    return (row) => !test(row);
  };
