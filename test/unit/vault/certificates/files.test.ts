import { describe, expect, test } from 'vitest';
import { capForge } from '../../../../main/vault/certificates/cap-forge.ts';
import { readFiles } from '../../../../main/vault/certificates/read-files.ts';
import { madeCertificate } from '../made-certificate.ts';
import { expectedOf, keyUnsupported, makeMaterials, password, problem, readOne } from './made-files.ts';

capForge();
const made = makeMaterials();
const { own, other } = made;
const both = own.certificatePem + own.privateKeyPem;
const text = (...parts: readonly string[]): Buffer => Buffer.from(parts.join(''));
const utf16 = (content: string): Buffer => Buffer.from(`\uFEFF${content}`, 'utf16le');
const bigEndian = (content: string): Buffer => utf16(content).swap16();

type Case = readonly [what: string, files: readonly Buffer[], password?: string];

const IMPORTED: readonly Case[] = [
  ['certificate, then key', [text(own.certificatePem, own.privateKeyPem)]],
  ['key, then certificate', [text(own.privateKeyPem, own.certificatePem)]],
  ['a PKCS#1 key', [text(own.certificatePem, made.pkcs1Pem)]],
  ['a key encrypted with AES (PKCS#8)', [text(own.certificatePem, made.encrypted('p4ss'))], 'p4ss'],
  ['a password that is not ASCII', [text(own.certificatePem, made.encrypted('pässwörd-€'))], 'pässwörd-€'],
  ['a key encrypted as OpenSSL once did (RFC 1421)', [text(own.certificatePem, made.legacyPem)], 'p4ss'],
  ['Windows line ends', [text(both.replaceAll(/\r?\n/g, '\r\n'))]],
  ['old Mac line ends', [text(both.replaceAll(/\r?\n/g, '\r'))]],
  [
    'a byte order mark and notes around the blocks',
    [text('\uFEFFBag Attributes\n  localKeyID: 01\n', both, 'the end')],
  ],
  ['notes in Latin-1', [Buffer.concat([Buffer.from('Schlüssel für Zürich\n', 'latin1'), text(both)])]],
  ['UTF-16 as PowerShell writes it', [utf16(both)]],
  ['UTF-16, big end first', [bigEndian(both)]],
  ['UTF-16 without its mark', [utf16(both).subarray(2)]],
  ['UTF-16 without its mark, big end first', [bigEndian(both).subarray(2)]],
  ['line breaks written out, as in JSON', [text(both.replaceAll(/\r?\n/g, '\\n'))]],
  ['everything on one line', [text(both.replaceAll(/\r?\n/g, ' '))]],
  ['indented lines', [text(both.replaceAll('\n', '\n    '))]],
  ['another certificate before it', [text(other.certificatePem, both)]],
  ['another key beside it', [text(other.privateKeyPem, both)]],
  [
    'a damaged block beside it',
    [text('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', both)],
  ],
  ['certificate and key in two files', [text(own.certificatePem), text(own.privateKeyPem)]],
  ['key file first', [text(own.privateKeyPem), text(own.certificatePem)]],
  ['CER (DER) and a PEM key', [made.certificateDer, text(own.privateKeyPem)]],
  ['CER and key, both DER', [made.certificateDer, made.keyDer]],
  ['CER and a PKCS#1 key, both DER', [made.certificateDer, made.pkcs1Der]],
  ['CER and an encrypted key', [made.certificateDer, text(made.encrypted('p4ss'))], 'p4ss'],
  ['the same certificate twice', [made.certificateDer, text(both)]],
  ['PFX', [made.pfx('right')], 'right'],
  ['PFX with Triple DES', [made.pfx('right', { algorithm: '3des' })], 'right'],
  ['PFX with AES-128', [made.pfx('right', { algorithm: 'aes128' })], 'right'],
  ['PFX with a friendly name', [made.pfx('right', { friendlyName: 'Schlüssel' })], 'right'],
  ['PFX with an empty password', [made.pfx('')]],
  ['PFX with no password at all', [made.pfx(null, { algorithm: '3des' })]],
  ['PFX as base64 text, as Key Vault hands it out', [text(made.pfx('').toString('base64'))]],
  ['PFX with many iterations', [made.pfx('right', { count: 50_000, algorithm: 'aes256' })], 'right'],
  ['bytes behind the certificate', [Buffer.concat([made.certificateDer, Buffer.from('\r\n')]), made.keyDer]],
];

