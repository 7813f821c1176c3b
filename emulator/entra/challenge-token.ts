import type { Cloud } from '../cloud.ts';
import { empty } from '../server/exchange.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { numberClaim, textClaim } from './jwt.ts';

/**
 * The answer of any resource to a token whose person has to show more than it says (continuous access evaluation): the claims to ask
 * for, when the client said that it understands them (`xms_cc`), else that the token is invalid (Learn: claims-challenge, "Claims
 * challenge header format"). `null` when nothing is demanded. A token that is not genuine is left to the resource itself.
 */
export function challengeToken(
  cloud: Cloud,
  authorization: string | undefined,
  login: string,
): ServiceResponse | null {
  const text = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  const claims = text === undefined ? 'malformed' : cloud.signingKey.verifyToken(text);
  const round = typeof claims === 'string' ? null : numberClaim(claims, 'xms_demo_round');
  if (typeof claims === 'string' || round === null) {
    return null;
  }
  const objectId = textClaim(claims, 'oid');
  if (cloud.demands.unmet(objectId, round) !== 'claims') {
    return null;
  }
  const capabilities = claims['xms_cc'];
  const capable = Array.isArray(capabilities) && capabilities.includes('cp1');
  const start = `Bearer realm="", authorization_uri="${login}/common/oauth2/authorize"`;
  const wanted = Buffer.from(cloud.demands.claims(objectId)).toString('base64');
  return empty(401, {
    'www-authenticate': capable
      ? `${start}, error="insufficient_claims", claims="${wanted}"`
      : `${start}, error="invalid_token"`,
  });
}
