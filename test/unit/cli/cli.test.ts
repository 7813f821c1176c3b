import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from '../../../cli/exit-codes.ts';
import { startDemoCloud } from '../../../emulator/index.ts';
import product from '../../../package.json' with { type: 'json' };
import type { DemoCloud } from '../../../emulator/index.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { runCli } from './run-cli.ts';
import type { RunWith } from './run-cli.ts';

let cloud: DemoCloud;
let folder: string;
beforeAll(async () => {
  cloud = await startDemoCloud({});
  folder = mkdtempSync(join(tmpdir(), 's2s-cli-test-'));
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

const run = (words: readonly string[], more: RunWith = {}) => runCli(cloud, words, more);

const HUB = 'Contoso Integration Hub';
const app = () => must(cloud.description.apps.find(({ name }) => name === HUB));
const appInEnvironment = (secret = app().secret ?? '') => ({
  AZURE_CLIENT_ID: app().clientId,
  AZURE_TENANT_ID: app().tenantId,
  AZURE_CLIENT_SECRET: secret,
});

describe('C33: the console on the command line', () => {
  test('whoami tells of every environment, also where it is refused, and its exit code says so', async () => {
    const { code, out } = await run(['whoami', '--demo', '--app', HUB, '--json']);
    const answers: readonly { environment: string; userId: string | null; error: { code: string } | null }[] =
      JSON.parse(out);
    expect(answers.map(({ environment, error }) => [environment, error?.code ?? 'in'])).toEqual([
      ['Contoso Development', '0x80072560 UserNotMemberOfOrg'],
      ['Contoso Production', 'in'],
      ['Contoso Test', '0x80072560 UserNotMemberOfOrg'],
    ]);
    expect(code).toBe(EXIT.negative);
    const production = ['--env', 'contoso.crm4.demo.test'];
    expect((await run(['whoami', '--demo', '--app', HUB, ...production])).code).toBe(EXIT.ok);
  });

  test('doctor names the root cause of each app in each environment', async () => {
    const { code, out, told } = await run(['doctor', '--demo', '--json', '--env', 'Contoso Production']);
    const chains: readonly {
      readonly app: string;
      readonly outcome: string;
      readonly root: string | null;
      readonly links: readonly { readonly link: string }[];
    }[] = JSON.parse(out);
    expect(Object.fromEntries(chains.map(({ app, outcome, root }) => [app, root ?? outcome]))).toMatchObject({
      [HUB]: 'ok',
      'Contoso Data Export': 'token',
      'Contoso Legacy Loader': 'application-user',
      'Fabrikam Invoice Bot': 'token',
    });
    expect(chains[0]?.links.map(({ link }) => link).slice(0, 3)).toEqual(['url', 'tenant', 'authority']);
    expect(told).toContain('The client secret has expired (AADSTS7000222)');
    expect(told).toMatch(/^7 of 7: Contoso Production: /m);
    expect(code).toBe(EXIT.negative);
    expect((await run(['doctor', '--demo', '--app', HUB, '--env', 'Contoso Production'])).code).toBe(EXIT.ok);
  });

  test('doctor tells a cause once with every environment that it stops, and what mends it', async () => {
    const { told } = await run(['doctor', '--demo', '--app', 'Contoso Data Export']);
    const lines = told.split('\n').filter((line) => line.includes('The client secret has expired'));
    expect(lines).toEqual([
      'Contoso Data Export in Contoso Development, Contoso Production, Contoso Test: The client secret has expired (AADSTS7000222)',
    ]);
    expect(told.match(/→ Make a new secret/g)).toHaveLength(1);
    expect(told).toContain('IDs of Contoso Development:');
  });

  test('a query that fails everywhere alike is told so once, and has no table', async () => {
    const { code, out, told } = await run(['query', 'contacts?$select=nothing', '--demo', '--app', HUB]);
    expect([code, out]).toEqual([EXIT.negative, '']);
    expect(told.match(/There is no user for this sign-in/g)).toHaveLength(1);
    expect(told).toContain('Contoso Development, Contoso Test: There is no user for this sign-in');
  });

  test('doctor is asked what the app shall be able to do with a table, or by FetchXML', async () => {
    const where = ['doctor', '--demo', '--app', HUB, '--env', 'Contoso Production'];
    expect((await run([...where, '--can', 'read contact'])).code).toBe(EXIT.ok);
    const denied = await run([...where, '--can', 'Delete account']);
    expect([denied.code, denied.out]).toEqual([EXIT.negative, expect.stringContaining('Privileges')]);
    expect(denied.told).toContain('prvDeleteAccount');
    const fetch = '<fetch top="1"><entity name="contact"><attribute name="fullname" /></entity></fetch>';
    expect((await run([...where, '--query', fetch])).code).toBe(EXIT.ok);
  });

  test('explain reads its text from the command line or from standard input, and says when it understands nothing', async () => {
    const log =
      'x-ms-service-request-id: 1\n{"error":{"code":"0x80040220","message":"Principal user (Id=7c0b1a1e-0000-4000-8000-000000000001, type=8) is missing prvReadAccount privilege (Id=00000000-0000-4000-8000-000000000002)"}}';
    const piped = await run(['explain', '--json'], { input: log });
    expect(JSON.parse(piped.out).findings[0]).toMatchObject({
      kind: 'permission',
      privilege: 'prvReadAccount',
    });
    const said = await run(['explain', 'AADSTS7000215: Invalid client secret provided.']);
    expect([said.code, said.out]).toEqual([
      EXIT.ok,
      expect.stringMatching(/^The client secret.*\(AADSTS7000215.*\)$/m),
    ]);
    expect(await run(['explain', 'nothing of the kind'])).toMatchObject({ code: EXIT.negative });
    expect(await run(['explain'])).toMatchObject({ code: EXIT.usage });
  });

  test('query writes the rows on standard output and what happened on standard error', async () => {
    const words = [
      'query',
      'contacts?$select=fullname&$top=2',
      '--demo',
      '--app',
      HUB,
      '--env',
      'Contoso Production',
    ];
    const asJson = await run([...words, '--json']);
    const rows = asJson.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      environment: 'Contoso Production',
      fullname: expect.stringMatching(/\w+ \w+/),
    });
    expect(asJson.told).toMatch(/^1 of 1: Contoso Production: done, 2 rows/);
    expect(asJson.code).toBe(EXIT.ok);
    const asTable = await run(words);
    expect(asTable.out.split('\n')[0]).toMatch(/^environment +fullname +contactid$/);
  });

  test('a baseline file is planned, applied only with --yes, and then nothing is left to do', async () => {
    const file = join(folder, 'baseline.yaml');
    writeFileSync(
      file,
      `version: 1\napps:\n  - name: ${HUB}\n    clientId: ${app().clientId}\n    rules:\n      - in: [https://contoso-test.crm4.demo.test]\n        user: present\n        roles:\n          exactly: [Integration – Contacts Reader]\n`,
    );
    const planned = await run(['app-users', 'plan', file, '--demo']);
    expect(planned.code).toBe(EXIT.negative);
    expect(planned.out).toContain('Create application user');
    const shown = await run(['app-users', 'apply', file, '--demo']);
    expect([shown.code, shown.told]).toEqual([EXIT.usage, expect.stringContaining('Add --yes')]);
    const applied = await run(['app-users', 'apply', file, '--demo', '--yes']);
    expect(applied.told).toContain('Contoso Test: drifted');
    expect(applied.told).toMatch(/^2 of 2: Contoso Test: /m);
    expect(applied.told).toContain('Assign role Integration – Contacts Reader: Done and verified');
    expect(applied.code).toBe(EXIT.ok);
    const again = await run(['app-users', 'apply', '-', '--demo', '--yes'], {
      input: execFileSync('cat', [file], { encoding: 'utf8' }),
    });
    expect([again.code, again.told]).toEqual([
      EXIT.ok,
      expect.stringContaining('There is nothing to change.'),
    ]);
    const effective = await run([
      'roles',
      'effective',
      '--demo',
      '--app',
      HUB,
      '--env',
      'Contoso Test',
      '--table',
      'contact',
    ]);
    expect(effective.out).toMatch(/prvReadContact +\w+ +Integration – Contacts Reader: \w+/);
    const listed = await run(['app-users', 'list', '--demo', '--env', 'Contoso Test', '--json']);
    expect(listed.told).toBe('1 of 1: Contoso Test: done\n');
    expect(JSON.parse(listed.out).users).toContainEqual(
      expect.objectContaining({ clientId: app().clientId, state: 'enabled' }),
    );
  });

  test('a production environment is changed only when it is named', async () => {
    const portal = must(cloud.description.apps.find(({ name }) => name === 'Contoso Portal Sync'));
    const input = `version: 1\napps:\n  - clientId: ${portal.clientId}\n    name: Portal\n    rules:\n      - in: [https://contoso.crm4.demo.test]\n        user: present\n        roles:\n          atLeast: [Integration – Contacts Reader]\n`;
    const apply = ['app-users', 'apply', '-', '--demo', '--yes'];
    const refused = await run(apply, { input });
    expect([refused.code, refused.told]).toEqual([
      EXIT.usage,
      expect.stringContaining('--confirm "Contoso Production"'),
    ]);
    expect((await run([...apply, '--confirm', 'Contoso Test'], { input })).code).toBe(EXIT.usage);
    expect((await run([...apply, '--confirm', 'Contoso Production'], { input })).code).toBe(EXIT.ok);
  });

  test('a faulty baseline is told with file, line and column, and changes nothing', async () => {
    const { code, told } = await run(['app-users', 'apply', '-', '--demo', '--yes'], {
      input: 'version: 1\napps:\n  - role: x\n',
    });
    expect(code).toBe(EXIT.usage);
    expect(told).toMatch(/^-:3:5: role is no field/m);
  });

  test('an app of the process’s environment works unattended, keeps nothing, and its secret is nowhere', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('s2s-console-cli-'));
    const words = ['whoami', '--demo', '--env', 'https://contoso.crm4.demo.test'];
    const env = appInEnvironment();
    const worked = await run(words, { env });
    expect([worked.code, worked.out]).toEqual([EXIT.ok, expect.stringMatching(/contoso .* OK/)]);
    expect(worked.out + worked.told).not.toContain(env.AZURE_CLIENT_SECRET);
    const wrong = await run(words, { env: appInEnvironment('a-secret-that-is-wrong') });
    expect([wrong.code, wrong.out]).toEqual([EXIT.negative, expect.stringContaining('AADSTS7000215')]);
    // What an administrator would be asked for is done with the app's own rights, and refused with them.
    const listed = await run(['app-users', 'list', '--demo', '--env', 'https://contoso.crm4.demo.test'], {
      env,
    });
    expect([listed.code, listed.told]).toEqual([EXIT.negative, expect.stringContaining('prvReadRole')]);
    // What could not be read is never told as absent.
    const effective = ['roles', 'effective', '--demo', '--env', 'https://contoso.crm4.demo.test'];
    const asked = await run(effective, { env });
    expect([asked.code, asked.told]).toEqual([EXIT.failed, expect.stringContaining('prvReadRole')]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('s2s-console-cli-'))).toEqual(before);
  });

  test.each([
    [['nothing'], /no command 'nothing'/],
    [['app-users'], /needs one more word: app-users list, app-users plan, app-users apply/],
    [['whoami', '--appp', 'x'], /Unknown option '--appp'/],
    [['whoami', '--demo', '--app', 'Nobody'], /No app of Contoso is called 'Nobody'/],
    [['whoami', '--demo', '--app', HUB, '--env', 'Nowhere'], /No environment of Contoso is called 'Nowhere'/],
    [['whoami', '--demo', '--workspace', 'Nobody'], /No workspace is called 'Nobody'/],
    [['query', 'https://elsewhere.test', '--demo', '--app', HUB], /must be relative/],
    [['query', '--demo'], /Give one query in quotes/],
    [['query'], /Give one query in quotes/],
    [['app-users', 'plan'], /Name one baseline file/],
    [['doctor', 'more'], /options only/],
    [['query', 'contacts', '--demo', '--app', HUB, '--rows', '0'], /--rows must be a number/],
    [['app-users', 'plan', '/no/such/file', '--demo'], /cannot be read/],
    [['completion', 'tcsh'], /bash, zsh, fish or powershell/],
    [['completion', 'bash', 'more'], /one shell/],
    [['apps', 'more', '--demo'], /options only/],
    [['environments', 'more', '--demo'], /options only/],
    [['emulator', 'more'], /options only/],
    [['doctor', '--demo', '--query', ' '], /--query holds no query/],
    [['doctor', '--demo', '--can', 'dance account'], /verb and a table.*Verbs: create, read/],
    [['doctor', '--demo', '--can', 'read account(7)'], /verb and a table/],
    [['doctor', '--demo', '--can', 'read account', '--query', 'accounts'], /not both/],
    [['doctor', '--demo', '--pack', 'pack.txt'], /\.zip, \.md, \.json or \.html/],
    [['app-users', 'frob', '--demo'], /needs one more word/],
  ] as const)('%j is refused in words', async (words, problem) => {
    const { code, out, told } = await run(words);
    expect([code, out]).toEqual([EXIT.usage, '']);
    expect(told).toMatch(problem);
  });

  test('an environment without a credential is refused, and so is one without an address', async () => {
    const { AZURE_CLIENT_SECRET: _secret, ...without } = appInEnvironment();
    expect(await run(['whoami', '--demo'], { env: without })).toMatchObject({ code: EXIT.usage });
    expect((await run(['whoami', '--demo'], { env: appInEnvironment() })).told).toContain('--env https://');
  });

  test.each([
    [{ AZURE_TENANT_ID: 'no tenant' }, /AZURE_TENANT_ID is no tenant/],
    [
      { AZURE_CLIENT_SECRET: '', AZURE_CLIENT_CERTIFICATE_PATH: '/no/such/file.pem' },
      /AZURE_CLIENT_CERTIFICATE_PATH: \/no\/such\/file\.pem cannot be read/,
    ],
    [{ AZURE_CLIENT_ID: 'no id' }, /AZURE_CLIENT_ID is no application/],
  ] as const)('what the process’s environment has wrong is told by its name: %j', async (wrong, problem) => {
    const words = ['whoami', '--demo', '--env', 'https://contoso.crm4.demo.test'];
    const { code, out, told } = await run(words, { env: { ...appInEnvironment(), ...wrong } });
    expect([code, out]).toEqual([EXIT.usage, '']);
    expect(told).toMatch(problem);
  });

  test('what is kept for one run alone takes no data folder, so that no secret comes into a keychain', async () => {
    const place = join(folder, 'data');
    const refused = await run(['whoami', '--demo', '--data', place]);
    expect([refused.code, refused.told]).toEqual([EXIT.usage, expect.stringContaining('--data')]);
    const words = ['whoami', '--data', place, '--env', 'https://contoso.crm4.demo.test'];
    expect((await run(words, { env: appInEnvironment() })).code).toBe(EXIT.usage);
    expect(readdirSync(folder)).not.toContain('data');
  });

  test('what is cancelled ends with 130', async () => {
    const stopped = new AbortController();
    const running = run(['query', 'contacts', '--demo', '--app', HUB], { signal: stopped.signal });
    stopped.abort();
    expect((await running).code).toBe(EXIT.cancelled);
  });

  test('help names every command, and each says its options', async () => {
    const { code, out } = await run([]);
    expect(code).toBe(EXIT.ok);
    const names = [...out.matchAll(/^ {2}(\w[\w-]*(?: [a-z][\w-]*)?)(?= {2}| <)/gm)].map(
      ([, name]) => name ?? '',
    );
    expect(names).toContain('app-users apply');
    for (const name of names) {
      const told = await run([...name.split(' '), '--help']);
      expect([told.code, told.out]).toEqual([EXIT.ok, expect.stringContaining(`s2s-console ${name}`)]);
    }
  });

  test('a table on which the app may do nothing, or that is misspelt, is not told as an empty success', async () => {
    const { code, told } = await run([
      ...['roles', 'effective', '--demo', '--app', HUB, '--env', 'Contoso Production'],
      ...['--table', 'contcat'],
    ]);
    expect([code, told]).toEqual([
      EXIT.negative,
      expect.stringContaining("no privilege of a table 'contcat'"),
    ]);
  });

  test('a port that is taken is told in words', async () => {
    const taken = new URL(cloud.description.origin).port;
    const { code, out, told } = await run(['emulator', '--port', taken]);
    expect([code, out, told]).toEqual([EXIT.usage, '', expect.stringContaining(`Port ${taken} is taken`)]);
  });

  test('the version is that of the product', async () => {
    expect(await run(['--version'])).toMatchObject({ code: EXIT.ok, out: `${product.version}\n` });
  });

  test('help can be asked for in front, and of a group of commands', async () => {
    expect((await run(['help', 'doctor'])).out).toBe((await run(['doctor', '--help'])).out);
    const group = await run(['app-users', '--help']);
    expect([group.code, group.out]).toEqual([EXIT.ok, expect.stringContaining('app-users apply <file>')]);
    expect(group.out).not.toContain('whoami');
    expect((await run(['doctor', '--help'])).out).toContain('--can "read account"');
  });

  test('the completion script completes commands, second words and options in a real bash', async () => {
    const { out } = await run(['completion', 'bash']);
    const complete = (...words: string[]) =>
      execFileSync(
        'bash',
        [
          '-c',
          `${out}\nCOMP_WORDS=(s2s-console "$@"); COMP_CWORD=$#; _s2s_console; printf '%s\\n' "\${COMPREPLY[@]}"`,
          'bash',
          ...words,
        ],
        { encoding: 'utf8' },
      ).trim();
    expect(complete('who')).toBe('whoami');
    expect(complete('app-users', 'a')).toBe('apply');
    expect(complete('app-users', 'apply', '--co')).toBe('--confirm');
  });
});
