import { z } from 'zod';
import { parseSystemUserId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { odataExpression } from '../dataverse/odata-literal.ts';
import { guidOf, readAllRows } from '../dataverse/rows.ts';
import { readAdministratorRoleIds } from '../dataverse/system-administrator.ts';

const userRow = z.object({ systemuserid: guidOf(parseSystemUserId) });

/** Enabled users, people included, who hold any copy of System Administrator directly; null when that cannot be read. */
export const countAdministrators = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<number | null> => {
  const roots = await readAdministratorRoleIds(client, signal);
  if (!roots.ok || roots.value.size === 0) return null;
  const anyOf = [...roots.value]
    .map((root) => `r/roleid eq ${root} or r/_parentrootroleid_value eq ${root}`)
    .join(' or ');
  const filter = `isdisabled eq false and systemuserroles_association/any(r:${anyOf})`;
  const path = `systemusers?$select=systemuserid&$filter=${odataExpression(filter)}`;
  const read = await readAllRows(client, path, userRow, { signal });
  // Not knowing only loses a warning: the service itself refuses to lose the last administrator.
  return read.ok ? read.value.rows.length : null;
};
