import type { Directory } from './directory/directory.ts';
import type { Demands } from './entra/demands.ts';
import type { DeviceCodeTimes } from './entra/grants.ts';
import type { ManagementApps } from './discovery/management-apps.ts';
import type { SigningKey } from './entra/signing-key.ts';
import type { EnvironmentRegistry } from './gateway/registry.ts';
import type { Site } from './server/address.ts';

/** Everything that the services of one running demo cloud share. */
export type Cloud = {
  readonly site: Site;
  readonly directory: Directory;
  readonly environments: EnvironmentRegistry;
  readonly managementApps: ManagementApps;
  readonly signingKey: SigningKey;
  readonly demands: Demands;
  readonly deviceCodes: DeviceCodeTimes;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};
