import { z } from 'zod';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseColumnSecurityProfileId } from '../../preload/contract/words/ids.ts';
import type { ColumnSecurityProfileId, SystemUserId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import type { Association } from '../dataverse/associate.ts';
import { readRowsNamed } from '../dataverse/rows-named.ts';
import { guidOf, readAllRows, whole } from '../dataverse/rows.ts';

/** A column security profile of one environment. */
export type ProfileThere = { readonly id: ColumnSecurityProfileId; readonly name: string };

const profileRow = z
  .object({ fieldsecurityprofileid: guidOf(parseColumnSecurityProfileId), name: z.string() })
  .transform(({ fieldsecurityprofileid: id, name }): ProfileThere => ({ id, name }));

const NAVIGATION = 'systemuserprofiles_association';
const SELECT = '$select=fieldsecurityprofileid,name';

const readProfiles = async (
  client: DataverseClient,
  path: string,
  signal: AbortSignal,
): Promise<Result<readonly ProfileThere[]>> =>
  whole(await readAllRows(client, path, profileRow, { signal, strong: true }), client);

/** The column security profiles of an environment that have one of these names (Microsoft Learn: fieldsecurityprofile table). */
export const readProfilesNamed = async (
  client: DataverseClient,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Result<readonly ProfileThere[]>> => {
  const read = await readRowsNamed(names, (filter) =>
    readProfiles(client, `fieldsecurityprofiles?${SELECT}&$filter=${filter}`, signal),
  );
  // One that two names mean comes once.
  return read.ok ? ok([...new Map(read.value.map((profile) => [profile.id, profile])).values()]) : read;
};

/** The column security profiles that a user holds itself; what it has through a team is not among them. */
export const readProfilesOf = (
  client: DataverseClient,
  systemUserId: SystemUserId,
  signal: AbortSignal,
): Promise<Result<readonly ProfileThere[]>> =>
  readProfiles(client, `systemusers(${systemUserId})/${NAVIGATION}?${SELECT}`, signal);

/** A column security profile of a user (Microsoft Learn: "Column-level security by using code"). */
export const userProfile = (systemUserId: SystemUserId, profileId: ColumnSecurityProfileId): Association => ({
  of: { set: 'systemusers', id: systemUserId },
  navigation: NAVIGATION,
  with: { set: 'fieldsecurityprofiles', id: profileId },
});
