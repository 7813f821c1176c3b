import type { Group } from '../directory/records.ts';
import { isoTime } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';

/** The four numbers of an object id as Windows names it (Learn: group resource, `securityIdentifier`). */
function securityIdentifier(objectId: string): string {
  const [a = '', b = '', c = '', d = '', e = ''] = objectId.split('-');
  const bytes = Buffer.from(`${d}${e}`, 'hex');
  const numbers = [
    Number.parseInt(a, 16),
    // The second and third part are numbers of two bytes, the least significant first.
    Number.parseInt(c, 16) * 65_536 + Number.parseInt(b, 16),
    bytes.readUInt32LE(0),
    bytes.readUInt32LE(4),
  ];
  return `S-1-12-1-${numbers.join('-')}`;
}

/** A group with its default properties (Learn: group resource, group-post-groups). */
export function groupEntity(call: GraphCall, group: Group, deletedOn: number | null = null): Entity {
  const domain = call.cloud.directory.tenant(group.tenantId)?.domain ?? '';
  const mail = group.mailEnabled ? `${group.mailNickname}@${domain}` : null;
  const dynamic = group.membershipRule !== null;
  return {
    id: group.objectId,
    deletedDateTime: deletedOn === null ? null : isoTime(deletedOn),
    classification: null,
    createdDateTime: isoTime(group.createdOn),
    creationOptions: [],
    description: group.description,
    displayName: group.displayName,
    expirationDateTime: null,
    groupTypes: [...(group.unified ? ['Unified'] : []), ...(dynamic ? ['DynamicMembership'] : [])],
    isAssignableToRole: null,
    mail,
    mailEnabled: group.mailEnabled,
    mailNickname: group.mailNickname,
    membershipRule: group.membershipRule,
    membershipRuleProcessingState: dynamic ? 'Paused' : null,
    onPremisesDomainName: null,
    onPremisesLastSyncDateTime: null,
    onPremisesNetBiosName: null,
    onPremisesSamAccountName: null,
    onPremisesSecurityIdentifier: null,
    onPremisesSyncEnabled: null,
    preferredDataLocation: null,
    preferredLanguage: null,
    proxyAddresses: mail === null ? [] : [`SMTP:${mail}`],
    renewedDateTime: isoTime(group.createdOn),
    resourceBehaviorOptions: [],
    resourceProvisioningOptions: [],
    securityEnabled: group.securityEnabled,
    securityIdentifier: securityIdentifier(group.objectId),
    theme: null,
    uniqueName: group.uniqueName,
    visibility: group.visibility,
    onPremisesProvisioningErrors: [],
    serviceProvisioningErrors: [],
    // Learn: group resource of beta.
    ...(call.version === 'beta'
      ? { createdByAppId: null, isManagementRestricted: null, organizationId: group.tenantId }
      : {}),
  };
}
