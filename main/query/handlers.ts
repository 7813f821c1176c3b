import type { AppProfile } from '../../preload/contract/app-profiles.ts';
import { implement, implementStream } from '../../preload/contract/implement.ts';
import { close, run, window } from '../../preload/contract/query.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseRunId } from '../../preload/contract/words/ids.ts';
import type { AppProfileId } from '../../preload/contract/words/ids.ts';
import type { EnvironmentAccess } from '../dataverse/environment-access.ts';
import { newId } from '../settings/new-id.ts';
import type { RecordActivity } from '../settings/record-activity.ts';
import { chooseCredential } from './choose-credential.ts';
import { parseODataRequest } from './odata-request.ts';
import type { QueryRuns } from './query-runs.ts';
import { createRowSource } from './row-source.ts';
import { runQuery } from './run-query.ts';
import type { RunQueryPorts } from './run-query.ts';
import { runSummary } from './run-summary.ts';

export type QueryPorts = RunQueryPorts & {
  readonly environments: Pick<EnvironmentAccess, 'choose' | 'parallel'>;
  readonly profileOf: (id: AppProfileId) => Promise<Result<AppProfile>>;
  readonly runs: QueryRuns;
  readonly recordActivity: RecordActivity;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** The methods that the query room answers. */
export const queryHandlers = (ports: QueryPorts) => ({
  'query.run': implementStream(run, async (input, emit, signal) => {
    const { workspaceId } = input;
    const request = parseODataRequest(input.odata);
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

    const stopped = new AbortController();
    const kept = { id: newId(parseRunId), workspaceId, rows: createRowSource(), stop: () => stopped.abort() };
    ports.runs.keep(kept);
    const counts = await runQuery(ports, {
      run: kept,
      environments: environments.value,
      profile: profile.value,
      credentialId: credentialId.value,
      request: request.value,
      rowsPerEnvironment: input.rowsPerEnvironment,
      parallel: ports.environments.parallel(),
      emit,
      signal: AbortSignal.any([signal, stopped.signal]),
    });
    const rows = kept.rows.count();
    await ports.recordActivity({
      workspaceId,
      kind: 'query-run',
      environment: environments.value.length === 1 ? (environments.value[0]?.name ?? '') : '',
      ...runSummary({ appName: profile.value.name, resource: request.value.resource, counts, rows }),
      requestId: '',
    });
    return ok({ runId: kept.id, counts, rows });
  }),

  'query.window': implement(window, async ({ runId, sort, filter, offset, limit }, signal) => {
    const kept = ports.runs.find(runId);
    if (kept === null) return failed('not-found', { what: 'query run', id: runId });
    const read = await kept.rows.window({ sort, filter }, { offset, limit }, signal);
    if (!read.ok) return read;
    const rows = read.value.rows.map(({ environmentId, cells }) => ({ environmentId, cells: [...cells] }));
    return ok({ count: read.value.count, rows });
  }),

  'query.close': implement(close, async ({ runId }) => {
    ports.runs.close(runId);
    return ok({});
  }),
});
