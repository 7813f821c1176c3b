import type { Account } from '../directory/records.ts';
import type { Entity, GraphCall } from './graph-call.ts';

/** The name under which a guest is a user of the tenant (Learn: user-properties, "User principal name"). */
const principalName = (account: Account, domain: string): string =>
  account.home === null ? account.username : `${account.username.replace('@', '_')}#EXT#@${domain}`;

/** A person (Learn: user resource, default properties). */
export const userEntity = (call: GraphCall, account: Account): Entity => ({
  businessPhones: [],
  displayName: account.displayName,
  givenName: account.givenName,
  jobTitle: null,
  mail: account.username,
  mobilePhone: null,
  officeLocation: null,
  preferredLanguage: null,
  surname: account.surname,
  userPrincipalName: principalName(account, call.cloud.directory.tenant(account.tenantId)?.domain ?? ''),
  id: account.objectId,
});
