import { parseClientId, parseTenantId } from '../../../preload/contract/words/ids.ts';
import type { ConnectionGap } from '../../../preload/contract/words/portability.ts';
import { NOTHING_FOUND, readThumbprint, realGuid } from './connection.ts';
import type { FoundConnection } from './connection.ts';

/** No connection string is longer; the pattern below would take long over one that is. */
const LONGEST = 8192;

/**
 * Splits `Key=Value;…` as .NET does (Microsoft Learn: DbConnectionStringBuilder): a value may stand in single or double quotes, in which a
 * quote is doubled; spaces around keys and values do not count; `==` in a key stands for `=`. Null for what is no such text.
 */
export const splitConnectionString = (text: string): ReadonlyMap<string, string> | null => {
  if (text.length > LONGEST) return null;
  const whole = text.replace(/[\s;]+$/, '');
  const parts = new Map<string, string>();
  const pattern = /\s*((?:[^=;]|==)+?)\s*=(?!=)\s*(?:"((?:[^"]|"")*)"|'((?:[^']|'')*)'|([^;]*?))\s*(?:;|$)/y;
  while (pattern.lastIndex < whole.length) {
    const match = pattern.exec(whole);
    if (match === null) return null;
    const [, key = '', double, single, bare] = match;
    const value = double?.replaceAll('""', '"') ?? single?.replaceAll("''", "'") ?? bare ?? '';
    parts.set(key.replaceAll('==', '=').toLowerCase().replaceAll(/\s+/g, ''), value);
  }
  return parts.size === 0 ? null : parts;
};

/** Names that mean the same (Microsoft Learn: xrm-tooling/use-connection-strings-xrm-tooling-connect). */
const ALIASES = {
  kind: ['authtype', 'authenticationtype'],
  address: ['url', 'serviceuri', 'server'],
  clientId: ['clientid', 'appid', 'applicationid'],
  secret: ['clientsecret', 'secret'],
  thumbprint: ['thumbprint', 'certthumbprint', 'certificatethumbprint'],
  tenant: ['tenantid', 'tenant', 'authority'],
  user: ['username', 'user', 'userid'],
} as const;

const tenantIn = (text: string): FoundConnection['tenantId'] =>
  realGuid(parseTenantId, /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i.exec(text)?.[0]);

/** True for a text that names a way to sign in, which every connection string of Dataverse does. */
export const looksLikeConnectionString = (text: string): boolean =>
  /(^|[;"'\s])auth(entication)?\s*type\s*=(?!=)/i.test(text);

/** Understands one connection string; null for a text that is none. */
export const readConnectionString = (text: string, name: string): FoundConnection | null => {
  const parts = splitConnectionString(text.trim());
  if (parts === null) return null;
  const of = (what: keyof typeof ALIASES): string => {
    for (const alias of ALIASES[what]) {
      const value = parts.get(alias);
      if (value !== undefined && value !== '') return value;
    }
    return '';
  };
  const found = { ...NOTHING_FOUND, name, address: of('address'), tenantId: tenantIn(of('tenant')) };
  const kind = of('kind')
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
  switch (kind) {
    case 'clientsecret':
    case 'certificate': {
      const clientId = realGuid(parseClientId, of('clientId'));
      const gaps: readonly ConnectionGap[] = clientId === null ? ['no-client-id'] : [];
      if (kind === 'certificate')
        return {
          ...found,
          clientId,
          gaps,
          credential: 'certificate-store',
          thumbprint: readThumbprint(of('thumbprint')),
        };
      const secret = of('secret');
      return { ...found, clientId, gaps, ...(secret === '' ? {} : { secret, credential: 'comes' as const }) };
    }
    case 'oauth':
    case 'office365':
    case 'interactive':
      return { ...found, gaps: ['signs-in-as-a-person'] };
    case 'ad':
    case 'ifd':
    case 'claims':
      return { ...found, gaps: ['on-premises', 'signs-in-as-a-person'] };
    default:
      return null;
  }
};
