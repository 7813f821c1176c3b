import { statusOfOtherState } from '../errors/write-faults.ts';
import { rowStatesOf } from '../schema/row-states.ts';
import type { Table } from '../schema/table.ts';
import { idOf, numberOf, type Row } from '../schema/value.ts';

/**
 * The state columns of a row that is written: a new state begins with its own status reason, and a status reason has to be one of the
 * state (Learn: "Web service error codes", InvalidStateCodeStatusCode). `before` has none of a new row's columns but its id.
 */
export function stateColumns(table: Table, before: Row, values: Row): Row {
  const states = rowStatesOf(table);
  if (states === null || (values['statecode'] === undefined && values['statuscode'] === undefined)) return {};
  const state = numberOf(values, 'statecode') ?? numberOf(before, 'statecode') ?? 0;
  const reasons = states.get(state) ?? [];
  const isNew = state !== (numberOf(before, 'statecode') ?? 0);
  const status =
    numberOf(values, 'statuscode') ?? (isNew ? null : numberOf(before, 'statuscode')) ?? reasons[0] ?? null;
  if (status === null || reasons.includes(status)) return { statecode: state, statuscode: status };
  throw statusOfOtherState(table, status, state, idOf(before, table.primaryId));
}
