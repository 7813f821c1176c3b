import { decodeSegment, parameters } from '../server/exchange.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import type { Cloud } from '../cloud.ts';
import type { SignInService } from '../server/microsoft-clouds.ts';
import { escapeHtml, page } from '../server/page.ts';
import { aadsts } from './aadsts.ts';
import { refusal } from './refusal.ts';
import { answerAuthorize } from './authorize.ts';
import { answerDeviceCode, answerDevicePage } from './device-endpoint.ts';
import { answerConsent, createPendingConsents, openConsent } from './consent/answer-consent.ts';
import { createGrants } from './grants.ts';
import { answerMisplaced, tenantAskedElsewhere, tenantOfOtherCloud } from './other-cloud.ts';
import { answerLogout } from './logout.ts';
import { answerInstance, answerKeys, answerMetadata, answerUserRealm } from './metadata.ts';
import { answerVisit } from './sign-in/continue-visit.ts';
import { answerToken } from './token-endpoint.ts';
import { answerOlderUserInfo } from './user-info.ts';

/** Slashes that stand twice count once: @azure/msal 1.4 asks for `/common//discovery/instance`. */
function segmentsOf(request: ServiceRequest): readonly [string, readonly string[]] {
  const [segment = '', ...rest] = request.path
    .replaceAll(/\/{2,}/g, '/')
    .slice(1)
    .split('/')
    .map((part) => decodeSegment(part) ?? part);
  return [segment, rest];
}

function notFound(): ServiceResponse {
  return page({
    status: 404,
    title: 'Not found: demo cloud',
    body: '<h1>Not found</h1><p>The sign-in service of the demo cloud has no such page.</p>',
  });
}

function explain(request: ServiceRequest): ServiceResponse {
  const code = (parameters(request.query).get('code') ?? '').slice(0, 12);
  return page({
    status: 200,
    title: 'Error codes: demo cloud',
    body: `<h1>AADSTS${escapeHtml(code)}</h1>
<p>At a Microsoft cloud this page looks the code up. The console explains it on the spot.</p>`,
  });
}

/** The sign-in service: Microsoft Entra ID as far as sign-in and tokens go. */
export function createEntra(cloud: Cloud): Service {
  const grants = createGrants(cloud.now, cloud.deviceCodes);
  const consents = createPendingConsents(cloud.now);
  return (request) => {
    const [segment, rest] = segmentsOf(request);
    if (segment === '') {
      return notFound();
    }
    const path = rest.join('/').toLowerCase();
    const misplaced = tenantOfOtherCloud(cloud, request, segment);
    if (misplaced !== null) {
      return answerMisplaced(cloud, request, [segment, path], misplaced) ?? notFound();
    }
    switch (path) {
      case 'v2.0/.well-known/openid-configuration':
        return answerMetadata(cloud, request, segment, 'v2');
      case '.well-known/openid-configuration':
        return answerMetadata(cloud, request, segment, 'v1');
      case 'discovery/v2.0/keys':
        return answerKeys(cloud, request, segment, 'v2');
      case 'discovery/keys':
        return answerKeys(cloud, request, segment, 'v1');
      case 'openid/userinfo':
        return answerOlderUserInfo(cloud, request);
      case 'discovery/instance':
        return answerInstance(cloud, request);
      case 'oauth2/v2.0/authorize':
        return answerAuthorize(cloud, grants, request, segment, 'v2');
      case 'oauth2/authorize':
        return answerAuthorize(cloud, grants, request, segment, 'v1');
      case 'oauth2/v2.0/token':
        return answerToken(cloud, grants, request, segment, 'v2');
      case 'oauth2/token':
        return answerToken(cloud, grants, request, segment, 'v1');
      case 'oauth2/v2.0/devicecode':
        return answerDeviceCode(cloud, grants, request, segment, 'v2');
      case 'oauth2/devicecode':
        return answerDeviceCode(cloud, grants, request, segment, 'v1');
      case 'oauth2/deviceauth':
        return answerDevicePage(cloud, grants, request);
      case 'oauth2/v2.0/logout':
      case 'oauth2/logout':
        return answerLogout(cloud, grants, request);
      case 'adminconsent':
        return openConsent(cloud, consents, request, segment, 'v1');
      case 'v2.0/adminconsent':
        return openConsent(cloud, consents, request, segment, 'v2');
      case 'adminconsent/answer':
        return answerConsent(cloud, consents, request);
      case 'login':
        return answerVisit(cloud, grants, request);
      default:
        if (rest.length === 2 && rest[0]?.toLowerCase() === 'userrealm')
          return answerUserRealm(cloud, request, (rest[1] ?? '').toLowerCase());
        return segment === 'error' && path === '' ? explain(request) : notFound();
    }
  };
}

/** A sign-in service of another of Microsoft's clouds: it knows where a tenant is, and that is all. */
export function createOtherSignIn(cloud: Cloud, service: SignInService): Service {
  return (request) => {
    const [segment, rest] = segmentsOf(request);
    const path = rest.join('/').toLowerCase();
    if (path === 'discovery/instance') {
      return answerInstance(cloud, request);
    }
    const misplaced = tenantAskedElsewhere(cloud, request, segment, service);
    if (misplaced !== null) {
      return answerMisplaced(cloud, request, [segment, path], misplaced) ?? notFound();
    }
    const isShared = ['common', 'organizations', 'consumers'].includes(segment.toLowerCase());
    return !isShared &&
      /^(?:v2\.0\/)?\.well-known\/openid-configuration$|^oauth2\/(?:v2\.0\/)?token$/.test(path)
      ? refusal(aadsts.tenantNotFound(segment, 'invalid_tenant'), request, cloud.now())
      : notFound();
  };
}
