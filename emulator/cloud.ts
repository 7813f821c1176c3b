import type { Directory } from './directory/directory.ts';
import type { DecreedRefusals } from './entra/decreed-refusals.ts';
import type { Demands } from './entra/demands.ts';
import type { UsedAssertions } from './entra/replay.ts';
import type { DeviceCodeTimes } from './entra/grants.ts';
import type { ManagementApps } from './discovery/management-apps.ts';
import type { SigningKey } from './entra/signing-key.ts';
import type { BareEnvironment } from './seed/bare-environments.ts';
import type { EnvironmentRegistry } from './gateway/registry.ts';
import type { ChosenLimits } from './gateway/request-limit.ts';
import type { ArcKeys } from './managed-identities/arc-keys.ts';
import type { RoleAssignments } from './power-platform/role-assignments.ts';
import type { Rules } from './scenario/rules.ts';
import type { Site } from './server/address.ts';

/** Everything that the services of one running demo cloud share. */
export type Cloud = {
  readonly site: Site;
  readonly directory: Directory;
  readonly environments: EnvironmentRegistry;
  /** Those without Dataverse, which the admin API alone knows. */
  readonly bareEnvironments: readonly BareEnvironment[];
  readonly managementApps: ManagementApps;
  readonly powerPlatformRoles: RoleAssignments;
  readonly signingKey: SigningKey;
  /** Signs the tokens of workloads elsewhere (workload-issuer.ts). */
  readonly workloadKey: SigningKey;
  /** What clients of the App Service's token service prove themselves with; `null` where there are no managed identities. */
  readonly identityHeader: string | null;
  /** Secrets in files, for who reads them on a server with Azure Arc; `null` where there is none. */
  readonly arcKeys: ArcKeys | null;
  /** What was chosen for rules that nobody could confirm. */
  readonly rules: Rules;
  /** Limits of service protection instead of those of the environments. */
  readonly limits: ChosenLimits;
  readonly demands: Demands;
  /** What the scenario API has decreed that somebody is told. */
  readonly decreed: DecreedRefusals;
  readonly usedAssertions: UsedAssertions;
  readonly deviceCodes: DeviceCodeTimes;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};
