import { randomBytes, randomUUID } from 'node:crypto';
import type { Cloud } from './cloud.ts';
import { describeCloud } from './describe.ts';
import { createDirectory } from './directory/directory.ts';
import { createDecreedRefusals } from './entra/decreed-refusals.ts';
import { createDemands } from './entra/demands.ts';
import { createUsedAssertions } from './entra/replay.ts';
import { createManagementApps } from './discovery/management-apps.ts';
import { bareEnvironments } from './seed/bare-environments.ts';
import { makeSigningKey } from './entra/signing-key.ts';
import { apiHostOf, hostOf } from './gateway/environment-record.ts';
import type { EnvironmentRecord } from './gateway/environment-record.ts';
import { createRegistry } from './gateway/registry.ts';
import type { DemoCloudDescription, DemoCloudOptions } from './options.ts';
import { createArcKeys } from './managed-identities/arc-keys.ts';
import { createRoleAssignments } from './power-platform/role-assignments.ts';
import { createClock } from './scenario/clock.ts';
import { createRules } from './scenario/rules.ts';
import { demoEnvironments } from './seed/demo.ts';
import { seedDirectory } from './seed/directory.ts';
import { managementApps } from './seed/management-apps.ts';
import { largeEnvironments } from './seed/large.ts';
import { hosts } from './server/address.ts';
import type { Site } from './server/address.ts';
import { createHostNames } from './server/host-names.ts';
import { microsoftClouds } from './server/microsoft-clouds.ts';
import type { Controls } from './server/control.ts';
import { createCertificateAuthority } from './server/certificate-authority.ts';
import { createServices } from './server/dispatcher.ts';
import type { Dispatcher, Services } from './server/dispatcher.ts';
import { createFaults } from './server/faults.ts';
import { listen } from './server/server.ts';
import type { Listener } from './server/server.ts';

export type { DemoCloudDescription, DemoCloudOptions } from './options.ts';

/** A demo cloud that listens. */
export type DemoCloud = {
  readonly description: DemoCloudDescription;
  /** Ends all connections; afterwards nothing of it runs. */
  close(): Promise<void>;
};

/** Leaves no listener behind when the rest of the start fails. */
async function orClose<T>(listener: Listener, rest: Promise<T>): Promise<T> {
  try {
    return await rest;
  } catch (error) {
    await listener.close();
    throw error;
  }
}

const withRoles = (record: EnvironmentRecord, exportedRoles: DemoCloudOptions['roles']): EnvironmentRecord =>
  exportedRoles === undefined ? record : { ...record, seed: { ...record.seed, exportedRoles } };

/**
 * Starts a demo cloud on the loopback address. Rejects when the port is taken. Ids and secrets are the same in every
 * run of a seed; keys, certificates and the key in the path are not.
 */
export async function startDemoCloud(options: DemoCloudOptions = {}): Promise<DemoCloud> {
  const clock = createClock(options.now ?? Date.now);
  const { now } = clock;
  const rules = createRules(options.rules ?? {});
  const { seed = 'demo', control = false, managedIdentities = false } = options;
  const controls: Controls = {
    faults: createFaults(),
    lagSeconds: options.lagSeconds ?? 0,
    credentialLagMilliseconds: options.credentialLagMilliseconds ?? 0,
    objectLagMilliseconds: options.objectLagMilliseconds ?? 0,
    secretsAllowed: true,
    longestSecretDays: null,
    limits: options.limits ?? {},
  };
  const [records, signingKey, workloadKey] = await Promise.all([
    seedDirectory(now(), managedIdentities),
    makeSigningKey('accounts.accesscontrol.demo.test', now()),
    makeSigningKey(hosts.workloads, now()),
  ]);
  const directory = createDirectory(records, {
    now,
    get credentialLag() {
      return controls.credentialLagMilliseconds;
    },
    get objectLag() {
      return controls.objectLagMilliseconds;
    },
  });
  const environments = createRegistry(
    (seed === 'demo'
      ? demoEnvironments()
      : largeEnvironments(seed.environments, seed.usersPerEnvironment, seed.applicationsPerEnvironment)
    ).map((record) => withRoles(record, options.roles)),
    {
      directory,
      now,
      get lagSeconds() {
        return controls.lagSeconds;
      },
      get rules() {
        return rules.chosen;
      },
    },
  );

  const { https = false, proxy = false } = options;
  const authority = https || proxy ? await createCertificateAuthority(now()) : null;
  let services: Services | null = null;
  const dispatch: Dispatcher = (incoming) =>
    services === null
      ? Promise.resolve({ status: 503, headers: { 'retry-after': '1' }, body: '' })
      : services.dispatch(incoming);
  const plays = (host: string): boolean => services?.plays(host) ?? false;
  const plain = await listen(dispatch, {
    port: options.port ?? 0,
    tls: null,
    proxy: proxy && authority !== null ? { plays, authority } : null,
  });
  const listenTls = async (): Promise<Listener | null> =>
    https && authority !== null
      ? listen(dispatch, { port: 0, tls: await authority.certificateFor('localhost'), proxy: null })
      : null;
  const tls = await orClose(plain, listenTls());
  const site: Site = {
    key: randomBytes(16).toString('hex'),
    port: plain.port,
    tlsPort: tls?.port ?? null,
    names: createHostNames(
      microsoftClouds[options.cloud ?? 'public'],
      rules,
      environments.records.flatMap((record) => [hostOf(record), apiHostOf(record)]),
    ),
  };
  const cloud: Cloud = {
    site,
    directory,
    environments,
    bareEnvironments: seed === 'demo' ? bareEnvironments : [],
    signingKey,
    workloadKey,
    identityHeader: managedIdentities ? randomUUID() : null,
    arcKeys: managedIdentities && options.arcTokens !== undefined ? createArcKeys(options.arcTokens) : null,
    demands: createDemands(now),
    decreed: createDecreedRefusals(),
    usedAssertions: createUsedAssertions(now),
    deviceCodes: options.deviceCodes ?? { lifetimeSeconds: 900, intervalSeconds: 5 },
    managementApps: createManagementApps(managementApps),
    powerPlatformRoles: createRoleAssignments(),
    rules,
    get limits() {
      return controls.limits;
    },
    now,
  };
  services = createServices(cloud, { controls, clock, rules }, control);

  return {
    description: describeCloud(cloud, { ca: authority?.certificatePem ?? null, control, proxy }),
    close: async () => {
      cloud.arcKeys?.clear();
      await Promise.all([plain.close(), tls?.close()]);
    },
  };
}
