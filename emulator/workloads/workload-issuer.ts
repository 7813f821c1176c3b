import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import { hosts } from '../server/address.ts';
import { json, parameters } from '../server/exchange.ts';
import type { Service } from '../server/exchange.ts';

/** Claim `iss` of its tokens, which a federated identity credential has to name. */
export const workloadIssuer = `https://${hosts.workloads}`;

/** Seconds for which its tokens are valid, as those of build servers are. */
const lifetime = 600;

/**
 * An identity provider outside of Microsoft Entra ID, as build servers and clusters have one: metadata and keys (OpenID Connect Discovery
 * 1.0, 4), and `GET /token?subject=…&audience=…` for the token of a workload, in the shape of GitHub Actions (GitHub: "OpenID Connect
 * reference", methods for requesting the token). Any subject is given to anybody: who knows the address may be whom they like.
 */
export function createWorkloadIssuer(cloud: Cloud): Service {
  return (request) => {
    if (request.method !== 'GET') {
      return json(405, { message: 'Method not allowed.' }, { allow: 'GET' });
    }
    switch (request.path) {
      case '/.well-known/openid-configuration':
        return json(200, {
          issuer: workloadIssuer,
          jwks_uri: `${request.links.self}/.well-known/jwks`,
          subject_types_supported: ['public'],
          response_types_supported: ['id_token'],
          id_token_signing_alg_values_supported: ['RS256'],
          claims_supported: ['sub', 'aud', 'exp', 'iat', 'iss', 'jti', 'nbf'],
          scopes_supported: ['openid'],
        });
      case '/.well-known/jwks':
        return json(200, { keys: [cloud.workloadKey.jwk] });
      case '/token': {
        const query = parameters(request.query);
        const subject = query.get('subject') ?? '';
        if (subject === '') {
          return json(400, { message: "The parameter 'subject' is missing." });
        }
        const now = Math.floor(cloud.now() / 1000);
        const value = cloud.workloadKey.signToken({
          jti: randomUUID(),
          sub: subject,
          aud: query.get('audience') ?? 'api://AzureADTokenExchange',
          iss: workloadIssuer,
          nbf: now - 60,
          iat: now,
          exp: now + lifetime,
        });
        return json(200, { value });
      }
      default:
        return json(404, { message: 'Not found.' });
    }
  };
}
