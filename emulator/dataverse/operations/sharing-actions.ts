import { emptyAnswer } from '../answer.ts';
import { accessRightOf } from '../base/privileges.ts';
import { readRecord } from '../query/resource.ts';
import { requireTable } from '../schema/schema.ts';
import { type Verb, verbs } from '../schema/table.ts';
import { type Row, textOf } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import { wireTime } from '../base/wire-time.ts';
import type { SharedWith } from '../store/shares.ts';
import { auditedTables } from '../schema/tables/audit.ts';
import { readJsonObject } from '../writes/payload.ts';
import { recordAudit } from '../writes/record-audit.ts';
import { entityAt, objectAt, wrongParameter } from './action-parameters.ts';

/** A user or a team. */
function principalAt(session: Session, body: Row, name: string) {
  const { id, table } = entityAt(session, body, name);
  const { logicalName: kind } = table;
  if (kind !== 'systemuser' && kind !== 'team') throw wrongParameter(name);
  return { kind, principalId: id } as const;
}

const verbsAt = (body: Row): readonly Verb[] => {
  const text = body['AccessMask'];
  if (typeof text !== 'string') throw wrongParameter('AccessMask');
  return text.split(',').flatMap((part): readonly Verb[] => {
    const name = part.trim();
    if (name === 'None' || name === '') return [];
    const verb = verbs.find((each) => `${each}Access` === name);
    if (verb === undefined) throw wrongParameter('AccessMask');
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
  // An activity is shared as what it is.
  return { table: textOf(row, 'activitytypecode') ?? table.logicalName, id };
}

/** Sets what a principal has of a record, and writes it down; without a mask it has nothing. */
function share(
  session: Session,
  { id, table }: Target,
  principal: SharedWith,
  given: (before: number) => number,
): void {
  const { environment, ports } = session;
  const { shares } = environment;
  const before = shares.of(id).find((it) => it.principalId === principal.principalId)?.mask ?? 0;
  const after = given(before);
  if (after === before) return;
  shares.put(id, {
    ...principal,
    mask: after,
    table,
    changedOn: wireTime(ports.now()),
    version: environment.nextVersion(),
  });
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
