import { execFileSync } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificateReader } from '../../../main/vault/read-certificate.ts';
import { madeCertificate } from './made-certificate.ts';
import type { MadeCertificate } from './made-certificate.ts';

const read = certificateReader(new URL('../../../main/vault/certificate-worker.ts', import.meta.url));
const readPem = (text: string) => read({ format: 'pem', text });

let own: MadeCertificate;
let other: MadeCertificate;
beforeAll(() => {
  own = madeCertificate({ name: 'own' });
  other = madeCertificate({ name: 'other' });
});

/** What a reader makes of the own certificate, whatever it came in. */
const expected = () => {
  const certificate = new X509Certificate(own.certificatePem);
  return {
    ok: true,
    value: {
      certificatePem: certificate.toString(),
      privateKeyPem: own.privateKeyPem,
      thumbprintSha1: certificate.fingerprint.replaceAll(':', ''),
      thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''),
      notBefore: certificate.validFromDate.toISOString(),
      notAfter: certificate.validToDate.toISOString(),
    },
  };
};
const problem = (name: string) => ({
  ok: false,
  error: { code: 'certificate-unreadable', params: { problem: name } },
});

describe('PEM', () => {
  test('certificate and key in any order, with a chain, notes and other line ends around them', async () => {
    const pkcs1 = createPrivateKey(own.privateKeyPem).export({ type: 'pkcs1', format: 'pem' }).toString();
    const texts = [
      own.certificatePem + own.privateKeyPem,
      own.privateKeyPem + own.certificatePem,
      own.certificatePem + pkcs1,
      other.certificatePem + own.privateKeyPem + own.certificatePem,
      `\uFEFFBag Attributes\n  localKeyID: 01\n${own.certificatePem}subject=/CN=own\n${own.privateKeyPem}`,
      (own.certificatePem + own.privateKeyPem).replaceAll(/\r?\n/g, '\r\n'),
    ];
    for (const text of texts) expect(await readPem(text)).toEqual(expected());
  });

  test('says what is missing or wrong', async () => {
    expect(await readPem('hello')).toMatchObject(problem('no-certificate'));
    expect(await readPem(own.privateKeyPem)).toMatchObject(problem('no-certificate'));
    expect(await readPem(own.certificatePem)).toMatchObject(problem('no-private-key'));
    expect(await readPem(own.certificatePem + own.privateKeyPem.replace('MII', 'MIJ'))).toMatchObject(
      problem('private-key-damaged'),
    );
    const encrypted = createPrivateKey(own.privateKeyPem).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'p',
    });
    expect(await readPem(own.certificatePem + encrypted.toString())).toMatchObject(problem('encrypted-key'));
    expect(await readPem(other.certificatePem + own.privateKeyPem)).toMatchObject({
      error: { code: 'certificate-key-mismatch' },
    });
  });

  test('refuses keys that the sign-in service does not take', async () => {
    const small = madeCertificate({ bits: 1024 });
    expect(await readPem(small.certificatePem + small.privateKeyPem)).toMatchObject({
      error: { code: 'certificate-key-unsupported', params: { keyType: 'rsa', bits: 1024 } },
    });
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const ec = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(await readPem(own.certificatePem + ec)).toMatchObject({
      error: { code: 'certificate-key-unsupported', params: { keyType: 'ec' } },
    });
  });

  test('garbage never throws, and no error says a piece of the key back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5000), fc.string({ maxLength: 40 }), async (at, noise) => {
        const text = own.certificatePem + own.privateKeyPem;
        const result = await readPem(text.slice(0, at) + noise + text.slice(at + 20));
        const said = result.ok ? '' : JSON.stringify(result.error);
        expect(said).not.toContain(own.privateKeyPem.split('\n')[3]);
      }),
      { numRuns: 100 },
    );
  });
});

const pfx = (password: string | null, options: { readonly count?: number } = {}): string => {
  const store = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(own.privateKeyPem),
    [forge.pki.certificateFromPem(own.certificatePem)],
    password,
    { algorithm: '3des', ...options },
  );
  return forge.util.encode64(forge.asn1.toDer(store).getBytes());
};

