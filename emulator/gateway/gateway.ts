import type { Cloud } from '../cloud.ts';
import { guid } from '../dataverse/base/guid.ts';
import { percentDecode } from '../dataverse/odata/percent-decode.ts';
import { errorAnswer } from '../dataverse/errors/error-answer.ts';
import { versionNotUnderstood } from '../dataverse/errors/request-faults.ts';
import { readPreferences } from '../dataverse/preferences.ts';
import type { Caller } from '../dataverse/seam.ts';
import { readBearer } from '../entra/bearer.ts';
import { hosts } from '../server/address.ts';
import { empty, json } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { htmlPage, unavailablePage } from '../server/front-door.ts';
import { apiHostOf, hostOf } from './environment-record.ts';
import type { EnvironmentRecord } from './environment-record.ts';
import { createRequestMeter, serviceLimits } from './request-limit.ts';
import type { Allowance, RequestMeter } from './request-limit.ts';

/** Answers a request to an environment; `delay` is waited for while the request counts as running. */
export type Gateway = (
  record: EnvironmentRecord,
  request: ServiceRequest,
  delay: () => Promise<void>,
) => Promise<ServiceResponse>;

/** Longest URL that the Web API takes (Learn: compose-http-requests-handle-errors). */
const longestUrl = 32_768;

/** Longest segment of a path (Learn: compose-http-requests-handle-errors, "Maximum OData segment length"); in a batch there is none. */
const longestSegment = 260;

const hasLongSegment = (path: string): boolean =>
  path.split('/').some((it) => (percentDecode(it) ?? it).length > longestSegment);

/** Tokens for "Dynamics CRM" as such carry this audience instead of an origin. */
const dataverseAppId = '00000007-0000-0000-c000-000000000000';

/**
 * The 401 that tells a client where to sign in, with an empty body. Learn: authenticate-oauth; the form of the header
 * is the one that Microsoft's own clients parse.
 */
function challenge(
  cloud: Cloud,
  record: EnvironmentRecord,
  request: ServiceRequest,
  invalid: boolean,
): ServiceResponse {
  const authority = `${request.links.to(hosts.login)}/${record.seed.tenantId}/oauth2/authorize`;
  const quote = cloud.rules.of('challengeValues') === 'quoted' ? '"' : '';
  const form = cloud.rules.of('challengeParts');
  const parts = [
    ...(invalid ? ['error=invalid_token', 'error_description=Error during token validation!'] : []),
    `authorization_uri=${quote}${authority}${quote}`,
    ...(form === 'withoutResource' ? [] : [`resource_id=${quote}${request.links.self}/${quote}`]),
  ];
  return empty(401, { 'www-authenticate': `Bearer ${parts.join(form === 'tight' ? ',' : ', ')}` });
}

function throttled(allowance: Extract<Allowance, { kind: 'refused' }>): ServiceResponse {
  const { code, message, retryAfterSeconds } = allowance;
  return json(
    429,
    { error: { code, message } },
    { 'retry-after': String(retryAfterSeconds), 'odata-version': '4.0' },
  );
}

/**
 * What support is told: the service names the request and the server's part of it in one header, the request alone in the other
 * (seen in answers of real environments). The same in every run, as all ids are.
 */
function requestIds(record: EnvironmentRecord, count: number): Readonly<Record<string, string>> {
  const id = guid('request', record.seed.organizationId, count);
  return { req_id: id, 'x-ms-service-request-id': `${id},${guid(id, 'server')}` };
}

const methods = 'OPTIONS,GET,HEAD,POST';

/** What the front of an environment adds to every answer to somebody it knows (as recorded of answers of the Web API; values are ours). */
function frontHeaders(record: EnvironmentRecord, request: ServiceRequest, count: number) {
  const { organizationId } = record.seed;
  return {
    'cache-control': 'no-cache',
    allow: methods,
    expires: '-1',
    vary: 'Accept-Encoding',
    // Under its own name alone, as at the sign-in service.
    ...(request.links.canonical
      ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
      : {}),
    'crm.serviceid': 'framework',
    authactivityid: guid('activity', organizationId, count),
    'x-source': '110212218438874147',
    public: methods,
    'timing-allow-origin': '*',
  };
}

/** Fifty years. */
const cookieLife = 50 * 365 * 86_400_000;

/** What the service gives every client to keep: which server it had, who it is, and which environment it was. Nobody here reads it again. */
function frontCookies({ seed: { organizationId } }: EnvironmentRecord, now: number): readonly string[] {
  const until = new Date(now + cookieLife).toUTCString();
  return [
    'ARRAffinity=00000000000000000000000000000000; path=/; secure; HttpOnly',
    `ReqClientId=${guid('client', organizationId)}; expires=${until}; path=/; secure; HttpOnly`,
    `orgId=${organizationId}; expires=${until}; path=/; secure; HttpOnly`,
  ];
}

/** Where clients of the SDK ask without a token where to sign in; it is not served (Microsoft's DataverseServiceClient). */
const organizationService = /^\/XRMServices\/2011\/Organization\.svc\/web$/i;

const notThere = (): ServiceResponse => htmlPage(404, 'The resource cannot be found');

/** The refusal of an address that has something else where the version stands. */
function misunderstood(request: ServiceRequest, version: string): ServiceResponse {
  const { method, path, query, headers, links } = request;
  const asked = { method, path, query, serviceRoot: links.self };
  return errorAnswer(versionNotUnderstood(version), asked, readPreferences(headers));
}

