import { basename } from 'node:path';
import { implement, implementStream } from '../../../preload/contract/implement.ts';
import { exportRows as contract, showExport } from '../../../preload/contract/query-export.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { localDay } from '../../../preload/contract/words/local-day.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { RunId } from '../../../preload/contract/words/ids.ts';
import { refusedBy } from '../../settings/disk-refusal.ts';
import type { GrowingFile, OpenSave } from '../../settings/growing-file.ts';
import type { ActivityRecord, RecordActivity } from '../../settings/record-activity.ts';
import type { QueryRun, QueryRuns } from '../query-runs.ts';
import { exportRows } from './export-rows.ts';
import type { Export, Exported, ExportPorts } from './export-rows.ts';
import { exportSummary } from './export-summary.ts';

type Ports = ExportPorts & {
  readonly runs: Pick<QueryRuns, 'find'>;
  readonly environments: { readonly parallel: () => number };
  readonly openSave: OpenSave;
  readonly showFile: ((path: string) => void) | null;
  readonly recordActivity: RecordActivity;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

type Saved = Exported & { readonly path: string | null };

/** The methods that write a run's rows into files. */
export const exportHandlers = (ports: Ports) => {
  // What a page may have shown: files that were made here, by run.
  const made = new Map<RunId, string>();

  /** Writes it all; the file is taken away unless it is whole and there is anything in it. */
  const save = async (work: Export): Promise<Result<Saved>> => {
    try {
      const exported = await exportRows(ports, work);
      if (!exported.ok) return exported;
      const { counts, rows } = exported.value;
      const nothing = rows === 0 && counts.succeeded === 0;
      return ok({ ...exported.value, path: nothing ? null : await work.file.finish() });
    } finally {
      await work.file.drop();
    }
  };

  /** The same, where a disk that refuses is one more way to fail. */
  const saveOrRefuse = async (work: Export): Promise<Result<Saved>> => {
    try {
      return await save(work);
    } catch (thrown) {
      return refusedBy(thrown);
    }
  };

  const record = async (run: QueryRun, told: Pick<ActivityRecord, 'summary' | 'outcome'>): Promise<void> =>
    ports.recordActivity({
      workspaceId: run.workspaceId,
      kind: 'exported',
      environment: '',
      requestId: '',
      ...told,
    });

  return {
    'query.export': implementStream(contract, async ({ environmentIds, runId, ...asked }, emit, signal) => {
      const run = ports.runs.find(runId);
      if (run === null) return failed('not-found', { what: 'query run', id: runId });
      const wanted = new Set(environmentIds);
      const environments = [...run.environments.values()].filter(
        ({ environment }) => wanted.size === 0 || wanted.has(environment.id),
      );
      const day = localDay(new Date(ports.now()));
      const table = /\w+/.exec(run.request.resource)?.[0].slice(0, 60) ?? 'rows';
      const file: GrowingFile | null = await ports.openSave(`${table} ${day}.${asked.format}`);
      const parallel = ports.environments.parallel();
      const saved =
        file === null
          ? null
          : await saveOrRefuse({
              run,
              environments,
              asked,
              file,
              parallel,
              emit,
              signal: AbortSignal.any([signal, run.stopped.signal]),
            });
      await record(run, exportSummary(run, environments.length, saved));
      if (saved === null) return failed('cancelled');
      if (!saved.ok) return saved;
      const { path, ...exported } = saved.value;
      if (path !== null) made.set(runId, path);
      return ok({
        ...exported,
        place: path === null ? null : basename(path),
        canShow: path !== null && ports.showFile !== null,
      });
    }),

    'query.showExport': implement(showExport, async ({ runId }) => {
      const path = made.get(runId);
      if (path === undefined) return failed('not-found', { what: 'file', id: runId });
      if (ports.showFile === null) return failed('not-available-here', { what: 'the folder of a file' });
      ports.showFile(path);
      return ok({});
    }),
  };
};
