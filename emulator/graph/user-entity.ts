import type { Account } from '../directory/records.ts';
import type { Entity, GraphCall } from './graph-call.ts';

/** The name under which a guest is a user of the tenant (Learn: user-properties, "User principal name"). */
const principalName = (account: Account, domain: string): string =>
  account.home === null ? account.username : `${account.username.replace('@', '_')}#EXT#@${domain}`;

/** What v1.0 shows where nothing is selected (Learn: user-list, "By default"). */
export const userDefaults: readonly string[] = [
  'businessPhones',
  'displayName',
  'givenName',
  'id',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
];

/** A person with all that is known (Learn: user resource). */
export function userEntity(call: GraphCall, account: Account): Entity {
  const domain = call.cloud.directory.tenant(account.tenantId)?.domain ?? '';
  const name = principalName(account, domain);
  return {
    businessPhones: [],
    displayName: account.displayName,
    givenName: account.givenName,
    jobTitle: null,
    mail: account.username,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: account.surname,
    userPrincipalName: name,
    id: account.objectId,
    accountEnabled: account.enabled,
    city: null,
    companyName: null,
    country: null,
    deletedDateTime: null,
    department: null,
    employeeId: null,
    identities: [{ signInType: 'userPrincipalName', issuer: domain, issuerAssignedId: name }],
    imAddresses: [],
    mailNickname: name.replace(/@.*$/, ''),
    onPremisesSyncEnabled: null,
    otherMails: [],
    postalCode: null,
    state: null,
    streetAddress: null,
    usageLocation: null,
    userType: account.home === null ? 'Member' : 'Guest',
  };
}

/** What a person is shown with where nothing is selected: beta tells what v1.0 tells on request alone. */
export const shownOfUser = ({ version }: Pick<GraphCall, 'version'>, entity: Entity): Entity =>
  version === 'beta'
    ? entity
    : Object.fromEntries(Object.entries(entity).filter(([name]) => userDefaults.includes(name)));

/** What an object of the directory is shown with where nothing is selected. */
export const shownOf = (
  call: GraphCall,
  { type, entity }: { readonly type: string; readonly entity: Entity },
): Entity => (type === 'user' ? shownOfUser(call, entity) : entity);
