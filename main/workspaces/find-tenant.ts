import type { Cloud } from '../../preload/contract/clouds.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Failed, Result } from '../../preload/contract/words/errors.ts';
import type { OrgUrl, TenantId } from '../../preload/contract/words/ids.ts';
import type { CloudId } from '../../preload/contract/words/status.ts';
import { isAuthorityOf } from '../clouds/authority-owner.ts';
import { readTenant } from '../clouds/read-tenant.ts';
import type { NamedTenant } from '../clouds/read-tenant.ts';
import type { HttpClient } from '../http/http-client.ts';
import { tenantMetadata } from './tenant-metadata.ts';
import { authoritiesToAsk, cloudOfMetadata } from './which-cloud.ts';

type Understood = { readonly url: OrgUrl; readonly cloud: CloudId | null; readonly region: string | null };

/** What finding a tenant needs; reading and asking environments is handed in. */
export type FindTenantPorts = {
  readonly http: HttpClient;
  readonly understand: (text: string) => Result<Understood>;
  readonly askTenant: (
    url: OrgUrl,
    signal: AbortSignal,
  ) => Promise<Result<{ readonly tenantId: TenantId; readonly authority: string }>>;
};

/** Who is being asked, for the person who waits. */
export type Asking = { readonly who: 'environment' | 'authority'; readonly host: string };

/** A tenant that was found, and who said so. */
export type FoundTenant = {
  readonly tenantId: TenantId;
  readonly cloud: CloudId;
  readonly by: Asking['who'];
  readonly host: string;
  /** The environment that was asked; null when its host is of no cloud, or none was. */
  readonly url: OrgUrl | null;
  readonly domain: string | null;
};

/** The clouds among which the tenant is looked for; `wanted` when the person has chosen one. */
export type Among = { readonly clouds: readonly Cloud[]; readonly wanted: Cloud | null };

const FINAL: readonly string[] = ['empty', 'retired-cloud', 'several-environments'];

/** Told before each question. */
export type Told = (asking: Asking) => Promise<void>;

const mismatch = (host: string, { id, name }: Cloud): Failed =>
  failed('cloud-mismatch', { host, cloud: id, cloudName: name });

const byEnvironment = async (
  ports: FindTenantPorts,
  { clouds, wanted }: Among,
  { url, cloud }: Understood,
  told: Told,
  signal: AbortSignal,
): Promise<Result<FoundTenant>> => {
  const { host } = new URL(url);
  if (wanted !== null && cloud !== wanted.id) return mismatch(host, wanted);
  await told({ who: 'environment', host });
  const asked = await ports.askTenant(url, signal);
  if (!asked.ok) return asked;
  const { authority, tenantId } = asked.value;
  const row =
    clouds.find(({ id }) => id === cloud) ?? clouds.find((each) => isAuthorityOf(authority, each)) ?? null;
  if (row === null) return failed('cloud-unknown', { host, authority: new URL(authority).host });
  if (!isAuthorityOf(authority, row)) return mismatch(new URL(authority).host, row);
  return ok({
    tenantId,
    cloud: row.id,
    by: 'environment',
    host,
    url: cloud === null ? null : url,
    domain: null,
  });
};

/** Says that there is no such tenant there, which another sign-in service may know. */
const isUnknown = ({ error }: Failed): boolean =>
  error.code === 'entra' && (error.params['error'] === 'invalid_tenant' || error.params['aadsts'] === 90002);

const byAuthority = async (
  ports: FindTenantPorts,
  among: Among,
  named: NamedTenant,
  told: Told,
  signal: AbortSignal,
): Promise<Result<FoundTenant>> => {
  const tenant = 'id' in named.tenant ? named.tenant.id : named.tenant.domain;
  let refused: Failed | null = null;
  for (const row of authoritiesToAsk(among, named)) {
    const { host } = new URL(row.authority);
    await told({ who: 'authority', host });
    if (signal.aborted) return failed('cancelled');
    const asked = await tenantMetadata(ports.http, row, tenant, signal);
    if (asked.ok) {
      const cloud = cloudOfMetadata(asked.value, row, among.clouds);
      if (among.wanted !== null && cloud.authority !== among.wanted.authority)
        return mismatch(tenant, among.wanted);
      const { tenantId } = asked.value;
      const domain = 'domain' in named.tenant ? named.tenant.domain : null;
      return ok({ tenantId, cloud: among.wanted?.id ?? cloud.id, by: 'authority', host, url: null, domain });
    }
    // That one service cannot be reached weighs more than that others do not know the tenant.
    if (refused === null || isUnknown(refused)) refused = asked;
  }
  const nobody = failed('url-not-understood', { text: tenant, reason: 'unknown-id' });
  return refused === null || (isUnknown(refused) && !named.certain) ? nobody : refused;
};

/**
 * Finds the tenant behind what a person typed, and its cloud: an environment is asked whose it is, a tenant's id or domain is asked of
 * sign-in services, one after the other until one knows it. Fails with `url-not-understood`, `cloud-mismatch`, `cloud-unknown`,
 * `challenge-missing`, `entra` or what the network said.
 */
export const findTenant = async (
  ports: FindTenantPorts,
  among: Among,
  text: string,
  told: Told,
  signal: AbortSignal,
): Promise<Result<FoundTenant>> => {
  const understood = ports.understand(text);
  if (understood.ok && understood.value.cloud !== null)
    return byEnvironment(ports, among, understood.value, told, signal);
  // Addresses all right, and not of a tenant that could be asked for.
  if (!understood.ok && FINAL.includes(String(understood.error.params['reason']))) return understood;
  const named = readTenant(text, among.clouds);
  if (named !== null) return byAuthority(ports, among, named, told, signal);
  return understood.ok ? byEnvironment(ports, among, understood.value, told, signal) : understood;
};
