import type { Cloud } from '../cloud.ts';
import { parameters } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { aadsts } from './aadsts.ts';
import { clientCredentials } from './app-grant.ts';
import { readAuthority } from './authority.ts';
import { findApp, findSignInApp, readCredentials } from './client.ts';
import type { Grants } from './grants.ts';
import { onBehalfOf } from './on-behalf-of.ts';
import { passwordGrant } from './password-grant.ts';
import { entraAnswer, refusal } from './refusal.ts';
import { accepted, denied } from './scopes.ts';
import type { Checked } from './scopes.ts';
import type { EndpointVersion, TokenAnswer, TokenCall } from './token-call.ts';
import { authorizationCode, deviceCode, refreshToken } from './user-grants.ts';

/**
 * What a request asks in its form. The older endpoint reads the form of a GET too: recorded by Microsoft's SDK for Ruby
 * (Azure/azure-sdk-for-ruby, vcr_cassettes), whose ms_rest_azure asks so.
 */
function readForm(request: ServiceRequest, version: EndpointVersion): Checked<URLSearchParams> {
  const isOlderGet = version === 'v1' && request.method === 'GET' && request.body !== '';
  if (request.method !== 'POST' && !isOlderGet) {
    return denied(aadsts.postOnly(request.method));
  }
  const type = request.headers['content-type'] ?? '';
  const isForm = type.toLowerCase().startsWith('application/x-www-form-urlencoded');
  const form = parameters(isForm ? request.body : '');
  const names = [...form.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  // As seen in a client that names it in the address (jenius-apps/nightingale-rest-api-client, issue 106).
  const resource =
    version === 'v1' && !form.has('resource') ? parameters(request.query).get('resource') : null;
  if (resource !== null) form.set('resource', resource);
  return repeated === undefined ? accepted(form) : denied(aadsts.parameterRepeated(repeated));
}

function answer(
  cloud: Cloud,
  grants: Grants,
  request: ServiceRequest,
  segment: string,
  version: EndpointVersion,
): TokenAnswer {
  const form = readForm(request, version);
  if (!form.ok) {
    return form;
  }
  const authority = readAuthority(cloud, segment, 'invalid_request');
  if (!authority.ok) {
    return authority;
  }
  const grant = form.value.get('grant_type') ?? '';
  if (grant === '') {
    return denied(aadsts.parameterMissing('grant_type'));
  }
  if (version === 'v2' && form.value.has('resource')) {
    return denied(aadsts.resourceUnsupported());
  }
  const { clientId } = readCredentials(form.value, request);
  // What no shared authority has is told in its own words (AADSTS9001023).
  const find = grant === 'client_credentials' || grant === 'password' ? findApp : findSignInApp;
  const app = find(cloud, clientId, authority.value);
  if (!app.ok) {
    return app;
  }
  const call: TokenCall = {
    cloud,
    grants,
    request,
    version,
    form: form.value,
    authority: authority.value,
    app: app.value,
  };
  switch (grant) {
    case 'client_credentials':
      return clientCredentials(call);
    case 'authorization_code':
      return authorizationCode(call);
    case 'refresh_token':
      return refreshToken(call);
    case 'password':
      return passwordGrant(call);
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return onBehalfOf(call);
    case 'device_code':
    case 'urn:ietf:params:oauth:grant-type:device_code':
      return deviceCode(call);
    default:
      return denied(aadsts.grantUnsupported(grant));
  }
}

/** `POST /<tenant>/oauth2/token` and `POST /<tenant>/oauth2/v2.0/token` (RFC 6749, 3.2). */
export function answerToken(
  cloud: Cloud,
  grants: Grants,
  request: ServiceRequest,
  segment: string,
  version: EndpointVersion,
): ServiceResponse {
  const result = answer(cloud, grants, request, segment, version);
  return result.ok
    ? entraAnswer(request, cloud.now(), result.value)
    : refusal(result.error, request, cloud.now());
}
