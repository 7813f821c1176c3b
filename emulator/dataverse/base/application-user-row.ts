import type { Row } from '../schema/value.ts';
import { slug } from './names.ts';

/** Choices of `azurestate`: what the directory says of the service principal. */
export const azureStates = { exists: 0, softDeleted: 1, missing: 2 } as const;

/**
 * The columns that the service itself fills in for an application user, from what the directory says about its
 * service principal (Learn: "Manage application users in the Power Platform admin center").
 */
export const applicationUserColumns = (
  tenantId: string,
  app: { readonly appId: string; readonly objectId: string; readonly displayName: string },
): Row => {
  const address = `${slug(app.displayName)}_${app.appId}@${tenantId}`;
  return {
    applicationid: app.appId,
    azureactivedirectoryobjectid: app.objectId,
    applicationiduri: `api://${app.appId}`,
    firstname: '#',
    lastname: app.displayName,
    fullname: `# ${app.displayName}`,
    yomifullname: `# ${app.displayName}`,
    domainname: address,
    internalemailaddress: address,
    accessmode: 4,
    caltype: 0,
    islicensed: false,
    issyncwithdirectory: true,
    userlicensetype: -1,
  };
};
