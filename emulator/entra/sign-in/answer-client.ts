import { randomUUID } from 'node:crypto';
import type { Cloud } from '../../cloud.ts';
import { empty } from '../../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../../server/exchange.ts';
import type { EntraError } from '../entra-error.ts';
import { correlationOf, describeError } from '../refusal.ts';
import { formPostPage } from '../sign-in-page.ts';
import type { SignInRequest } from './visit.ts';

type Fields = readonly (readonly [string, string])[];

/** Sends the answer to the client's redirect URI in the mode that it asked for. */
export function answerClient(signIn: SignInRequest, fields: Fields): ServiceResponse {
  const all: Fields = signIn.state === null ? fields : [...fields, ['state', signIn.state]];
  if (signIn.responseMode === 'form_post') {
    return formPostPage(signIn.redirectUri, all);
  }
  const url = new URL(signIn.redirectUri);
  const text = new URLSearchParams(Object.fromEntries(all)).toString();
  if (signIn.responseMode === 'fragment') {
    url.hash = text;
  } else {
    for (const [name, value] of all) {
      url.searchParams.append(name, value);
    }
  }
  return empty(302, { location: url.href, 'cache-control': 'no-store, no-cache' });
}

/** A refusal as the client's redirect URI is told it (Learn: v2-oauth2-auth-code-flow, "Error response"). */
export function refuseClient(
  cloud: Cloud,
  request: ServiceRequest,
  signIn: SignInRequest,
  error: EntraError,
): ServiceResponse {
  return answerClient(signIn, [
    ['error', error.error],
    ['error_description', describeError(error, randomUUID(), correlationOf(request), cloud.now())],
    ['error_uri', `${request.links.login}/error?code=${error.code}`],
  ]);
}
