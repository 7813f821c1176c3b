import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeTransport } from '../../../main/http/node-transport.ts';
import type { Transport } from '../../../main/http/transport.ts';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Plan } from '../../../preload/contract/fleet.ts';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import { contract } from '../../../preload/contract/index.ts';
import type { GraphPermission } from '../../../preload/contract/words/graph-permission.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { administratorOf, startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { folderConsole } from './support/folder-console.ts';
import type { FolderConsole } from './support/folder-console.ts';
import { must } from './support/journal-folder.ts';

let cloud: RunningCloud;
let folder: string;
let console: FolderConsole;
let workspaceId: WorkspaceId;
const events: unknown[] = [];
/** Values of secrets that Graph has told, as the wire saw them. */
const told: string[] = [];

const plain = nodeTransport();
const listening: Transport = async (request) => {
  const answer = await plain(request);
  if (!request.url.includes('addPassword')) return answer;
  const body = await answer.text();
  const secret = /"secretText":"([^"]+)"/.exec(body)?.[1];
  if (secret !== undefined) told.push(secret);
  return { ...answer, text: async () => body };
};

beforeAll(async () => {
  cloud = await startCloud({ control: true });
  folder = mkdtempSync(join(tmpdir(), 's2s-tenant-'));
  const account = administratorOf(cloud, 'Contoso');
  console = await folderConsole(folder, cloud, { transport: listening, account });
  const { workspaces } = await console.get(contract['workspaces.exploreDemo'], {});
  workspaceId = must(workspaces.find(({ tenantId }) => tenantId === tenantOf(cloud, 'Contoso'))).id;
  await console.get(contract['identity.signIn'], { workspaceId, loginHint: account });
  await allow('Application.Read.All');
  await console.get(contract['environments.discover'], { workspaceId });
  await console.get(contract['appProfiles.addDemo'], { workspaceId });
});
afterAll(async () => {
  await console.close();
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

const allow = (permission: GraphPermission) =>
  console.get(contract['identity.signIn'], { workspaceId, purpose: { kind: 'graph', permission } });

const profileOf = async (name: string): Promise<AppProfile> => {
  const { profiles } = await console.get(contract['appProfiles.list'], { workspaceId });
  return must(profiles.find((one) => one.name === name));
};

const plan = (change: TenantChange): Promise<Plan> =>
  console.get(contract['fleet.planTenant'], { workspaceId, change });

const apply = (made: Plan, confirmations: readonly string[] = made.confirmations) =>
  console.ask(
    'fleet.apply',
    { planId: made.id, digest: made.digest, confirmations },
    (event) => void events.push(event),
  );

const change = async (what: TenantChange) => {
  const made = await plan(what);
  const applied = await apply(made);
  const { operations } = await console.get(contract['fleet.operations'], { workspaceId });
  return { made, applied, operation: must(operations[0]) };
};

const inAYear = (): string => new Date(Date.now() + 365 * 86_400_000).toISOString();

const filesBelow = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile());

describe('C10: changes of a tenant through the fleet', () => {
  test('what the admin may not do yet is said before anything is done, not in the middle of it', async () => {
    const what: TenantChange = {
      kind: 'register-application',
      name: 'Nobody',
      audience: 'AzureADMyOrg',
      publicRedirect: false,
    };
    const planned = await console.ask('fleet.planTenant', { workspaceId, change: what });
    expect(planned).toMatchObject({
      ok: false,
      error: { code: 'graph-consent-needed', params: { permission: 'Application.ReadWrite.All' } },
    });
    await allow('Application.ReadWrite.All');
    expect((await plan(what)).tenant?.first).toHaveLength(3);
  });

  test('C12: with the redirect URI of this computer people sign in with the app, and it signs in as itself', async () => {
    const { made, applied } = await change({
      kind: 'register-application',
      name: 'People and Robots',
      audience: 'AzureADMyOrg',
      publicRedirect: true,
    });
    expect(made.tenant?.first[0]?.after).toContain('redirect URI http://localhost');
    expect(applied).toMatchObject({ ok: true, value: { state: 'succeeded' } });
    const { clientId, id } = await profileOf('People and Robots');
    const own = await console.get(contract['workspaces.create'], {
      name: 'Own client id',
      colour: 'green',
      cloud: 'demo',
      tenant: tenantOf(cloud, 'Contoso'),
      adminClientId: clientId,
    });
    const account = administratorOf(cloud, 'Contoso');
    expect(await console.ask('identity.signIn', { workspaceId: own.id, loginHint: account })).toMatchObject({
      ok: true,
    });
    // Nobody has allowed this client id anything of Graph: one question for reading and changing, not two.
    const again: TenantChange = {
      kind: 'register-application',
      name: 'Once more',
      audience: 'AzureADMyOrg',
      publicRedirect: false,
    };
    expect(await console.ask('fleet.planTenant', { workspaceId: own.id, change: again })).toMatchObject({
      error: { code: 'graph-consent-needed', params: { permission: 'Application.ReadWrite.All' } },
    });
    const secret = await change({ kind: 'add-secret', appProfileId: id, label: 'Robot', endsOn: inAYear() });
    expect(secret.applied).toMatchObject({ ok: true, value: { state: 'succeeded' } });
  });

  test('an app is registered with its service principal and its profile, and a second one of the name is warned of', async () => {
    const what: TenantChange = {
      kind: 'register-application',
      name: 'Invoice Robot',
      audience: 'AzureADMyOrg',
      publicRedirect: false,
    };
    const { made, applied, operation } = await change(what);
    expect(made.tenant?.first.map(({ kind }) => kind)).toEqual([
      'create-application',
      'create-service-principal',
      'add-profile',
    ]);
    expect(applied).toMatchObject({ ok: true, value: { state: 'succeeded' } });
    expect(operation).toMatchObject({
      state: 'succeeded',
      title: 'Invoice Robot in Contoso: register app, create service principal, add app profile',
    });
    const profile = await profileOf('Invoice Robot');
    expect(profile).toMatchObject({
      id: made.tenant?.appProfileId,
      homeTenantId: tenantOf(cloud, 'Contoso'),
    });
    const detail = await console.get(contract['fleet.operation'], {
      workspaceId,
      operationId: operation.id,
    });
    expect(detail.tenant?.first.map(({ state }) => state)).toEqual(['verified', 'verified', 'verified']);
    expect((await plan(what)).tenant?.first[0]?.risks).toEqual(['same-name']);
    const { clientId } = profile;
    expect((await plan({ kind: 'create-service-principal', clientId })).tenant?.first).toEqual([]);
  });

  test('a secret that Entra makes goes into the vault, signs in, and stands in no event, line or file', async () => {
    const { id: appProfileId, clientId } = await profileOf('Invoice Robot');
    const label = 'nightly';
    const { made, applied } = await change({
      kind: 'add-secret',
      appProfileId,
      label,
      endsOn: inAYear(),
    });
    expect(applied).toMatchObject({ ok: true, value: { state: 'succeeded' } });
    const { credentials } = await profileOf('Invoice Robot');
    expect(credentials).toMatchObject([{ id: made.tenant?.credentialId, label, kept: 'keychain' }]);
    const secret = must(told.at(-1));
    const token = await fetch(
      `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`,
      {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: secret,
          scope: 'https://graph.demo.test/.default',
        }),
      },
    );
    expect(token.status).toBe(200);
    const seen = [
      JSON.stringify(events),
      JSON.stringify(made),
      ...filesBelow(console.dataFolder).map((path) => readFileSync(path, 'latin1')),
    ];
    expect(seen.filter((text) => text.includes(secret))).toEqual([]);
    // The one place where it is: the keychain.
    expect(readFileSync(join(folder, 'keychain.json'), 'utf8')).toContain(secret);
  });

  test('the last working credential is removed only when tenant and app are typed, from Entra and from the vault', async () => {
    const profile = await profileOf('Invoice Robot');
    const credential = must(profile.credentials[0]);
    const made = await plan({
      kind: 'remove-credential',
      clientId: profile.clientId,
      type: 'secret',
      keyId: must(credential.keyId),
    });
    expect(made.confirmations).toEqual(['Contoso', 'Invoice Robot']);
    expect(made.tenant?.first.map(({ kind, risks }) => [kind, risks])).toEqual([
      ['remove-secret', ['last-credential', 'in-use']],
      ['forget-credential', []],
    ]);
    expect(await apply(made, ['Contoso'])).toMatchObject({
      ok: false,
      error: { code: 'confirmation-missing', params: { environment: 'Invoice Robot' } },
    });
    expect((await profileOf('Invoice Robot')).credentials).toHaveLength(1);
    expect(await apply(made)).toMatchObject({ ok: true, value: { state: 'succeeded' } });
    expect((await profileOf('Invoice Robot')).credentials).toEqual([]);
  });

  test('a service principal is blocked and allowed again, and what is so already makes no step', async () => {
    const { clientId } = await profileOf('Invoice Robot');
    const block: TenantChange = { kind: 'set-service-principal', clientId, enabled: false };
    const { made, applied } = await change(block);
    expect(made.tenant?.first[0]).toMatchObject({
      before: 'May sign in',
      after: 'May not sign in',
      risks: ['app-stops-in-tenant'],
    });
    expect(made.confirmations).toEqual(['Contoso']);
    expect(applied).toMatchObject({ ok: true, value: { state: 'succeeded' } });
    expect((await plan(block)).tenant?.first).toEqual([]);
    expect((await change({ ...block, enabled: true })).applied).toMatchObject({ ok: true });
  });

  test('a tenant’s policy refuses with its code, and the operation says so', async () => {
    const { id: appProfileId } = await profileOf('Invoice Robot');
    const policy = (body: unknown) =>
      fetch(must(cloud.description.control), { method: 'POST', body: JSON.stringify(body) });
    await policy({ longestSecretDays: 90 });
    const { applied, operation } = await change({
      kind: 'add-secret',
      appProfileId,
      label: 'too long',
      endsOn: inAYear(),
    });
    await policy({ longestSecretDays: null });
    expect(applied).toMatchObject({ ok: true, value: { state: 'failed' } });
    const detail = await console.get(contract['fleet.operation'], {
      workspaceId,
      operationId: operation.id,
    });
    expect(detail.tenant?.first[0]).toMatchObject({
      state: 'failed',
      error: { code: 'directory-policy', params: { policy: 'CredentialInvalidLifetimeAsPerAppPolicy' } },
    });
  });

  test('a read-only workspace refuses, while planning and while applying', async () => {
    const { clientId } = await profileOf('Invoice Robot');
    const block: TenantChange = { kind: 'set-service-principal', clientId, enabled: false };
    const made = await plan(block);
    await console.get(contract['workspaces.update'], { id: workspaceId, readOnly: true });
    const refusal = { ok: false, error: { code: 'workspace-read-only' } };
    expect(await apply(made)).toMatchObject(refusal);
    expect(await console.ask('fleet.planTenant', { workspaceId, change: block })).toMatchObject(refusal);
    await console.get(contract['workspaces.update'], { id: workspaceId, readOnly: false });
  });
});
