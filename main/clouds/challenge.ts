import { parseTenantId } from '../../preload/contract/words/ids.ts';
import type { TenantId } from '../../preload/contract/words/ids.ts';

/** What a 401 of an environment says about where to sign in. */
export type Challenge = {
  readonly tenantId: TenantId;
  /** Origin of the authority, as the environment names it: never a place to send anything to without a check. */
  readonly authority: string;
  /** Origin that tokens are asked for, when it was said. */
  readonly resource: string | null;
};

/** A real header is a few hundred characters long. */
const LONGEST = 8192;

/** Values come quoted and unquoted, with commas with and without a space, in any order and case. */
const parameter = (header: string, name: string): string | null => {
  const found = new RegExp(`(?:^|[\\s,])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s,;"']+))`, 'i').exec(
    header,
  );
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
};

const originOf = (text: string | null): string | null => {
  const url = text === null ? null : URL.parse(text.trim());
  return url?.protocol === 'https:' ? url.origin : null;
};

/**
 * Reads the `WWW-Authenticate` header that an environment answers an anonymous request with, e.g.
 * `Bearer authorization_uri=https://login.microsoftonline.com/<tenant>/oauth2/authorize, resource_id=https://contoso.crm.dynamics.com/`.
 * The format is not documented (RFC 6750 section 3 leaves parameters open), so it is read leniently; null when no tenant can be found.
 */
export const parseChallenge = (header: string): Challenge | null => {
  const text = header.slice(0, LONGEST);
  for (const name of ['authorization_uri', 'authorization_url', 'authorization']) {
    const value = parameter(text, name);
    const authority = originOf(value);
    const segment = value === null ? '' : (URL.parse(value.trim())?.pathname.split('/')[1] ?? '');
    const tenantId = parseTenantId(segment);
    if (authority !== null && tenantId !== null)
      return {
        tenantId,
        authority,
        resource: originOf(parameter(text, 'resource_id') ?? parameter(text, 'resource')),
      };
  }
  return null;
};
