import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { FanOutCounts } from '../../preload/contract/schemas.ts';
import type { ClientId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import { fanOut } from '../dataverse/fan-out.ts';
import type { StoredProfile } from '../identity/app-profiles/document.ts';
import type { AskDirectory } from './directory-app.ts';
import type { Snapshot } from './snapshot.ts';

/** What directories are asked with. */
export type AskPorts = {
  readonly workspaces: () => readonly Workspace[];
  readonly profiles: () => readonly StoredProfile[];
  readonly snapshot: Snapshot;
  readonly askDirectory: AskDirectory;
  readonly now: () => number;
};

/** A workspace and the apps that its directory can tell of. */
type Place = { readonly id: WorkspaceId; readonly clientIds: readonly ClientId[] };

/** Directories asked at the same time: each is another tenant with limits of its own. */
const PARALLEL = 6;

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

/** Asks the directories of these and keeps what they say; one that fails keeps what it said before. Asks nobody to sign in. */
export const askWorkspaces = async (
  { askDirectory, now, snapshot }: Pick<AskPorts, 'askDirectory' | 'now' | 'snapshot'>,
  items: readonly Place[],
  signal: AbortSignal,
  settled: (place: Place, answer: Result<string>) => Promise<void>,
): Promise<FanOutCounts> => {
  const counts = await fanOut({
    items,
    parallel: PARALLEL,
    signal,
    work: async ({ id, clientIds }, itemSignal) => {
      const answer = await askDirectory(id, clientIds, itemSignal);
      if (!answer.ok) return answer;
      const asOf = new Date(now()).toISOString();
      const there = new Set(answer.value.map((app) => app.clientId));
      const absent = clientIds.filter((clientId) => !there.has(clientId));
      await snapshot.note({ workspaceId: id, asOf, apps: [...answer.value], absent });
      return ok(asOf);
    },
    settled,
  });
  if (counts.succeeded > 0) await snapshot.keep();
  return counts;
};

/**
 * Asks every directory that can be asked without a person. Answers how old the oldest is of what could not be renewed (ISO 8601, UTC);
 * null when all is of now, or nothing was known.
 */
export const askAnew = async (ports: AskPorts, signal: AbortSignal): Promise<string | null> => {
  const before = new Map((await ports.snapshot.load()).map((one) => [one.workspaceId, one.asOf]));
  const places = ports
    .workspaces()
    .map((workspace) => ({ id: workspace.id, clientIds: registeredHere(workspace, ports.profiles()) }))
    .filter(({ clientIds }) => clientIds.length > 0);
  const old: string[] = [];
  await askWorkspaces(ports, places, signal, async ({ id }, answer) => {
    const asOf = before.get(id);
    if (!answer.ok && asOf !== undefined) old.push(asOf);
  });
  return old.toSorted().at(0) ?? null;
};
