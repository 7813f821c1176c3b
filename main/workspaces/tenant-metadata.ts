import { z } from 'zod';
import type { Cloud } from '../../preload/contract/clouds.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseTenantId } from '../../preload/contract/words/ids.ts';
import type { TenantId } from '../../preload/contract/words/ids.ts';
import type { HttpAnswer, HttpClient } from '../http/http-client.ts';

const metadata = z.object({
  issuer: z.string().optional(),
  token_endpoint: z.string().optional(),
  msgraph_host: z.string().optional(),
  tenant_region_sub_scope: z.string().nullish(),
});
type Metadata = z.infer<typeof metadata>;
const refusal = z.object({ error: z.string(), error_codes: z.array(z.int()).optional() });

/** What a sign-in service says about a tenant. */
export type TenantMetadata = {
  readonly tenantId: TenantId;
  /** Host of Microsoft Graph for this tenant; it tells clouds apart that share a sign-in service. */
  readonly graphHost: string | null;
  /** `GCC`, `DOD` or `DODCON` in the clouds of the US government (seen in answers, not documented). */
  readonly subScope: string | null;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Tenant id in the issuer (`{authority}/{tenant}/v2.0`), or in the token endpoint. */
const tenantIn = ({ issuer, token_endpoint }: Metadata): TenantId | null => {
  for (const url of [issuer, token_endpoint]) {
    const tenantId = parseTenantId(URL.parse(url ?? '')?.pathname.split('/')[1] ?? '');
    if (tenantId !== null) return tenantId;
  }
  return null;
};

const readMetadata = (answer: HttpAnswer, host: string, tenant: string): Result<TenantMetadata> => {
  const body = parseJson(answer.body);
  const refused = refusal.safeParse(body).data;
  if (answer.status >= 400 && refused !== undefined) {
    const { error, error_codes: codes } = refused;
    return failed('entra', {
      aadsts: codes?.[0] ?? '',
      error,
      clientId: '',
      tenantId: tenant,
      resource: '',
    });
  }
  const decoded = metadata.safeParse(body).data ?? {};
  const tenantId = tenantIn(decoded);
  return tenantId === null
    ? failed('unexpected-answer', {
        host,
        status: answer.status,
        what: /^\s*</.test(answer.body) ? 'html' : 'no tenant in the metadata',
      })
    : ok({
        tenantId,
        graphHost: decoded.msgraph_host ?? null,
        subScope: decoded.tenant_region_sub_scope ?? null,
      });
};

/**
 * Asks a cloud's sign-in service about a tenant by id or domain, without signing in (Microsoft Learn: v2-protocols-oidc; an unknown one is
 * answered 400 with AADSTS90002).
 */
export const tenantMetadata = async (
  http: HttpClient,
  cloud: Pick<Cloud, 'authority'>,
  tenant: string,
  signal: AbortSignal,
): Promise<Result<TenantMetadata>> => {
  const { origin, host } = new URL(cloud.authority);
  const sent = await http.send({
    method: 'GET',
    url: `${origin}/${tenant}/v2.0/.well-known/openid-configuration`,
    headers: { accept: 'application/json' },
    pinnedOrigin: origin,
    retry: 'safe',
    signal,
  });
  return sent.ok ? readMetadata(sent.value, host, tenant) : sent;
};