/** The endpoint for searches answers as operations of the Web API do (Learn: "Search for Dataverse records", "Dataverse search (legacy)"). */
const searchPath = (path: string): string =>
  path.replace(
    /^\/api\/search\/v[12]\.0\/(query|suggest|autocomplete|status)$/i,
    (_, operation: string) => `/api/data/v9.2/search${operation.toLowerCase()}`,
  );

/** Made once: formatting by locale is slow to set up. */
const seconds = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** How often a request counts: a batch as often as it has requests, where that rule was not chosen otherwise. */
function countOf(cloud: Cloud, { method, body }: ServiceRequest, path: string): number {
  if (method !== 'POST' || path !== '/$batch' || cloud.rules.of('batchCounts') === 'once') return 1;
  return Math.max(1, body.match(/^[A-Z]+ \S.* HTTP\/1\.1\r?$/gm)?.length ?? 1);
}

function limitHeaders(
  record: EnvironmentRecord,
  allowance: Extract<Allowance, { kind: 'allowed' }>,
): Readonly<Record<string, string>> {
  return {
    'x-ms-ratelimit-burst-remaining-xrm-requests': String(allowance.remainingRequests),
    'x-ms-ratelimit-time-remaining-xrm-requests': seconds.format(allowance.remainingSeconds),
    'x-ms-dop-hint': String(record.parallelism ?? 4),
  };
}

/** The front door of all environments: addresses, tokens and limits, before any data is touched. */
export function createGateway(cloud: Cloud): Gateway {
  const meters = new Map<EnvironmentRecord, RequestMeter>();
  const meterOf = (record: EnvironmentRecord): RequestMeter => {
    const known = meters.get(record);
    if (known !== undefined) {
      return known;
    }
    const made = createRequestMeter(
      () => ({ ...serviceLimits, ...record.requestLimit, ...cloud.limits }),
      cloud.now,
    );
    meters.set(record, made);
    return made;
  };

  const run = async (
    record: EnvironmentRecord,
    request: ServiceRequest,
    caller: Caller,
    [version, path]: readonly [string, string],
    delay: () => Promise<void>,
  ): Promise<ServiceResponse> => {
    const { allowance, done } = meterOf(record).admit(
      `${caller.tenantId}/${caller.objectId}`,
      countOf(cloud, request, path),
    );
    if (allowance.kind === 'refused') {
      return throttled(allowance);
    }
    const started = performance.now();
    try {
      await delay();
      const { method, query, headers, body } = request;
      const answer = cloud.environments.engine(record).handle({
        method,
        path: path === '' ? '/' : path,
        query,
        headers,
        body,
        serviceRoot: `${request.links.self}/api/data/${version}`,
        caller,
      });
      return { ...answer, headers: { ...answer.headers, ...limitHeaders(record, allowance) } };
    } finally {
      done(performance.now() - started);
    }
  };

  /** The answer, and whether it is one to somebody whom the environment knows. */
  const answer = async (
    record: EnvironmentRecord,
    request: ServiceRequest,
    delay: () => Promise<void>,
  ): Promise<ServiceResponse & { readonly known: boolean }> => {
    const refused = (response: ServiceResponse) => ({ ...response, known: false });
    if (record.availability === 'unavailable') {
      return refused(unavailablePage());
    }
    if (request.path.length + request.query.length + 1 > longestUrl) {
      return refused(htmlPage(414, 'Request-URI Too Long'));
    }
    if (hasLongSegment(request.path)) {
      return refused(htmlPage(400, 'Bad Request - Invalid URL'));
    }
    const address = /^\/+api\/data(?:\/([^/]*)(\/.*)?)?$/i.exec(searchPath(request.path));
    if (address === null && !organizationService.test(request.path)) return refused(notThere());
    const bearer = readBearer(cloud, request.headers['authorization'], [
      `https://${hostOf(record)}`,
      `https://${apiHostOf(record)}`,
      dataverseAppId,
    ]);
    if (bearer.kind !== 'valid') {
      return refused(challenge(cloud, record, request, bearer.kind === 'invalid'));
    }
    if (address === null) return refused(notThere());
    const [, version = '', path = ''] = address;
    if (!/^v\d+\.\d+$/i.test(version)) return { ...misunderstood(request, version), known: true };
    // Versions 8 are still answered (Learn: compose-http-requests-handle-errors, "Version compatibility"; seen in many clients). What others are told no page says.
    if (!/^v[89]\.[0-2]$/i.test(version))
      return cloud.rules.of('unknownVersion') === 'notFound'
        ? refused(notThere())
        : { ...misunderstood(request, version), known: true };
    const response = await run(record, request, bearer.caller, [version.toLowerCase(), path], delay);
    return { ...response, known: true };
  };

  const counts = new Map<EnvironmentRecord, number>();
  return async (record, request, delay) => {
    const count = (counts.get(record) ?? 0) + 1;
    counts.set(record, count);
    const { known, ...response } = await answer(record, request, delay);
    const ids = requestIds(record, count);
    return known
      ? {
          ...response,
          cookies: frontCookies(record, cloud.now()),
          headers: { ...frontHeaders(record, request, count), ...ids, ...response.headers },
        }
      : { ...response, headers: { ...ids, ...response.headers } };
  };
}
