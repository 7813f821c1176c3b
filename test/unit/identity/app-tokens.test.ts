import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { HttpClient } from '../../../main/http/http-client.ts';
import type { IdentityPorts } from '../../../main/identity/create-identity.ts';
import type { AppTokenRequest } from '../../../main/identity/token-source.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { parseClientId } from '../../../preload/contract/words/ids.ts';
import { issueCertificate } from '../../../emulator/directory/certificate.ts';
import { claimsOf, demoWorkspace, identityRig, run, startCloud, tenantOf, tokenRequests } from './rig.ts';
import type { RunningCloud } from './rig.ts';

const never = new AbortController().signal;
const RESOURCE = 'https://contoso.crm4.demo.test';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

type Profiles = OutputOf<'appProfiles.addDemo'>['profiles'];
type Rig = ReturnType<typeof identityRig>;

const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Adds the demo's apps; the cast is what the contract's output schema has just proven. */
const addDemo = async (rig: Rig, workspace: Workspace): Promise<Profiles> =>
  (
    valueOf(await run(rig.identity.handlers['appProfiles.addDemo'], { workspaceId: workspace.id })) as {
      profiles: Profiles;
    }
  ).profiles;

const setUp = async (tenant = 'Contoso', change: Partial<IdentityPorts> = {}) => {
  const workspace = demoWorkspace(cloud, tenant);
  const rig = identityRig(cloud, [workspace], change);
  const profiles = await addDemo(rig, workspace);
  const requestFor = (
    name: string,
    kind: 'secret' | 'certificate' = 'secret',
    change: Partial<AppTokenRequest> = {},
  ): AppTokenRequest => {
    const profile = profiles.find((one) => one.name === name);
    const credential = profile?.credentials.find((one) => one.kind === kind);
    if (profile === undefined || credential === undefined) throw new Error(`no ${kind} of ${name}`);
    return {
      workspaceId: workspace.id,
      tenantId: tenantOf(cloud, tenant),
      clientId: profile.clientId,
      appProfileId: profile.id,
      credentialId: credential.id,
      resource: RESOURCE,
      ...change,
    };
  };
  return { ...rig, workspace, profiles, requestFor };
};

const metadataRequests = (): number =>
  cloud.log.entries().filter(({ path }) => path.endsWith('/openid-configuration')).length;

