import type { Cloud } from '../cloud.ts';
import { empty, parameters } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { page } from '../server/page.ts';
import type { Grants } from './grants.ts';
import { isRegisteredRedirect, redirectsOf } from './redirect-uri.ts';

/**
 * `GET` or `POST /<tenant>/oauth2[/v2.0]/logout` (Learn: v2-protocols-oidc, "Send a sign-out request"; OpenID Connect RP-Initiated
 * Logout 1.0): ends the browser's session, goes back to a registered redirect URI with the state, and shows a page to everybody else.
 */
export function answerLogout(cloud: Cloud, grants: Grants, request: ServiceRequest): ServiceResponse {
  const asked = parameters(request.method === 'POST' ? request.body : request.query);
  const ended = { 'set-cookie': grants.sessions.end(request.headers['cookie']) };
  const target = asked.get('post_logout_redirect_uri') ?? '';
  const { apps } = cloud.directory.records;
  if (apps.some((app) => isRegisteredRedirect(target, redirectsOf(app)))) {
    const url = new URL(target);
    const state = asked.get('state');
    if (state !== null) {
      url.searchParams.append('state', state);
    }
    return empty(302, { location: url.href, 'cache-control': 'no-store, no-cache', ...ended });
  }
  const farewell = page({
    status: 200,
    title: 'Signed out: demo cloud',
    body: '<h1>You signed out of your account</h1><p>It is a good idea to close all browser windows.</p>',
  });
  return { ...farewell, headers: { ...farewell.headers, ...ended } };
}
