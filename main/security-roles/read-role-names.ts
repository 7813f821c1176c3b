import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { readAllRows } from '../dataverse/rows.ts';
import { SYSTEM_ADMINISTRATOR_TEMPLATE } from '../dataverse/system-administrator.ts';
import { SECURITY_ROLE_COLUMNS, securityRoleRow } from './security-role-row.ts';

export type RoleName = { readonly name: string; readonly systemAdministrator: boolean };

/** Names of the roles of an environment, each once, sorted: root copies alone (`parentroleid` is null at the root). */
export const readRoleNames = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<readonly RoleName[]>> => {
  const path = `roles?${SECURITY_ROLE_COLUMNS}&$filter=parentroleid%20eq%20null`;
  const read = await readAllRows(client, path, securityRoleRow, { signal });
  if (!read.ok) return read;
  const names = new Map<string, RoleName>();
  for (const { name, templateId } of read.value.rows) {
    const systemAdministrator = templateId === SYSTEM_ADMINISTRATOR_TEMPLATE;
    if (systemAdministrator || !names.has(name)) names.set(name, { name, systemAdministrator });
  }
  return ok([...names.values()].toSorted((a, b) => a.name.localeCompare(b.name)));
};
