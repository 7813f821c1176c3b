import { unreachedDirectory } from './unreached-directory.ts';
import type { TenantPorts } from '../../../../main/fleet/tenant/tenant-ports.ts';
import { failed } from '../../../../preload/contract/words/errors.ts';

const unreached = async () => failed('not-available-here', { what: 'Microsoft Graph' });

/** A fleet that changes environments alone. */
export const noTenant: TenantPorts = {
  directory: () => unreachedDirectory,
  managementApps: () => failed('not-available-here', { what: 'Power Platform' }),
  profiles: {
    all: () => [],
    find: (id) => failed('not-found', { what: 'app profile', id }),
    show: async (profile) => ({ ...profile, credentials: [] }),
    add: (profile) => profile,
    change: (id) => failed('not-found', { what: 'app profile', id }),
    keep: unreached,
    drop: unreached,
  },
  publicPart: unreached,
  hintOf: async () => null,
  keyProof: async () => null,
  vaultKeeps: async () => 'keychain',
  makeCertificate: unreached,
  signInApp: unreached,
  asApp: unreached,
  places: () => [],
  madeSecret: () => undefined,
  demo: () => false,
  workspaceTenant: () => null,
};
