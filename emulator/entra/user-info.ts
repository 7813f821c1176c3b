import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import { hosts } from '../server/address.ts';
import { empty, json } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { readBearer } from './bearer.ts';
import { graphId } from './resources.ts';
import { pairwise } from './tokens.ts';

/** The person behind a token, with the pairwise `sub` of its app (OpenID Connect Core, 5.3; Learn: userinfo); `null` for an app. */
export function userInfo(
  cloud: Cloud,
  caller: Caller,
  graph: string,
): Readonly<Record<string, unknown>> | null {
  const account = cloud.directory.accountById(caller.tenantId, caller.objectId);
  return caller.kind === 'app' || account === null
    ? null
    : {
        sub: pairwise(account, caller.appId),
        name: account.displayName,
        family_name: account.surname,
        given_name: account.givenName,
        picture: `${graph}/v1.0/me/photo/$value`,
        email: account.username,
      };
}

/**
 * `GET` or `POST /<tenant>/openid/userinfo`, which the metadata of version 1 names: for tokens of Graph, whose own endpoint has the same answer,
 * or by the rule `olderUserInfoTakes` for those of any resource of Microsoft's.
 */
export function answerOlderUserInfo(cloud: Cloud, request: ServiceRequest): ServiceResponse {
  if (request.method !== 'GET' && request.method !== 'POST') {
    return empty(405, { allow: 'GET, POST' });
  }
  const bearer = readBearer(
    cloud,
    request.headers['authorization'],
    cloud.rules.of('olderUserInfoTakes') === 'graph' ? [`https://${hosts.graph}`, graphId] : null,
  );
  const known =
    bearer.kind === 'valid' ? userInfo(cloud, bearer.caller, request.links.to(hosts.graph)) : null;
  // RFC 6750, 3.1: nothing is said of a request without a token.
  return known === null
    ? empty(401, { 'www-authenticate': bearer.kind === 'absent' ? 'Bearer' : 'Bearer error="invalid_token"' })
    : json(200, known);
}
