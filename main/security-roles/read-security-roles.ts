import type { SecurityRole } from '../../preload/contract/security-roles.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { readBusinessUnits } from '../dataverse/business-units.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { readAllRows } from '../dataverse/rows.ts';
import { foldRoleCopies } from './fold-role-copies.ts';
import { SECURITY_ROLE_COLUMNS, securityRoleRow } from './security-role-row.ts';

/** All security roles of an environment with their copies (Microsoft Learn: role table). Two reads at once. */
export const readSecurityRoles = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<readonly SecurityRole[]>> => {
  const [rows, units] = await Promise.all([
    readAllRows(client, `roles?${SECURITY_ROLE_COLUMNS}`, securityRoleRow, { signal }),
    readBusinessUnits(client, signal),
  ]);
  if (!rows.ok) return rows;
  return units.ok ? ok(foldRoleCopies(rows.value.rows, units.value)) : units;
};
