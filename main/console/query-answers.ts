import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Clouds } from '../clouds/clouds.ts';
import type { EnvironmentAccess } from '../dataverse/environment-access.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { Identity } from '../identity/create-identity.ts';
import { createEntitySets } from '../query/entity-sets.ts';
import type { KeptTables } from '../query/editor/kept-tables.ts';
import { queryTablesHandlers } from '../query/editor/handlers.ts';
import { exportHandlers } from '../query/export/handlers.ts';
import { queryHandlers } from '../query/handlers.ts';
import { callerHandlers } from '../query/impersonation/handlers.ts';
import { historyHandlers } from '../query/history-handlers.ts';
import type { QueryHistory } from '../query/query-history.ts';
import { savedQueriesHandlers } from '../query/saved/handlers.ts';
import type { SavedQueries } from '../query/saved/saved-queries.ts';
import type { QueryRuns } from '../query/query-runs.ts';
import { readNeeds } from '../security-roles/needs/read-needs.ts';
import { readEffectiveAccess } from '../security-roles/read-effective-access.ts';
import type { OpenSave } from '../settings/growing-file.ts';
import type { RecordActivity } from '../settings/record-activity.ts';

/** Answers queries run as an app, by the clock of this machine. */
export const queryAnswers = (rooms: {
  readonly http: HttpClient;
  readonly identity: Pick<Identity, 'tokens' | 'profileOf'>;
  readonly environments: EnvironmentAccess;
  readonly runs: QueryRuns;
  readonly history: QueryHistory;
  readonly saved: SavedQueries;
  readonly tables: KeptTables;
  readonly recordActivity: RecordActivity;
  readonly openSave: OpenSave;
  readonly showFile: ((path: string) => void) | null;
  readonly workspaceOf: (id: WorkspaceId) => Workspace | null;
  readonly cloudOf: Clouds['of'];
}) => {
  const { identity, ...others } = rooms;
  const { tokens, profileOf } = identity;
  const entitySets = createEntitySets();
  const clock = () => performance.now();
  const ports = { ...others, tokens, profileOf, now: Date.now, entitySets, clock };
  return {
    ...historyHandlers(rooms),
    ...savedQueriesHandlers({ ...rooms, now: Date.now }),
    ...queryHandlers({
      ...ports,
      authorityOf: (id) => {
        const workspace = rooms.workspaceOf(id);
        return workspace === null ? null : (rooms.cloudOf(workspace)?.authority.replace(/\/+$/, '') ?? null);
      },
    }),
    ...exportHandlers(ports),
    ...queryTablesHandlers({ ...ports, kept: rooms.tables }),
    ...callerHandlers({ ...ports, accessOf: readEffectiveAccess, needsOf: readNeeds }),
  };
};
