import { join } from 'node:path';
import type { Implementations } from '../preload/contract/index.ts';
import { createApplicationUsers } from './application-users/create-application-users.ts';
import { asTheApp } from './console/as-the-app.ts';
import { baseAnswers } from './console/base-answers.ts';
import { openConsent } from './console/consent.ts';
import type { ConsoleHost, RunningDemoCloud } from './console/console-host.ts';
import { credentialPorts } from './console/credential-ports.ts';
import { demoOffer } from './console/demo-offer.ts';
import { forgetWorkspace } from './console/forget-workspace.ts';
import { keepingAnswers } from './console/keeping-answers.ts';
import { openAllowedLink } from './console/open-allowed-link.ts';
import { openBaselines } from './console/open-baselines.ts';
import { openClouds } from './console/open-clouds.ts';
import { openDirectory } from './console/open-directory.ts';
import { openDoctor } from './console/open-doctor.ts';
import { openFleet } from './console/open-fleet.ts';
import { openHttp } from './console/open-http.ts';
import { openQueries } from './console/open-queries.ts';
import { openVault } from './console/open-vault.ts';
import { queryAnswers } from './console/query-answers.ts';
import { reachEnvironments } from './console/reach-environments.ts';
import { whoseIsIt } from './console/whose-is-it.ts';
import { expiryRoom } from './console/expiry-room.ts';
import { workspaceContent } from './console/workspace-content.ts';
import { openEnvironments } from './environments/document.ts';
import { environmentsHandlers } from './environments/handlers.ts';
import { createRegistry } from './environments/registry.ts';
import { openActivityJournal } from './fleet/journal/activity-journal.ts';
import { recordConsoleStarted, recordToJournal } from './fleet/journal/record-to-journal.ts';
import type { ActorOf } from './fleet/journal/record-to-journal.ts';
import { createIdentity } from './identity/create-identity.ts';
import { securityRolesHandlers } from './security-roles/handlers.ts';
import { openNotices } from './settings/notices.ts';
import { openSettings } from './settings/settings.ts';
import { openWorkspaces } from './workspaces/document.ts';
import { createWorkspaces } from './workspaces/directory.ts';
import { workspacesHandlers } from './workspaces/handlers.ts';

/** One implementation per method, and the way to end. */
export type Console = { readonly implementations: Implementations; readonly close: () => Promise<void> };

/** Builds every room over what the host gives, from the ground up, and wires what they may not import from each other. */
export const createConsole = async (
  host: ConsoleHost,
  demoCloud: RunningDemoCloud | null,
): Promise<Console> => {
  const { openDocumentFile } = host;
  const now = Date.now;

  // settings, clouds
  const demo = demoOffer(demoCloud);
  const notices = openNotices(openDocumentFile);
  if (host.kind === 'chromium') notices.tell({ id: 'weaker-host', kind: 'weaker-host', params: {} });
  const settings = openSettings(openDocumentFile, notices.tell);
  const clouds = openClouds(openDocumentFile, notices.tell, demo.origins, () => workspaces.all());
  const openLink = openAllowedLink(clouds.allowLink, host.openLink);

  // http, vault
  const http = openHttp(host.transport, demo.address, settings.get);
  const urls = whoseIsIt(clouds, http);
  const { vault, clipboard, checks, makeCertificate } = openVault(host);

  // What every room tells of or looks up, so that it is there before them: the journal and the workspaces.
  const journal = await openActivityJournal({ path: join(host.dataFolder, 'activity.jsonl'), vault, now });
  const actorOf: ActorOf = (id) => (id === null ? '' : (identity.userOf(id) ?? ''));
  const recordActivity = recordToJournal(journal, actorOf);
  const workspaces = createWorkspaces(openWorkspaces(openDocumentFile, notices.tell));
  const registry = createRegistry(openEnvironments(openDocumentFile, notices.tell), workspaces.find);

  // identity
  const identity = createIdentity({
    ...credentialPorts(host, registry, http),
    http,
    vault,
    openFile: openDocumentFile,
    notice: notices.tell,
    recordActivity,
    workspaceOf: workspaces.find,
    cloudOf: clouds.of,
    tenantFound: workspaces.tenantFound,
    checks,
    makeCertificate,
    demoApps: demo.apps,
    clipboard,
    openBrowser: openLink,
    deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
    now,
  });

  // dataverse, directory, query
  const parts = { ...host, notice: notices.tell, recordActivity, workspaces, clouds, demo, identity };
  const consent = openConsent(parts);
  const tokens = host.unattended === true ? asTheApp(identity, workspaces.find) : identity.tokens;
  const environments = reachEnvironments(http, registry, tokens, settings.get);
  const queries = openQueries(vault);
  const applicationUsers = createApplicationUsers({ environments, vault, now, workspaces: workspaces.all });
  const tenants = { http, identity, workspaces, clouds };
  const directory = openDirectory(tenants);

  const baselines = openBaselines({ vault, identity, workspaces, environments, now });
  const expiry = expiryRoom(host, { notices, settings, vault, identity, workspaces, directory });
  const keeping = { ...urls, http, vault, identity, workspaces, registry, recordActivity, clouds, now };
  const keepers = { applicationUsers, baselines, queries, settings, consents: consent.book };
  const places = { ...urls, registry, now, workspaceOf: workspaces.find, cloudOf: clouds.of, recordActivity };
  const implementations: Implementations = {
    ...baseAnswers({ ...host, demoPortalUrl: demo.portalUrl, notices, openLink, settings, clouds }),
    ...keepingAnswers(host, keeping),
    ...identity.handlers,
    ...directory.handlers,
    ...consent.handlers,
    ...environmentsHandlers({ ...places, lists: { http, tokens }, access: environments }),
    ...workspacesHandlers({
      ...urls,
      http,
      workspaces,
      clouds: () => clouds.all().filter(({ id }) => id !== 'demo' || demoCloud !== null),
      contentOf: workspaceContent(registry, identity),
      recordActivity,
      demoTenants: demo.tenants,
      forget: forgetWorkspace({ ...keeping, ...keepers }),
    }),
    ...expiry.handlers,
    ...baselines.handlers,
    ...applicationUsers.handlers,
    ...securityRolesHandlers({ environments }),
    ...queryAnswers({ ...host, http, identity, environments, ...queries, ...places }),
    ...openDoctor({ ...host, ...tenants, ...queries, environments, journal }),
    ...openFleet({
      ...host,
      ...tenants,
      ...directory,
      makeCertificate,
      registry,
      environments,
      journal,
      actorOf,
    }),
  };
  await recordConsoleStarted(journal, host.version, notices.tell);
  return {
    implementations,
    close: async () => {
      await expiry.close();
      await Promise.all([identity.settled(), applicationUsers.settled()]);
      await journal.close();
    },
  };
};
