import { parseTenantId } from '../../preload/contract/words/ids.ts';
import type { TenantId } from '../../preload/contract/words/ids.ts';
import type { CloudId } from '../../preload/contract/words/status.ts';
import type { CloudRow } from './cloud-row.ts';
import { decodePasted } from './decode-pasted.ts';

/** A tenant that a text names without an environment's host in it. */
export type NamedTenant = {
  readonly tenant: { readonly id: TenantId } | { readonly domain: string };
  /** The cloud whose page the text is an address of; null when it says nothing of one. */
  readonly cloud: CloudId | null;
  /** An id with nothing around it may as well be the one of an environment. */
  readonly certain: boolean;
};

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** A domain name as tenants have them (RFC 1035 labels, also in punycode). */
const LABELS = '(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]';
const DOMAIN = new RegExp(`^(?=.{3,253}$)${LABELS}$`);

/**
 * Where pages say whose they are: `/tenants/<id>` and `?tenantId=` of the admin center and the maker portal, `Default-<tenant id>`, the
 * name of a tenant's default environment, `#@<domain>` of the Azure portal.
 */
const PLACES: readonly RegExp[] = [
  new RegExp(`/tenants/(${GUID})(?![0-9a-f-])`),
  new RegExp(`(?:^|[?&#;\\s])(?:tenantid|tenant_id|tid|tenant)\\s*=\\s*"?(${GUID}|${LABELS})(?![\\w.-])`),
  new RegExp(`(?<![\\w-])default-(${GUID})(?![0-9a-f-])`),
  new RegExp(`#@(${LABELS})(?![\\w.-])`),
];

const read = (text: string): NamedTenant['tenant'] | null => {
  const id = parseTenantId(text);
  if (id !== null) return { id };
  return DOMAIN.test(text) ? { domain: text } : null;
};

const pageOf = (address: string, clouds: readonly CloudRow[]): CloudRow | null => {
  const origin = URL.parse(/^https?:\/\//.test(address) ? address : `https://${address}`)?.origin ?? '';
  return (
    clouds.find(({ authority, portal, maker, adminCenter }) =>
      [authority, portal, maker, adminCenter].includes(origin.replace('http://', 'https://')),
    ) ?? null
  );
};

/** The first part of an authority's path names the tenant: `https://login.microsoftonline.com/<tenant>/oauth2/…`. */
const inAuthority = (address: string, row: CloudRow | null): NamedTenant['tenant'] | null => {
  const url = URL.parse(/^https?:\/\//.test(address) ? address : `https://${address}`);
  return row !== null && url !== null && url.hostname === URL.parse(row.authority)?.hostname
    ? read(url.pathname.split('/')[1] ?? '')
    : null;
};

/**
 * Reads the tenant out of whatever a person pastes: its id, a domain, somebody's user name, a page of a portal that says whose it is, an
 * authority. Null when the text names none. Never throws.
 */
export const readTenant = (text: string, clouds: readonly CloudRow[]): NamedTenant | null => {
  const plain = decodePasted(text.slice(0, 4096)).toLowerCase();
  const row = pageOf(plain, clouds);
  const cloud = row?.id ?? null;
  const authority = inAuthority(plain, row);
  if (authority !== null) return { tenant: authority, cloud, certain: true };
  for (const place of PLACES) {
    const named = read(place.exec(plain)?.[1] ?? '');
    if (named !== null) return { tenant: named, cloud, certain: true };
  }
  const id = parseTenantId(plain);
  if (id !== null) return { tenant: { id }, cloud: null, certain: false };
  const domain = /^(?:[^\s@/]+@)?(\S+)$/.exec(plain)?.[1] ?? '';
  return row === null && DOMAIN.test(domain) ? { tenant: { domain }, cloud: null, certain: true } : null;
};

/** The Power Platform's name of the environment that a page of a portal is about, or an id with nothing around it. */
export const readEnvironmentName = (text: string): string | null => {
  const plain = decodePasted(text.slice(0, 4096)).toLowerCase();
  const inPath = new RegExp(`/(?:environments?|e)/((?:default-)?${GUID})(?![0-9a-f-])`).exec(plain)?.[1];
  return inPath ?? new RegExp(`^\\{?((?:default-)?${GUID})\\}?$`).exec(plain)?.[1] ?? null;
};
