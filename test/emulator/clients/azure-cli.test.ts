import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { signInDevice } from '../entra/device-page.ts';
import { appOf, tenantOf } from '../entra/sign-in.ts';

const python = ['/usr/bin/python3', 'python3'].find(
  (name) => spawnSync(name, ['-c', 'import azure.cli.core']).status === 0,
);
const reason = python === undefined ? ' (skipped: no Azure CLI here)' : '';
const adele = 'adele.admin@contoso.demo.test';
const bram = 'bram.visser@contoso.demo.test';
const environment = 'https://contoso.crm4.dynamics.com';
/** How the command line ends where something is not there. */
const notFound = 3;

const answer = z.object({ code: z.number(), out: z.string(), error: z.string() });
const object = z.looseObject({});

let cloud: DemoCloud;
let folder: string;
let child: ChildProcessWithoutNullStreams | null = null;
let lines: AsyncIterator<string>;

/** Runs one command. */
async function run(words: readonly string[]): Promise<z.infer<typeof answer>> {
  child?.stdin.write(`${JSON.stringify(words)}\n`);
  return answer.parse(JSON.parse(String((await lines.next()).value)));
}
/** What a command printed; it has to succeed. */
async function az(...words: readonly string[]): Promise<unknown> {
  const { code, out, error } = await run([...words, '--output', 'json']);
  if (code !== 0) throw new Error(`az ${words.join(' ')}: ${error}`);
  return out.trim() === '' ? null : JSON.parse(out);
}
const one = async (...words: readonly string[]) => object.parse(await az(...words));
const list = async (...words: readonly string[]) => z.array(object).parse(await az(...words));

/** Signs in as a person, who types the code that it asks for on another device. */
async function signIn(username: string): Promise<void> {
  const asked = createInterface({ input: child?.stderr ?? Readable.from([]) });
  const typed = new Promise<string>((resolve, reject) => {
    asked.on('line', (said) => {
      const [, page, userCode] = /open the page (\S+) and enter the code (\S+)/.exec(said) ?? [];
      if (page !== undefined && userCode !== undefined) {
        signInDevice(page, userCode, username).then(resolve, reject);
      }
    });
  });
  const { code, error } = await run(['login', '--use-device-code', '--allow-no-subscriptions']);
  asked.close();
  if (code !== 0) throw new Error(error);
  expect(await typed).toContain('You have signed in');
}

