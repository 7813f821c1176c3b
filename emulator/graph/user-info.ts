import { userInfo } from '../entra/user-info.ts';
import { json } from '../server/exchange.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { graphFaults } from './graph-fault.ts';
import type { GraphCall } from './graph-call.ts';

/** `GET` or `POST /oidc/userinfo` (OpenID Connect Core, 5.3; Learn: userinfo). */
export function answerUserInfo(call: GraphCall): ServiceResponse {
  const { caller, cloud, request } = call;
  if (request.method !== 'GET' && request.method !== 'POST') {
    throw graphFaults.method();
  }
  const known = userInfo(cloud, caller, request.links.self);
  if (known === null) {
    throw graphFaults.delegatedOnly();
  }
  return json(200, known);
}
