import { emptyAnswer, jsonAnswer } from '../answer.ts';
import { unknownParameter } from '../errors/payload-faults.ts';
import { methodNotAllowed, segmentNotFound } from '../errors/request-faults.ts';
import { operationSignatures } from '../metadata/operation-signatures.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { PathSegment } from '../odata/syntax-tree.ts';
import { keyId, readRecord } from '../query/resource.ts';
import { requireTable } from '../schema/schema.ts';
import type { Table, Verb } from '../schema/table.ts';
import type { Row } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import { requireJson } from '../writes/json-body.ts';
import { readJsonObject } from '../writes/payload.ts';
import { accessTeamActions } from './access-team-actions.ts';
import { auditActions } from './audit-actions.ts';
import { bulkDelete } from './bulk-delete-action.ts';
import { revokeInheritedAccess } from './inherited-access.ts';
import { merge } from './merge-action.ts';
import type { WebApiAction } from './operation.ts';
import { roleActions } from './role-actions.ts';
import { searchActions } from './search-operations.ts';
import { sharingActions } from './sharing-actions.ts';
import { solutionFileActions } from './solution-file-actions.ts';
import { solutionActions } from './solution-actions.ts';
import { solutionImportActions } from './solution-import-actions.ts';
import { teamActions } from './team-actions.ts';
import { userActions } from './user-actions.ts';

const prefix = 'Microsoft.Dynamics.CRM.';

const all: readonly WebApiAction[] = [
  ...roleActions,
  ...userActions,
  ...teamActions,
  ...accessTeamActions,
  ...sharingActions,
  ...solutionActions,
  ...searchActions,
  ...solutionFileActions,
  ...solutionImportActions,
  ...auditActions,
  bulkDelete,
  revokeInheritedAccess,
  merge,
];

const unbound = new Map(all.filter((it) => it.boundTo === null).map((it) => [it.name, it]));
const bound = new Map(all.filter((it) => it.boundTo !== null).map((it) => [`${prefix}${it.name}`, it]));

/** The action that a path calls, or null where it calls none. */
export function actionOf(segments: readonly PathSegment[]): WebApiAction | null {
  const [first, second] = segments;
  if (segments.length === 1 && first?.args === null) return unbound.get(first.name) ?? null;
  return segments.length === 2 ? (bound.get(second?.name ?? '') ?? null) : null;
}

function targetOf(
  session: Session,
  needs: Verb | undefined,
  table: Table,
  segment: PathSegment | undefined,
  options: QueryOptions,
): Row {
  if (needs !== undefined) session.access.require(table, needs);
  const id = segment?.args == null ? null : keyId(table, segment.args, options);
  return readRecord(session, table, id ?? '');
}

/** Names that actions take beside those of `$metadata`: which one RemovePrivilegeRole does is a rule. */
const moreParameters: Readonly<Record<string, readonly string[]>> = { RemovePrivilegeRole: ['PrivilegeId'] };

const parametersOf = new Map(
  operationSignatures
    .filter(({ kind }) => kind === 'action')
    .map(({ name, parameters }) => [
      name,
      new Set([...parameters.map(([it]) => it), ...(moreParameters[name] ?? [])]),
    ]),
);

/** The parameters of an action; one that it does not have is refused. */
function requireKnown({ name }: WebApiAction, given: Row): Row {
  const known = parametersOf.get(name);
  const unknown = Object.keys(given).find((it) => !it.includes('@') && known?.has(it) === false);
  if (unknown !== undefined) throw unknownParameter(unknown, name);
  return given;
}

/** Calls an action and answers with what it gives; all or nothing of it is done. */
export function callAction(
  session: Session,
  action: WebApiAction,
  [first, second]: readonly PathSegment[],
  options: QueryOptions,
): DataverseResponse {
  const { method, body, serviceRoot } = session.request;
  const table = requireTable(action.boundTo ?? 'systemuser');
  if (action.boundTo !== null && first?.name !== table.entitySet) throw segmentNotFound(second?.name ?? '');
  if (method !== 'POST') throw methodNotAllowed(method);
  requireJson(session);
  const parameters = () => requireKnown(action, body === '' ? {} : readJsonObject(body));
  const answer =
    action.boundTo === null
      ? action.run(session, parameters())
      : action.run(session, targetOf(session, action.needs, table, first, options), parameters());
  if (answer === null) return emptyAnswer();
  return jsonAnswer(200, {
    '@odata.context': `${serviceRoot}/$metadata#${prefix}${action.name}Response`,
    ...answer,
  });
}
