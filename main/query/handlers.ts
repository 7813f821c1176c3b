import type { AppProfile } from '../../preload/contract/app-profiles.ts';
import { implement, implementStream } from '../../preload/contract/implement.ts';
import {
  cancel,
  close,
  diff,
  hiddenColumns,
  keys,
  more,
  record,
  run,
  snippets,
  window,
} from '../../preload/contract/query.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseRunId } from '../../preload/contract/words/ids.ts';
import type { AppProfileId } from '../../preload/contract/words/ids.ts';
import type { EnvironmentAccess } from '../dataverse/environment-access.ts';
import { newId } from '../settings/new-id.ts';
import type { RecordActivity } from '../settings/record-activity.ts';
import { readAlternateKeys } from './alternate-keys.ts';
import { chooseCredential } from './choose-credential.ts';
import { diffRun } from './diff-run.ts';
import { tableOfRequest } from './hidden-columns.ts';
import { hiddenInRun } from './hidden-in-run.ts';
import { historyEntry } from './history-entry.ts';
import { newEnvironmentRun } from './new-environment-run.ts';
import type { QueryHistory } from './query-history.ts';
import { parseQueryRequest } from './query-request.ts';
import type { QueryRun, QueryRuns } from './query-runs.ts';
import { readRecord } from './read-record.ts';
import { createRowSource } from './row-source.ts';
import { runQuery } from './run-query.ts';
import type { RunQuery, RunQueryPorts } from './run-query.ts';
import { runSummary } from './run-summary.ts';
import { signInAsApp } from './sign-in-as-app.ts';
import { snippetsOfRun } from './snippets/snippets-of-run.ts';
import type { SnippetPorts } from './snippets/snippets-of-run.ts';

export type QueryPorts = RunQueryPorts &
  SnippetPorts & {
    readonly environments: Pick<EnvironmentAccess, 'choose' | 'parallel'>;
    readonly profileOf: (id: AppProfileId) => Promise<Result<AppProfile>>;
    readonly runs: QueryRuns;
    readonly history: Pick<QueryHistory, 'add'>;
    readonly recordActivity: RecordActivity;
  };

type Going = Omit<RunQuery, 'parallel' | 'signal'>;

