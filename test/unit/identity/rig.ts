import { join } from 'node:path';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloudOptions } from '../../../emulator/index.ts';
import { systemClock } from '../../../main/http/clock.ts';
import { createHttpClient } from '../../../main/http/create-http-client.ts';
import { nodeTransport } from '../../../main/http/node-transport.ts';
import { DEFAULT_HTTP_LIMITS } from '../../../main/http/http-limits.ts';
import type { DemoCloudAddress, Transport } from '../../../main/http/transport.ts';
import { createRequestLog } from '../../../main/http/request-log.ts';
import { createIdentity } from '../../../main/identity/create-identity.ts';
import type { IdentityPorts } from '../../../main/identity/create-identity.ts';
import type { ActivityRecord } from '../../../main/settings/record-activity.ts';
import { createVault } from '../../../main/vault/create-vault.ts';
import { certificateMaker } from '../../../main/vault/make-certificate.ts';
import { certificateReader } from '../../../main/vault/read-certificate.ts';
import { openSealedFiles } from '../../../main/vault/sealed-files.ts';
import { secretProblem } from '../../../main/vault/secret-problem.ts';
import { newId } from '../../../main/settings/new-id.ts';
import type { Implementation } from '../../../preload/contract/implement.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import { parseTenantId, parseWorkspaceId } from '../../../preload/contract/words/ids.ts';
import { PRODUCTION_TYPES } from '../../../preload/contract/words/status.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { cloudsOf } from '../../support/builders/clouds-of.ts';
import { realDocumentFiles } from '../settings/real-document-files.ts';
import { signInAs } from './browser.ts';
import { memoryKeychain } from './memory-keychain.ts';

const certificateWorker = new URL('../../../main/vault/certificate-worker.ts', import.meta.url);

/** The console's own cloud table. */
export const clouds = cloudsOf();

/** A demo cloud over real HTTP with the console's own client in front of it. */
export const startCloud = async (
  options: DemoCloudOptions = {},
  wire: (address: DemoCloudAddress) => Transport = () => nodeTransport(),
) => {
  const cloud = await startDemoCloud(options);
  const { origin, key } = cloud.description;
  const log = createRequestLog(10_000);
  const http = createHttpClient({
    transport: wire({ origin, key }),
    clock: systemClock,
    random: Math.random,
    log,
    demoCloud: { origin, key },
    limits: { ...DEFAULT_HTTP_LIMITS, backoffBase: 1, backoffCap: 2 },
  });
  return { ...cloud, http, log };
};
export type RunningCloud = Awaited<ReturnType<typeof startCloud>>;

/** The id of a demo tenant by its name. */
export const tenantOf = (cloud: RunningCloud, name: string) => {
  const id = parseTenantId(cloud.description.tenants.find((one) => one.name === name)?.id ?? '');
  if (id === null) throw new Error(`no tenant ${name}`);
  return id;
};

/** The name of the administrator of a demo tenant. */
export const administratorOf = (cloud: RunningCloud, tenant: string): string => {
  const id = tenantOf(cloud, tenant);
  const found = cloud.description.accounts.find(
    ({ tenantId, kind }) => tenantId === id && kind === 'administrator',
  );
  if (found === undefined) throw new Error(`no administrator in ${tenant}`);
  return found.username;
};

/** The name of somebody of a demo tenant, by the beginning of it. */
export const personOf = (cloud: RunningCloud, beginning: string): string => {
  const found = cloud.description.accounts.find(({ username }) => username.startsWith(beginning));
  if (found === undefined) throw new Error(`no account ${beginning}`);
  return found.username;
};

/** A workspace of a demo tenant, not kept anywhere. */
export const demoWorkspace = (cloud: RunningCloud, tenant: string): Workspace => ({
  id: newId(parseWorkspaceId),
  name: tenant,
  colour: 'blue',
  cloud: 'demo',
  tenantId: tenantOf(cloud, tenant),
  readOnly: false,
  adminClientId: cloud.description.adminClientId,
  demo: true,
  hosts: {},
  productionTypes: [...PRODUCTION_TYPES],
});

/** Identity over a running demo cloud: real HTTP, real files, a browser that signs the tenant's administrator in. */
export const identityRig = (
  cloud: RunningCloud,
  workspaces: readonly Workspace[],
  change: Partial<IdentityPorts> = {},
) => {
  const files = realDocumentFiles();
  const keychain = memoryKeychain();
  const vault = createVault({ keychain, files: openSealedFiles(join(files.folder, 'sealed')) });
  const activity: ActivityRecord[] = [];
  const pages: Promise<string>[] = [];
  const saved: { readonly suggestedName: string; readonly content: string | Uint8Array }[] = [];
  const known = new Map(workspaces.map((one) => [one.id, one]));
  const first = workspaces[0];
  const identity = createIdentity({
    http: cloud.http,
    vault,
    openFile: files.open,
    notice: () => {},
    recordActivity: async (record) => void activity.push(record),
    workspaceOf: (id) => known.get(id) ?? null,
    cloudOf: clouds.of,
    tenantFound: (id, tenantId) => {
      const now = known.get(id);
      if (now !== undefined) known.set(id, { ...now, tenantId });
    },
    checks: {
      secretProblem,
      readCertificates: certificateReader(certificateWorker),
    },
    makeCertificate: certificateMaker(certificateWorker, Date.now),
    saveFile: async (suggestedName, content) => {
      saved.push({ suggestedName, content });
      return `/somewhere/${suggestedName}`;
    },
    placesOf: () => [],
    clockSkew: () => null,
    demoApps: async () => ok(cloud.description.apps),
    clipboard: { copy: async () => false, close: async () => undefined },
    now: Date.now,
    deadline: AbortSignal.timeout,
    openBrowser: async (url) => {
      pages.push(signInAs(url, administratorOf(cloud, first?.name ?? '')));
      return ok(null);
    },
    ...change,
  });
  return { identity, vault, keychain, files, activity, pages, saved, known };
};

/** Runs a method as the dispatcher does: undecoded input, decoded output. */
export const run = (
  method: Implementation,
  input: unknown,
  signal: AbortSignal = new AbortController().signal,
  emit: (event: unknown) => Promise<void> = async () => {},
) => method.run(input, emit, signal);

/** Token requests that reached the sign-in service. */
export const tokenRequests = (cloud: RunningCloud): number =>
  cloud.log.entries().filter(({ path }) => path.endsWith('/oauth2/v2.0/token')).length;

/** Claims of an access token. */
export const claimsOf = (token: string): Readonly<Record<string, unknown>> => {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  return typeof claims === 'object' && claims !== null ? { ...claims } : {};
};
