import type { Result } from '../../preload/contract/words/errors.ts';
import type { BusinessUnitId, SystemUserId } from '../../preload/contract/words/ids.ts';
import type { DataverseAnswer, DataverseClient } from '../dataverse/dataverse-client.ts';

/**
 * Moves a user to another business unit. The environment takes all of its roles away with it unless its setting
 * `DoNotRemoveRolesOnChangeBusinessUnit` says otherwise (Microsoft Learn: "Change the business unit for a user";
 * SetBusinessSystemUser is deprecated in favour of this update).
 */
export const changeBusinessUnit = (
  client: DataverseClient,
  wanted: { readonly systemUserId: SystemUserId; readonly businessUnitId: BusinessUnitId },
  signal: AbortSignal,
): Promise<Result<DataverseAnswer>> =>
  client.patch(
    `systemusers(${wanted.systemUserId})`,
    { 'businessunitid@odata.bind': `/businessunits(${wanted.businessUnitId})` },
    signal,
  );

/**
 * Deletes the row of a user: a disabled one is soft-deleted and loses roles and teams, a soft-deleted one goes for good
 * (Microsoft Learn: "Delete users"; Microsoft's Terraform provider deletes twice in the same way).
 */
export const deleteUserRow = (
  client: DataverseClient,
  systemUserId: SystemUserId,
  signal: AbortSignal,
): Promise<Result<DataverseAnswer>> => client.remove(`systemusers(${systemUserId})`, signal);
