import { z } from 'zod';
import { parseBusinessUnitId, parseRoleId } from '../../preload/contract/words/ids.ts';
import { guidOf } from '../dataverse/rows.ts';

/** A managed property: `{ Value, CanBeChanged, ManagedPropertyLogicalName }`. */
const managedProperty = z.object({ Value: z.boolean() }).nullish();

/** One role copy: a role exists once per business unit (Microsoft Learn: role table, security roles). */
export const securityRoleRow = z
  .object({
    roleid: guidOf(parseRoleId),
    name: z.string(),
    _businessunitid_value: guidOf(parseBusinessUnitId),
    _parentrootroleid_value: guidOf(parseRoleId).nullish(),
    _roletemplateid_value: z.string().nullish(),
    ismanaged: z.boolean().nullish(),
    iscustomizable: managedProperty,
    isinherited: z.int().nullish(),
  })
  .transform((row) => {
    const {
      _businessunitid_value: businessUnitId,
      _parentrootroleid_value: root,
      _roletemplateid_value: template,
    } = row;
    return {
      roleId: row.roleid,
      name: row.name,
      businessUnitId,
      rootRoleId: root ?? row.roleid,
      templateId: template?.toLowerCase() ?? null,
      managed: row.ismanaged ?? false,
      customizable: row.iscustomizable?.Value ?? false,
      // 1 is "Direct User (Basic) access level and Team privileges", 0 "Team privileges only".
      membersInherit: row.isinherited === 1,
    };
  });
export type SecurityRoleRow = z.output<typeof securityRoleRow>;

/** `$select` that fills the row. */
export const SECURITY_ROLE_COLUMNS =
  '$select=roleid,name,_businessunitid_value,_parentrootroleid_value,_roletemplateid_value,ismanaged,iscustomizable,isinherited';
