import type { Environment } from '../../../preload/contract/environments.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { Query } from '../../../preload/contract/query.ts';
import type { CallerAnswer, SharedRights } from '../../../preload/contract/query-callers.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { SystemUserId } from '../../../preload/contract/words/ids.ts';
import { CALLERS } from '../../../preload/contract/words/status.ts';
import type { CallerKind } from '../../../preload/contract/words/status.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { readTableDefinition } from '../../dataverse/table-definition.ts';
import { whoAmI } from '../../dataverse/who-am-i.ts';
import type { ServiceRow } from '../answer-rows.ts';
import type { EntitySets } from '../entity-sets.ts';
import { tableOfRequest } from '../hidden-columns.ts';
import { MAX_PAGE, queryPages } from '../query-pages.ts';
import type { QueryRequest } from '../query-request.ts';
import type { QueryRun } from '../query-runs.ts';
import { signInAsApp } from '../sign-in-as-app.ts';
import type { AppSignInPorts } from '../sign-in-as-app.ts';
import { askAs } from './ask-as.ts';
import type { Asked } from './ask-as.ts';
import { mergeAnswers } from './merge-answers.ts';
import { readCaller } from './read-callers.ts';
import { readsOfQuery } from './reads-of-query.ts';
import { sharedRights } from './shared-rights.ts';
import type { QueryNeeds, RolesAndPrivileges } from './shared-rights.ts';

export type CompareCallersPorts = AppSignInPorts & {
  readonly entitySets: EntitySets;
  readonly asAdmin: (environment: Environment) => DataverseClient;
  /** What a user may do by its roles; computed by the room of security roles. */
  readonly accessOf: (
    client: DataverseClient,
    systemUserId: SystemUserId,
    signal: AbortSignal,
  ) => Promise<Result<RolesAndPrivileges>>;
  /** The privileges that reads need, a request a line. */
  readonly needsOf: (
    client: DataverseClient,
    text: string,
    signal: AbortSignal,
  ) => Promise<Result<QueryNeeds>>;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
};

export type CompareCallers = {
  readonly app: Pick<QueryRun, 'workspaceId' | 'profile' | 'credentialId'>;
  readonly environment: Environment;
  readonly query: Query;
  readonly request: QueryRequest;
  readonly systemUserId: SystemUserId;
  readonly rows: number;
};

/** Rows that an answer shows. */
const MOST_SHOWN = 500;
const MOST_COLUMNS = 2000;

const answerOf = (who: CallerKind, { error, hidden, milliseconds, more, rows }: Asked): CallerAnswer => {
  const columns = new Set(rows.flatMap((row) => Object.keys(row)));
  const shown = (names: readonly string[]): string[] => names.filter((name) => columns.has(name));
  return {
    who,
    rows: rows.length,
    more,
    milliseconds,
    hidden: shown(hidden.hidden),
    unknown: shown(hidden.unknown),
    error,
  };
};

/** What both may do of what the query needs; asked as the admin, because few apps may read roles. */
const rightsOf = async (
  ports: CompareCallersPorts,
  { query, systemUserId }: CompareCallers,
  admin: DataverseClient,
  app: Result<DataverseClient>,
  signal: AbortSignal,
): Promise<Result<SharedRights>> => {
  if (!app.ok) return app;
  const me = await whoAmI(app.value, signal);
  if (!me.ok) return me;
  const reads = await readsOfQuery(admin, query, signal);
  if (!reads.ok) return reads;
  const [needs, ofApp, ofUser] = await Promise.all([
    ports.needsOf(admin, reads.value, signal),
    ports.accessOf(admin, me.value.userId, signal),
    ports.accessOf(admin, systemUserId, signal),
  ]);
  if (!needs.ok) return needs;
  if (!ofApp.ok) return ofApp;
  return ofUser.ok ? ok(sharedRights(needs.value, ofApp.value, ofUser.value)) : ofUser;
};

/**
 * The same query as the app, as the app on behalf of a user, and as the user where it is the signed-in admin; with what each read, and why.
 * Fails where the user cannot be read; what one caller is refused is its answer.
 */
export const compareCallers = async (
  ports: CompareCallersPorts,
  asked: CompareCallers,
  tell: (answer: CallerAnswer) => Promise<void>,
  signal: AbortSignal,
): Promise<Result<OutputOf<'query.asCallers'>>> => {
  const { app, environment, request, systemUserId } = asked;
  const admin = ports.asAdmin(environment);
  const caller = await readCaller(admin, systemUserId, signal);
  if (!caller.ok) return caller;
  const { onBehalfOf, user } = caller.value;
  const table = tableOfRequest(request);
  const [asApp, onBehalf, me, definition] = await Promise.all([
    signInAsApp(ports, app, environment, signal),
    signInAsApp(ports, app, environment, signal, onBehalfOf),
    whoAmI(admin, signal),
    table === null ? null : readTableDefinition(admin, table, signal),
  ]);
  const clients = new Map<CallerKind, Result<DataverseClient>>([
    ['app', asApp],
    ['on-behalf', onBehalf],
    ...(me.ok && me.value.userId === systemUserId ? [['user', ok(admin)] as const] : []),
  ]);
  const pages = queryPages(request, { size: Math.min(asked.rows, MAX_PAGE) }, ports.entitySets);
  const answers: CallerAnswer[] = [];
  const read = new Map<CallerKind, readonly ServiceRow[]>();
  const [rights] = await Promise.all([
    rightsOf(ports, asked, admin, asApp, signal),
    ...[...clients].map(async ([who, client]) => {
      const found = await askAs({ pages, table, rows: asked.rows }, client, ports.clock, signal);
      if (found.error === null) read.set(who, found.rows);
      const answer = answerOf(who, found);
      answers.push(answer);
      await tell(answer);
    }),
  ]);
  if (signal.aborted) return failed('cancelled');
  const merged = mergeAnswers(read, definition?.ok === true ? definition.value.primaryId : null);
  return ok({
    caller: user,
    header: onBehalfOf.header,
    answers: answers.toSorted((a, b) => CALLERS.indexOf(a.who) - CALLERS.indexOf(b.who)),
    columns: merged.columns.slice(0, MOST_COLUMNS),
    rows: merged.rows
      .slice(0, MOST_SHOWN)
      .map(({ cells, seenBy }) => ({ cells: cells.slice(0, MOST_COLUMNS), seenBy })),
    count: merged.rows.length,
    rights: rights.ok ? rights.value : null,
    rightsError: rights.ok ? null : rights.error,
  });
};
