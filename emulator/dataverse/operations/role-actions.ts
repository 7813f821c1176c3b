import { emptyAnswer } from '../answer.ts';
import type { Privilege } from '../base/privileges.ts';
import { depthOrder, type Grants } from '../base/role-definition.ts';
import { badRequest, methodNotAllowed, recordNotFound, segmentNotFound } from '../errors/request-faults.ts';
import { invalidPrivilegeDepth } from '../errors/role-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { PathSegment } from '../odata/syntax-tree.ts';
import { keyId, readRecord } from '../query/resource.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Json, type Row, textOf } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import type { Session } from '../session.ts';
import { requireHeldPrivileges } from '../writes/held-privileges.ts';
import { isJsonObject, readJsonObject } from '../writes/payload.ts';
import { recordAudit } from '../writes/record-audit.ts';
import { holdersOf } from '../writes/role-copies.ts';
import { requireChangeableRole } from '../writes/role-writes.ts';

const roles = requireTable('role');
const prefix = 'Microsoft.Dynamics.CRM.';

/** As the OData layer refuses a parameter that an action does not have. */
const wrongParameter = (name: string, action: string) =>
  badRequest(
    `The parameter '${name}' in the request payload is not a valid parameter for the operation '${action}'.`,
  );

function privilegeAt({ environment }: Session, value: Json | undefined): Privilege {
  const id = typeof value === 'string' ? value.toLowerCase() : '';
  const privilege = environment.privileges.withId(id);
  if (privilege === null) throw recordNotFound('privilege', id);
  return privilege;
}

/** `Privileges`: a collection of RolePrivilege (Learn: RolePrivilege ComplexType), depth by its enum's name. */
function grantsIn(session: Session, body: Row, action: string): Grants {
  const listed = body['Privileges'];
  if (!Array.isArray(listed)) throw wrongParameter(Object.keys(body)[0] ?? 'Privileges', action);
  const found = new Map<string, number>();
  for (const each of listed) {
    if (!isJsonObject(each)) throw wrongParameter('Privileges', action);
    const { id, depths } = privilegeAt(session, each['PrivilegeId']);
    const depth = depthOrder.find((it) => it.depth === each['Depth']);
    if (depth === undefined || !depths.includes(depth.letter)) throw invalidPrivilegeDepth();
    found.set(id, depth.mask);
  }
  return found;
}

/** `Privilege` is a reference by the reference page; `PrivilegeId` is what some clients send. A switch says what is taken. */
function removedPrivilege(session: Session, body: Row): string {
  const takes = dataverseRule(session.ports.rules, session.environment.seed, 'removePrivilegeRoleTakes');
  const { Privilege: reference, PrivilegeId: id } = body;
  if (takes !== 'id' && isJsonObject(reference)) return privilegeAt(session, reference['privilegeid']).id;
  if (takes !== 'reference' && id !== undefined) return privilegeAt(session, id).id;
  throw wrongParameter(Object.keys(body)[0] ?? 'Privilege', 'RemovePrivilegeRole');
}

type Action = {
  readonly audited: 'addPrivileges' | 'replacePrivileges' | 'removePrivileges';
  readonly run: (
    session: Session,
    body: Row,
    before: Grants,
  ) => { readonly given: Grants; readonly after: Grants };
};

const none: Grants = new Map();

/** A privilege that the role has already gets the depth that is given; the others of the role stay. */
const add: Action['run'] = (session, body, before) => {
  const given = grantsIn(session, body, 'AddPrivilegesRole');
  return { given, after: new Map([...before, ...given]) };
};

/** The whole set: what is not named is gone. */
const replace: Action['run'] = (session, body) => {
  const given = grantsIn(session, body, 'ReplacePrivilegesRole');
  return { given, after: given };
};

const remove: Action['run'] = (session, body, before) => {
  const id = removedPrivilege(session, body);
  return { given: none, after: new Map([...before].filter(([privilege]) => privilege !== id)) };
};

const actions: ReadonlyMap<string, Action> = new Map([
  ['AddPrivilegesRole', { audited: 'addPrivileges', run: add }],
  ['ReplacePrivilegesRole', { audited: 'replacePrivileges', run: replace }],
  ['RemovePrivilegeRole', { audited: 'removePrivileges', run: remove }],
]);

/** Whether a path calls an action of a role rather than a function. */
export const isRoleAction = (segments: readonly PathSegment[]): boolean =>
  segments.length === 2 && actions.has(segments[1]?.name.replace(prefix, '') ?? '');

/**
 * Answers AddPrivilegesRole, ReplacePrivilegesRole and RemovePrivilegeRole (Learn: their reference pages), which are bound to
 * a role. The caller needs prvWriteRole and every privilege that it gives.
 */
export function callRoleAction(
  session: Session,
  [target, called]: readonly PathSegment[],
  options: QueryOptions,
): DataverseResponse {
  const action = actions.get(called?.name.replace(prefix, '') ?? '');
  if (action === undefined || target?.name !== roles.entitySet || called?.name.startsWith(prefix) !== true)
    throw segmentNotFound(called?.name ?? '');
  if (session.request.method !== 'POST') throw methodNotAllowed(session.request.method);
  const { environment, permissions } = session;
  session.access.require(roles, 'Write');
  const key = target.args === null ? null : keyId(roles, target.args, options);
  const row = readRecord(session, roles, key ?? '');
  requireChangeableRole(session, row);
  const id = idOf(row, 'roleid');
  const body = readJsonObject(session.request.body, roles);
  const before = environment.grantsOf(id);
  const { given, after } = action.run(session, body, before);
  const businessUnitId = textOf(row, 'businessunitid') ?? '';
  requireHeldPrivileges(session, given, businessUnitId);
  for (const holder of holdersOf(session, id)) permissions.beforeChange(holder);
  environment.putGrants(id, after);
  const detail = { kind: 'rolePrivileges', businessUnitId, before, after } as const;
  recordAudit(session, { action: action.audited, table: 'role', id, detail });
  return emptyAnswer();
}
