import type { EventOf, OutputOf } from '../../../preload/contract/index.ts';
import type { RunId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { QUERY_EXPORT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Stream } from '../../bridge/index.ts';
import { useStream } from '../../bridge/index.ts';

type Told = EventOf<'query.export'>;
/** How far an export has come, and of which run it is. */
export type ExportProgress = { readonly runId: RunId | null; readonly told: Told };
export type Exported = OutputOf<'query.export'>;

const NOTHING_TOLD: Told = { rows: 0, bytes: 0, ended: 0, environments: 0 };
const NO_EXPORT: ExportProgress = { runId: null, told: NOTHING_TOLD };

/** The export of a workspace's rows; it goes on when the panel is closed. */
export const useExportRun = (workspaceId: WorkspaceId): Stream<'query.export', ExportProgress> =>
  useStream('query.export', {
    scope: workspaceId,
    title: TEXTS.streamTitle,
    initial: NO_EXPORT,
    begin: (_previous, { runId }) => ({ runId, told: NOTHING_TOLD }),
    reduce: ({ runId }, told) => ({ runId, told }),
    count: ({ told }) => ({ done: told.ended, total: told.environments === 0 ? null : told.environments }),
  });
