import { messageNotSupported } from '../errors/request-faults.ts';
import { readRecord } from '../query/resource.ts';
import { rowStatesOf } from '../schema/row-states.ts';
import { integerArgument, recordArgument, textArgument } from './arguments.ts';
import type { WebApiFunction } from './operation.ts';

/** The status that stands for the one that a state begins with (Learn: "SetStateRequest Class", Status). */
const firstOfState = -1;

/**
 * Whether a record may get a state with a status reason (Learn: "IsValidStateTransition Function"): the state is one of its table's, by its
 * name, and the reason one of the state's. Nobody can restrict transitions here. The caller has to read the record (Learn:
 * IsValidStateTransitionRequest).
 */
export const isValidStateTransition: WebApiFunction = {
  name: 'IsValidStateTransition',
  boundTo: null,
  run: (call) => {
    const { id, table } = recordArgument(call, 'Entity');
    const wanted = textArgument(call, 'NewState').toLowerCase();
    const status = integerArgument(call, 'NewStatus');
    readRecord(call.session, table, id);
    const states = rowStatesOf(table);
    if (states === null) throw messageNotSupported('IsValidStateTransition', table.logicalName);
    const labels = Object.entries(table.columns.get('statecode')?.labels ?? {});
    const state = labels.find(
      ([number, label]) => number === wanted || label.replaceAll(' ', '').toLowerCase() === wanted,
    )?.[0];
    const reasons = state === undefined ? [] : (states.get(Number(state)) ?? []);
    return { IsValid: state !== undefined && (status === firstOfState || reasons.includes(status)) };
  },
};
