import type { Cloud } from '../cloud.ts';
import { groupsAround, groupsWith } from '../directory/memberships.ts';
import type { Account, Group } from '../directory/records.ts';
import { hosts } from '../server/address.ts';
import type { WantedClaims } from './optional-claims.ts';
import type { Claims } from './signing-key.ts';

/** As many groups as a token names: one that comes by the address of a page names fewer (Learn: how-to-connect-fed-group-claims). */
const most = { token: 200, address: 5 } as const;

/** What names a group that comes from a directory on premises, of which there is none here (Learn: optional-claims). */
const ofPremises: readonly string[] = [
  'sam_account_name',
  'dns_domain_and_sam_account_name',
  'netbios_domain_and_sam_account_name',
  'on_premise_security_identifier',
];

/** The groups of a person that an app wants: those around their groups too, but not of those that are assigned to the app. */
function wantedGroups(
  { directory: { records } }: Cloud,
  { objectId, tenantId }: Account,
  { appId, groups }: WantedClaims,
): readonly Group[] {
  if (groups === 'none') return [];
  if (groups !== 'assigned') {
    return groupsAround(records, tenantId, objectId).filter(
      ({ securityEnabled }) => groups === 'all' || securityEnabled,
    );
  }
  const app = records.servicePrincipals.find((one) => one.tenantId === tenantId && one.appId === appId);
  const assigned = records.roleAssignments.filter(({ resourceId }) => resourceId === app?.objectId);
  return groupsWith(records, tenantId, objectId).filter((group) =>
    assigned.some(({ principalId }) => principalId === group.objectId),
  );
}

/**
 * The groups of a person, as far as an app wants them: `groups`, or `roles` where they stand for these. Too many are not told, but where to ask
 * (Learn: optional-claims, access-token-claims-reference). By name are told those alone that are assigned to the app, "because a group name is
 * not unique", and groups without what should name them not at all (Learn: how-to-connect-fed-group-claims).
 */
export function groupClaims(
  cloud: Cloud,
  account: Account,
  asked: WantedClaims,
  way: keyof typeof most,
): Claims {
  const extra = asked.claims.find(({ name }) => name === 'groups')?.additionalProperties ?? [];
  const byName = asked.groups === 'assigned' && extra.includes('cloud_displayname');
  if (!byName && extra.some((one) => ofPremises.includes(one))) return {};
  const ids = wantedGroups(cloud, account, asked).map((group) =>
    byName ? group.displayName : group.objectId,
  );
  if (ids.length === 0) return {};
  if (ids.length > most[way]) {
    const endpoint = `https://${hosts.graph}/v1.0/users/${account.objectId}/getMemberObjects`;
    return way === 'address'
      ? { hasgroups: true }
      : { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint } } };
  }
  return extra.includes('emit_as_roles') ? { roles: ids } : { groups: ids };
}
