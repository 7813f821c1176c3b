import type { Depth } from '../../preload/contract/words/depth.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import type { BusinessUnitId, PrivilegeId, RoleId } from '../../preload/contract/words/ids.ts';
import type { DataverseAnswer, DataverseClient } from '../dataverse/dataverse-client.ts';
import { depthsOf } from './whole-role.ts';
import type { WholeRole } from './whole-role.ts';

/** `REQ_ID` of the last request that changed something. */
type Sent = { readonly requestId: string };

const sent = (answer: Result<DataverseAnswer>): Result<Sent> =>
  answer.ok ? ok({ requestId: answer.value.correlation.requestId ?? '' }) : answer;

const action = (roleId: RoleId, name: string): string => `roles(${roleId})/Microsoft.Dynamics.CRM.${name}`;

const rolePrivilege = (privilegeId: PrivilegeId, depth: string, more: object = {}): object => ({
  '@odata.type': 'Microsoft.Dynamics.CRM.RolePrivilege',
  PrivilegeId: privilegeId,
  Depth: depth,
  ...more,
});

/** A privilege and how far it shall be granted; `None`: not at all. */
export type WantedGrant = { readonly privilegeId: PrivilegeId; readonly after: Depth };

/**
 * Creates a role under an id that we choose, so that it can be found again after a broken answer (Microsoft Learn: "Create a table
 * row using the Web API", primary key). An empty description is not sent: older versions have no such column.
 */
export const createRole = async (
  client: DataverseClient,
  role: {
    readonly roleId: RoleId;
    readonly name: string;
    readonly description: string;
    readonly businessUnitId: BusinessUnitId;
  },
  signal: AbortSignal,
): Promise<Result<Sent>> =>
  sent(
    await client.post(
      'roles',
      {
        roleid: role.roleId,
        name: role.name,
        ...(role.description === '' ? {} : { description: role.description }),
        'businessunitid@odata.bind': `/businessunits(${role.businessUnitId})`,
      },
      signal,
    ),
  );

/** Renames a role or says something else of it. */
export const patchRole = async (
  client: DataverseClient,
  roleId: RoleId,
  columns: { readonly name?: string; readonly description?: string },
  signal: AbortSignal,
): Promise<Result<Sent>> => sent(await client.patch(`roles(${roleId})`, columns, signal));

/** Deletes a role with its copies. */
export const deleteRole = async (
  client: DataverseClient,
  roleId: RoleId,
  signal: AbortSignal,
): Promise<Result<Sent>> => sent(await client.remove(`roles(${roleId})`, signal));

/** Grants privileges; what else the role grants stays (Microsoft Learn: AddPrivilegesRole action). */
export const addPrivileges = async (
  client: DataverseClient,
  roleId: RoleId,
  grants: readonly WantedGrant[],
  signal: AbortSignal,
): Promise<Result<Sent>> => {
  const body = { Privileges: grants.map(({ privilegeId, after }) => rolePrivilege(privilegeId, after)) };
  return sent(await client.post(action(roleId, 'AddPrivilegesRole'), body, signal));
};

/** The service did not take the body as we wrote it, whatever it says of the privilege. */
const refusesBody = ({ code, params }: AppError): boolean =>
  code === 'dataverse' && params['status'] === 400 && /parameter|Privilege/i.test(String(params['message']));

/**
 * Takes one privilege. Its reference page names the parameter `Privilege`, an entity reference; some versions are said to take
 * `PrivilegeId` (Microsoft Learn: RemovePrivilegeRole action), so that a refused body is sent the other way once.
 */
const removePrivilege = async (
  client: DataverseClient,
  roleId: RoleId,
  privilegeId: PrivilegeId,
  signal: AbortSignal,
): Promise<Result<Sent>> => {
  const path = action(roleId, 'RemovePrivilegeRole');
  const reference = { '@odata.type': 'Microsoft.Dynamics.CRM.privilege', privilegeid: privilegeId };
  const first = await client.post(path, { Privilege: reference }, signal);
  if (first.ok || !refusesBody(first.error)) return sent(first);
  return sent(await client.post(path, { PrivilegeId: privilegeId }, signal));
};

/** Takes privileges one after another; ends with the first that is refused. */
export const removePrivileges = async (
  client: DataverseClient,
  roleId: RoleId,
  privilegeIds: readonly PrivilegeId[],
  signal: AbortSignal,
): Promise<Result<Sent>> => {
  let last: Result<Sent> = ok({ requestId: '' });
  for (const privilegeId of privilegeIds) {
    last = await removePrivilege(client, roleId, privilegeId, signal);
    if (!last.ok) return last;
  }
  return last;
};

const NO_FILTER = '00000000-0000-0000-0000-000000000000';

/**
 * Writes the complete set of a role: everything in `whole`, changed where `grants` says so (Microsoft Learn:
 * ReplacePrivilegesRole action: what is missing is removed). The caller has read `whole` just before.
 */
export const replacePrivileges = async (
  client: DataverseClient,
  roleId: RoleId,
  whole: WholeRole,
  grants: readonly WantedGrant[],
  signal: AbortSignal,
): Promise<Result<Sent>> => {
  const changed = new Map(grants.map(({ privilegeId, after }) => [privilegeId, after]));
  const had = depthsOf(whole);
  const kept = whole.grants.flatMap(({ privilegeId, depth, recordFilterId }) => {
    const after = changed.get(privilegeId);
    if (after === 'None') return [];
    if (after !== undefined) return [rolePrivilege(privilegeId, after)];
    const filter = recordFilterId === NO_FILTER ? {} : { RecordFilterId: recordFilterId };
    return [rolePrivilege(privilegeId, depth, filter)];
  });
  const added = grants
    .filter(({ privilegeId, after }) => after !== 'None' && !had.has(privilegeId))
    .map(({ privilegeId, after }) => rolePrivilege(privilegeId, after));
  const body = { Privileges: [...kept, ...added] };
  return sent(await client.post(action(roleId, 'ReplacePrivilegesRole'), body, signal));
};