describe('tokens for apps', () => {
  test.each(['secret', 'certificate'] as const)('come with a %s', async (kind) => {
    const { identity, requestFor, files } = await setUp();
    const request = requestFor('Contoso Integration Hub', kind);
    const token = valueOf(await identity.tokens.forApp(request, never));
    expect(claimsOf(token.token)).toMatchObject({
      appid: request.clientId,
      tid: request.tenantId,
      appidacr: kind === 'secret' ? '1' : '2',
    });
    expect(token.expiresAt).toBeGreaterThan(Date.now() + 300_000);
    files.remove();
  });

  test('ten parallel requests for one token are one request, later ones none', async () => {
    const { identity, requestFor, files } = await setUp();
    const request = requestFor('Contoso Integration Hub');
    const before = tokenRequests(cloud);
    const tokens = await Promise.all(
      Array.from({ length: 10 }, () => identity.tokens.forApp(request, never)),
    );
    expect(new Set(tokens.map((token) => valueOf(token).token)).size).toBe(1);
    expect(tokenRequests(cloud) - before).toBe(1);
    await identity.tokens.forApp(request, never);
    expect(tokenRequests(cloud) - before).toBe(1);
    files.remove();
  });

  test('of another environment, credential or workspace are other tokens', async () => {
    const { identity, requestFor, workspace, known, files } = await setUp();
    const request = requestFor('Contoso Integration Hub');
    const other = { ...demoWorkspace(cloud, 'Contoso'), name: 'Second' };
    known.set(other.id, other);
    const requests = [
      request,
      { ...request, resource: 'https://contoso-test.crm4.demo.test' },
      requestFor('Contoso Integration Hub', 'certificate'),
      { ...request, workspaceId: other.id },
    ];
    const before = tokenRequests(cloud);
    const documents = metadataRequests();
    const tokens = await Promise.all(requests.map((one) => identity.tokens.forApp(one, never)));
    expect(new Set(tokens.map((token) => valueOf(token).token)).size).toBe(4);
    expect(tokenRequests(cloud) - before).toBe(4);
    // The tenant's metadata document is fetched once, not once per token.
    await identity.tokens.forApp({ ...request, resource: 'https://contoso-dev.crm4.demo.test' }, never);
    expect(metadataRequests() - documents).toBe(1);
    expect(workspace.id).not.toBe(other.id);
    files.remove();
  });

  test('one that stops waiting leaves the others their token', async () => {
    const { identity, requestFor, files } = await setUp();
    const request = requestFor('Contoso Integration Hub');
    const impatient = new AbortController();
    const [stopped, patient] = [
      identity.tokens.forApp(request, impatient.signal),
      identity.tokens.forApp(request, never),
    ];
    impatient.abort();
    expect(await stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect((await patient).ok).toBe(true);
    files.remove();
  });
});

describe('what the sign-in service refuses', () => {
  const refusal = { error: expect.any(String), clientId: expect.any(String), tenantId: expect.any(String) };

  test('an expired secret is AADSTS7000222 with the ids for support and without the description', async () => {
    const { identity, requestFor, files } = await setUp();
    const request = requestFor('Contoso Data Export');
    const refused = await identity.tokens.forApp(request, never);
    expect(refused).toEqual({
      ok: false,
      error: {
        code: 'entra',
        params: {
          aadsts: 7000222,
          error: 'invalid_client',
          clientId: request.clientId,
          tenantId: request.tenantId,
          resource: RESOURCE,
        },
        retryable: false,
        correlation: {
          traceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          timestamp: expect.stringMatching(/Z$/),
        },
      },
    });
    files.remove();
  });

  test('an app in a tenant that does not know it is AADSTS700016', async () => {
    const { identity, requestFor, files } = await setUp();
    const request = requestFor('Fabrikam Invoice Bot', 'secret', {
      tenantId: tenantOf(cloud, 'Adventure Works'),
    });
    expect(await identity.tokens.forApp(request, never)).toMatchObject({
      error: { code: 'entra', params: { ...refusal, aadsts: 700016 } },
    });
    files.remove();
  });

  test("another app's secret is AADSTS7000215", async () => {
    const { identity, requestFor, files } = await setUp();
    const clientId = parseClientId(requestFor('Contoso Integration Hub').clientId);
    if (clientId === null) throw new Error('no client id');
    const request = requestFor('Contoso Portal Sync', 'secret', { clientId });
    expect(await identity.tokens.forApp(request, never)).toMatchObject({
      error: { code: 'entra', params: { ...refusal, aadsts: 7000215 } },
    });
    files.remove();
  });

  test('an environment of another tenant is AADSTS500011', async () => {
    const { identity, requestFor, files } = await setUp();
    const request = requestFor('Contoso Integration Hub', 'secret', {
      resource: 'https://nowhere.crm4.demo.test',
    });
    expect(await identity.tokens.forApp(request, never)).toMatchObject({
      error: { code: 'entra', params: { aadsts: 500011, resource: 'https://nowhere.crm4.demo.test' } },
    });
    files.remove();
  });

  test('a refusal is not kept: the next call asks again', async () => {
    const { identity, requestFor, files } = await setUp();
    const request = requestFor('Contoso Data Export');
    const before = tokenRequests(cloud);
    await identity.tokens.forApp(request, never);
    await identity.tokens.forApp(request, never);
    expect(tokenRequests(cloud) - before).toBe(2);
    files.remove();
  });
});

test('C36: a token endpoint on another host, named by a metadata document, is never sent the secret', async () => {
  const sent: string[] = [];
  const http: HttpClient = {
    send: async (request) => {
      sent.push(request.url);
      const answer = await cloud.http.send(request);
      return answer.ok
        ? ok({
            ...answer.value,
            body: answer.value.body.replace(
              /"token_endpoint":"[^"]*"/,
              '"token_endpoint":"https://elsewhere.test/token"',
            ),
          })
        : answer;
    },
  };
  const { identity, requestFor, files } = await setUp('Contoso', { http });
  expect(await identity.tokens.forApp(requestFor('Contoso Integration Hub'), never)).toMatchObject({
    error: { code: 'origin-mismatch', params: { actual: 'https://elsewhere.test' } },
  });
  // It was handed to the client, whose pin refused it before anything left.
  expect(sent.at(-1)).toMatch(/^https:\/\/elsewhere\.test\/token/);
  expect(
    cloud.log
      .entries()
      .every(({ path, error }) => !path.includes('elsewhere') || error === 'origin-mismatch'),
  ).toBe(true);
  files.remove();
});

