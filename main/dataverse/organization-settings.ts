import { z } from 'zod';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { DataverseClient } from './dataverse-client.ts';
import { readAllRows } from './rows.ts';

/** What an environment's `orgdborgsettings` say of roles and business units (Microsoft Learn: "OrgDBOrgSettings"). */
export type OrganizationSettings = {
  /** `DoNotRemoveRolesOnChangeBusinessUnit`: a user keeps its roles when its business unit changes; false by default. */
  readonly keepsRoles: boolean;
};

const rowSchema = z.object({ orgdborgsettings: z.string().nullish() });

/** Reads a true-or-false setting out of the XML text; what is absent is false, as the service has it. */
const isOn = (xml: string, name: string): boolean => new RegExp(`<${name}>\\s*true\\s*</`, 'i').test(xml);

/** Reads the settings of an environment: one row, whose settings are an XML string. */
export const readOrganizationSettings = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<OrganizationSettings>> => {
  const read = await readAllRows(client, 'organizations?$select=orgdborgsettings', rowSchema, { signal });
  if (!read.ok) return read;
  const xml = read.value.rows[0]?.orgdborgsettings ?? '';
  return ok({ keepsRoles: isOn(xml, 'DoNotRemoveRolesOnChangeBusinessUnit') });
};
