import type { BusinessUnit, SecurityRole } from '../../preload/contract/security-roles.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { RoleId } from '../../preload/contract/words/ids.ts';
import { readBusinessUnits } from '../dataverse/business-units.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { odataExpression, odataString } from '../dataverse/odata-literal.ts';
import { readAllRows } from '../dataverse/rows.ts';
import { foldRoleCopies } from './fold-role-copies.ts';
import { SECURITY_ROLE_COLUMNS, securityRoleRow } from './security-role-row.ts';
import type { SecurityRoleRow } from './security-role-row.ts';

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

/** Terms of a filter per request: keeps the address far below the service's 32 KB. */
const TERMS_PER_REQUEST = 20;

/** The roles of an environment that have one of these names or root copies, with their copies: a plan needs no others. */
export const readSomeSecurityRoles = async (
  client: DataverseClient,
  wanted: { readonly names: readonly string[]; readonly roots: readonly RoleId[] },
  units: readonly BusinessUnit[],
  signal: AbortSignal,
): Promise<Result<readonly SecurityRole[]>> => {
  const terms = [
    ...new Set([
      ...wanted.names.map((name) => `${odataExpression('name eq ')}${odataString(name.trim())}`),
      ...wanted.roots.map((root) => odataExpression(`_parentrootroleid_value eq ${root}`)),
    ]),
  ];
  const rows = new Map<RoleId, SecurityRoleRow>();
  for (let start = 0; start < terms.length; start += TERMS_PER_REQUEST) {
    const filter = terms.slice(start, start + TERMS_PER_REQUEST).join(odataExpression(' or '));
    const path = `roles?${SECURITY_ROLE_COLUMNS}&$filter=${filter}`;
    const read = await readAllRows(client, path, securityRoleRow, { signal });
    if (!read.ok) return read;
    for (const row of read.value.rows) rows.set(row.roleId, row);
  }
  return ok(foldRoleCopies([...rows.values()], units));
};
