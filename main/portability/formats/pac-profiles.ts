import { parseClientId, parseTenantId } from '../../../preload/contract/words/ids.ts';
import { NOTHING_FOUND, realGuid } from './connection.ts';
import type { FoundConnection, FoundConnections } from './connection.ts';
import { members, textOf } from './read-json.ts';

/** What pac writes for a profile that has no environment selected: the service's own resource. */
const NO_ENVIRONMENT = /^https:\/\/service\.powerapps\.|^https:\/\/(api|globaldisco)\./i;

const hostName = (address: string): string => /^https?:\/\/([^./]+)/i.exec(address)?.[1] ?? '';

/**
 * A profile signs in as an app when pac says so (`Kind` or `ProfileType`), or when its user is a client id; a person's has a user name.
 * Names are those of `authprofiles_v2.json`; older files have fewer of them.
 */
const readProfile = (value: unknown): FoundConnection | null => {
  const of = members(value);
  if (of === null) return null;
  const resource = textOf(of, 'resource', 'activeorganizationurl', 'environmenturl', 'url');
  const address = NO_ENVIRONMENT.test(resource) ? '' : resource;
  const user = textOf(of, 'applicationid', 'clientid', 'user', 'aadclientid');
  const kind = textOf(of, 'kind')
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
  const isApp = kind === 'serviceprincipal' || of.get('profiletype') === 1 || parseClientId(user) !== null;
  const tenantId =
    realGuid(parseTenantId, textOf(of, 'tenantid')) ??
    realGuid(parseTenantId, /\/([0-9a-f-]{36})\/?/i.exec(textOf(of, 'authority'))?.[1]);
  if (address === '' && tenantId === null && user === '') return null;
  const name = textOf(of, 'name', 'friendlyname', 'organizationfriendlyname') || hostName(address) || user;
  const found = { ...NOTHING_FOUND, name, tenantId, address };
  const isManaged = kind === 'managedidentity' || of.get('managedidentity') === true;
  if (isManaged) return { ...found, gaps: ['managed-identity'] };
  if (!isApp) return { ...found, gaps: ['signs-in-as-a-person'] };
  const clientId = realGuid(parseClientId, user);
  return {
    ...found,
    clientId,
    // pac keeps secrets in a file of its own, encrypted for the person's account (Windows) or in the keychain (macOS).
    credential: 'elsewhere',
    gaps: clientId === null ? ['no-client-id'] : [],
  };
};

/** Reads pac's profiles; null for JSON that is something else. */
export const readPacProfiles = (value: unknown): FoundConnections | null => {
  const profiles = members(value)?.get('profiles');
  if (!Array.isArray(profiles)) return null;
  const read = profiles.map(readProfile);
  const connections = read.filter((one) => one !== null);
  return { format: 'pac', connections, unreadable: read.length - connections.length };
};

/** Reads the file in which pac on Linux keeps secrets in plain text, by client id (`pac.spn.cache.fallback.dat`). */
export const readPacSecrets = (value: unknown): FoundConnections | null => {
  const of = members(value);
  if (of === null || of.size === 0) return null;
  const connections: FoundConnection[] = [];
  for (const [name, secret] of of) {
    const clientId = parseClientId(name);
    if (clientId === null || typeof secret !== 'string' || secret === '') return null;
    connections.push({ ...NOTHING_FOUND, name: clientId, clientId, secret, credential: 'comes' });
  }
  return { format: 'pac-secrets', connections, unreadable: 0 };
};
