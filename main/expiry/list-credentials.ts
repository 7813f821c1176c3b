import type { ExpiryPlace, ExpiryRow } from '../../preload/contract/expiry.ts';
import type { Emit } from '../../preload/contract/implement.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { ClientId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import { fanOut } from '../dataverse/fan-out.ts';
import type { StoredProfile } from '../identity/app-profiles/document.ts';
import type { KnownCredentials, RowsOfApp } from './credentials.ts';
import type { AskDirectory } from './directory-app.ts';
import type { Snapshot } from './snapshot.ts';

/** What the list is made with. */
export type ListPorts = {
  readonly workspaces: () => readonly Workspace[];
  readonly profiles: () => readonly StoredProfile[];
  readonly known: KnownCredentials;
  readonly snapshot: Snapshot;
  readonly askDirectory: AskDirectory;
  readonly now: () => number;
};

type Event =
  | { readonly kind: 'rows'; readonly clientIds: ClientId[]; readonly rows: ExpiryRow[] }
  | ExpiryPlace;

/** Directories asked at the same time: each is another tenant with limits of its own. */
const PARALLEL = 6;
/** The contract allows 2,000 rows in an event. */
const MOST_ROWS = 2000;

/** Apps whose registration can live in the tenant of a workspace: only there does a directory tell their credentials. */
export const registeredHere = (
  workspace: Workspace,
  profiles: readonly StoredProfile[],
): readonly ClientId[] =>
  profiles
    .filter(({ workspaces }) => workspaces.includes(workspace.id))
    .filter(
      ({ homeTenantId }) =>
        homeTenantId === null || workspace.tenantId === null || homeTenantId === workspace.tenantId,
    )
    .map(({ clientId }) => clientId);

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
  const counts = await fanOut({
    items: toAsk,
    parallel: PARALLEL,
    signal,
    work: async ({ id, clientIds }, itemSignal) => {
      const answer = await ports.askDirectory(id, clientIds, itemSignal);
      if (!answer.ok) return answer;
      const asOf = new Date(ports.now()).toISOString();
      await ports.snapshot.note({ workspaceId: id, asOf, apps: [...answer.value] });
      before.set(id, asOf);
      return ok(clientIds);
    },
    settled: async ({ id }, result) => {
      if (!result.ok) return place(id, 'failed', { error: result.error });
      for (const event of rowEvents(await ports.known(new Set(result.value)))) await emit(event);
      return place(id, 'answered');
    },
  });
  if (counts.succeeded > 0) await ports.snapshot.keep();
  if (signal.aborted) return failed('cancelled');
  return ok({ asked: toAsk.length, failed: counts.failed });
};
