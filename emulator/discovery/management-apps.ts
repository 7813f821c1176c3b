import type { Restorable } from '../scenario/restorable.ts';

/** The management applications of every tenant: apps that may administer all of its environments (adminApplications). */
export type ManagementApps = Restorable & {
  /** Client ids in the order of their registration. */
  of(tenantId: string): readonly string[];
  has(tenantId: string, appId: string): boolean;
  add(tenantId: string, appId: string): void;
  remove(tenantId: string, appId: string): void;
};

/** Starts from the seed's registrations, by tenant id. */
export function createManagementApps(seed: Readonly<Record<string, readonly string[]>>): ManagementApps {
  let byTenant: ReadonlyMap<string, ReadonlySet<string>> = new Map(
    Object.entries(seed).map(([tenantId, appIds]) => [tenantId, new Set(appIds)] as const),
  );
  const of = (tenantId: string): ReadonlySet<string> => byTenant.get(tenantId) ?? new Set();
  return {
    of: (tenantId) => [...of(tenantId)],
    has: (tenantId, appId) => of(tenantId).has(appId.toLowerCase()),
    add: (tenantId, appId) => {
      byTenant = new Map([...byTenant, [tenantId, new Set([...of(tenantId), appId.toLowerCase()])]]);
    },
    remove: (tenantId, appId) => {
      const left = [...of(tenantId)].filter((one) => one !== appId.toLowerCase());
      byTenant = new Map([...byTenant, [tenantId, new Set(left)]]);
    },
    snapshot: () => {
      const kept = byTenant;
      return () => {
        byTenant = kept;
      };
    },
  };
}