test.each(IMPORTED.map(([what, files, secret = '']) => [what, files, secret] as const))(
  'imported: %s',
  (_what, files, secret) => {
    expect(readOne(files, secret)).toEqual(expectedOf(own.certificatePem, own.privateKeyPem));
  },
);

test('of a chain the certificate of the key, wherever it stands', () => {
  const expected = expectedOf(made.leafPem, own.privateKeyPem);
  for (const parts of [
    [made.leafPem, made.authorityPem, own.privateKeyPem],
    [made.authorityPem, own.privateKeyPem, made.leafPem],
  ])
    expect(readOne([text(...parts)], '')).toMatchObject({
      ...expected,
      value: { ...expected.value, name: 'own' },
    });
});

describe('several pairs', () => {
  const later = madeCertificate({
    name: 'renewed',
    notAfter: new Date(Date.now() + 900 * 86_400_000),
    privateKeyPem: own.privateKeyPem,
  });
  const named = (...names: readonly string[]) => ({
    ok: true,
    value: { usable: names.map((name) => expect.objectContaining({ name })) },
  });

  test('two certificates of one key: both, the one that is valid longer first', () => {
    const files = [text(own.certificatePem, later.certificatePem, own.privateKeyPem)];
    expect(readFiles(files, '')).toMatchObject(named('renewed', 'own'));
  });

  test('two key pairs, in one PEM, in two and in one PFX: both, each with its own key', () => {
    const pairs = [
      [text(both, other.certificatePem, other.privateKeyPem)],
      [text(both), text(other.privateKeyPem, other.certificatePem)],
      [made.pfxOf('p4ss', [own, other])],
    ].map((files) => readFiles(files, 'p4ss'));
    for (const read of pairs) {
      const usable = read.ok ? read.value.usable : [];
      expect(new Map(usable.map(({ name, privateKeyPem }) => [name, privateKeyPem]))).toEqual(
        new Map([
          ['own', own.privateKeyPem],
          ['other', other.privateKeyPem],
        ]),
      );
    }
  });

  test.each(['', 'not this one'])(
    'one whose key stays locked is named beside the one that opens: "%s"',
    (secret) => {
      const files = [
        text(own.certificatePem, made.encrypted('p4ss')),
        text(other.certificatePem, other.privateKeyPem),
      ];
      expect(readFiles(files, secret)).toMatchObject({
        ok: true,
        value: { usable: [{ name: 'other' }], useless: [{ name: 'own', why: 'locked' }] },
      });
    },
  );

  test('one that Entra does not accept is told apart from the one that it does', () => {
    const small = madeCertificate({ name: 'small', bits: 1024 });
    const files = [text(both, small.certificatePem, small.privateKeyPem)];
    expect(readFiles(files, '')).toMatchObject({
      value: { usable: [{ name: 'own' }], useless: [{ name: 'small', why: 'key' }] },
    });
  });
});

describe('a PKCS#12 with a secret bag', () => {
  test('beside certificate and key does no harm', () => {
    for (const secret of ['p4ss', ''])
      expect(readOne([made.pfxOf(secret, [own], { secretBag: true })], secret)).toEqual(
        expectedOf(own.certificatePem, own.privateKeyPem),
      );
  });

  test('alone says what it holds and what is missing', () => {
    expect(readOne([made.pfxOf('p4ss', [], { secretBag: true })], 'p4ss')).toMatchObject(
      problem('secret-only'),
    );
    expect(readOne([made.pfxOf('p4ss', [], { secretBag: true })], 'wrong')).toMatchObject(password('wrong'));
  });

  test('a PKCS#12 with nothing in it is said to be empty', () => {
    expect(readOne([made.pfxOf('p4ss', [])], 'p4ss')).toMatchObject(problem('neither'));
  });
});

