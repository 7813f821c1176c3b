import { isGroupTeam } from '../access/group-membership.ts';
import { groupTeamFollowsGroup } from '../errors/user-faults.ts';
import { requireTable } from '../schema/schema.ts';
import type { Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { readRecord } from '../query/resource.ts';
import { associate, disassociate } from '../writes/associations.ts';
import { syncGroup } from '../writes/follow-groups.ts';
import { isJsonObject } from '../writes/payload.ts';
import { entityAt, wrongParameter } from './action-parameters.ts';
import type { WebApiAction } from './operation.ts';

const users = requireTable('systemuser');

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
 * AddMembersTeam and RemoveMembersTeam (Learn: their reference pages): the same links as through `teammembership_association`, with the same
 * refusals; all or none.
 */
const changeMembers = (name: string, change: typeof associate): WebApiAction => ({
  name,
  boundTo: 'team',
  run: (session, team, body) => {
    const navigation = requireTable('team').navigation.get('teammembership_association');
    if (navigation?.kind !== 'intersect') throw new Error('Teams have no members.');
    for (const member of membersIn(session, body)) change(session, navigation, team, member);
    return null;
  },
});

/** The team of a group gets the members that the group has now, and rows for those who have none (Learn: SyncGroupMembersToTeam Action). */
const syncMembers: WebApiAction = {
  name: 'SyncGroupMembersToTeam',
  boundTo: 'team',
  run: (session, team) => {
    session.access.requireRow(requireTable('team'), 'Write', team);
    if (!isGroupTeam(team['teamtype'])) throw groupTeamFollowsGroup();
    syncGroup(session, team);
    return null;
  },
};

/** Actions on a team. */
export const teamActions: readonly WebApiAction[] = [
  changeMembers('AddMembersTeam', associate),
  changeMembers('RemoveMembersTeam', disassociate),
  syncMembers,
];
