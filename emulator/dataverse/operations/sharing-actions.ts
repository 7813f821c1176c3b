import { emptyAnswer } from '../answer.ts';
import { accessRightOf } from '../base/privileges.ts';
import { badRequest, recordNotFound } from '../errors/request-faults.ts';
import { readRecord } from '../query/resource.ts';
import { requireTable, tableNamed } from '../schema/schema.ts';
import { type Verb, verbs } from '../schema/table.ts';
import type { Json, Row } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import type { Share } from '../store/shares.ts';
import { auditedTables } from '../schema/tables/audit.ts';
import { readJsonObject } from '../writes/payload.ts';
import { type LinkedRecord, linkedRecord } from '../writes/record-link.ts';
import { recordAudit } from '../writes/record-audit.ts';

const wrong = (name: string) =>
  badRequest(`The parameter '${name}' in the request payload is missing or has the wrong type.`);

const isObject = (value: Json | undefined): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectAt = (body: Row, name: string): Row => {
  const value = body[name];
  if (!isObject(value)) throw wrong(name);
  return value;
};

/**
 * A record as the parameters of actions name it: `{"@odata.type":"Microsoft.Dynamics.CRM.account","accountid":"…"}`, or by reference,
 * `{"@odata.id":"accounts(…)"}` (OData JSON Format 4.0, 4.5.8; requests of published tools).
 */
function entityAt(session: Session, body: Row, name: string): Pick<LinkedRecord, 'id' | 'table'> {
  const value = objectAt(body, name);
  const reference = value['@odata.id'];
  if (typeof reference === 'string' && value['@odata.type'] === undefined)
    return linkedRecord(session, reference);
  const type = /^#?Microsoft\.Dynamics\.CRM\.(\w+)$/.exec(String(value['@odata.type']))?.[1] ?? '';
  const table = tableNamed(type);
  const id = table === null ? undefined : value[table.primaryId];
  if (table === null || typeof id !== 'string') throw wrong(name);
  if (session.environment.rows(table).get(id.toLowerCase()) === null)
    throw recordNotFound(table.logicalName, id);
  return { table, id: id.toLowerCase() };
}

/** A user or a team. */
function principalAt(session: Session, body: Row, name: string) {
  const { id, table } = entityAt(session, body, name);
  const { logicalName: kind } = table;
  if (kind !== 'systemuser' && kind !== 'team') throw wrong(name);
  return { kind, principalId: id } as const;
}

const verbsAt = (body: Row): readonly Verb[] => {
  const text = body['AccessMask'];
  if (typeof text !== 'string') throw wrong('AccessMask');
  return text.split(',').flatMap((part): readonly Verb[] => {
    const name = part.trim();
    if (name === 'None' || name === '') return [];
    const verb = verbs.find((each) => `${each}Access` === name);
    if (verb === undefined) throw wrong('AccessMask');
    return [verb];
  });
};

const maskOf = (rights: readonly Verb[]): number =>
  rights.reduce((mask, verb) => mask | accessRightOf[verb], 0);

type Target = { readonly table: string; readonly id: string };

/** The record to be shared: the caller has to be allowed to share it, and to do with it all that it lets others do. */
function sharedTarget(session: Session, body: Row, rights: readonly Verb[]): Target {
  const { id, table } = entityAt(session, body, 'Target');
  const row = readRecord(session, table, id);
  for (const verb of ['Share' as const, ...rights]) session.access.requireRow(table, verb, row);
  return { table: table.logicalName, id };
}

/** Sets what a principal has of a record, and writes it down; without a mask it has nothing. */
function share(
  session: Session,
  { id, table }: Target,
  principal: Omit<Share, 'mask'>,
  given: (before: number) => number,
): void {
  const { shares } = session.environment;
  const before = shares.of(id).find((it) => it.principalId === principal.principalId)?.mask ?? 0;
  const after = given(before);
  if (after === before) return;
  shares.put(id, { ...principal, mask: after });
  if (!auditedTables.some((it) => it === table)) return;
  const action = before === 0 ? 'share' : after === 0 ? 'unshare' : 'modifyShare';
  recordAudit(session, { action, table, id, detail: { kind: 'share', principal, before, after } });
}

type Action = (session: Session, body: Row) => void;

const grant =
  (join: boolean): Action =>
  (session, body) => {
    const given = objectAt(body, 'PrincipalAccess');
    const rights = verbsAt(given);
    const principal = principalAt(session, given, 'Principal');
    const target = sharedTarget(session, body, rights);
    share(session, target, principal, (before) => maskOf(rights) | (join ? before : 0));
  };

const actions: ReadonlyMap<string, Action> = new Map([
  ['GrantAccess', grant(true)],
  ['ModifyAccess', grant(false)],
  [
    'RevokeAccess',
    (session, body) => {
      const principal = principalAt(session, body, 'Revokee');
      share(session, sharedTarget(session, body, []), principal, () => 0);
    },
  ],
]);

/** Answers GrantAccess, ModifyAccess and RevokeAccess (Learn: "Web API actions"); null for any other name. */
export function sharingAction(session: Session, name: string): DataverseResponse | null {
  const action = actions.get(name);
  if (action === undefined) return null;
  action(session, readJsonObject(session.request.body, requireTable('systemuser')));
  return emptyAnswer();
}
