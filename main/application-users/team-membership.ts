import type { Result } from '../../preload/contract/words/errors.ts';
import type { SystemUserId, TeamId } from '../../preload/contract/words/ids.ts';
import type { DataverseAnswer, DataverseClient } from '../dataverse/dataverse-client.ts';
import { collectionReference, memberReference, rowReference } from '../dataverse/references.ts';

const NAVIGATION = 'teammembership_association';

/** Which user in which team. */
export type TeamMembership = { readonly systemUserId: SystemUserId; readonly teamId: TeamId };

/** Adds a user to a team (Microsoft Learn: associate-disassociate-entities-using-web-api); one who is in it stays. */
export const joinTeam = (
  client: DataverseClient,
  { systemUserId, teamId }: TeamMembership,
  signal: AbortSignal,
): Promise<Result<DataverseAnswer>> =>
  client.post(
    collectionReference('teams', teamId, NAVIGATION),
    rowReference(client.origin, 'systemusers', systemUserId),
    signal,
  );

/** Takes a user out of a team; one who is not in it is left alone. */
export const leaveTeam = (
  client: DataverseClient,
  { systemUserId, teamId }: TeamMembership,
  signal: AbortSignal,
): Promise<Result<DataverseAnswer>> =>
  client.remove(memberReference('teams', teamId, NAVIGATION, systemUserId), signal);
