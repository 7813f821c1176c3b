import type { Result } from '../../preload/contract/words/errors.ts';
import type { RoleId, SystemUserId } from '../../preload/contract/words/ids.ts';
import type { DataverseAnswer, DataverseClient } from '../dataverse/dataverse-client.ts';
import { collectionReference, memberReference, rowReference } from '../dataverse/references.ts';

const NAVIGATION = 'systemuserroles_association';

/** Which role copy of which user. */
export type RoleMembership = { readonly systemUserId: SystemUserId; readonly roleId: RoleId };

/**
 * Gives a user a role copy (Microsoft Learn: associate-disassociate-entities-using-web-api). Sources disagree on whether
 * a copy that is held already is answered with 204 or with 412 (0x80040237): a caller reads before, or takes both.
 */
export const assignRole = (
  client: DataverseClient,
  { systemUserId, roleId }: RoleMembership,
  signal: AbortSignal,
): Promise<Result<DataverseAnswer>> =>
  client.post(
    collectionReference('systemusers', systemUserId, NAVIGATION),
    rowReference(client.origin, 'roles', roleId),
    signal,
  );

/** Takes a role copy from a user; a user who does not hold it is left alone. */
export const removeRole = (
  client: DataverseClient,
  { systemUserId, roleId }: RoleMembership,
  signal: AbortSignal,
): Promise<Result<DataverseAnswer>> =>
  client.remove(memberReference('systemusers', systemUserId, NAVIGATION, roleId), signal);
