import { z } from 'zod';
import type { OutputOf } from '../../preload/contract/index.ts';
import { RECORD_VERBS } from '../../preload/contract/security-roles.ts';
import type { AskedRecord } from '../../preload/contract/security-roles.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseBusinessUnitId, parseSystemUserId, parseTeamId } from '../../preload/contract/words/ids.ts';
import type { RecordId, SystemUserId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { decodeOne, guidOf } from '../dataverse/rows.ts';
import { readTableDefinition } from '../dataverse/table-definition.ts';
import type { TableDefinition, TableReference } from '../dataverse/table-definition.ts';
import { readAccessOrigin } from './read-access-origin.ts';
import { readEffectiveAccess } from './read-effective-access.ts';
import { explainRecord } from './record-access.ts';
import type { RecordPlace, RecordShare, TablePrivilege } from './record-access.ts';
import { whenGone } from './when-gone.ts';

const rowSchema = z.record(z.string(), z.unknown());
type Row = z.output<typeof rowSchema>;

const textAt = (row: Row, name: string): string | null => {
  const value = row[name];
  return typeof value === 'string' ? value : null;
};
const shownAt = (row: Row, column: string): string | null =>
  textAt(row, `${column}@OData.Community.Display.V1.FormattedValue`);

const OWNER = '_ownerid_value';
const OWNING_UNIT = '_owningbusinessunit_value';
const UNIT = '_businessunitid_value';

/** Columns by which a row is placed; a business unit is placed by itself. */
const placeColumns = ({ logicalName, ownership }: TableDefinition): readonly string[] => {
  if (ownership === 'UserOwned' || ownership === 'TeamOwned') return [OWNER, OWNING_UNIT];
  return ownership === 'BusinessOwned' && logicalName !== 'businessunit' ? [UNIT] : [];
};

type ReadRecord = { readonly place: RecordPlace; readonly record: AskedRecord };

const placed = (table: TableDefinition, recordId: RecordId, row: Row): ReadRecord => {
  const name = table.primaryName === null ? null : textAt(row, table.primaryName);
  const record = { recordId, table: table.logicalName, tableName: table.displayName, name };
  if (table.ownership === 'BusinessOwned') {
    const unit = table.logicalName === 'businessunit' ? recordId : (textAt(row, UNIT) ?? '');
    // A user or a team stands for itself: its own row is within reach of its least depth.
    const self = parseSystemUserId(recordId);
    return {
      place: { kind: 'owned', ownerId: self, businessUnitId: parseBusinessUnitId(unit) },
      record: { ...record, owner: null, businessUnitName: shownAt(row, UNIT) ?? name },
    };
  }
  const ownerId = textAt(row, OWNER);
  if (ownerId === null)
    return { place: { kind: 'organization' }, record: { ...record, owner: null, businessUnitName: null } };
  const ofTeam = row[`${OWNER}@Microsoft.Dynamics.CRM.lookuplogicalname`] === 'team';
  return {
    place: {
      kind: 'owned',
      ownerId: ofTeam ? parseTeamId(ownerId) : parseSystemUserId(ownerId),
      businessUnitId: parseBusinessUnitId(textAt(row, OWNING_UNIT) ?? ''),
    },
    record: {
      ...record,
      owner: { kind: ofTeam ? 'team' : 'user', name: shownAt(row, OWNER) ?? ownerId },
      businessUnitName: shownAt(row, OWNING_UNIT),
    },
  };
};

const readRecord = async (
  client: DataverseClient,
  table: TableDefinition,
  recordId: RecordId,
  signal: AbortSignal,
): Promise<Result<ReadRecord>> => {
  const named = table.primaryName === null ? [] : [table.primaryName];
  const columns = [table.primaryId, ...named, ...placeColumns(table)].join(',');
  const answer = await client.get(`${table.entitySet}(${recordId})?$select=${columns}`, {
    signal,
    annotations: true,
  });
  if (!answer.ok)
    return answer.error.code === 'dataverse' && answer.error.params['status'] === 404
      ? failed('not-found', { what: 'record', id: recordId }, { correlation: answer.error.correlation })
      : answer;
  const row = decodeOne(rowSchema, answer.value, client.origin);
  return row.ok ? ok(placed(table, recordId, row.value)) : row;
};

/** A record as the parameter of a function (Microsoft Learn: "Use Web API functions"). */
const targetOf = (link: string): string => encodeURIComponent(JSON.stringify({ '@odata.id': link }));

/** Names of `AccessRights` without their ending, e.g. `Read`. */
const verbsOf = (rights: string): ReadonlySet<string> =>
  new Set(rights.split(',').map((right) => right.trim().replace(/Access$/, '')));

const accessSchema = z.object({ AccessRights: z.string() });

/** What the service lets a user do with a record (Microsoft Learn: RetrievePrincipalAccess function). */
const readAllowed = async (
  client: DataverseClient,
  systemUserId: SystemUserId,
  link: string,
  signal: AbortSignal,
): Promise<Result<ReadonlySet<string>>> => {
  const path = `systemusers(${systemUserId})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=${targetOf(link)}`;
  const answer = await client.get(path, { signal });
  // The record was read just before.
  if (!answer.ok) return whenGone(answer, 'application user', systemUserId);
  const decoded = decodeOne(accessSchema, answer.value, client.origin);
  if (!decoded.ok) return decoded;
  return ok(verbsOf(decoded.value.AccessRights));
};

const sharesSchema = z.object({
  PrincipalAccesses: z.array(
    z.object({
      AccessMask: z.string(),
      Principal: z.union([
        z.object({ systemuserid: guidOf(parseSystemUserId) }).transform(({ systemuserid }) => systemuserid),
        z.object({ teamid: guidOf(parseTeamId) }).transform(({ teamid }) => teamid),
      ]),
    }),
  ),
});

/** Whom a record is shared with (Microsoft Learn: RetrieveSharedPrincipalsAndAccess function); what the organization owns is never shared. */
const readShares = async (
  client: DataverseClient,
  link: string,
  signal: AbortSignal,
): Promise<Result<readonly RecordShare[]>> => {
  const answer = await client.get(`RetrieveSharedPrincipalsAndAccess(Target=@t)?@t=${targetOf(link)}`, {
    signal,
  });
  if (!answer.ok) return answer;
  const decoded = decodeOne(sharesSchema, answer.value, client.origin);
  if (!decoded.ok) return decoded;
  return ok(
    decoded.value.PrincipalAccesses.map(({ AccessMask, Principal }) => ({
      principalId: Principal,
      verbs: verbsOf(AccessMask),
    })),
  );
};

const DEPTH_FLAGS = [
  ['CanBeBasic', 'Basic'],
  ['CanBeLocal', 'Local'],
  ['CanBeDeep', 'Deep'],
  ['CanBeGlobal', 'Global'],
] as const;

const tablePrivileges = (table: TableDefinition): readonly TablePrivilege[] =>
  RECORD_VERBS.flatMap((verb) =>
    table.privileges
      .filter(({ PrivilegeType }) => PrivilegeType === verb)
      .map((privilege) => ({
        privilegeId: privilege.PrivilegeId,
        name: privilege.Name,
        verb,
        depths: DEPTH_FLAGS.filter(([flag]) => privilege[flag]).map(([, depth]) => depth),
      })),
  );

/** What a user may do with one record and through what, beside what the service itself says. */
export const readRecordAccess = async (
  client: DataverseClient,
  asked: {
    readonly systemUserId: SystemUserId;
    readonly table: TableReference;
    readonly recordId: RecordId;
  },
  signal: AbortSignal,
): Promise<Result<OutputOf<'securityRoles.recordAccess'>>> => {
  const { systemUserId, recordId } = asked;
  const table = await readTableDefinition(client, asked.table, signal);
  if (!table.ok) return table;
  const read = await readRecord(client, table.value, recordId, signal);
  if (!read.ok) return read;
  const link = `${table.value.entitySet}(${recordId})`;
  const [allowed, shares, access] = await Promise.all([
    readAllowed(client, systemUserId, link, signal),
    read.value.place.kind === 'organization' ? ok([]) : readShares(client, link, signal),
    readEffectiveAccess(client, systemUserId, signal),
  ]);
  if (!allowed.ok) return allowed;
  if (!access.ok) return access;
  const { roles, teams, units, privileges } = access.value;
  const rights = explainRecord({
    place: read.value.place,
    tablePrivileges: tablePrivileges(table.value),
    allowed: allowed.value,
    shares: shares.ok ? shares.value : [],
    principal: { systemUserId, teams },
    roles,
    privileges,
    units,
  });
  const isUnexplained = rights.some(
    ({ allowed: may, reaching, shared }) => may && reaching.length + shared.length === 0,
  );
  const { record } = read.value;
  const otherwise = isUnexplained
    ? await readAccessOrigin(client, { table: record.table, recordId, systemUserId }, signal)
    : 'unknown';
  return ok({ record, roles: [...roles], sharingKnown: shares.ok, otherwise, rights: [...rights] });
};
