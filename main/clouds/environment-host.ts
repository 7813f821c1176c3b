import { CLOUD_HOSTS } from '../../preload/contract/words/cloud-hosts.ts';
import type { CloudId } from '../../preload/contract/words/status.ts';
import type { CloudRow } from './cloud-row.ts';

/** A host name taken apart as one of an environment. */
export type EnvironmentHost = {
  /** The host of the app: `contoso.crm4.dynamics.com` also for `contoso.api.crm4.dynamics.com`, which serves the same. */
  readonly host: string;
  readonly cloud: CloudId;
  /** The geography by its name; null for a number that is not known (new ones appear) and where there is only one. */
  readonly region: string | null;
};

/** Microsoft Learn: new-datacenter-regions; a number that is missing here is accepted all the same. */
const REGIONS: Readonly<Record<string, string>> = {
  crm: 'North America',
  crm2: 'South America',
  crm3: 'Canada',
  crm4: 'EMEA',
  crm5: 'APAC',
  crm6: 'Oceania',
  crm7: 'Japan',
  crm8: 'India',
  crm9: 'GCC',
  crm11: 'United Kingdom',
  crm12: 'France',
  crm14: 'South Africa',
  crm15: 'United Arab Emirates',
  crm16: 'Germany',
  crm17: 'Switzerland',
  crm19: 'Norway',
  crm20: 'Singapore',
  crm21: 'Korea',
};

const SHAPE = /^([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.api)?\.(crm\d{0,3})(\.[a-z0-9.-]+)$/;
/** Hosts of services that stand under an environment's suffix without being environments. */
const SERVICES = ['globaldisco', 'disco', 'api'];

/** The most specific suffix wins: GCC stands inside the public cloud's domain. */
const cloudBySuffix = (host: string, clouds: readonly CloudRow[]): CloudRow | null => {
  let best: { readonly row: CloudRow; readonly length: number } | null = null;
  for (const row of clouds)
    for (const suffix of row.environmentSuffixes)
      if (suffix.startsWith('.') && host.endsWith(suffix) && suffix.length > (best?.length ?? 0))
        best = { row, length: suffix.length };
  return best?.row ?? null;
};

/** A custom cloud's own services may stand below its suffix. */
const isService = (host: string, row: CloudRow): boolean =>
  CLOUD_HOSTS.some((service) => URL.parse(row[service] ?? '')?.hostname === host);

/**
 * Reads a lower-case host name as one of an environment; null when it is none that these clouds know. `<org>.crm<N>.<domain>` in
 * the clouds that ship with the console; in a custom one, anything below its suffix.
 */
export const readEnvironmentHost = (host: string, clouds: readonly CloudRow[]): EnvironmentHost | null => {
  const row = cloudBySuffix(host, clouds);
  if (!row || isService(host, row)) return null;
  const [, org, crm, domain] = SHAPE.exec(host) ?? [];
  if (org === undefined || crm === undefined || domain === undefined)
    return row.id.startsWith('custom:') ? { host, cloud: row.id, region: null } : null;
  if (SERVICES.includes(org)) return null;
  const many = row.id === 'public' || row.id === 'gcc' || row.id === 'demo';
  return { host: `${org}.${crm}${domain}`, cloud: row.id, region: many ? (REGIONS[crm] ?? null) : null };
};
