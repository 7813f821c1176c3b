import { z } from 'zod';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseRoleId } from '../../preload/contract/words/ids.ts';
import type { RoleId, SystemUserId } from '../../preload/contract/words/ids.ts';
import type { DataverseAnswer, DataverseClient } from '../dataverse/dataverse-client.ts';
import { collectionReference, memberReference, rowReference } from '../dataverse/references.ts';
import { decodeOne, guidOf } from '../dataverse/rows.ts';

const NAVIGATION = 'systemuserroles_association';

/** Which role copy of which user. */
export type RoleMembership = { readonly systemUserId: SystemUserId; readonly roleId: RoleId };

export type ChangedMembership = {
  /** False when it was so already: nothing was sent. */
  readonly changed: boolean;
  /** `REQ_ID` of the change; empty when nothing was sent. */
  readonly requestId: string;
};

const userSchema = z.object({ [NAVIGATION]: z.array(z.object({ roleid: guidOf(parseRoleId) })) });

const holdsRole = async (
  client: DataverseClient,
  { systemUserId, roleId }: RoleMembership,
  signal: AbortSignal,
): Promise<Result<boolean>> => {
  const expand = `${NAVIGATION}($select=roleid;$filter=roleid%20eq%20${roleId})`;
  const path = `systemusers(${systemUserId})?$select=systemuserid&$expand=${expand}`;
  const answer = await client.get(path, { signal, strong: true });
  if (!answer.ok) return answer;
  const decoded = decodeOne(userSchema, answer.value, client.origin);
  return decoded.ok ? ok(decoded.value[NAVIGATION].some((role) => role.roleid === roleId)) : decoded;
};

const reach = async (
  client: DataverseClient,
  membership: RoleMembership,
  wanted: boolean,
  send: () => Promise<Result<DataverseAnswer>>,
  signal: AbortSignal,
): Promise<Result<ChangedMembership>> => {
  const before = await holdsRole(client, membership, signal);
  if (!before.ok) return before;
  if (before.value === wanted) return ok({ changed: false, requestId: '' });
  const sent = await send();
  const after = sent.ok ? await holdsRole(client, membership, signal) : sent;
  if (!after.ok) return after;
  if (after.value !== wanted) {
    return failed('state-not-reached', { what: `role ${membership.roleId} ${wanted ? 'held' : 'removed'}` });
  }
  return ok({ changed: true, requestId: sent.ok ? (sent.value.correlation.requestId ?? '') : '' });
};

/**
 * Gives a user a role copy and reads it back. Read before written, because sources disagree on whether the service
 * answers a second assignment with 204 or 412 (Microsoft Learn: associate-disassociate-entities-using-web-api).
 */
export const assignRole = (
  client: DataverseClient,
  membership: RoleMembership,
  signal: AbortSignal,
): Promise<Result<ChangedMembership>> => {
  const { systemUserId, roleId } = membership;
  const path = collectionReference('systemusers', systemUserId, NAVIGATION);
  const body = rowReference(client.origin, 'roles', roleId);
  return reach(client, membership, true, () => client.post(path, body, signal), signal);
};

/** Takes a role copy from a user and reads it back; a user who does not hold it is left alone. */
export const removeRole = (
  client: DataverseClient,
  membership: RoleMembership,
  signal: AbortSignal,
): Promise<Result<ChangedMembership>> => {
  const { systemUserId, roleId } = membership;
  const path = memberReference('systemusers', systemUserId, NAVIGATION, roleId);
  return reach(client, membership, false, () => client.remove(path, signal), signal);
};
