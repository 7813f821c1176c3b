import { join } from 'node:path';
import type { Implementations } from '../preload/contract/index.ts';
import { failed, ok } from '../preload/contract/words/errors.ts';
import type { Result } from '../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../preload/contract/words/ids.ts';
import { appHandlers } from './app-handlers.ts';
import type { AppPorts } from './app-handlers.ts';
import { applicationUsersHandlers } from './application-users/handlers.ts';
import { askTenant } from './clouds/ask-tenant.ts';
import { createClouds } from './clouds/clouds.ts';
import { cloudsHandlers } from './clouds/handlers.ts';
import { createDataverseClient } from './dataverse/create-dataverse-client.ts';
import type { EnvironmentAccess } from './dataverse/environment-access.ts';
import { openEnvironments } from './environments/document.ts';
import { environmentsHandlers } from './environments/handlers.ts';
import { createRegistry } from './environments/registry.ts';
import { fleetHandlers } from './fleet/handlers.ts';
import { openActivityJournal } from './fleet/journal/activity-journal.ts';
import { recordConsoleStarted, recordToJournal } from './fleet/journal/record-to-journal.ts';
import { systemClock } from './http/clock.ts';
import { createHttpClient } from './http/create-http-client.ts';
import { DEFAULT_HTTP_LIMITS } from './http/http-limits.ts';
import { createRequestLog } from './http/request-log.ts';
import type { Transport } from './http/transport.ts';
import type { DemoApp } from './identity/app-profiles/demo-profiles.ts';
import { createIdentity } from './identity/create-identity.ts';
import { queryHandlers } from './query/handlers.ts';
import { createQueryRuns } from './query/query-runs.ts';
import { securityRolesHandlers } from './security-roles/handlers.ts';
import type { OpenDocumentFile } from './settings/document.ts';
import { settingsHandlers } from './settings/handlers.ts';
import { openNotices } from './settings/notices.ts';
import { openSettings } from './settings/settings.ts';
import { createVault } from './vault/create-vault.ts';
import { vaultHandlers } from './vault/handlers.ts';
import type { Keychain } from './vault/keychain.ts';
import { certificateReader } from './vault/read-certificate.ts';
import { openSealedFiles } from './vault/sealed-files.ts';
import { secretProblem } from './vault/secret-problem.ts';
import { openWorkspaces } from './workspaces/document.ts';
import { createWorkspaces } from './workspaces/directory.ts';
import { workspacesHandlers } from './workspaces/handlers.ts';

/** What a host gives the console: its abilities, its places, and the demo cloud that it started. */
export type ConsoleHost = Omit<AppPorts, 'demoPortalUrl' | 'notices' | 'allowLink'> & {
  readonly dataFolder: string;
  readonly openDocumentFile: OpenDocumentFile;
  readonly transport: Transport;
  readonly keychain: Keychain;
  /** Where the thread that opens PFX files stands. */
  readonly certificateWorker: URL;
};

/** A running demo cloud, as the host knows it. */
export type RunningDemoCloud = {
  readonly description: {
    readonly origin: string;
    readonly key: string;
    readonly login: { readonly http: string };
    readonly portal: string;
    readonly adminClientId: string;
    readonly tenants: readonly { readonly id: string; readonly name: string }[];
    readonly apps: readonly DemoApp[];
  };
};

/** One implementation per method, and the way to end. */
export type Console = { readonly implementations: Implementations; readonly close: () => Promise<void> };

