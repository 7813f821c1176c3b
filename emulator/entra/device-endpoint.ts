import type { Cloud } from '../cloud.ts';
import { parameters } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { aadsts } from './aadsts.ts';
import { readAuthority } from './authority.ts';
import { findSignInApp } from './client.ts';
import type { Grants } from './grants.ts';
import { entraAnswer, refusal } from './refusal.ts';
import { continueVisit } from './sign-in/continue-visit.ts';
import { deviceCodePage } from './sign-in/pages.ts';
import { startVisit } from './sign-in/visit.ts';
import { askedOf } from './token-call.ts';
import type { EndpointVersion } from './token-call.ts';

/** Where the code is typed: of the shared authority, because the code alone says what it is for. */
const PAGE = '/common/oauth2/deviceauth';

/**
 * `POST /<tenant>/oauth2[/v2.0]/devicecode` (Learn: v2-oauth2-device-code; RFC 8628, 3.1): a code for a device. The older endpoint names
 * a `resource` and answers with `verification_url` and texts for numbers, as ADAL's clients expect.
 */
export function answerDeviceCode(
  cloud: Cloud,
  grants: Grants,
  request: ServiceRequest,
  segment: string,
  version: EndpointVersion,
): ServiceResponse {
  const now = cloud.now();
  if (request.method !== 'POST') {
    return refusal(aadsts.postOnly(request.method), request, now);
  }
  const form = parameters(request.body);
  const authority = readAuthority(cloud, segment, 'invalid_request');
  if (!authority.ok) {
    return refusal(authority.error, request, now);
  }
  const app = findSignInApp(cloud, form.get('client_id') ?? '', authority.value);
  if (!app.ok) {
    return refusal(app.error, request, now);
  }
  if (!app.value.publicClient) {
    return refusal(aadsts.credentialMissing(), request, now);
  }
  if (version === 'v2' && form.has('resource')) {
    return refusal(aadsts.resourceUnsupported(), request, now);
  }
  const scope = askedOf(form, version);
  if (scope.trim() === '') {
    return refusal(aadsts.parameterMissing(version === 'v1' ? 'resource' : 'scope'), request, now);
  }
  const asked = { clientId: app.value.appId, scope, authority: segment, claims: form.get('claims') };
  const { deviceCode, userCode } = grants.devices.start(asked);
  const { lifetimeSeconds, intervalSeconds } = grants.devices;
  const url = `${request.links.deviceLogin}${PAGE}`;
  const message = `To sign in, use a web browser to open the page ${url} and enter the code ${userCode} to authenticate.`;
  const common = { user_code: userCode, device_code: deviceCode, message };
  return entraAnswer(
    request,
    now,
    version === 'v2'
      ? { ...common, verification_uri: url, expires_in: lifetimeSeconds, interval: intervalSeconds }
      : {
          ...common,
          verification_url: url,
          expires_in: String(lifetimeSeconds),
          interval: String(intervalSeconds),
        },
  );
}

/** `GET` and `POST /common/oauth2/deviceauth`: the page where a person types the code, and what follows. */
export function answerDevicePage(cloud: Cloud, grants: Grants, request: ServiceRequest): ServiceResponse {
  const action = new URL(`${request.links.self}${PAGE}`).pathname;
  if (request.method !== 'POST') {
    return deviceCodePage(action, null, parameters(request.query).get('otc') ?? '');
  }
  const typed = parameters(request.body).get('otc') ?? '';
  const found = grants.devices.byUserCode(typed);
  if (found === null) {
    return deviceCodePage(
      action,
      'That code did not work. Check the code and try again; it may have expired.',
      typed,
    );
  }
  const { deviceCode, request: asked } = found;
  return continueVisit(
    { cloud, grants, request },
    startVisit({ kind: 'device', deviceCode }, { ...asked, loginHint: null }),
  );
}
