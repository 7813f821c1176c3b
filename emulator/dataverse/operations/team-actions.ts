import { emptyAnswer } from '../answer.ts';
import { methodNotAllowed, segmentNotFound } from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { PathSegment } from '../odata/syntax-tree.ts';
import { keyId, readRecord } from '../query/resource.ts';
import { requireTable } from '../schema/schema.ts';
import type { Row } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import { associate, disassociate } from '../writes/associations.ts';
import { isJsonObject, readJsonObject } from '../writes/payload.ts';
import { entityAt, wrongParameter } from './action-parameters.ts';

const teams = requireTable('team');
const users = requireTable('systemuser');

const actions = new Map([
  ['Microsoft.Dynamics.CRM.AddMembersTeam', associate],
  ['Microsoft.Dynamics.CRM.RemoveMembersTeam', disassociate],
]);

/** Whether a path calls an action that changes the members of a team. */
export const isTeamAction = (segments: readonly PathSegment[]): boolean =>
  segments.length === 2 && actions.has(segments[1]?.name ?? '');

/** `Members`: users, as the parameters of actions name records. */
function membersIn(session: Session, body: Row): readonly Row[] {
  const members = body['Members'];
  if (!Array.isArray(members)) throw wrongParameter('Members');
  return members.map((member) => {
    if (!isJsonObject(member)) throw wrongParameter('Members');
    const { id, table } = entityAt(session, { Members: member }, 'Members');
    if (table !== users) throw wrongParameter('Members');
    return readRecord(session, users, id);
  });
}

/**
 * Answers AddMembersTeam and RemoveMembersTeam, bound to a team (Learn: their reference pages): the same links as through
 * `teammembership_association`, with the same refusals; all or none.
 */
export function callTeamAction(
  session: Session,
  [target, called]: readonly PathSegment[],
  options: QueryOptions,
): DataverseResponse {
  const change = actions.get(called?.name ?? '');
  const navigation = teams.navigation.get('teammembership_association');
  if (change === undefined || navigation?.kind !== 'intersect' || target?.name !== teams.entitySet)
    throw segmentNotFound(called?.name ?? '');
  if (session.request.method !== 'POST') throw methodNotAllowed(session.request.method);
  const key = target.args === null ? null : keyId(teams, target.args, options);
  const team = readRecord(session, teams, key ?? '');
  const members = membersIn(session, readJsonObject(session.request.body, teams));
  for (const member of members) change(session, navigation, team, member);
  return emptyAnswer();
}
