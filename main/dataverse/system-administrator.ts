import { z } from 'zod';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseRoleId } from '../../preload/contract/words/ids.ts';
import type { RoleId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from './dataverse-client.ts';
import { odataExpression } from './odata-literal.ts';
import { guidOf, readAllRows } from './rows.ts';

/** Role template of System Administrator, the same in every environment (Microsoft Learn: security roles, role templates). */
export const SYSTEM_ADMINISTRATOR_TEMPLATE = '627090ff-40a3-4053-8790-584edc5be201';

/** The column security profile that allows everything, the same in every environment; it cannot be changed (Microsoft Learn: "Use field security to control access to field values"). */
export const SYSTEM_ADMINISTRATOR_PROFILE = '572329c1-a042-4e22-be47-367c6374ea45';

/** Where the roles made from it are read. */
export const ADMINISTRATOR_ROLES_PATH = `roles?$select=roleid&$filter=${odataExpression(`_roletemplateid_value eq ${SYSTEM_ADMINISTRATOR_TEMPLATE}`)}`;

const rowSchema = z.object({ roleid: guidOf(parseRoleId) });

/**
 * Ids of the roles made from the System Administrator template. Copies in child business units are recognised through
 * `parentrootroleid`; the name is no proof, because it is translated and can be changed.
 */
export const readAdministratorRoleIds = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<ReadonlySet<RoleId>>> => {
  const read = await readAllRows(client, ADMINISTRATOR_ROLES_PATH, rowSchema, { signal });
  return read.ok ? ok(new Set(read.value.rows.map((row) => row.roleid))) : read;
};
