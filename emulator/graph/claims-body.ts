import type { OptionalClaim, OptionalClaims } from '../directory/records.ts';
import { isEntity } from './graph-call.ts';
import { graphFaults } from './graph-fault.ts';

const bad = () => graphFaults.badProperty('optionalClaims');

function claimIn(item: unknown): OptionalClaim {
  if (!isEntity(item)) {
    throw bad();
  }
  const { name, source = null, essential = false, additionalProperties = [] } = item;
  if (
    typeof name !== 'string' ||
    name === '' ||
    (source !== null && typeof source !== 'string') ||
    typeof essential !== 'boolean' ||
    !Array.isArray(additionalProperties) ||
    !additionalProperties.every((one) => typeof one === 'string')
  ) {
    throw bad();
  }
  return { additionalProperties: additionalProperties.map(String), essential, name, source };
}

/** `optionalClaims` of a body; a list that is not named is empty (Learn: optionalClaims resource). */
export function optionalClaimsIn(value: unknown): OptionalClaims | null {
  if (value === null) {
    return null;
  }
  if (!isEntity(value)) {
    throw bad();
  }
  const { idToken, accessToken, saml2Token, '@odata.type': _type, ...others } = value;
  if (Object.keys(others).length > 0) {
    throw graphFaults.unexpectedContents();
  }
  const claims = (list: unknown = []): readonly OptionalClaim[] => {
    if (!Array.isArray(list)) {
      throw bad();
    }
    return list.map(claimIn);
  };
  return { accessToken: claims(accessToken), idToken: claims(idToken), saml2Token: claims(saml2Token) };
}

const memberships: readonly string[] = ['None', 'All', 'SecurityGroup', 'DirectoryRole', 'ApplicationGroup'];

/** `groupMembershipClaims`: one of them, or several with commas (Learn: application resource, optional-claims; seen in Terraform’s provider). */
export function groupMembershipIn(value: unknown): string | null {
  if (value === null) {
    return null;
  }
  const parts = typeof value === 'string' ? value.split(',').map((part) => part.trim()) : [];
  if (parts.length === 0 || !parts.every((part) => memberships.includes(part))) {
    throw graphFaults.badProperty('groupMembershipClaims');
  }
  return parts.join(',');
}