describe('what is refused before anything is sent', () => {
  test('a certificate that is not valid now', async () => {
    const { identity, requestFor, files } = await setUp();
    const before = tokenRequests(cloud);
    const refused = await identity.tokens.forApp(requestFor('Contoso Legacy Loader', 'certificate'), never);
    expect(refused).toMatchObject({ error: { code: 'certificate-not-valid-now' } });
    expect(tokenRequests(cloud)).toBe(before);
    files.remove();
  });

  test('a secret that is gone from the vault, by its label', async () => {
    const { identity, requestFor, vault, files } = await setUp();
    const request = requestFor('Contoso Integration Hub');
    await vault.remove(request.credentialId);
    expect(await identity.tokens.forApp(request, never)).toMatchObject({
      error: { code: 'secret-missing', params: { credential: 'Demo secret' } },
    });
    files.remove();
  });

  test('a credential id pasted as secret, when it is entered', async () => {
    const { identity, profiles, files } = await setUp();
    const added = await run(identity.handlers['appProfiles.addSecret'], {
      id: profiles[0]?.id,
      label: 'Pasted',
      secret: '5f0f8d2e-0000-4000-8000-1234567890ab',
      expiresOn: null,
    });
    expect(added).toMatchObject({ ok: false, error: { code: 'secret-looks-like-id' } });
    files.remove();
  });
});

describe('app profiles', () => {
  test('demo apps are added once, refreshed afterwards, and never reach the keychain', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const rig = identityRig(cloud, [workspace]);
    const put: unknown[] = [];
    const watched = identityRig(cloud, [workspace], {
      vault: {
        ...rig.vault,
        put: (reference, value, options) => {
          put.push(options);
          return rig.vault.put(reference, value, options);
        },
      },
    });
    const first = await addDemo(watched, workspace);
    const second = await addDemo(watched, workspace);
    const ids = (profiles: Profiles) =>
      profiles.flatMap(({ id, credentials }) => [id, ...credentials.map((c) => c.id)]);
    expect(ids(second)).toEqual(ids(first));
    expect(first).toHaveLength(cloud.description.apps.length);
    expect(first.every(({ demo, workspaces }) => demo && workspaces.includes(workspace.id))).toBe(true);
    expect(put.length).toBeGreaterThan(0);
    expect(put.every((options) => JSON.stringify(options) === '{"session":true}')).toBe(true);
    rig.files.remove();
    watched.files.remove();
  });

  test('are created, linked, listed and removed with their credentials', async () => {
    const workspace = demoWorkspace(cloud, 'Contoso');
    const other = demoWorkspace(cloud, 'Fabrikam');
    const { identity, keychain, activity, files } = identityRig(cloud, [workspace, other]);
    const { handlers } = identity;
    const input = {
      workspaceId: workspace.id,
      name: 'Importer',
      clientId: '0a0a0a0a-0000-4000-8000-000000000001',
      homeTenantId: null,
    };
    const created = valueOf(await run(handlers['appProfiles.create'], input)) as Profiles[number];
    expect(await run(handlers['appProfiles.create'], input)).toMatchObject({
      error: { code: 'already-exists' },
    });
    await run(handlers['appProfiles.addSecret'], {
      id: created.id,
      label: 'Main',
      secret: 'canary',
      expiresOn: null,
    });
    expect(keychain.references()).toHaveLength(1);
    const elsewhere = () => run(handlers['appProfiles.list'], { workspaceId: other.id });
    expect(await elsewhere()).toMatchObject({ value: { profiles: [], linkable: [{ id: created.id }] } });
    await run(handlers['appProfiles.link'], { id: created.id, workspaceId: other.id, linked: true });
    expect(await elsewhere()).toMatchObject({ value: { profiles: [{ id: created.id }], linkable: [] } });
    expect(await run(handlers['appProfiles.remove'], { id: created.id })).toEqual(ok({}));
    expect(keychain.references()).toEqual([]);
    expect(await elsewhere()).toMatchObject({ value: { profiles: [], linkable: [] } });
    expect(activity.map(({ kind }) => kind)).toEqual(['credential-added', 'credential-removed']);
    files.remove();
  });

  test('forgetting a workspace unlinks its profiles and keeps them', async () => {
    const { identity, workspace, profiles, files } = await setUp();
    expect(identity.profilesOf(workspace.id)).toHaveLength(profiles.length);
    expect(await identity.forgetWorkspace(workspace.id)).toEqual(ok(null));
    expect(identity.profilesOf(workspace.id)).toEqual([]);
    files.remove();
  });
});

