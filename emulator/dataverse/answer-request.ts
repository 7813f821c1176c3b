import { takesType } from './accepted-type.ts';
import { identify } from './access/identify.ts';
import { createAccess } from './access/access.ts';
import type { Permissions } from './access/held-roles.ts';
import {
  actingId,
  actsOnBehalf,
  impersonated,
  impersonatedObject,
  requireActOnBehalf,
  sharedPermissions,
} from './access/impersonate.ts';
import { jsonAnswer, xmlAnswer } from './answer.ts';
import { isReadOnly } from './access/access-mode.ts';
import { atLevel } from './control-information.ts';
import { insufficientAccessMode, noRoles } from './errors/access-faults.ts';
import {
  badRequest,
  notSupported,
  functionNotFound,
  methodNotAllowed,
  unacceptable,
  unsupportedParameter,
} from './errors/request-faults.ts';
import { metadataDocument } from './metadata/metadata-document.ts';
import { parsePath } from './odata/parse-path.ts';
import { parseQuery, type QueryOptions } from './odata/parse-query.ts';
import type { PathSegment } from './odata/syntax-tree.ts';
import { actionOf, callAction } from './operations/actions.ts';
import { callFunction, functionOf } from './operations/functions.ts';
import { callMultipleAction, multipleActionOf } from './operations/multiple-actions.ts';
import { readPreferences } from './preferences.ts';
import { createRowAllowance } from './query/row-allowance.ts';
import { parsedOrFault } from './query/query-spec.ts';
import { readResource } from './query/read-resource.ts';
import { listedTables } from './schema/schema.ts';
import { idOf, type Row } from './schema/value.ts';
import type { DataverseRequest, DataverseResponse } from './seam.ts';
import type { EnvironmentState, Session } from './session.ts';
import { followGroups } from './writes/follow-groups.ts';
import { audited, authorOf, recordAccess } from './writes/record-audit.ts';
import { write } from './writes/write.ts';
import { dataverseRule } from './uncertain-rules.ts';

/** The list of entity sets, which the root of the service answers with. */
function serviceDocument(session: Session, options: QueryOptions): DataverseResponse {
  const option = [...options.keys()].find((it) => it.startsWith('$'));
  if (option !== undefined) {
    throw badRequest(
      'Query options $expand, $filter, $orderby and the like cannot be applied to the service document.',
    );
  }
  return jsonAnswer(200, {
    '@odata.context': `${session.request.serviceRoot}/$metadata`,
    value: listedTables.map((it) => ({ name: it.entitySet, kind: 'EntitySet', url: it.entitySet })),
  });
}

const isMetadataDocument = (segments: readonly PathSegment[]): boolean =>
  segments.length === 1 && segments[0]?.name === '$metadata' && segments[0].args === null;

/** The metadata document; only whether it has annotations can be asked for (Learn: "Web API service documents"). */
function metadataOf(options: QueryOptions): string {
  const option = [...options.keys()].find((it) => it.startsWith('$'));
  if (option !== undefined) throw unsupportedParameter(option);
  return metadataDocument();
}

function answer(
  session: Session,
  segments: readonly PathSegment[],
  options: QueryOptions,
): DataverseResponse {
  const { method } = session.request;
  const action = actionOf(segments);
  if (action !== null) return callAction(session, action, segments, options);
  const called = functionOf(segments);
  if (method === 'GET') {
    if (segments.length === 0) return serviceDocument(session, options);
    if (isMetadataDocument(segments)) return xmlAnswer(metadataOf(options));
    return called === null
      ? readResource(session, segments, options)
      : callFunction(session, called, segments, options);
  }
  if (called !== null) throw functionNotFound(`${session.request.serviceRoot}${session.request.path}`);
  if (segments.length === 0 || isMetadataDocument(segments)) throw methodNotAllowed(method);
  const multiple = method === 'POST' ? multipleActionOf(segments) : null;
  if (multiple !== null) return callMultipleAction(session, multiple);
  return write(session, segments, options);
}

/** Whoever is impersonated follows their groups as if they came themselves (Learn: "Work with Microsoft Entra ID group teams", impersonate another user). */
function followImpersonated(state: EnvironmentState, request: DataverseRequest, caller: Permissions): void {
  if (!actsOnBehalf(caller)) return;
  const objectId = impersonatedObject(state.environment, request.headers);
  if (objectId !== null) followGroups(state, { kind: 'user', objectId });
}

/** Whether a client of an older OData is answered is a rule. */
function requireProtocol({ environment, ports, request: { headers } }: Session): void {
  const isOlder = ['odata-version', 'odata-maxversion'].some((it) =>
    /^\s*[0-3](?:\.|$)/.test(headers[it] ?? ''),
  );
  if (isOlder && dataverseRule(ports.rules, environment.seed, 'olderProtocol') === 'refused')
    throw notSupported('A version of OData before 4.0');
}

/**
 * Answers one request: who is it, may it be here at all, what does the path name. Refusals are thrown as faults.
 * A user without roles gets no further than WhoAmI, and that far only where the environment lets it.
 */
export function answerRequest(state: EnvironmentState, request: DataverseRequest): DataverseResponse {
  const { environment, permissions } = state;
  const caller = identify(environment, request.caller);
  const segments = parsedOrFault(parsePath(request.path));
  const options = parsedOrFault(parseQuery(request.query));
  const fresh = request.headers['consistency']?.toLowerCase() === 'strong';
  const heldBy = (row: Row) => permissions.permissionsOf(idOf(row, 'systemuserid'), fresh);
  followImpersonated(state, request, heldBy(caller));
  const user = impersonated(environment, request.headers) ?? caller;
  if (user !== caller) requireActOnBehalf(heldBy(caller));
  const columns = dataverseRule(state.ports.rules, environment.seed, 'columnsOnBehalf');
  const held = user === caller ? heldBy(caller) : sharedPermissions(heldBy(user), heldBy(caller), columns);
  const allowsNone =
    actionOf(segments) === null &&
    functionOf(segments)?.withoutRoles === true &&
    dataverseRule(state.ports.rules, environment.seed, 'whoAmIWithoutRoles') !== 'refuse';
  if (held.roles.length === 0 && !allowsNone) throw noRoles(idOf(user, 'systemuserid'));
  if (request.method !== 'GET' && isReadOnly(user)) throw insufficientAccessMode();
  const session: Session = {
    ...state,
    request,
    access: createAccess(environment, user, held, state.ports.rules),
    actingUserId: actingId(user, caller),
    preferences: readPreferences(request.headers),
    allowance: createRowAllowance(),
  };
  requireProtocol(session);
  recordAccess(session);
  const found = audited(session, authorOf(session), () => answer(session, segments, options));
  if (request.method === 'GET' && !takesType(request.headers['accept'], found.headers['content-type']))
    throw unacceptable();
  return atLevel(found, session.preferences.metadata);
}
