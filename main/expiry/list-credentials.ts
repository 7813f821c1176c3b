import type { ExpiryPlace, ExpiryRow } from '../../preload/contract/expiry.ts';
import type { Emit } from '../../preload/contract/implement.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { ClientId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import { askWorkspaces, registeredHere } from './ask-workspaces.ts';
import type { AskPorts } from './ask-workspaces.ts';
import type { KnownCredentials, RowsOfApp } from './credentials.ts';

/** What the list is made with. */
export type ListPorts = AskPorts & { readonly known: KnownCredentials };

type Event =
  | { readonly kind: 'rows'; readonly clientIds: ClientId[]; readonly rows: ExpiryRow[] }
  | ExpiryPlace;

/** The contract allows 2,000 rows in an event. */
const MOST_ROWS = 2000;

/** Puts apps with their rows into as few events as fit. */
export const rowEvents = (apps: readonly RowsOfApp[]): readonly Extract<Event, { kind: 'rows' }>[] => {
  const events: { kind: 'rows'; clientIds: ClientId[]; rows: ExpiryRow[] }[] = [];
  for (const { profile, rows } of apps) {
    const last = events.at(-1);
    // An app registration holds far fewer than an event does; were it otherwise, the most urgent could not be told apart here.
    const fitting = rows.slice(0, MOST_ROWS);
    if (
      last === undefined ||
      last.rows.length + fitting.length > MOST_ROWS ||
      last.clientIds.length === MOST_ROWS
    )
      events.push({ kind: 'rows', clientIds: [profile.clientId], rows: fitting });
    else {
      last.clientIds.push(profile.clientId);
      last.rows.push(...fitting);
    }
  }
  return events;
};

/**
 * Tells what is known, then asks the directories and tells what each adds. One that fails keeps what it said before; others go on.
 */
export const listCredentials = async (
  ports: ListPorts,
  ask: 'all' | readonly WorkspaceId[],
  emit: Emit<Event>,
  signal: AbortSignal,
): Promise<Result<{ asked: number; failed: number }>> => {
  const workspaces = ports.workspaces();
  const before = new Map((await ports.snapshot.load()).map((one) => [one.workspaceId, one.asOf]));
  for (const event of rowEvents(await ports.known())) await emit(event);

  const place = (id: WorkspaceId, state: ExpiryPlace['state'], rest: Partial<ExpiryPlace> = {}) =>
    emit({
      kind: 'workspace',
      workspaceId: id,
      state,
      asOf: before.get(id) ?? null,
      error: null,
      ...rest,
    });
  const items = workspaces.map((workspace) => ({
    id: workspace.id,
    clientIds: registeredHere(workspace, ports.profiles()),
    asked: ask === 'all' || ask.includes(workspace.id),
  }));
  const toAsk = items.filter(({ asked, clientIds }) => asked && clientIds.length > 0);
  for (const item of items) {
    if (item.clientIds.length === 0) await place(item.id, 'nothing-to-ask');
    else if (item.asked) await place(item.id, 'asking');
    else await place(item.id, before.has(item.id) ? 'known' : 'never-asked');
  }
  const counts = await askWorkspaces(ports, toAsk, signal, async ({ clientIds, id }, answer) => {
    if (!answer.ok) return place(id, 'failed', { error: answer.error });
    before.set(id, answer.value);
    for (const event of rowEvents(await ports.known(new Set(clientIds)))) await emit(event);
    return place(id, 'answered');
  });
  if (signal.aborted) return failed('cancelled');
  return ok({ asked: toAsk.length, failed: counts.failed });
};
