import type { Access } from './access/access.ts';
import type { PermissionCache } from './access/permission-cache.ts';
import type { Preferences } from './preferences.ts';
import type { DataversePorts, DataverseRequest } from './seam.ts';
import type { Environment } from './store/environment.ts';

/** Everything that answering one request of a known user needs. */
export type Session = {
  readonly environment: Environment;
  readonly ports: DataversePorts;
  readonly permissions: PermissionCache;
  readonly request: DataverseRequest;
  readonly access: Access;
  readonly preferences: Preferences;
};
