import type { Query } from '../../../../preload/contract/query.ts';
import type { SavedQuery } from '../../../../preload/contract/saved-queries.ts';
import type { AppError, Result } from '../../../../preload/contract/words/errors.ts';
import type { SavedQueryId, WorkspaceId } from '../../../../preload/contract/words/ids.ts';
import { SAVED_QUERY_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useAction, useCall } from '../../../bridge/index.ts';
import { useToasts, useUiPorts } from '../../../ui/index.ts';

const NONE: readonly SavedQuery[] = [];

/** The named queries of a workspace, and what can be done with them. */
export type SavedQueriesHere = {
  readonly queries: readonly SavedQuery[];
  readonly loading: boolean;
  readonly known: boolean;
  readonly error: AppError | null;
  readonly retry: () => void;
  readonly busy: boolean;
  /** Over the one of that id, else as a new one. */
  readonly save: (id: SavedQueryId | null, name: string, query: Query) => Promise<SavedQuery | null>;
  readonly remove: (id: SavedQueryId) => Promise<boolean>;
  /** Saves them as a file where the person says; all for none. */
  readonly exportFile: (ids: readonly SavedQueryId[]) => Promise<void>;
};

/** Reads the named queries of a workspace. */
export const useSavedQueries = (workspaceId: WorkspaceId): SavedQueriesHere => {
  const toasts = useToasts();
  const ports = useUiPorts();
  const kept = useCall('query.saved', { workspaceId });
  const saving = useAction('query.save', { invalidates: ['query.saved'] });
  const removing = useAction('query.removeSaved', { invalidates: ['query.saved'] });
  const exporting = useAction('query.exportSaved');
  /** Its value; a failure is told at once. */
  const told = <Value>(result: Result<Value>): Value | null => {
    if (result.ok) return result.value;
    toasts.failure(result.error);
    return null;
  };
  return {
    queries: kept.data?.queries ?? NONE,
    loading: kept.loading,
    known: kept.data !== undefined,
    error: kept.data === undefined ? kept.error : null,
    retry: kept.refresh,
    busy: saving.busy || removing.busy || exporting.busy,
    save: async (id, name, query) => {
      const saved = told(await saving.run({ workspaceId, id, name, query }));
      if (saved !== null) toasts.success(TEXTS.saved(name));
      return saved?.saved ?? null;
    },
    remove: async (id) => told(await removing.run({ workspaceId, id })) !== null,
    exportFile: async (ids) => {
      const made = told(await exporting.run({ workspaceId, ids: [...ids] }));
      if (made === null) return;
      async function* whole(text: string): AsyncGenerator<string> {
        yield text;
      }
      const saved = await ports.saveText(made.suggestedName, whole(made.text), new AbortController().signal);
      if (saved) toasts.success(TEXTS.exported(made.queries, made.suggestedName));
    },
  };
};
