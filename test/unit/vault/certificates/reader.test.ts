import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';
import { expect, test } from 'vitest';
import { certificateReader } from '../../../../main/vault/read-certificate.ts';
import { madeCertificate } from '../made-certificate.ts';
import { expectedOf, problem } from './made-files.ts';

const read = certificateReader(new URL('../../../../main/vault/certificate-worker.ts', import.meta.url));
const own = madeCertificate({ name: 'own' });
const base64 = (content: string | Buffer): string => Buffer.from(content).toString('base64');
const HUNDRED_MILLION = '\u0005\u00f5\u00e1\u0000';

test('files cross to the thread and what it read comes back', async () => {
  const { value } = expectedOf(own.certificatePem, own.privateKeyPem);
  expect(await read({ files: [base64(own.certificatePem), base64(own.privateKeyPem)] })).toEqual({
    ok: true,
    value: { usable: [value], useless: [] },
  });
  expect(await read({ files: [''] })).toMatchObject(problem('empty'));
});

/** Replaces every integer of a tree that counts rounds. */
const raise = (node: forge.asn1.Asn1, from: string, to: string): void => {
  if (typeof node.value !== 'string') return node.value.forEach((one) => raise(one, from, to));
  if (node.type === forge.asn1.Type.INTEGER && node.value === from) node.value = to;
};
const raised = (der: string, from: string, to: string): string => {
  const tree = forge.asn1.fromDer(der);
  raise(tree, from, to);
  return base64(Buffer.from(forge.asn1.toDer(tree).getBytes(), 'latin1'));
};

test('a PFX that asks for a hundred million rounds is refused instead of computed', async () => {
  const store = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(own.privateKeyPem),
    [forge.pki.certificateFromPem(own.certificatePem)],
    'p',
    { algorithm: '3des', count: 2048 },
  );
  const der = forge.asn1.toDer(store).getBytes();
  const files = [raised(der, '\u0008\u0000', HUNDRED_MILLION)];
  expect(await read({ files, password: 'p' })).toMatchObject(problem('too-many-iterations'));
});

/** PKCS#8 with made-up content: the cost is looked at before anything else. */
const encryptedKey = (derivation: forge.asn1.Asn1): string => {
  const { asn1 } = forge;
  const sequence = (...parts: forge.asn1.Asn1[]) =>
    asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, parts);
  const oid = (dots: string) =>
    asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(dots).getBytes());
  const octets = (bytes: string) => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OCTETSTRING, false, bytes);
  const cipher = sequence(oid('2.16.840.1.101.3.4.1.42'), octets('0123456789abcdef'));
  const scheme = sequence(oid('1.2.840.113549.1.5.13'), sequence(derivation, cipher));
  return base64(Buffer.from(asn1.toDer(sequence(scheme, octets('x'.repeat(64)))).getBytes(), 'latin1'));
};
const integer = (bytes: string) =>
  forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.INTEGER, false, bytes);
const derivation = (oid: string, ...numbers: readonly string[]) => {
  const { asn1 } = forge;
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, [
    asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(oid).getBytes()),
    asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, [
      asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OCTETSTRING, false, 'saltsalt'),
      ...numbers.map(integer),
    ]),
  ]);
};

test.each([
  ['PBKDF2 with a hundred million rounds', derivation('1.2.840.113549.1.5.12', HUNDRED_MILLION)],
  [
    'scrypt that would take 64 GB',
    derivation('1.3.6.1.4.1.11591.4.11', '\u0004\u0000\u0000\u0000', '\u0008', '\u0001'),
  ],
  [
    'scrypt with a thousand lanes',
    derivation('1.3.6.1.4.1.11591.4.11', '\u0040\u0000', '\u0008', '\u0004\u0000'),
  ],
  ['more rounds than a number holds', derivation('1.2.840.113549.1.5.12', '\u007f'.repeat(40))],
])('an encrypted key that asks for %s is refused instead of computed', async (_what, asked) => {
  const files = [base64(own.certificatePem), encryptedKey(asked)];
  expect(await read({ files, password: 'p' })).toMatchObject(problem('too-many-iterations'));
});

test('a key that is bound to RSA-PSS is named as such', async () => {
  const { privateKey } = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
  const key = base64(privateKey.export({ type: 'pkcs8', format: 'der' }));
  expect(await read({ files: [base64(own.certificatePem), key] })).toMatchObject({
    error: { code: 'certificate-key-unsupported', params: { keyType: 'rsa-pss' } },
  });
});
