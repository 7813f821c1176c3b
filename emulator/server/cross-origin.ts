import { hosts } from './address.ts';
import { empty } from './exchange.ts';
import type { ServiceRequest, ServiceResponse } from './exchange.ts';

/** Headers of the answer that pages may read, as recorded answers name them. */
const exposed = {
  dataverse:
    'Preference-Applied,OData-EntityId,Location,ETag,OData-Version,Content-Encoding,Transfer-Encoding,Content-Length,Retry-After,REQ_ID',
  login: 'Content-Length,Content-Encoding,x-ms-request-id,x-ms-srs',
  graph:
    'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant, Retry-After',
} as const;

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The service lets every page ask. Here those of the loopback address may, which are somebody's own; a page of the web has no business here. */
const mayAsk = (origin: string | undefined): boolean =>
  origin !== undefined && URL.canParse(origin) && loopback.has(new URL(origin).hostname);

/** The sign-in service opens its metadata to pages, and its token endpoint for the grants of single-page apps. */
function signInIsOpen({ method, path, body }: ServiceRequest): boolean {
  return method === 'POST'
    ? /\/oauth2\/(?:v2\.0\/)?token$/.test(path) &&
        /(?:^|&)grant_type=(?:authorization_code|refresh_token)(?:&|$)/.test(body)
    : /\/(?:\.well-known\/openid-configuration|discovery\/.*)$/.test(path);
}

function openTo(
  host: string,
  isDataverse: boolean,
  request: ServiceRequest,
): Readonly<Record<string, string>> {
  const anyOrigin = { 'access-control-allow-origin': '*' };
  if (isDataverse) return { ...anyOrigin, 'access-control-expose-headers': exposed.dataverse };
  if (host === hosts.graph) return { ...anyOrigin, 'access-control-expose-headers': exposed.graph };
  if (host !== hosts.login || !signInIsOpen(request)) return {};
  return request.method === 'POST'
    ? {
        ...anyOrigin,
        'access-control-allow-methods': 'POST, OPTIONS',
        'access-control-expose-headers': exposed.login,
      }
    : { ...anyOrigin, 'access-control-allow-methods': 'GET, OPTIONS' };
}

/**
 * What a page of another origin asks before it sends its request (Fetch Standard, "CORS protocol"; Learn: "Use OAuth with Cross-Origin
 * Resource Sharing to connect a Single Page Application"); `null` where this is no such question.
 */
export function answerPreflight(
  host: string,
  isDataverse: boolean,
  { method, headers }: Pick<ServiceRequest, 'method' | 'headers'>,
): ServiceResponse | null {
  const wanted = headers['access-control-request-method'];
  if (method !== 'OPTIONS' || !mayAsk(headers['origin']) || wanted === undefined) return null;
  if (!isDataverse && host !== hosts.graph && host !== hosts.login) return null;
  return empty(200, {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': wanted,
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
    'access-control-max-age': '3600',
  });
}

/** Lets a page of another origin read an answer, where the service does. */
export function openToPages(
  host: string,
  isDataverse: boolean,
  request: ServiceRequest,
  response: ServiceResponse,
): ServiceResponse {
  return mayAsk(request.headers['origin'])
    ? { ...response, headers: { ...response.headers, ...openTo(host, isDataverse, request) } }
    : response;
}
