import type { Privilege } from '../base/privileges.ts';
import { depthOrder, type Grants } from '../base/role-definition.ts';
import { badRequest, recordNotFound } from '../errors/request-faults.ts';
import { invalidPrivilegeDepth } from '../errors/role-faults.ts';
import { idOf, type Json, type Row, textOf } from '../schema/value.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import type { Session } from '../session.ts';
import { requireHeldPrivileges } from '../writes/held-privileges.ts';
import { isJsonObject } from '../writes/payload.ts';
import { grantsSent } from '../writes/record-audit.ts';
import { holdersOf } from '../writes/role-copies.ts';
import { requireChangeableRole } from '../writes/role-writes.ts';
import type { WebApiAction } from './operation.ts';

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

/** The other privileges of the role stay; what becomes of one that it has at a higher depth is a switch. */
const add: Action['run'] = (session, body, before) => {
  const given = grantsIn(session, body, 'AddPrivilegesRole');
  const rule = dataverseRule(session.ports.rules, session.environment.seed, 'addedLowerDepth');
  const kept = rule === 'lowers' ? none : before;
  const after = [...given].map(([id, mask]) => [id, Math.max(mask, kept.get(id) ?? 0)] as const);
  return { given, after: new Map([...before, ...after]) };
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

/**
 * AddPrivilegesRole, ReplacePrivilegesRole and RemovePrivilegeRole (Learn: their reference pages). The caller needs prvWriteRole and every
 * privilege that it gives.
 */
function changePrivileges(session: Session, action: Action, row: Row, body: Row): void {
  const { environment, permissions } = session;
  requireChangeableRole(session, row);
  const id = idOf(row, 'roleid');
  const before = environment.grantsOf(id);
  const { given, after } = action.run(session, body, before);
  const businessUnitId = textOf(row, 'businessunitid') ?? '';
  requireHeldPrivileges(session, given, businessUnitId);
  for (const holder of holdersOf(session, id)) permissions.beforeChange(holder);
  environment.putGrants(id, after);
  grantsSent(session, id, action.audited);
}

const roleAction = (name: string, action: Action): WebApiAction => ({
  name,
  boundTo: 'role',
  needs: 'Write',
  run: (session, row, body) => {
    changePrivileges(session, action, row, body);
    return null;
  },
});

/** Actions on a role. */
export const roleActions: readonly WebApiAction[] = [
  roleAction('AddPrivilegesRole', { audited: 'addPrivileges', run: add }),
  roleAction('ReplacePrivilegesRole', { audited: 'replacePrivileges', run: replace }),
  roleAction('RemovePrivilegeRole', { audited: 'removePrivileges', run: remove }),
];