describe('PFX', () => {
  test('opens with its password and with none, and tells a wrong one', async () => {
    expect(await read({ format: 'pfx', base64: pfx('right'), password: 'right' })).toEqual(expected());
    expect(await read({ format: 'pfx', base64: pfx('') })).toEqual(expected());
    expect(await read({ format: 'pfx', base64: pfx('right'), password: 'wrong' })).toMatchObject({
      error: { code: 'certificate-password' },
    });
    expect(await read({ format: 'pfx', base64: pfx('right') })).toMatchObject({
      error: { code: 'certificate-password' },
    });
  });

  test('what is no PFX, or half of one', async () => {
    for (const base64 of [
      '',
      'aGVsbG8=',
      '!!!',
      pfx('p').slice(0, 400),
      Buffer.alloc(3000, 7).toString('base64'),
    ])
      expect(await read({ format: 'pfx', base64, password: 'p' })).toMatchObject(problem('damaged'));
  });

  test('one that asks for a hundred million rounds is refused instead of computed', async () => {
    const base64 = pfx('p', { count: 2048 });
    // INTEGER 2048 (02 02 08 00) → the MAC's and the keys' iteration counts become INTEGER 0x7fff0800-like of four bytes.
    const store = forge.asn1.fromDer(forge.util.decode64(base64));
    const raise = (node: forge.asn1.Asn1): void => {
      if (typeof node.value === 'string') {
        if (node.type === forge.asn1.Type.INTEGER && node.value === '\u0008\u0000')
          node.value = '\u0005\u00f5\u00e1\u0000';
        if (node.type === forge.asn1.Type.INTEGER && node.value === '\u0001')
          node.value = '\u0005\u00f5\u00e1\u0000';
      } else node.value.forEach(raise);
    };
    const mac = Array.isArray(store.value) ? store.value[2] : undefined;
    if (!mac) throw new Error('no MAC in this PFX');
    raise(mac);
    const raised = forge.util.encode64(forge.asn1.toDer(store).getBytes());
    expect(await read({ format: 'pfx', base64: raised, password: 'p' })).toMatchObject(
      problem('too-many-iterations'),
    );
  });
});

const hasOpenssl = (() => {
  try {
    return execFileSync('openssl', ['version']).toString().startsWith('OpenSSL');
  } catch {
    return false;
  }
})();

describe.skipIf(!hasOpenssl)('PFX as OpenSSL writes them', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 's2s-pfx-'));
    writeFileSync(join(folder, 'cert.pem'), own.certificatePem);
    writeFileSync(join(folder, 'key.pem'), own.privateKeyPem);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const openssl = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const exported = (key: string, cert: string, password: string, ...more: readonly string[]): string => {
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      key,
      '-in',
      cert,
      '-out',
      'out.pfx',
      '-passout',
      `pass:${password}`,
      ...more,
    );
    return readFileSync(join(folder, 'out.pfx')).toString('base64');
  };

  test.each([
    ['modern (PBES2, AES-256, SHA-256)', 'p4ss', []],
    ['a password that is not ASCII', 'pässwörd-€', []],
    ['no password', '', []],
    [
      'SHA-1 and Triple DES',
      'p4ss',
      ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
    ],
    ['a key that is not encrypted', 'p4ss', ['-keypbe', 'NONE', '-certpbe', 'NONE']],
    ['no MAC', 'p4ss', ['-nomac']],
  ])('%s', async (_what, password, more) => {
    expect(
      await read({ format: 'pfx', base64: exported('key.pem', 'cert.pem', password, ...more), password }),
    ).toEqual(expected());
  });

  test('a wrong password of a modern one', async () => {
    expect(
      await read({ format: 'pfx', base64: exported('key.pem', 'cert.pem', 'right'), password: 'wrong' }),
    ).toMatchObject({
      error: { code: 'certificate-password' },
    });
  });

  test('an elliptic-curve key is named as such', async () => {
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'ec.pem');
    openssl('req', '-x509', '-new', '-key', 'ec.pem', '-subj', '/CN=ec', '-days', '2', '-out', 'ec-cert.pem');
    expect(
      await read({ format: 'pfx', base64: exported('ec.pem', 'ec-cert.pem', 'p'), password: 'p' }),
    ).toMatchObject({
      error: { code: 'certificate-key-unsupported', params: { keyType: 'ec' } },
    });
  });

  test('only a certificate', async () => {
    openssl('pkcs12', '-export', '-nokeys', '-in', 'cert.pem', '-out', 'out.pfx', '-passout', 'pass:p');
    const base64 = readFileSync(join(folder, 'out.pfx')).toString('base64');
    expect(await read({ format: 'pfx', base64, password: 'p' })).toMatchObject(problem('no-private-key'));
  });
});