/** Builds every room over what the host gives and wires what they may not import from each other. */
export const createConsole = async (
  host: ConsoleHost,
  demoCloud: RunningDemoCloud | null,
): Promise<Console> => {
  const { openDocumentFile } = host;
  const now = Date.now;
  const demo = demoCloud?.description ?? null;
  const notices = openNotices(openDocumentFile);
  const settings = openSettings(openDocumentFile, notices.tell);
  if (host.kind === 'chromium') notices.tell({ id: 'weaker-host', kind: 'weaker-host', params: {} });
  const clouds = createClouds({
    custom: [],
    demoOrigins: demo === null ? [] : [demo.origin, demo.login.http],
  });
  const http = createHttpClient({
    transport: host.transport,
    clock: systemClock,
    random: Math.random,
    log: createRequestLog(500),
    demoCloud: demo,
    limits: {
      ...DEFAULT_HTTP_LIMITS,
      get timeout() {
        return settings.get().requestTimeoutSeconds * 1000;
      },
    },
  });
  const vault = createVault({
    keychain: host.keychain,
    files: openSealedFiles(join(host.dataFolder, 'sealed')),
  });
  const workspaces = createWorkspaces(openWorkspaces(openDocumentFile, notices.tell));
  const registry = createRegistry(openEnvironments(openDocumentFile, notices.tell));
  const journal = await openActivityJournal({ path: join(host.dataFolder, 'activity.jsonl'), vault, now });
  const actorOf = (id: WorkspaceId | null): string => (id === null ? '' : (identity.userOf(id) ?? ''));
  const recordActivity = recordToJournal(journal, actorOf);
  const withDemo = <Value>(take: (cloud: NonNullable<typeof demo>) => Value): Promise<Result<Value>> =>
    Promise.resolve(demo === null ? failed('not-available-here', { what: 'demo cloud' }) : ok(take(demo)));

  const identity = createIdentity({
    http,
    vault,
    openFile: openDocumentFile,
    notice: notices.tell,
    recordActivity,
    workspaceOf: workspaces.find,
    cloudOf: clouds.find,
    tenantFound: workspaces.tenantFound,
    checks: { secretProblem, readCertificate: certificateReader(host.certificateWorker) },
    demoApps: () => withDemo(({ apps }) => apps),
    openBrowser: async (url) => {
      const allowed = clouds.allowLink(url);
      if (!allowed.ok) return allowed;
      await host.openLink(allowed.value);
      return ok(null);
    },
    deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
    now,
  });

  const environments: EnvironmentAccess = {
    choose: registry.choose,
    parallel: () => settings.get().parallelEnvironments,
    asAdmin: ({ workspaceId, url }) =>
      createDataverseClient({
        http,
        origin: url,
        bearer: async (signal) => {
          const token = await identity.tokens.forAdmin(workspaceId, url, signal);
          return token.ok ? ok(token.value.token) : token;
        },
      }),
  };
  const { understand } = clouds;
  const ask = (url: Parameters<typeof askTenant>[1], signal: AbortSignal) =>
    askTenant(http.send, url, signal);
  const runs = createQueryRuns(8);
  const profiles = () => workspaces.all().flatMap(({ id }) => identity.profilesOf(id));

  const implementations: Implementations = {
    ...appHandlers({ ...host, demoPortalUrl: demo?.portal ?? null, notices, allowLink: clouds.allowLink }),
    ...settingsHandlers({ settings, notices }),
    ...cloudsHandlers({ clouds }),
    ...vaultHandlers({ vault, recordActivity }),
    ...identity.handlers,
    ...workspacesHandlers({
      http,
      understand,
      askTenant: ask,
      workspaces,
      cloudOf: clouds.find,
      recordActivity,
      demoTenants: () =>
        withDemo(({ tenants, adminClientId }) =>
          tenants.map(({ id: tenantId, name }) => ({ tenantId, name, adminClientId })),
        ),
      forget: async (id) => {
        // The sign-in first: when the vault refuses, the workspace stays whole.
        const forgotten = await identity.forgetWorkspace(id);
        if (!forgotten.ok) return forgotten;
        runs.closeWorkspace(id);
        registry.forget(id);
        settings.update((now) => ({
          ...now,
          lastWorkspace: now.lastWorkspace === id ? null : now.lastWorkspace,
        }));
        return forgotten;
      },
    }),
    ...environmentsHandlers({
      registry,
      understand,
      askTenant: ask,
      now,
      lists: { http, tokens: identity.tokens },
      access: environments,
      workspaceOf: workspaces.find,
      cloudOf: clouds.find,
    }),
    ...applicationUsersHandlers({ environments, now }),
    ...securityRolesHandlers({ environments }),
    ...queryHandlers({
      http,
      tokens: identity.tokens,
      clock: () => performance.now(),
      environments,
      profileOf: identity.profileOf,
      runs,
      recordActivity,
      now,
    }),
    ...fleetHandlers({
      environments,
      workspace: workspaces.find,
      appName: (clientId) => profiles().find((one) => one.clientId === clientId)?.name ?? null,
      journal,
      actorOf,
      clock: systemClock,
    }),
  };
  await recordConsoleStarted(journal, host.version);
  return {
    implementations,
    close: async () => {
      await identity.settled();
      await journal.close();
    },
  };
};