/** The methods that the query room answers. */
export const queryHandlers = (ports: QueryPorts) => {
  const { runs } = ports;

  /** Runs in the chosen environments and writes down what came of it. */
  const go = async (going: Going, signal: AbortSignal) => {
    const { environments, run: kept } = going;
    const before = kept.rows.count();
    const counts = await runQuery(ports, {
      ...going,
      parallel: ports.environments.parallel(),
      signal: AbortSignal.any([signal, kept.stopped.signal]),
    });
    const rows = kept.rows.count();
    const { resource } = kept.request;
    await ports.recordActivity({
      workspaceId: kept.workspaceId,
      kind: 'query-run',
      environment: environments.length === 1 ? (environments[0]?.environment.name ?? '') : '',
      ...runSummary({ appName: kept.profile.name, resource, counts, rows: rows - before }),
      requestId: '',
    });
    return ok({ runId: kept.id, counts, rows });
  };

  return {
    'query.run': implementStream(run, async (input, emit, signal) => {
      const { workspaceId } = input;
      const request = parseQueryRequest(input.query);
      if (!request.ok) return request;
      const environments = ports.environments.choose(workspaceId, input.environmentIds);
      if (!environments.ok) return environments;
      const profile = await ports.profileOf(input.appProfileId);
      if (!profile.ok) return profile;
      if (!profile.value.workspaces.includes(workspaceId)) {
        return failed('not-found', { what: 'app profile', id: input.appProfileId });
      }
      const credentialId = chooseCredential(profile.value, input.credentialId, ports.now());
      if (!credentialId.ok) return credentialId;

      const kept: QueryRun = {
        id: newId(parseRunId),
        workspaceId,
        rows: createRowSource(),
        profile: profile.value,
        credentialId: credentialId.value,
        request: request.value,
        rowsPerEnvironment: input.rowsPerEnvironment,
        environments: new Map(
          environments.value.map((environment) => [
            environment.id,
            {
              environment,
              state: newEnvironmentRun(environment.id, 'queued'),
              goOn: null,
              stop: new AbortController(),
              hidden: null,
            },
          ]),
        ),
        stopped: new AbortController(),
      };
      runs.keep(kept);
      const going = { run: kept, environments: [...kept.environments.values()], emit };
      const { query, rowsPerEnvironment } = input;
      const at = new Date(ports.now()).toISOString();
      const start = ports.clock();
      const ended = await go({ ...going, rowsPerEnvironment }, signal);
      const milliseconds = Math.max(0, ports.clock() - start);
      const entry = historyEntry(
        kept,
        { query, rowsPerEnvironment },
        { at, counts: ended.value.counts, milliseconds },
      );
      // A vault that keeps nothing costs the history, never the answer.
      await ports.history.add(workspaceId, entry);
      return ended;
    }),

    'query.more': implementStream(more, async (input, emit, signal) => {
      const kept = runs.find(input.runId);
      if (kept === null) return failed('not-found', { what: 'query run', id: input.runId });
      const asked = new Set(input.environmentIds);
      const environments = [...kept.environments.values()].filter(
        ({ environment, goOn, state }) =>
          goOn !== null &&
          (state.state === 'done' || state.state === 'cancelled') &&
          (asked.size === 0 || asked.has(environment.id)),
      );
      const { rowsPerEnvironment } = input;
      return go({ run: kept, environments, emit, rowsPerEnvironment }, signal);
    }),

    'query.cancel': implement(cancel, async ({ environmentId, runId }) => {
      const there = runs.find(runId)?.environments.get(environmentId);
      if (there === undefined) return failed('not-found', { what: 'query run', id: runId });
      there.stop.abort();
      return ok({});
    }),

    'query.hiddenColumns': implement(hiddenColumns, async ({ runId }, signal) => {
      const kept = runs.find(runId);
      if (kept === null) return failed('not-found', { what: 'query run', id: runId });
      const parallel = ports.environments.parallel();
      return ok({ environments: [...(await hiddenInRun(ports, kept, parallel, signal))] });
    }),

    'query.diff': implement(diff, async ({ runId, ...asked }, signal) => {
      const kept = runs.find(runId);
      return kept === null
        ? failed('not-found', { what: 'query run', id: runId })
        : diffRun(kept.rows, asked, signal);
    }),

    'query.snippets': implement(snippets, async ({ environmentId, runId }, signal) => {
      const kept = runs.find(runId);
      return kept === null
        ? failed('not-found', { what: 'query run', id: runId })
        : snippetsOfRun(ports, kept, environmentId, signal);
    }),

    'query.window': implement(window, async ({ runId, sort, filter, offset, limit }, signal) => {
      const kept = runs.find(runId);
      if (kept === null) return failed('not-found', { what: 'query run', id: runId });
      const read = await kept.rows.window({ sort, filter }, { offset, limit }, signal);
      if (!read.ok) return read;
      const rows = read.value.rows.map(({ environmentId, cells }) => ({ environmentId, cells: [...cells] }));
      return ok({ count: read.value.count, rows });
    }),

    'query.keys': implement(keys, async ({ runId }, signal) => {
      const kept = runs.find(runId);
      if (kept === null) return failed('not-found', { what: 'query run', id: runId });
      const table = tableOfRequest(kept.request);
      const there = [...kept.environments.values()].find(({ state }) => state.rows > 0);
      if (table === null || there === undefined) return ok({ keys: [] });
      const client = await signInAsApp(ports, kept, there.environment, signal);
      const read = client.ok ? await readAlternateKeys(client.value, table, signal) : client;
      if (!read.ok) return read;
      const columns = new Set(kept.rows.columns());
      // Lookups stand in rows as `_name_value`.
      const inRows = (name: string): string => (columns.has(`_${name}_value`) ? `_${name}_value` : name);
      return ok({ keys: read.value.slice(0, 100).map((names) => names.map(inRows)) });
    }),

    'query.record': implement(record, async ({ runId, ...asked }, signal) => {
      const kept = runs.find(runId);
      return kept === null
        ? failed('not-found', { what: 'query run', id: runId })
        : readRecord(ports, kept, asked, signal);
    }),

    'query.close': implement(close, async ({ runId }) => {
      runs.close(runId);
      return ok({});
    }),
  };
};
