import type { AppProfile } from '../../preload/contract/app-profiles.ts';
import type { Environment } from '../../preload/contract/environments.ts';
import type { EventOf } from '../../preload/contract/index.ts';
import type { FanOutCounts } from '../../preload/contract/schemas.ts';
import type { EnvironmentRun } from '../../preload/contract/query.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { CredentialId } from '../../preload/contract/words/ids.ts';
import { createDataverseClient } from '../dataverse/create-dataverse-client.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { fanOut } from '../dataverse/fan-out.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { TokenSource } from '../identity/token-source.ts';
import { latestEvents } from './latest-events.ts';
import { newEnvironmentRun } from './new-environment-run.ts';
import type { ODataRequest } from './odata-request.ts';
import type { QueryRun } from './query-runs.ts';
import { runInEnvironment } from './run-in-environment.ts';

type QueryEvent = EventOf<'query.run'>;

export type RunQuery = {
  readonly run: QueryRun;
  readonly environments: readonly Environment[];
  readonly profile: AppProfile;
  readonly credentialId: CredentialId;
  readonly request: ODataRequest;
  readonly rowsPerEnvironment: number;
  readonly parallel: number;
  readonly emit: (event: QueryEvent) => Promise<void>;
  readonly signal: AbortSignal;
};

export type RunQueryPorts = {
  readonly http: HttpClient;
  readonly tokens: TokenSource;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
};

/** The Web API of an environment as the app; asks for the first token at once, so that a failure has its own moment. */
const signInAsApp = async (
  { http, tokens }: RunQueryPorts,
  { run, profile, credentialId }: RunQuery,
  environment: Environment,
  signal: AbortSignal,
): Promise<Result<DataverseClient>> => {
  const { tenantId, url } = environment;
  // A token can only be asked for in a known tenant, and the 401 challenge is what tells it.
  if (tenantId === null) return failed('challenge-missing', { host: new URL(url).host });
  const request = {
    workspaceId: run.workspaceId,
    tenantId,
    clientId: profile.clientId,
    appProfileId: profile.id,
    credentialId,
    resource: url,
  };
  const first = await tokens.forApp(request, signal);
  if (!first.ok) return first;
  const bearer = async (signal: AbortSignal): Promise<Result<string>> => {
    const token = await tokens.forApp(request, signal);
    return token.ok ? ok(token.value.token) : token;
  };
  return ok(createDataverseClient({ http, origin: url, bearer }));
};

/** Runs one query as the app over environments, telling progress; the rows go into the run's row source. */
export const runQuery = async (ports: RunQueryPorts, query: RunQuery): Promise<FanOutCounts> => {
  const { run, signal } = query;
  const events = latestEvents(query.emit);
  await query.emit({ kind: 'started', runId: run.id });
  let columnsTold = 0;
  let rowsTold = 0;

  const tellRows = (): void => {
    const columns = run.rows.columns();
    if (columns.length > columnsTold) {
      columnsTold = columns.length;
      events.tell('columns', { kind: 'columns', columns: [...columns] });
    }
    const count = run.rows.count();
    if (count > rowsTold) {
      rowsTold = count;
      events.tell('rows', { kind: 'rows', count });
    }
  };

  const begun = new Set<string>();
  const tellEnvironment = (state: EnvironmentRun): void =>
    events.tell(`environment ${state.environmentId}`, { kind: 'environment', run: state });

  for (const { id } of query.environments) tellEnvironment(newEnvironmentRun(id, 'queued'));
  const counts = await fanOut<Environment, null>({
    items: query.environments,
    parallel: query.parallel,
    signal,
    work: (environment, signal) => {
      begun.add(environment.id);
      return runInEnvironment(
        {
          environment,
          request: query.request,
          signIn: (signal) => signInAsApp(ports, query, environment, signal),
          rows: run.rows,
          rowsWanted: query.rowsPerEnvironment,
          clock: ports.clock,
          tell: (state) => {
            tellRows();
            tellEnvironment(state);
          },
        },
        signal,
      );
    },
    settled: async ({ id }) => {
      if (!begun.has(id)) tellEnvironment(newEnvironmentRun(id, 'cancelled'));
    },
  });
  await events.drained();
  return counts;
};
