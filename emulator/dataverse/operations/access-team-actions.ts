import { collectPermissions } from '../access/held-roles.ts';
import { accessRightOf, privilegeFor } from '../base/privileges.ts';
import { memberAlready, memberLacksPrivilege } from '../errors/access-team-faults.ts';
import { invalidArgument } from '../errors/request-faults.ts';
import { readRecord } from '../query/resource.ts';
import { requireTable } from '../schema/schema.ts';
import { type Table, type Verb, verbs } from '../schema/table.ts';
import { idOf, lookupTableKey, numberOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { endLink, makeLink } from '../writes/associations.ts';
import { rowSent } from '../writes/record-audit.ts';
import { createdColumns, newId } from '../writes/record-writes.ts';
import { share } from '../writes/share-record.ts';
import { writerOf } from '../writes/writers.ts';
import { entityAt, wrongParameter } from './action-parameters.ts';
import type { WebApiAction } from './operation.ts';

const teams = requireTable('team');
const queues = requireTable('queue');
const templates = requireTable('teamtemplate');

/** The record that a team is for, the template, and what it gives. */
type Asked = {
  readonly table: Table;
  readonly record: Row;
  readonly templateId: string;
  readonly mask: number;
};

/**
 * Reads the parameters. The caller needs Share on the record and all that the template gives of it (Learn: "Use access teams and owner
 * teams to collaborate and share information"); of privileges on teams that page says nothing, and none is asked for.
 */
function askedFor(session: Session, body: Row): Asked {
  const { id, table } = entityAt(session, body, 'Record');
  const named = entityAt(session, body, 'TeamTemplate');
  if (named.table !== templates) throw wrongParameter('TeamTemplate');
  const template = readRecord(session, templates, named.id);
  const record = readRecord(session, table, id);
  if (template['objecttypecode'] !== table.objectTypeCode) throw invalidArgument('Record');
  const mask = numberOf(template, 'defaultaccessrightsmask') ?? 0;
  for (const verb of ['Share' as const, ...verbsOf(mask)]) session.access.requireRow(table, verb, record);
  return { table, record, templateId: named.id, mask };
}

const verbsOf = (mask: number): readonly Verb[] => verbs.filter((verb) => (mask & accessRightOf[verb]) !== 0);

/** Who joins has to have the privileges, at any depth, for what the team gives (the same page). */
function requirePrivileges({ environment }: Session, user: Row, { mask, table }: Asked): void {
  const { roles } = collectPermissions(environment, idOf(user, 'systemuserid'));
  for (const verb of verbsOf(mask)) {
    const privilege = privilegeFor(table, verb);
    if (privilege === null || roles.some((it) => it.grants.has(privilege.id))) continue;
    throw memberLacksPrivilege(privilege.name);
  }
}

function existingTeam({ environment }: Session, { record, table, templateId }: Asked): Row | null {
  for (const row of environment.rows(teams).where('regardingobjectid', idOf(record, table.primaryId)))
    if (textOf(row, 'teamtemplateid') === templateId) return row;
  return null;
}

/** Makes the team of a record, named after both (seen in clients), and shares the record with it. */
function createRecordTeam(session: Session, { mask, record, table, templateId }: Asked): Row {
  const { access, environment } = session;
  const recordId = idOf(record, table.primaryId);
  const id = newId(session, teams, { values: {}, links: new Map() });
  const row: Row = {
    ...createdColumns(session),
    teamid: id,
    ownerid: id,
    name: `${recordId}+${templateId}`,
    teamtype: 1,
    isdefault: false,
    systemmanaged: true,
    businessunitid: access.businessUnitId,
    organizationid: environment.seed.organizationId,
    administratorid: access.userId,
    teamtemplateid: templateId,
    regardingobjectid: recordId,
    [lookupTableKey('regardingobjectid')]: table.logicalName,
  };
  environment.mutable(teams).put(row);
  rowSent(session, teams, id);
  share(session, { table: table.logicalName, id: recordId }, { kind: 'team', principalId: id }, () => mask);
  return row;
}

function members() {
  const navigation = teams.navigation.get('teammembership_association');
  if (navigation?.kind !== 'intersect') throw new Error('Teams have no members.');
  return navigation;
}

/** A user joins the team of a record, which is made with its first member (Learn: AddUserToRecordTeam Action; the same page). */
const addUser: WebApiAction = {
  name: 'AddUserToRecordTeam',
  boundTo: 'systemuser',
  run: (session, user, body) => {
    const asked = askedFor(session, body);
    requirePrivileges(session, user, asked);
    const team = existingTeam(session, asked) ?? createRecordTeam(session, asked);
    if (!makeLink(session, members(), team, user)) throw memberAlready();
    return { AccessTeamId: idOf(team, 'teamid') };
  },
};

/** A user leaves the team of a record, which stays (Learn: RemoveUserFromRecordTeam Action). */
const removeUser: WebApiAction = {
  name: 'RemoveUserFromRecordTeam',
  boundTo: 'systemuser',
  run: (session, user, body) => {
    const team = existingTeam(session, askedFor(session, body));
    if (team === null) throw invalidArgument('Record');
    endLink(session, members(), team, user);
    return { AccessTeamId: idOf(team, 'teamid') };
  },
};

/**
 * An owner team becomes an access team for good, if it owns nothing and holds no role; its queue is deleted (Learn: ConvertOwnerTeamToAccessTeam
 * Action, ConvertOwnerTeamToAccessTeamRequest).
 */
const convert: WebApiAction = {
  name: 'ConvertOwnerTeamToAccessTeam',
  boundTo: 'team',
  run: (session, team) => {
    if ((team['teamtype'] ?? 0) !== 0 || team['isdefault'] === true) throw invalidArgument('TeamId');
    writerOf(teams).update(session, team, {
      values: { teamtype: 1 },
      links: new Map([['queueid', null]]),
    });
    session.environment.mutable(queues).remove(textOf(team, 'queueid') ?? '');
    return null;
  },
};

/** Actions about access teams. */
export const accessTeamActions: readonly WebApiAction[] = [addUser, removeUser, convert];