describe.skipIf(python === undefined)(`Azure CLI${reason}`, { timeout: 40_000 }, () => {
  beforeAll(async () => {
    cloud = await startDemoCloud({
      proxy: true,
      deviceCodes: { lifetimeSeconds: 900, intervalSeconds: 1 },
    });
    folder = await mkdtemp(join(tmpdir(), 's2s-azure-cli-'));
    const caFile = join(folder, 'ca.pem');
    await writeFile(caFile, cloud.description.login.ca ?? '');
    const { proxy = '' } = cloud.description;
    const started = spawn(python ?? '', [join(import.meta.dirname, 'azure-cli.py')], {
      stdio: 'pipe',
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        HTTPS_PROXY: proxy,
        https_proxy: proxy,
        NO_PROXY: 'localhost,127.0.0.1',
        REQUESTS_CA_BUNDLE: caFile,
        AZURE_CONFIG_DIR: join(folder, 'azure'),
        AZURE_CORE_COLLECT_TELEMETRY: 'no',
      },
    });
    child = started;
    lines = createInterface({ input: started.stdout })[Symbol.asyncIterator]();
  });
  afterAll(async () => {
    child?.kill();
    await cloud.close();
    await rm(folder, { recursive: true });
  });

  test('signs an app in, and asks Dataverse', async () => {
    const { clientId, secret = '' } = appOf(cloud, 'Contoso Integration Hub');
    const tenant = tenantOf(cloud, 'Contoso');
    const wrong = await run([
      ...['login', '--service-principal', '-u', clientId, '-p', 'wrong'],
      ...['--tenant', tenant, '--allow-no-subscriptions'],
    ]);
    expect(wrong.error).toContain('AADSTS7000215');
    await az(
      ...['login', '--service-principal', '-u', clientId, '-p', secret],
      ...['--tenant', tenant, '--allow-no-subscriptions'],
    );
    const who = await one(
      ...['rest', '--resource', environment, '--url', `${environment}/api/data/v9.2/WhoAmI`],
    );
    expect(who).toHaveProperty('UserId');
  });

  test('signs a person in by device code, who has no subscription', async () => {
    await signIn(adele);
    expect(await list('account', 'list')).toMatchObject([
      { tenantId: tenantOf(cloud, 'Contoso'), user: { name: adele, type: 'user' } },
    ]);
    expect(await one('ad', 'signed-in-user', 'show')).toMatchObject({ userPrincipalName: adele });
    const token = await one('account', 'get-access-token', '--scope', `${environment}/.default`);
    expect(token).toMatchObject({ tokenType: 'Bearer', tenant: tenantOf(cloud, 'Contoso') });
  });

  test('makes an application with secrets, permissions, consent, owners and federated credentials', async () => {
    const app = await one(
      ...['ad', 'app', 'create', '--display-name', 'Made by the CLI', '--sign-in-audience', 'AzureADMyOrg'],
      ...['--web-redirect-uris', 'https://localhost/callback', '--enable-id-token-issuance', 'true'],
    );
    const id = String(app['appId']);
    expect(await one('ad', 'app', 'show', '--id', id)).toMatchObject({
      displayName: 'Made by the CLI',
      web: {
        redirectUris: ['https://localhost/callback'],
        implicitGrantSettings: { enableIdTokenIssuance: true },
      },
    });
    expect(await list('ad', 'app', 'list', '--display-name', 'Made by')).toMatchObject([{ appId: id }]);
    const secret = await one('ad', 'app', 'credential', 'reset', '--id', id, '--display-name', 'first');
    expect(secret).toMatchObject({ appId: id, tenant: tenantOf(cloud, 'Contoso') });
    await az('ad', 'app', 'credential', 'reset', '--id', id, '--append', '--display-name', 'second');
    await az('ad', 'app', 'credential', 'reset', '--id', id, '--append', '--create-cert');
    const secrets = await list('ad', 'app', 'credential', 'list', '--id', id);
    expect(new Set(secrets.map((each) => each['displayName']))).toEqual(new Set(['first', 'second']));
    expect(await list('ad', 'app', 'credential', 'list', '--id', id, '--cert')).toHaveLength(1);
    await az(...['ad', 'app', 'credential', 'delete', '--id', id, '--key-id', String(secrets[0]?.['keyId'])]);
    expect(await list('ad', 'app', 'credential', 'list', '--id', id)).toHaveLength(1);

    const principal = await one('ad', 'sp', 'create', '--id', id);
    const graph = '00000003-0000-0000-c000-000000000000';
    await az(
      ...['ad', 'app', 'permission', 'add', '--id', id, '--api', graph],
      ...['--api-permissions', 'e1fe6dd8-ba31-4d61-89e7-88639da4683d=Scope'],
    );
    expect(await list('ad', 'app', 'permission', 'list', '--id', id)).toMatchObject([
      { resourceAppId: graph, resourceAccess: [{ type: 'Scope' }] },
    ]);
    await az('ad', 'app', 'permission', 'admin-consent', '--id', id);
    expect(await list('ad', 'app', 'permission', 'list-grants', '--id', id)).toMatchObject([
      { clientId: principal['id'], consentType: 'AllPrincipals', scope: 'User.Read' },
    ]);
    await az('ad', 'app', 'permission', 'grant', '--id', id, '--api', graph, '--scope', 'Group.Read.All');

    const { id: person } = await one('ad', 'user', 'show', '--id', bram);
    await az('ad', 'app', 'owner', 'add', '--id', id, '--owner-object-id', String(person));
    expect(await list('ad', 'app', 'owner', 'list', '--id', id)).toContainEqual(
      expect.objectContaining({ userPrincipalName: bram }),
    );
    await az('ad', 'app', 'owner', 'remove', '--id', id, '--owner-object-id', String(person));

    const federated = {
      name: 'build',
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:contoso/export:ref:refs/heads/main',
      audiences: ['api://AzureADTokenExchange'],
    };
    const words = ['ad', 'app', 'federated-credential'];
    await az(...words, 'create', '--id', id, '--parameters', JSON.stringify(federated));
    const changed = { ...federated, description: 'Main branch' };
    await az(
      ...[...words, 'update', '--id', id, '--federated-credential-id', 'build'],
      ...['--parameters', JSON.stringify(changed)],
    );
    expect(await list(...words, 'list', '--id', id)).toMatchObject([changed]);
    await az(...words, 'delete', '--id', id, '--federated-credential-id', 'build');

    await az(
      ...['ad', 'app', 'update', '--id', id, '--identifier-uris', `api://${id}`],
      ...['--optional-claims', JSON.stringify({ accessToken: [{ name: 'idtyp', essential: false }] })],
    );
    await az('ad', 'app', 'delete', '--id', id);
    expect((await run(['ad', 'app', 'show', '--id', id])).code).toBe(notFound);
    const deleted = await one(
      ...[
        'rest',
        '--url',
        'https://graph.microsoft.com/v1.0/directory/deletedItems/microsoft.graph.application',
      ],
    );
    expect(JSON.stringify(deleted)).toContain(id);
    await az(
      ...['rest', '--method', 'post', '--url'],
      `https://graph.microsoft.com/v1.0/directory/deletedItems/${String(app['id'])}/restore`,
    );
    expect(await one('ad', 'app', 'show', '--id', id)).toMatchObject({ identifierUris: [`api://${id}`] });
  });

  test('changes, lists and resets service principals', async () => {
    const made = await one('ad', 'app', 'create', '--display-name', 'Principal by the CLI');
    const id = String(made['appId']);
    await az('ad', 'sp', 'create', '--id', id);
    await az('ad', 'sp', 'update', '--id', id, '--set', 'appRoleAssignmentRequired=true');
    expect(await one('ad', 'sp', 'show', '--id', id)).toMatchObject({ appRoleAssignmentRequired: true });
    expect(await list('ad', 'sp', 'list', '--display-name', 'Principal by')).toHaveLength(1);
    expect(await one('ad', 'sp', 'credential', 'reset', '--id', id)).toHaveProperty('password');
    expect(await list('ad', 'sp', 'credential', 'list', '--id', id)).toHaveLength(1);
    expect(await list('ad', 'sp', 'owner', 'list', '--id', id)).toEqual([]);
    await az('ad', 'sp', 'delete', '--id', id);
    expect((await run(['ad', 'sp', 'show', '--id', id])).code).toBe(notFound);
  });

  test('makes a group, fills and empties it', async () => {
    const group = await one('ad', 'group', 'create', '--display-name', 'CLI', '--mail-nickname', 'cli');
    const id = String(group['id']);
    const person = String((await one('ad', 'user', 'show', '--id', bram))['id']);
    const member = ['--group', id, '--member-id', person];
    await az('ad', 'group', 'member', 'add', ...member);
    expect(await one('ad', 'group', 'member', 'check', ...member)).toEqual({ value: true });
    expect(await list('ad', 'group', 'member', 'list', '--group', id)).toMatchObject([
      { userPrincipalName: bram },
    ]);
    expect(await list('ad', 'user', 'get-member-groups', '--id', bram)).toContainEqual({
      displayName: 'CLI',
      id,
    });
    await az('ad', 'group', 'owner', 'add', '--group', id, '--owner-object-id', person);
    const owners = await list('ad', 'group', 'owner', 'list', '--group', id);
    expect(owners.map((each) => each['userPrincipalName'])).toEqual([adele, bram]);
    await az('ad', 'group', 'member', 'remove', ...member);
    expect(await one('ad', 'group', 'member', 'check', ...member)).toEqual({ value: false });
    expect(await list('ad', 'group', 'list', '--display-name', 'CLI')).toHaveLength(1);
    await az('ad', 'group', 'delete', '--group', id);
  });

  test('cannot consent to what Microsoft did not allow it', async () => {
    const { code, error } = await run([
      'account',
      'get-access-token',
      '--scope',
      'https://graph.microsoft.com/Mail.Read',
    ]);
    expect([code, error]).toEqual([1, expect.stringContaining('AADSTS65002')]);
  });
});