test('C36: a canary secret and a canary key are in no answer, error, journal line, log or file', async () => {
  const { identity, keychain, workspace, profiles, activity, files } = await setUp();
  const hub = profiles[0];
  if (hub === undefined) throw new Error('no profile');
  const canary = 'cAnArY~8Q~do-not-leak-me-0123456789abcdef';
  const certificate = await issueCertificate({
    commonName: 'canary',
    start: Date.now() - 1000,
    end: Date.now() + 86_400_000,
    use: 'client',
  });
  const { handlers } = identity;
  const secret = { label: 'Canary', secret: canary, expiresOn: null };
  const pem = `${certificate.certificatePem}\n${certificate.privateKeyPem}`;
  const files64 = [Buffer.from(pem).toString('base64')];
  const answers: unknown[] = [
    await run(handlers['appProfiles.addSecret'], { id: hub.id, ...secret }),
    await run(handlers['appProfiles.addSecret'], { id: 'not an id', ...secret }),
    await run(handlers['appProfiles.addCertificate'], { id: hub.id, label: 'Canary key', files: files64 }),
    await run(handlers['appProfiles.list'], { workspaceId: workspace.id }),
  ];
  const kept = identity.profilesOf(workspace.id).find(({ id }) => id === hub.id)?.credentials ?? [];
  for (const label of ['Canary', 'Canary key']) {
    const credentialId = kept.find((one) => one.label === label)?.id;
    if (credentialId === undefined) throw new Error('not kept');
    const { clientId, id: appProfileId } = hub;
    const tenantId = tenantOf(cloud, 'Contoso');
    const request = { workspaceId: workspace.id, tenantId, clientId, appProfileId, credentialId };
    const refused = await identity.tokens.forApp({ ...request, resource: RESOURCE }, never);
    expect(refused).toMatchObject({ ok: false, error: { code: 'entra' } });
    answers.push(refused);
  }
  expect(keychain.references()).toHaveLength(2);
  const written = filesBelow(files.folder).map((path) => readFileSync(path, 'latin1'));
  expect(written.length).toBeGreaterThan(2);
  const keyLine = certificate.privateKeyPem.split('\n')[3] ?? '';
  expect(keyLine.length).toBeGreaterThan(40);
  const everything = JSON.stringify([answers, activity, cloud.log.entries(), written]);
  for (const hidden of [canary, keyLine]) expect(everything).not.toContain(hidden);
  files.remove();
});

test('C20: a workspace that is sent to another authority is given no token of the one before, and asks there alone', async () => {
  const { identity, requestFor, workspace, known, files } = await setUp();
  const request = requestFor('Contoso Integration Hub');
  expect((await identity.tokens.forApp(request, never)).ok).toBe(true);
  known.set(workspace.id, { ...workspace, hosts: { authority: 'https://login.elsewhere.demo.test' } });
  const before = cloud.log.entries().length;
  expect((await identity.tokens.forApp(request, never)).ok).toBe(false);
  const asked = cloud.log.entries().slice(before);
  expect(new Set(asked.map(({ path }) => new URL(path).host))).toEqual(
    new Set(['login.elsewhere.demo.test']),
  );
  known.set(workspace.id, workspace);
  expect((await identity.tokens.forApp(request, never)).ok).toBe(true);
  files.remove();
});
