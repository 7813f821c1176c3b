import { hierarchyOf } from '../access/hierarchy.ts';
import { recordAbove } from '../store/record-above.ts';
import { entityNotFound } from '../errors/fetch-faults.ts';
import { requireTable, tableNamed } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { guidArgument, textArgument } from './arguments.ts';
import type { WebApiFunction } from './operation.ts';

/** Somebody, and what it is a member of, in the words of the answer. */
type Principal = { readonly id: string; readonly words: string };

/** The principal itself and the teams that it is in. */
function principalsOf({ environment }: Session, id: string): readonly Principal[] {
  const memberships = environment.rows(requireTable('teammembership')).where('systemuserid', id);
  const teams = [...memberships].flatMap((it) => textOf(it, 'teamid') ?? []);
  return [{ id, words: '' }, ...teams.map((team) => ({ id: team, words: `member of team (${team}) who ` }))];
}

const holderOf = (
  session: Session,
  principals: readonly Principal[],
  recordId: string,
): Principal | undefined => {
  const shared = new Set(session.environment.shares.of(recordId).map((it) => it.principalId));
  return principals.find((it) => shared.has(it.id));
};

const throughHierarchy = (id: string): string =>
  `PrincipalId has access to (${id}) through hierarchy security. (${id})`;

type Above = { readonly id: string; readonly ownerId: string };

/** The records above one whose shares are its own too, the nearest first. */
function recordsAbove({ environment }: Session, table: Table, row: Row): readonly Above[] {
  const found = new Map<string, Above>();
  let at = recordAbove(environment, table, row);
  while (at !== null) {
    const id = idOf(at.row, at.table.primaryId);
    if (found.has(id)) break;
    found.set(id, { id, ownerId: textOf(at.row, 'ownerid') ?? '' });
    at = recordAbove(environment, at.table, at.row);
  }
  return [...found.values()];
}

/** Those below the principal by hierarchy security, with their teams, whose records it reads. */
function reportsOf({ environment, ports }: Session, table: Table, principalId: string): ReadonlySet<string> {
  const user = environment.rows(requireTable('systemuser')).get(principalId);
  return user === null ? new Set() : hierarchyOf(environment, user, ports.rules).principals(table, 'Read');
}

/** Why somebody has access to a record, in a sentence (Learn: "Sharing and assigning", determine why a user has access, lists the sentences). */
function originOf(session: Session, table: Table, row: Row, principalId: string): string {
  const id = idOf(row, table.primaryId);
  if (table.ownership !== 'UserOwned') {
    const { organizationId } = session.environment.seed;
    return `PrincipalId is member of organization (${organizationId}) who is object owner (${id})`;
  }
  const principals = principalsOf(session, principalId);
  const owner = principals.find((it) => it.id === textOf(row, 'ownerid'));
  if (owner !== undefined)
    return owner.words === ''
      ? `PrincipalId is object owner (${id})`
      : `PrincipalId is ${owner.words}is object owner (${id})`;
  const reports = reportsOf(session, table, principalId);
  const ownerId = textOf(row, 'ownerid') ?? '';
  if (reports.has(ownerId)) return `${throughHierarchy(ownerId)} is object owner (${id})`;
  const holder = holderOf(session, principals, id);
  if (holder !== undefined)
    return holder.words === ''
      ? `PrincipalId has direct poa access to object (${id})`
      : `PrincipalId is ${holder.words}has poa access to object (${id})`;
  const above = recordsAbove(session, table, row);
  for (const it of above) {
    const principal = principals.find((each) => each.id === it.ownerId);
    if (principal !== undefined)
      return principal.words === ''
        ? `PrincipalId is owner of a parent entity of object (${id})`
        : `PrincipalId is ${principal.words}is owner of a parent entity of object (${id})`;
    if (reports.has(it.ownerId))
      return `${throughHierarchy(it.ownerId)} is owner of a parent entity of object (${id})`;
  }
  for (const it of above) {
    const inherited = holderOf(session, principals, it.id);
    if (inherited === undefined) continue;
    return inherited.words === ''
      ? `PrincipalId has poa access to object's root entity (${id})`
      : `PrincipalId is ${inherited.words}has poa access to object's root entity (${id})`;
  }
  return 'Access origin could not be found. Access does not come from POA table or object ownership.';
}

/**
 * Tells where access to a record comes from when it is owned or shared (Learn: "RetrieveAccessOrigin Function"). A record that does not exist is
 * told of in the answer too (seen in clients).
 */
export const retrieveAccessOrigin: WebApiFunction = {
  name: 'RetrieveAccessOrigin',
  boundTo: null,
  run: (call) => {
    const { session } = call;
    const id = guidArgument(call, 'ObjectId');
    const name = textArgument(call, 'LogicalName');
    const principal = guidArgument(call, 'PrincipalId');
    const table = tableNamed(name);
    if (table === null || table.isMetadata) throw entityNotFound(name);
    const row = session.environment.rows(table).get(id);
    return {
      Response:
        row === null
          ? `System.ServiceModel.FaultException\`1[Microsoft.Xrm.Sdk.OrganizationServiceFault]: ${name} With Id = ${id} Does Not Exist`
          : originOf(session, table, row, principal),
    };
  },
};
