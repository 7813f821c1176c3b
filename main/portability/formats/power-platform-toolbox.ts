import { parseClientId, parseTenantId } from '../../../preload/contract/words/ids.ts';
import { looksLikeConnectionString, readConnectionString } from './connection-string.ts';
import { NOTHING_FOUND, realGuid } from './connection.ts';
import type { FoundConnection, FoundConnections } from './connection.ts';
import { members, textOf } from './read-json.ts';

/** What the ToolBox encrypts is long base64; a client secret of Entra has 40 characters and others than those of base64. */
const isEncrypted = (text: string): boolean => text.length > 60 && /^[A-Za-z0-9+/]+=*$/.test(text);

/** Members are those of its `DataverseConnection`; an export has no secrets, its own store encrypts client ids too. */
const readOne = (value: unknown): FoundConnection | null => {
  const of = members(value);
  if (of === null) return null;
  const address = textOf(of, 'url');
  const kind = textOf(of, 'authenticationtype').toLowerCase();
  if (address === '' && kind === '') return null;
  const name = textOf(of, 'name') || address;
  const tenantId = realGuid(parseTenantId, textOf(of, 'tenantid'));
  const found = { ...NOTHING_FOUND, name, address, tenantId };
  if (kind === 'connectionstring') {
    const text = textOf(of, 'connectionstring');
    return looksLikeConnectionString(text)
      ? readConnectionString(text, name)
      : { ...found, credential: 'elsewhere' };
  }
  if (kind !== 'clientsecret') return { ...found, gaps: ['signs-in-as-a-person'] };
  const id = textOf(of, 'clientid');
  const clientId = realGuid(parseClientId, id);
  const secret = textOf(of, 'clientsecret');
  return {
    ...found,
    clientId,
    gaps: clientId !== null ? [] : isEncrypted(id) ? ['client-id-encrypted'] : ['no-client-id'],
    ...(secret === ''
      ? { credential: 'elsewhere' as const }
      : isEncrypted(secret)
        ? { credential: 'encrypted' as const }
        : { credential: 'comes' as const, secret }),
  };
};

/** Reads connections of Power Platform ToolBox: an export or its store; null for JSON that is something else. */
export const readPowerPlatformToolBox = (value: unknown): FoundConnections | null => {
  const list = Array.isArray(value) ? value : members(value)?.get('connections');
  if (!Array.isArray(list) || !list.some((one) => members(one)?.has('authenticationtype'))) return null;
  const read = list.map(readOne);
  const connections = read.filter((one) => one !== null);
  return { format: 'power-platform-toolbox', connections, unreadable: read.length - connections.length };
};
