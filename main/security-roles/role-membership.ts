import type { RoleId, SystemUserId } from '../../preload/contract/words/ids.ts';
import type { Association } from '../dataverse/associate.ts';

/** A role copy of a user (Microsoft Learn: systemuser table, systemuserroles_association). */
export const userRole = (systemUserId: SystemUserId, roleId: RoleId): Association => ({
  of: { set: 'systemusers', id: systemUserId },
  navigation: 'systemuserroles_association',
  with: { set: 'roles', id: roleId },
});
