import type { BusinessUnit, SecurityRole } from '../../preload/contract/security-roles.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { RoleId } from '../../preload/contract/words/ids.ts';
import { readBusinessUnits } from '../dataverse/business-units.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { odataExpression } from '../dataverse/odata-literal.ts';
import { readRowsNamed } from '../dataverse/rows-named.ts';
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

/** The roles of an environment that have one of these names or root copies, with their copies: a plan needs no others. */
export const readSomeSecurityRoles = async (
  client: DataverseClient,
  wanted: { readonly names: readonly string[]; readonly roots: readonly RoleId[] },
  units: readonly BusinessUnit[],
  signal: AbortSignal,
): Promise<Result<readonly SecurityRole[]>> => {
  const read = await readRowsNamed(
    wanted.names,
    async (filter) => {
      const path = `roles?${SECURITY_ROLE_COLUMNS}&$filter=${filter}`;
      const rows = await readAllRows(client, path, securityRoleRow, { signal });
      return rows.ok ? ok(rows.value.rows) : rows;
    },
    wanted.roots.map((root) => odataExpression(`_parentrootroleid_value eq ${root}`)),
  );
  if (!read.ok) return read;
  const rows = new Map(read.value.map((row) => [row.roleId, row]));
  return ok(foldRoleCopies([...rows.values()], units));
};
