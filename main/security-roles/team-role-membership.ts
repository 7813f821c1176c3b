import { z } from 'zod';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseRoleId } from '../../preload/contract/words/ids.ts';
import type { RoleId, TeamId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import type { Association } from '../dataverse/associate.ts';
import { guidOf, readAllRows } from '../dataverse/rows.ts';
import { whenGone } from './when-gone.ts';

const NAVIGATION = 'teamroles_association';

/** A role copy of a team, which is of the team's business unit (Microsoft Learn: team table, teamroles_association; another unit's is refused with 0x8004140D). */
export const teamRole = (teamId: TeamId, copyId: RoleId): Association => ({
  of: { set: 'teams', id: teamId },
  navigation: NAVIGATION,
  with: { set: 'roles', id: copyId },
});

const roleRow = z
  .object({ roleid: guidOf(parseRoleId), _parentrootroleid_value: guidOf(parseRoleId).nullish() })
  .transform(({ _parentrootroleid_value: root, roleid: roleId }) => ({ roleId, rootRoleId: root ?? roleId }));

/** The role copies that a team holds, past the service's caches. `not-found` when there is no such team. */
export const readRolesOfTeam = async (
  client: DataverseClient,
  teamId: TeamId,
  signal: AbortSignal,
): Promise<Result<readonly z.output<typeof roleRow>[]>> => {
  const path = `teams(${teamId})/${NAVIGATION}?$select=roleid,_parentrootroleid_value`;
  const read = whenGone(await readAllRows(client, path, roleRow, { signal, strong: true }), 'team', teamId);
  return read.ok ? ok(read.value.rows) : read;
};
