import { z } from 'zod';
import type { BusinessUnit } from '../../preload/contract/security-roles.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseBusinessUnitId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from './dataverse-client.ts';
import { guidOf, readAllRows } from './rows.ts';

const rowSchema = z
  .object({
    businessunitid: guidOf(parseBusinessUnitId),
    name: z.string(),
    _parentbusinessunitid_value: guidOf(parseBusinessUnitId).nullish(),
    isdisabled: z.boolean().nullish(),
  })
  .transform(({ businessunitid, name, isdisabled, _parentbusinessunitid_value: parentId }): BusinessUnit => ({
    id: businessunitid,
    name,
    parentId: parentId ?? null,
    disabled: isdisabled ?? false,
  }));

const SELECT = '$select=businessunitid,name,_parentbusinessunitid_value,isdisabled';

/** All business units of an environment (Microsoft Learn: businessunit table). The root alone has no parent. */
export const readBusinessUnits = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<readonly BusinessUnit[]>> => {
  const read = await readAllRows(client, `businessunits?${SELECT}`, rowSchema, { signal });
  return read.ok ? ok(read.value.rows) : read;
};

/** The root business unit, where an application user goes when nobody says otherwise. */
export const readRootBusinessUnit = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<BusinessUnit>> => {
  const path = `businessunits?${SELECT}&$filter=parentbusinessunitid%20eq%20null`;
  const read = await readAllRows(client, path, rowSchema, { signal });
  if (!read.ok) return read;
  const root = read.value.rows[0];
  return root === undefined ? failed('not-found', { what: 'business unit', id: 'root' }) : ok(root);
};
