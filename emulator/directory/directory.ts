import type { DirectoryLookup } from '../dataverse/seam.ts';
import type { Account, AppRegistration, ServicePrincipal, Tenant } from './records.ts';

/** Everything that the directory of the demo cloud holds. */
export type DirectoryRecords = {
  readonly tenants: readonly Tenant[];
  readonly apps: readonly AppRegistration[];
  readonly servicePrincipals: readonly ServicePrincipal[];
  readonly accounts: readonly Account[];
};

/** Read access to tenants, apps and people; also what Dataverse asks when it makes a user row. */
export type Directory = DirectoryLookup & {
  readonly records: DirectoryRecords;
  /** By id or verified domain, in any case. */
  tenant(idOrDomain: string): Tenant | null;
  app(appId: string): AppRegistration | null;
  principal(tenantId: string, appId: string): ServicePrincipal | null;
  account(username: string): Account | null;
  accountById(tenantId: string, objectId: string): Account | null;
};

const key = (...parts: readonly string[]): string => parts.join('/').toLowerCase();

/** Indexes the records once; lookups never change them. */
export function createDirectory(records: DirectoryRecords): Directory {
  const tenants = new Map<string, Tenant>();
  for (const tenant of records.tenants) {
    tenants.set(key(tenant.id), tenant).set(key(tenant.domain), tenant);
  }
  const apps = new Map(records.apps.map((app) => [key(app.appId), app]));
  const principals = new Map(records.servicePrincipals.map((one) => [key(one.tenantId, one.appId), one]));
  const byName = new Map(records.accounts.map((account) => [key(account.username), account]));
  const byId = new Map(records.accounts.map((account) => [key(account.tenantId, account.objectId), account]));
  return {
    records,
    tenant: (idOrDomain) => tenants.get(key(idOrDomain)) ?? null,
    app: (appId) => apps.get(key(appId)) ?? null,
    principal: (tenantId, appId) => principals.get(key(tenantId, appId)) ?? null,
    account: (username) => byName.get(key(username)) ?? null,
    accountById: (tenantId, objectId) => byId.get(key(tenantId, objectId)) ?? null,
    servicePrincipal: (tenantId, appId) => principals.get(key(tenantId, appId)) ?? null,
    user: (tenantId, objectId) => byId.get(key(tenantId, objectId)) ?? null,
  };
}
