import type { SystemUserId, TeamId } from '../../preload/contract/words/ids.ts';
import type { Association } from '../dataverse/associate.ts';

/** A user in a team (Microsoft Learn: team table, teammembership_association). */
export const teamMember = (teamId: TeamId, systemUserId: SystemUserId): Association => ({
  of: { set: 'teams', id: teamId },
  navigation: 'teammembership_association',
  with: { set: 'systemusers', id: systemUserId },
});
