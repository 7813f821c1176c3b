import { z } from 'zod';
import {
  parseBusinessUnitId,
  parseClientId,
  parseRoleId,
  parseServicePrincipalId,
  parseSystemUserId,
} from '../../preload/contract/words/ids.ts';
import { guidOf } from '../dataverse/rows.ts';

/** A role of `systemuserroles_association` as the inventory reads it. */
export const heldRoleRow = z.object({
  roleid: guidOf(parseRoleId),
  name: z.string(),
  _parentrootroleid_value: guidOf(parseRoleId).nullish(),
  _roletemplateid_value: z.string().nullish(),
});
export type HeldRoleRow = z.output<typeof heldRoleRow>;

/** The columns of a `systemusers` row that say who an app is in an environment (Microsoft Learn: systemuser table). */
export const applicationUserRow = z.object({
  systemuserid: guidOf(parseSystemUserId),
  applicationid: guidOf(parseClientId),
  azureactivedirectoryobjectid: guidOf(parseServicePrincipalId).nullish().catch(null),
  azurestate: z.int().nullish(),
  deletedstate: z.int().nullish(),
  isdisabled: z.boolean(),
  accessmode: z.int().nullish(),
  fullname: z.string().nullish(),
  domainname: z.string().nullish(),
  _businessunitid_value: guidOf(parseBusinessUnitId).nullish(),
  businessunitid: z.object({ name: z.string().nullish() }).nullish(),
  createdon: z.string().nullish(),
  modifiedon: z.string().nullish(),
  systemuserroles_association: z.array(heldRoleRow).default([]),
  'systemuserroles_association@odata.nextLink': z.string().nullish(),
});
export type ApplicationUserRow = z.output<typeof applicationUserRow>;

/** Columns that fill a held role. */
export const ROLE_COLUMNS = 'roleid,name,_parentrootroleid_value,_roletemplateid_value';

/** `$select` and `$expand` that fill the row. */
export const APPLICATION_USER_COLUMNS =
  '$select=systemuserid,applicationid,azureactivedirectoryobjectid,azurestate,deletedstate,isdisabled,accessmode,' +
  'fullname,domainname,_businessunitid_value,createdon,modifiedon' +
  `&$expand=systemuserroles_association($select=${ROLE_COLUMNS}),businessunitid($select=name)`;
