import type { Cloud } from '../cloud.ts';
import { groupsAround } from '../directory/memberships.ts';
import type { Account } from '../directory/records.ts';
import { hosts } from '../server/address.ts';
import type { WantedClaims } from './optional-claims.ts';
import type { Claims } from './signing-key.ts';

/** As many groups as a token names: one that comes by the address of a page names fewer (Learn: how-to-connect-fed-group-claims). */
const most = { token: 200, address: 5 } as const;

/**
 * The groups of a person, also those around their groups, as far as an app wants them: `groups`, or `roles` where they stand for these. Too many
 * are not told, but where to ask (Learn: optional-claims, access-token-claims-reference). No group can be assigned to an app here, so that
 * `ApplicationGroup` finds none.
 */
export function groupClaims(
  cloud: Cloud,
  { objectId, tenantId }: Account,
  { claims, groups }: WantedClaims,
  way: keyof typeof most,
): Claims {
  if (groups === 'none') return {};
  const ids = groupsAround(cloud.directory.records, tenantId, objectId)
    .filter(({ securityEnabled }) => groups === 'all' || securityEnabled)
    .map((group) => group.objectId);
  if (ids.length === 0) return {};
  if (ids.length > most[way]) {
    const endpoint = `https://${hosts.graph}/v1.0/users/${objectId}/getMemberObjects`;
    return way === 'address'
      ? { hasgroups: true }
      : { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint } } };
  }
  const asRoles = claims.some(
    ({ additionalProperties, name }) => name === 'groups' && additionalProperties.includes('emit_as_roles'),
  );
  return asRoles ? { roles: ids } : { groups: ids };
}
