import type { Environment } from '../../../preload/contract/environments.ts';
import type { WriteAnswer } from '../../../preload/contract/fleet-writes.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { DataverseAnswer, DataverseClient } from '../../dataverse/dataverse-client.ts';
import { API_PATH } from '../../dataverse/api-path.ts';
import { isAmbiguous } from '../apply/ambiguous.ts';
import type { StepOutcome } from '../apply/perform-step.ts';
import type { TenantPorts } from '../tenant/tenant-ports.ts';
import { readRow, rowTexts } from './read-row.ts';
import type { RowTexts, WriteAction } from './write-action.ts';

/** Where a write test is carried out. */
export type WritePlace = {
  readonly environment: Environment;
  readonly asApp: TenantPorts['asApp'];
  /** Gives up a request on its way: a while after a cancel. */
  readonly giveUp: AbortSignal;
  readonly answered: (answer: WriteAnswer) => void;
};

/** Headers that could hold what signs somebody in, or lead back to them. */
const HIDDEN = /^(?:set-cookie|authorization|www-authenticate|cookie|proxy-.*)$/i;
const MOST_HEADERS = 100;
const LONGEST_BODY = 200_000;

const NOTHING: WriteAnswer = {
  status: null,
  milliseconds: 0,
  headers: [],
  body: '',
  error: null,
  there: null,
  changes: [],
};

const shown = ({ body, headers, milliseconds, status }: DataverseAnswer): WriteAnswer => ({
  ...NOTHING,
  status,
  milliseconds,
  headers: Object.entries(headers)
    .filter(([name]) => !HIDDEN.test(name))
    .slice(0, MOST_HEADERS)
    .map(([name, value]) => ({ name, value })),
  body: body === null ? '' : JSON.stringify(body, null, 2).slice(0, LONGEST_BODY),
});

const refused = (error: AppError): WriteAnswer => {
  const { status } = error.params;
  return { ...NOTHING, status: typeof status === 'number' ? status : null, error };
};

/** Columns that are not the same before and after. */
const changesOf = (before: RowTexts | null, after: RowTexts | null): WriteAnswer['changes'] =>
  [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])]
    .map((column) => ({ column, before: before?.get(column) ?? null, after: after?.get(column) ?? null }))
    .filter((one) => one.before !== one.after);

/** Path of the row that a POST has made, out of `OData-EntityId`, which is not beside data; null where it is none of this environment. */
const madeRow = ({ headers }: DataverseAnswer, client: DataverseClient): string | null => {
  const root = `${client.origin}${API_PATH}`;
  const id = headers['odata-entityid'];
  return id?.startsWith(root) === true ? id.slice(root.length) : null;
};

/** What is there afterwards, as far as it can be told. */
const readAfter = async (
  client: DataverseClient,
  { before, request }: WriteAction,
  answer: DataverseAnswer,
  giveUp: AbortSignal,
): Promise<Pick<WriteAnswer, 'there' | 'changes'>> => {
  const path = request.row ?? (request.method === 'POST' ? madeRow(answer, client) : null);
  if (path === null) {
    // A row that was made comes back with 201, without its address.
    const there = answer.status === 201 ? true : null;
    const isMade = answer.body !== null && request.method === 'POST';
    return { there, changes: isMade ? changesOf(null, rowTexts(answer.body)) : [] };
  }
  const after = await readRow(client, path, giveUp);
  if (!after.ok) return { there: null, changes: [] };
  // What could not be read before cannot be told apart from what was made.
  const comparable = request.method === 'POST' || before !== null;
  return { there: after.value !== null, changes: comparable ? changesOf(before, after.value) : [] };
};

/** Sends a write test once, as the app, and tells what came back. It is never sent again: only whoever asked may. */
export const performWrite = async (place: WritePlace, action: WriteAction): Promise<StepOutcome> => {
  const { answered, giveUp } = place;
  const { request, use } = action;
  const end = (error: AppError): StepOutcome => {
    answered(refused(error));
    const unknown = error.code === 'cancelled' || isAmbiguous(error);
    return {
      state: unknown ? 'unrecorded' : 'failed',
      error,
      requestId: error.correlation.requestId ?? '',
    };
  };
  const client = await place.asApp(place.environment, use, giveUp);
  if (!client.ok) {
    answered(refused(client.error));
    return { state: 'failed', error: client.error, requestId: '' };
  }
  const { body, ifMatch, method, path, returnRow } = request;
  const sent = await client.value.write(
    { method, path, ifMatch, returnRow, ...(body === undefined ? {} : { body }) },
    giveUp,
  );
  if (!sent.ok) return end(sent.error);
  const after = await readAfter(client.value, action, sent.value, giveUp);
  answered({ ...shown(sent.value), ...after });
  return { state: 'done', error: null, requestId: sent.value.correlation.requestId ?? '' };
};
