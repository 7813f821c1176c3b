import { pairwise } from '../entra/tokens.ts';
import { json } from '../server/exchange.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { graphFaults } from './graph-fault.ts';
import type { GraphCall } from './graph-call.ts';

/** `GET` or `POST /oidc/userinfo` (OpenID Connect Core, 5.3; Learn: userinfo): the person behind the token, with the pairwise `sub` of its app. */
export function answerUserInfo(call: GraphCall): ServiceResponse {
  const { caller, request } = call;
  if (request.method !== 'GET' && request.method !== 'POST') {
    throw graphFaults.method();
  }
  const account = call.cloud.directory.accountById(caller.tenantId, caller.objectId);
  if (caller.kind === 'app' || account === null) {
    throw graphFaults.delegatedOnly();
  }
  return json(200, {
    sub: pairwise(account, caller.appId),
    name: account.displayName,
    family_name: account.surname,
    given_name: account.givenName,
    picture: `${request.links.self}/v1.0/me/photo/$value`,
    email: account.username,
  });
}