const REFUSED: readonly (readonly [
  what: string,
  files: readonly Buffer[],
  password: string,
  said: object,
])[] = [
  ['an empty file', [Buffer.alloc(0)], '', problem('empty')],
  ['nothing but white space', [text(' \n\t ')], '', problem('empty')],
  ['plain words', [text('hello')], '', problem('text-without-pem')],
  ['a web page', [text('<!doctype html><html></html>')], '', problem('text-without-pem')],
  ['bytes of no kind', [Buffer.alloc(3000, 7)], '', problem('not-recognised')],
  ['a ZIP archive', [Buffer.from('504b0304140000000800', 'hex')], '', problem('not-recognised')],
  ['only a certificate', [text(own.certificatePem)], '', problem('no-private-key')],
  ['only a CER', [made.certificateDer], '', problem('no-private-key')],
  ['only a key', [text(own.privateKeyPem)], '', problem('no-certificate')],
  ['a public key', [text(made.spkiPem)], '', problem('public-key-only')],
  [
    'a public key beside its certificate',
    [text(own.certificatePem, made.spkiPem)],
    '',
    problem('public-key-only'),
  ],
  ['a PEM cut inside a block', [text(both.slice(0, -200))], '', problem('cut')],
  [
    'a PEM that lost lines',
    [text(own.certificatePem, own.privateKeyPem.replace(/((\n.{64}){3})(\n.{64}){5}/, '$1'))],
    '',
    problem('cut'),
  ],
  ['a CER that was cut', [made.certificateDer.subarray(0, 500), made.keyDer], '', problem('cut')],
  ['a PFX that was cut', [made.pfx('p').subarray(0, 400)], 'p', problem('cut')],
  [
    'a damaged key',
    [
      text(own.certificatePem),
      Buffer.concat([made.keyDer.subarray(0, 40), Buffer.alloc(made.keyDer.length - 40)]),
    ],
    '',
    problem('private-key-damaged'),
  ],
  [
    'an encrypted key without its password',
    [text(own.certificatePem, made.encrypted('p'))],
    '',
    password('missing'),
  ],
  [
    'an encrypted key with another password',
    [text(own.certificatePem, made.encrypted('p'))],
    'q',
    password('wrong'),
  ],
  [
    'an RFC 1421 key without its password',
    [text(own.certificatePem, made.legacyPem)],
    '',
    password('missing'),
  ],
  [
    'an RFC 1421 key with another password',
    [text(own.certificatePem, made.legacyPem)],
    'q',
    password('wrong'),
  ],
  ['a PFX without its password', [made.pfx('right')], '', password('missing')],
  ['a PFX with another password', [made.pfx('right')], 'wrong', password('wrong')],
  [
    'an OpenSSH key',
    [text('-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk=\n-----END OPENSSH PRIVATE KEY-----\n')],
    '',
    problem('openssh-key'),
  ],
  ['an OpenSSH public key', [text('ssh-rsa AAAAB3NzaC1yc2E me@host')], '', problem('openssh-key')],
  [
    'a certificate and an OpenSSH key',
    [
      text(own.certificatePem),
      text('-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----\n'),
    ],
    '',
    problem('openssh-key'),
  ],
  ['a PuTTY key', [text('PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n')], '', problem('putty-key')],
  [
    'a PGP key',
    [text('-----BEGIN PGP PRIVATE KEY BLOCK-----\nlQ==\n-----END PGP PRIVATE KEY BLOCK-----\n')],
    '',
    problem('pgp-key'),
  ],
  ['a Java key store', [Buffer.from('feedfeed0000000200000001', 'hex')], '', problem('java-keystore')],
  ['an elliptic-curve key', [text(own.certificatePem, made.ecPem)], '', keyUnsupported('ec', 0)],
];

test.each(REFUSED)('refused: %s', (_what, files, secret, said) => {
  expect(readOne(files, secret)).toMatchObject(said);
});

describe('keys and certificates that do not do', () => {
  test('a key that is too short', () => {
    const small = madeCertificate({ bits: 1024 });
    expect(readOne([text(small.certificatePem, small.privateKeyPem)], '')).toMatchObject(
      keyUnsupported('rsa', 1024),
    );
  });

  test('a key of another certificate, which is named', () => {
    expect(readOne([text(other.certificatePem, own.privateKeyPem)], '')).toMatchObject({
      error: { code: 'certificate-key-mismatch', params: { certificate: 'other' } },
    });
  });
});
