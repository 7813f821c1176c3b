import type { Cloud } from '../cloud.ts';
import { empty, parameters } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { escapeHtml, page } from '../server/page.ts';
import type { Grants } from './grants.ts';
import { isRegisteredRedirect, redirectsOf } from './redirect-uri.ts';

/** Where to go afterwards: a registered redirect URI with the state; `null` for none. */
function targetOf(cloud: Cloud, asked: URLSearchParams): string | null {
  const target = asked.get('post_logout_redirect_uri') ?? '';
  const { apps } = cloud.directory.records;
  if (!apps.some((app) => isRegisteredRedirect(target, redirectsOf(app)))) {
    return null;
  }
  const url = new URL(target);
  const state = asked.get('state');
  if (state !== null) {
    url.searchParams.append('state', state);
  }
  return url.href;
}

/** Addresses at which the apps that the browser's sign-ins were used with are told of the end (OpenID Connect Front-Channel Logout 1.0, 2). */
function framesOf(cloud: Cloud, grants: Grants, request: ServiceRequest): readonly string[] {
  return grants.sessions.people(request.headers['cookie']).flatMap(({ session, tenantId }) =>
    grants.sessions.appsOf(session).flatMap((appId) => {
      const told = cloud.directory.app(appId)?.logoutUrl ?? null;
      if (told === null) return [];
      const url = new URL(told);
      url.searchParams.append('iss', `${request.links.login}/${tenantId}/v2.0`);
      url.searchParams.append('sid', session);
      return [url.href];
    }),
  );
}

/**
 * `GET` or `POST /<tenant>/oauth2[/v2.0]/logout` (Learn: v2-protocols-oidc, "Send a sign-out request", "Single sign-out"; OpenID Connect
 * RP-Initiated Logout 1.0): ends the browser's session, tells the apps that want to know in hidden frames, goes back to a registered redirect
 * URI with the state, and shows a page to everybody else.
 */
export function answerLogout(cloud: Cloud, grants: Grants, request: ServiceRequest): ServiceResponse {
  const asked = parameters(request.method === 'POST' ? request.body : request.query);
  const frames = framesOf(cloud, grants, request);
  const target = targetOf(cloud, asked);
  const ended = { 'set-cookie': grants.sessions.end(request.headers['cookie']) };
  if (target !== null && frames.length === 0) {
    return empty(302, { location: target, 'cache-control': 'no-store, no-cache', ...ended });
  }
  const hidden = frames
    .map((url) => `<iframe src="${escapeHtml(url)}" title="Sign-out" hidden></iframe>`)
    .join('');
  const farewell = page({
    status: 200,
    title: 'Signed out: demo cloud',
    body: `<h1>You signed out of your account</h1>${
      target === null
        ? '<p>It is a good idea to close all browser windows.</p>'
        : `<p><a id="on" href="${escapeHtml(target)}">Continue</a></p>`
    }${hidden}`,
    ...(frames.length === 0 ? {} : { frames: [...new Set(frames.map((url) => new URL(url).origin))] }),
    // Goes on once every app was told.
    ...(target === null
      ? {}
      : { script: "addEventListener('load', () => location.replace(document.getElementById('on').href));" }),
  });
  return { ...farewell, headers: { ...farewell.headers, ...ended } };
}
