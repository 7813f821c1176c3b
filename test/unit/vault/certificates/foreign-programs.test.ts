import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capForge } from '../../../../main/vault/certificates/cap-forge.ts';
import { expectedOf, keyUnsupported, makeMaterials, password, problem, readOne } from './made-files.ts';
import type { Materials } from './made-files.ts';

capForge();

/** True when the program is there; what is not there is not tested, and the name of the test says so. */
const runs = (program: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
};
const hasOpenssl = runs('openssl', 'version');
const hasLegacy = hasOpenssl && runs('openssl', 'list', '-providers', '-provider', 'legacy');
const hasKeytool = runs('keytool', '-help');
const hasSshKeygen = runs('ssh-keygen', '-Q', 'key') || runs('sh', '-c', 'command -v ssh-keygen');

let folder: string;
let made: Materials;
beforeAll(() => {
  made = makeMaterials();
  folder = mkdtempSync(join(tmpdir(), 's2s-certificates-'));
  writeFileSync(join(folder, 'cert.pem'), made.own.certificatePem);
  writeFileSync(join(folder, 'key.pem'), made.own.privateKeyPem, { mode: 0o600 });
  writeFileSync(join(folder, 'leaf.pem'), made.leafPem);
  writeFileSync(join(folder, 'authority.pem'), made.authorityPem);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const call = (program: string, line: string): void =>
  void execFileSync(program, line.split(' '), { cwd: folder, stdio: 'pipe' });
const openssl = (line: string): void => call('openssl', line);
const file = (name: string): Buffer => readFileSync(join(folder, name));
const own = () => expectedOf(made.own.certificatePem, made.own.privateKeyPem);

const exported = (more = '', secret = 'p4ss'): Buffer => {
  const line = `pkcs12 -export -inkey key.pem -in cert.pem -out out.pfx -passout pass:${secret}`;
  openssl(more === '' ? line : `${line} ${more}`);
  return file('out.pfx');
};

describe.skipIf(!hasOpenssl)('PFX as OpenSSL writes them', () => {
  test.each([
    ['modern (PBES2, AES-256, SHA-256)', ''],
    ['with a friendly name', '-name Primary'],
    ['SHA-1 and Triple DES', '-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1'],
    ['AES-128 and a SHA-512 MAC', '-keypbe AES-128-CBC -certpbe AES-128-CBC -macalg sha512'],
    ['a key that is not encrypted', '-keypbe NONE -certpbe NONE'],
    ['no MAC', '-nomac'],
    ['100,000 rounds', '-iter 100000 -maciter'],
    ['an authority beside it', '-certfile authority.pem -caname Authority'],
  ])('%s', (_what, more) => {
    expect(readOne([exported(more)], 'p4ss')).toEqual(own());
  });

  test('an empty password', () => {
    expect(readOne([exported('', '')], '')).toEqual(own());
  });

  test('a password that is not ASCII', () => {
    expect(readOne([exported('', 'pässwörd-€')], 'pässwörd-€')).toEqual(own());
  });

  test('a wrong password, with and without a MAC', () => {
    expect(readOne([exported()], 'wrong')).toMatchObject(password('wrong'));
    expect(readOne([exported('-nomac')], 'wrong')).toMatchObject(password('wrong'));
    expect(readOne([exported()], '')).toMatchObject(password('missing'));
  });

  test('a chain of which the leaf is meant', () => {
    openssl(
      'pkcs12 -export -inkey key.pem -in leaf.pem -certfile authority.pem -out chain.pfx -passout pass:p4ss',
    );
    expect(readOne([file('chain.pfx')], 'p4ss')).toMatchObject({
      value: { thumbprintSha1: expectedOf(made.leafPem, '').value.thumbprintSha1 },
    });
  });

  test('an elliptic-curve key is named as such', () => {
    openssl('ecparam -name prime256v1 -genkey -noout -out ec.pem');
    openssl('req -x509 -new -key ec.pem -subj /CN=ec -days 2 -out ec-cert.pem');
    openssl('pkcs12 -export -inkey ec.pem -in ec-cert.pem -out ec.pfx -passout pass:p');
    expect(readOne([file('ec.pfx')], 'p')).toMatchObject(keyUnsupported('ec', 0));
    expect(readOne([file('ec-cert.pem'), file('ec.pem')], '')).toMatchObject(keyUnsupported('ec', 0));
  });

  test('only a certificate, only a key', () => {
    openssl('pkcs12 -export -nokeys -in cert.pem -out bare.pfx -passout pass:p');
    expect(readOne([file('bare.pfx')], 'p')).toMatchObject(problem('no-private-key'));
    openssl('pkcs12 -export -nocerts -inkey key.pem -out key.pfx -passout pass:p');
    expect(readOne([file('key.pfx')], 'p')).toMatchObject(problem('no-certificate'));
    expect(readOne([file('key.pfx'), file('cert.pem')], 'p')).toEqual(own());
  });

  test.skipIf(!hasLegacy)('RC2 with 40 bits, as Windows once wrote them', () => {
    expect(readOne([exported('-legacy')], 'p4ss')).toEqual(own());
  });
});

describe.skipIf(!hasOpenssl)('keys and certificates as OpenSSL writes them', () => {
  test.each([
    ['AES-256, PBKDF2', '-v2 aes-256-cbc'],
    ['AES-128, PBKDF2 with SHA-1', '-v2 aes-128-cbc -v2prf hmacWithSHA1'],
    ['AES-256, PBKDF2 with SHA-512', '-v2 aes-256-cbc -v2prf hmacWithSHA512'],
    ['Triple DES, PBKDF2', '-v2 des3'],
    ['scrypt', '-scrypt'],
    ['PKCS#12 Triple DES', '-v1 PBE-SHA1-3DES'],
  ])('an encrypted PKCS#8 key: %s', (_what, more) => {
    openssl(`pkcs8 -topk8 -in key.pem -out p8.pem ${more} -passout pass:p4ss`);
    expect(readOne([file('cert.pem'), file('p8.pem')], 'p4ss')).toEqual(own());
    expect(readOne([file('cert.pem'), file('p8.pem')], 'wrong')).toMatchObject(password('wrong'));
  });

  const unsupported = (cipher: string) => ({
    error: { code: 'certificate-unreadable', params: { problem: 'encryption-unsupported', cipher } },
  });

  test.skipIf(!hasLegacy).each([
    ['-v1 PBE-MD5-DES', 'PBE-MD5-DES'],
    ['-v1 PBE-SHA1-RC4-128', 'PBE-SHA1-RC4-128'],
    ['-v2 rc2-cbc', 'RC2-CBC'],
    ['-v2 rc2-64-cbc', 'RC2-CBC'],
    ['-v2 bf-cbc', 'Blowfish-CBC'],
  ])(
    'a key in a cipher that nothing here knows (%s) is said to be so, and not that its password is wrong',
    (how, cipher) => {
      openssl(
        `pkcs8 -topk8 -in key.pem -out p8.pem ${how} -provider legacy -provider default -passout pass:p4ss`,
      );
      expect(readOne([file('cert.pem'), file('p8.pem')], 'p4ss')).toMatchObject(unsupported(cipher));
    },
  );

  test.skipIf(!hasLegacy).each(['rc2-cbc', 'camellia-256-cbc'])('a PFX in %s, too', (cipher) => {
    const named = cipher === 'rc2-cbc' ? 'RC2-CBC' : 'Camellia-256-CBC';
    const pfx = exported(`-keypbe ${cipher} -certpbe ${cipher} -provider legacy -provider default`);
    expect(readOne([pfx], 'p4ss')).toMatchObject(unsupported(named));
    expect(readOne([pfx], 'wrong')).toMatchObject(password('wrong'));
  });

  test.skipIf(!hasLegacy)('a traditional key in single DES', () => {
    openssl(
      'rsa -in key.pem -traditional -des -out old.pem -provider legacy -provider default -passout pass:p4ss',
    );
    expect(readOne([file('cert.pem'), file('old.pem')], 'p4ss')).toMatchObject(unsupported('DES-CBC'));
  });

  test('an encrypted PKCS#8 key as DER', () => {
    openssl('pkcs8 -topk8 -in key.pem -outform DER -out p8.der -passout pass:p4ss');
    expect(readOne([file('cert.pem'), file('p8.der')], 'p4ss')).toEqual(own());
  });

  test('an encrypted traditional key', () => {
    openssl('rsa -in key.pem -traditional -aes256 -out old.pem -passout pass:p4ss');
    expect(readOne([file('cert.pem'), file('old.pem')], 'p4ss')).toEqual(own());
  });

  test('a trusted certificate and one with all its text', () => {
    openssl('x509 -in cert.pem -text -out text.pem');
    expect(readOne([file('text.pem'), file('key.pem')], '')).toEqual(own());
  });

  test('PKCS#7 holds no key, and serves beside one', () => {
    openssl('crl2pkcs7 -nocrl -certfile cert.pem -certfile authority.pem -out chain.p7b');
    openssl('crl2pkcs7 -nocrl -certfile cert.pem -outform DER -out one.p7b');
    for (const name of ['chain.p7b', 'one.p7b']) {
      expect(readOne([file(name)], '')).toMatchObject(problem('pkcs7-without-key'));
      expect(readOne([file(name), file('key.pem')], '')).toEqual(own());
    }
  });

  test('a certificate request is none', () => {
    openssl('req -new -key key.pem -subj /CN=own -out own.csr');
    expect(readOne([file('own.csr'), file('key.pem')], '')).toMatchObject(problem('certificate-request'));
  });
});

test.skipIf(!hasKeytool)(
  'a key store of Java, as PKCS#12',
  () => {
    call(
      'keytool',
      '-genkeypair -alias a -keyalg RSA -keysize 2048 -dname CN=java -keystore java.p12 -storetype PKCS12 -storepass p4ssword',
    );
    expect(readOne([file('java.p12')], 'p4ssword')).toMatchObject({ value: { name: 'java' } });
  },
  20_000,
);

test.skipIf(!hasSshKeygen)('a key that ssh-keygen made is named', () => {
  call('ssh-keygen', '-q -t rsa -b 2048 -N p4ss -f id_rsa');
  expect(readOne([file('id_rsa')], 'p4ss')).toMatchObject(problem('openssh-key'));
  expect(readOne([file('id_rsa.pub')], '')).toMatchObject(problem('openssh-key'));
});
