import type { Cloud } from '../cloud.ts';
import { empty } from '../server/exchange.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { numberClaim, textClaim } from './jwt.ts';
import type { Claims } from './signing-key.ts';

/** Whether an app would get no token any more; only tokens of Graph are made so that this is asked. */
function isRevokedApp(cloud: Cloud, claims: Claims): boolean {
  const principal = cloud.directory.principal(textClaim(claims, 'tid'), textClaim(claims, 'appid'));
  return principal === null || !principal.enabled || principal.blocked;
}

/**
 * The answer of any resource to a token whose person has to show more than it says (continuous access evaluation): the claims to ask
 * for, when the client said that it understands them (`xms_cc`), else that the token is invalid (Learn: claims-challenge, "Claims
 * challenge header format"); and to one of an app whose service principal was disabled, deleted or blocked since, where the app understands it
 * (Learn: concept-continuous-access-evaluation-workload). `null` when nothing is demanded. A token that is not genuine is left to the resource itself.
 */
export function challengeToken(
  cloud: Cloud,
  authorization: string | undefined,
  login: string,
): ServiceResponse | null {
  const text = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  const claims = text === undefined ? 'malformed' : cloud.signingKey.verifyToken(text);
  if (typeof claims === 'string') {
    return null;
  }
  const objectId = textClaim(claims, 'oid');
  const round = numberClaim(claims, 'xms_demo_round');
  const capabilities = claims['xms_cc'];
  const capable = Array.isArray(capabilities) && capabilities.includes('cp1');
  const challenged =
    round === null
      ? capable && isRevokedApp(cloud, claims)
      : cloud.demands.unmet(objectId, round) === 'claims';
  if (!challenged) {
    return null;
  }
  const start = `Bearer realm="", authorization_uri="${login}/common/oauth2/authorize"`;
  const wanted = Buffer.from(cloud.demands.claims(objectId)).toString('base64');
  return empty(401, {
    'www-authenticate': capable
      ? `${start}, error="insufficient_claims", claims="${wanted}"`
      : `${start}, error="invalid_token"`,
  });
}
