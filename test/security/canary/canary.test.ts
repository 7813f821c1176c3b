import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import { madeCertificate } from '../../unit/vault/made-certificate.ts';
import { noKeyring } from '../vault/real-keyring.ts';
import { findSecrets } from './find-secrets.ts';
import { runApp } from './run-app.ts';

const reason = noKeyring();
if (reason !== null) console.log(`skipped: the canary with a real keyring (${reason})`);

const APP = 'Contoso Integration Hub';
/** Nothing else in the world has this text, and it has letters that every spelling writes in another way. */
const canary = (): string => `8Q~${randomBytes(9).toString('hex')}+/=&<${randomBytes(9).toString('hex')}`;

const secrets = { wrong: canary(), right: '', password: canary(), passphrase: canary(), planted: canary() };
/** A line from the middle of the private key in the PEM file, and one of the key in the PFX file. */
let keyLines: Readonly<Record<string, string>> = {};
let app = { name: APP, clientId: '' };
let inputs = { pfx: '', pem: '' };
let home: string;

const middleLine = (pem: string): string => pem.split('\n')[10] ?? '';

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 's2s-canary-'));
  const cloud = await startDemoCloud({});
  const found = cloud.description.apps.find(({ name }) => name === APP);
  await cloud.close();
  secrets.right = found?.secret ?? '';
  app = { name: APP, clientId: found?.clientId ?? '' };
  const [first, second] = [madeCertificate({ name: 'first' }), madeCertificate({ name: 'second' })];
  keyLines = {
    'key in PEM': middleLine(first.privateKeyPem),
    'key in PFX': middleLine(second.privateKeyPem),
  };
  inputs = { pfx: join(home, 'inputs', 'second.pfx'), pem: join(home, 'inputs', 'first.pem') };
  mkdirSync(join(home, 'inputs'));
  writeFileSync(inputs.pem, first.certificatePem + first.privateKeyPem);
  const container = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(second.privateKeyPem),
    [forge.pki.certificateFromPem(second.certificatePem)],
    secrets.password,
    { algorithm: '3des' },
  );
  writeFileSync(inputs.pfx, forge.asn1.toDer(container).getBytes(), 'latin1');
});
afterAll(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

const hidden = () => ({
  'wrong secret': secrets.wrong,
  'right secret': secrets.right,
  'PFX password': secrets.password,
  passphrase: secrets.passphrase,
  ...keyLines,
  // How every signed token begins, whichever of its header's members comes first.
  'a token': Buffer.from('{"alg":"RS256"').toString('base64url').slice(0, 18),
  'another token': Buffer.from('{"typ":"JWT"').toString('base64url'),
});
const bytesBelow = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => [path, readFileSync(path, 'latin1')]),
  );

describe.skipIf(reason !== null)('C7: a secret that a person typed is nowhere', () => {
  const run = (
    session: Parameters<typeof runApp>[0],
    visit: 'type' | 'return' | 'return-only' | 'look',
    place = home,
  ) => runApp(session, place, { visit, inputs, secrets, app });

  test('with a keyring: nothing finds it, it survives a restart, and a locked keyring is left as it is', async () => {
    const typed = await run('unlocked', 'type');
    expect(typed.problems).toEqual([]);
    expect(typed.log).toEqual([]);
    expect(typed.failure).toBe('');
    expect(typed.app).toContain('Keychain');
    expect(await findSecrets(typed.evidence, hidden())).toEqual([]);

    // The same search finds what was put there on purpose, in every kind of place …
    const planted = await findSecrets(typed.evidence, { planted: secrets.planted });
    const kinds = new Set(planted.map(({ file }) => file.split('/')[0]));
    expect(kinds).toEqual(new Set(['data', 'heap', 'output', 'pipe', 'temporary', 'text']));
    expect(planted.some(({ file }) => /temporary\/s2s-console-window-/.test(file))).toBe(true);
    // … and the tap of the pipe sees the secret where it has to be: on its way from the page to main.
    const received = readFileSync(typed.received, 'utf8');
    for (const secret of [secrets.wrong, secrets.right, secrets.password])
      expect(received).toContain(JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1));

    const again = await run('unlocked', 'return');
    expect(again.failure).toBe('');
    expect(await findSecrets(again.evidence, hidden())).toEqual([]);

    const kept = () => [
      bytesBelow(join(home, 'console', 'sealed')),
      bytesBelow(join(home, 'data', 'keyrings')),
    ];
    const before = kept();
    expect(before.every(({ size }) => size > 0)).toBe(true);
    const locked = await run('locked', 'look');
    expect(locked.failure).toBe('');
    expect(locked.panel).toContain('Keychain locked');
    expect(locked.settings).toContain('The keychain is locked');
    expect(kept()).toEqual(before);
    expect(await findSecrets(locked.evidence, hidden())).toEqual([]);

    expect((await run('unlocked', 'return-only')).failure).toBe('');
  }, 900_000);
});

describe('C7: without a keyring', () => {
  test('the screen says session only, nothing is written, and nothing finds a secret that was made, copied, exported or imported', async () => {
    const place = join(home, 'without');
    mkdirSync(place);
    const typed = await runApp('no-bus', place, { visit: 'hand-over', inputs, secrets, app });
    expect(typed.failure).toBe('');
    expect(typed.app).toContain('This session');
    expect(typed.settings).toContain('Secrets last for this session only');
    expect(existsSync(join(place, 'console', 'sealed'))).toBe(false);
    expect(existsSync(join(place, 'data', 'keyrings'))).toBe(false);
    // What Entra made came out on the clipboard for secrets alone.
    const [made = ''] = typed.handed;
    expect(typed.handed).toHaveLength(1);
    expect(made.length).toBeGreaterThan(20);
    expect(await findSecrets(typed.evidence, { ...hidden(), 'secret from Entra': made })).toEqual([]);
    // The export is among what was searched: everything in it is sealed.
    expect(readdirSync(join(typed.evidence, 'data', 'exports'))).toEqual([
      expect.stringMatching(/sealed\.json$/),
    ]);
  }, 300_000);
});
