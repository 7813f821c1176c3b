import { accessRightOf } from '../base/privileges.ts';
import { sharedByTemplateAlone } from '../errors/access-team-faults.ts';
import { readRecord } from '../query/resource.ts';
import { type Verb, verbs } from '../schema/table.ts';
import { type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { share, type SharedTarget } from '../writes/share-record.ts';
import { entityAt, objectAt, wrongParameter } from './action-parameters.ts';
import type { WebApiAction } from './operation.ts';

/** A user or a team. */
function principalAt(session: Session, body: Row, name: string) {
  const { id, row, table } = entityAt(session, body, name);
  const { logicalName: kind } = table;
  if (kind !== 'systemuser' && kind !== 'team') throw wrongParameter(name);
  if (kind === 'team' && textOf(row, 'teamtemplateid') !== null) throw sharedByTemplateAlone();
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

/** The record to be shared: the caller has to be allowed to share it, and to do with it all that it lets others do. */
function sharedTarget(session: Session, body: Row, rights: readonly Verb[]): SharedTarget {
  const { id, table } = entityAt(session, body, 'Target');
  const row = readRecord(session, table, id);
  for (const verb of ['Share' as const, ...rights]) session.access.requireRow(table, verb, row);
  // An activity is shared as what it is.
  return { table: textOf(row, 'activitytypecode') ?? table.logicalName, id };
}

const grant = (name: string, join: boolean): WebApiAction => ({
  name,
  boundTo: null,
  run: (session, body) => {
    const given = objectAt(body, 'PrincipalAccess');
    const rights = verbsAt(given);
    const principal = principalAt(session, given, 'Principal');
    const target = sharedTarget(session, body, rights);
    share(session, target, principal, (before) => maskOf(rights) | (join ? before : 0));
    return null;
  },
});

/** GrantAccess, ModifyAccess and RevokeAccess (Learn: "Web API actions"). */
export const sharingActions: readonly WebApiAction[] = [
  grant('GrantAccess', true),
  grant('ModifyAccess', false),
  {
    name: 'RevokeAccess',
    boundTo: null,
    run: (session, body) => {
      const principal = principalAt(session, body, 'Revokee');
      share(session, sharedTarget(session, body, []), principal, () => 0);
      return null;
    },
  },
];
