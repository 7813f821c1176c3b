import { json } from '../server/exchange.ts';
import type { Service } from '../server/exchange.ts';
import type { ArcKeys } from './arc-keys.ts';
import { metadataToken } from './instance-metadata.ts';
import type { IdentityTokens } from './identity-token.ts';

/** The least version that clients send (azure-identity for Python; msal-node sends 2020-06-01). */
const firstVersion = '2019-11-01';

/**
 * The agent of a server with Azure Arc: `GET /metadata/identity/oauth2/token`, once to be told of a file with a secret, once with what it
 * holds (Learn: managed-identity-authentication of Azure Arc; seen in msal-node, which wants the file below `/var/opt/azcmagent/tokens/`). An
 * answer names the user-assigned identity that was asked for, without which msal-node takes none.
 */
export function createAzureArc(tokens: IdentityTokens, keys: ArcKeys): Service {
  return (request) => {
    if (!/^\/metadata\/identity\/oauth2\/token\/?$/i.test(request.path)) {
      return json(404, { error: 'Not found' });
    }
    if (request.method !== 'GET') {
      return json(405, { error: 'Method not allowed' }, { allow: 'GET' });
    }
    const secret = /^Basic +(\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
    if (request.headers['metadata'] === 'true' && (secret === undefined || !keys.take(secret))) {
      const file = keys.make();
      return file === null
        ? json(503, { error: 'service_unavailable' })
        : json(401, { error: 'unauthorized' }, { 'www-authenticate': `Basic realm=${file}` });
    }
    return metadataToken(tokens, request, { firstVersion, echo: true });
  };
}
