import { z } from 'zod';
import type { Cloud } from '../../preload/contract/clouds.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseTenantId } from '../../preload/contract/words/ids.ts';
import type { OrgUrl, TenantId } from '../../preload/contract/words/ids.ts';
import type { CloudId } from '../../preload/contract/words/status.ts';
import type { HttpAnswer, HttpClient } from '../http/http-client.ts';

/** What finding a tenant needs; reading and asking environments is handed in. */
export type FindTenantPorts = {
  readonly http: HttpClient;
  readonly understand: (
    text: string,
  ) => Result<{ readonly url: OrgUrl; readonly cloud: CloudId | null; readonly region: string | null }>;
  readonly askTenant: (url: OrgUrl, signal: AbortSignal) => Promise<Result<{ readonly tenantId: TenantId }>>;
};

/** A domain name as tenants have them (RFC 1035 labels, also in punycode). */
const DOMAIN = /^(?=.{3,253}$)([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

const metadata = z.object({ issuer: z.string().optional(), token_endpoint: z.string().optional() });
const refusal = z.object({ error: z.string(), error_codes: z.array(z.int()).optional() });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Tenant id in the issuer (`{authority}/{tenant}/v2.0`), or in the token endpoint. */
const tenantIn = ({ issuer, token_endpoint }: z.infer<typeof metadata>): TenantId | null => {
  for (const url of [issuer, token_endpoint]) {
    const segment = url !== undefined && URL.canParse(url) ? new URL(url).pathname.split('/')[1] : undefined;
    const tenantId = segment === undefined ? null : parseTenantId(segment);
    if (tenantId !== null) return tenantId;
  }
  return null;
};

const readMetadata = (answer: HttpAnswer, host: string, domain: string): Result<TenantId> => {
  const body = parseJson(answer.body);
  const refused = refusal.safeParse(body).data;
  if (answer.status >= 400 && refused !== undefined) {
    const { error, error_codes: codes } = refused;
    return failed('entra', {
      aadsts: codes?.[0] ?? '',
      error,
      clientId: '',
      tenantId: domain,
      resource: '',
    });
  }
  const tenantId = tenantIn(metadata.safeParse(body).data ?? {});
  return tenantId === null
    ? failed('unexpected-answer', { host, status: answer.status, what: 'no tenant in the metadata' })
    : ok(tenantId);
};

const ofDomain = async (
  http: HttpClient,
  cloud: Cloud,
  domain: string,
  signal: AbortSignal,
): Promise<Result<TenantId>> => {
  const { origin, host } = new URL(cloud.authority);
  const sent = await http.send({
    method: 'GET',
    url: `${origin}/${domain}/v2.0/.well-known/openid-configuration`,
    headers: { accept: 'application/json' },
    pinnedOrigin: origin,
    retry: 'safe',
    signal,
  });
  return sent.ok ? readMetadata(sent.value, host, domain) : sent;
};

/**
 * Finds the tenant behind what a person typed: an id is taken as it is, anything with an environment's host in it is asked itself, and a
 * domain is asked of the cloud's authority (Microsoft Learn: v2-protocols-oidc; an unknown one is answered 400 with AADSTS90002). Null for
 * an empty text: the tenant is found by signing in.
 */
export const findTenant = async (
  ports: FindTenantPorts,
  cloud: Cloud,
  text: string,
  signal: AbortSignal,
): Promise<Result<TenantId | null>> => {
  const typed = text.trim();
  if (typed === '') return ok(null);
  const tenantId = parseTenantId(typed);
  if (tenantId !== null) return ok(tenantId);
  const understood = ports.understand(typed);
  const isEnvironment = understood.ok && understood.value.cloud !== null;
  if (!isEnvironment && DOMAIN.test(typed)) return ofDomain(ports.http, cloud, typed.toLowerCase(), signal);
  if (!understood.ok) return understood;
  const { url, cloud: found } = understood.value;
  if (found !== cloud.id) return failed('cloud-mismatch', { host: new URL(url).host, cloud: cloud.id });
  const asked = await ports.askTenant(url, signal);
  return asked.ok ? ok(asked.value.tenantId) : asked;
};
