import { createPrivateKey, createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { readFiles } from '../../../../main/vault/certificates/read-files.ts';
import { madeCertificate } from '../made-certificate.ts';
import type { MadeCertificate } from '../made-certificate.ts';

/** Certificates and keys that every table of files is built from; made once per test file. */
export type Materials = ReturnType<typeof makeMaterials>;

const derOf = (pem: string): Buffer => Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');

/** Issues a certificate over `own`'s key, so that a chain has a leaf that is not its own authority. */
const chainOf = (leaf: MadeCertificate): { readonly leafPem: string; readonly authorityPem: string } => {
  const authority = madeCertificate({ name: 'Authority' });
  const certificate = forge.pki.certificateFromPem(leaf.certificatePem);
  certificate.serialNumber = '02';
  certificate.setIssuer([{ name: 'commonName', value: 'Authority' }]);
  certificate.sign(forge.pki.privateKeyFromPem(authority.privateKeyPem), forge.md.sha256.create());
  return { leafPem: forge.pki.certificateToPem(certificate), authorityPem: authority.certificatePem };
};

const { asn1 } = forge;
const sequence = (...parts: forge.asn1.Asn1[]) =>
  asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, parts);
const oid = (dots: string) =>
  asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(dots).getBytes());
const octets = (bytes: string) => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OCTETSTRING, false, bytes);
const tagged = (part: forge.asn1.Asn1) =>
  asn1.create(asn1.Class.CONTEXT_SPECIFIC, asn1.Type.NONE, true, [part]);
const bytesOf = (value: forge.asn1.Asn1): string => asn1.toDer(value).getBytes();
const BAGS = '1.2.840.113549.1.12.10.1';
const DATA = '1.2.840.113549.1.7.1';

/** A SafeBag of RFC 7292 section 4.2. */
const bag = (kind: number, value: forge.asn1.Asn1) => sequence(oid(`${BAGS}.${kind}`), tagged(value));
const bagsOf = ({ certificatePem, privateKeyPem }: MadeCertificate): forge.asn1.Asn1[] => [
  bag(1, asn1.fromDer(derOf(privateKeyPem).toString('latin1'))),
  bag(3, sequence(oid('1.2.840.113549.1.9.22.1'), tagged(octets(derOf(certificatePem).toString('latin1'))))),
];
const secret = (): forge.asn1.Asn1 => bag(5, sequence(oid(`${BAGS}.5`), tagged(octets('pl4in-secret'))));

/** A PFX that is not encrypted and has a MAC over its password (RFC 7292 section 4). */
const pfxOfBags = (password: string, bags: readonly forge.asn1.Asn1[]): Buffer => {
  const content = (value: forge.asn1.Asn1) => sequence(oid(DATA), tagged(octets(bytesOf(value))));
  const safe = sequence(content(sequence(...bags)));
  const salt = forge.util.createBuffer('saltsalt');
  const digest = forge.md.sha1.create();
  const key = forge.pkcs12.generateKey(password, salt, 3, 1, 20, digest);
  const mac = forge.hmac.create();
  mac.start('sha1', key);
  mac.update(bytesOf(safe));
  const integer = (bytes: string) => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.INTEGER, false, bytes);
  const algorithm = sequence(
    oid('1.3.14.3.2.26'),
    asn1.create(asn1.Class.UNIVERSAL, asn1.Type.NULL, false, ''),
  );
  const macData = sequence(
    sequence(algorithm, octets(mac.getMac().getBytes())),
    octets('saltsalt'),
    integer('\u0001'),
  );
  return Buffer.from(bytesOf(sequence(integer('\u0003'), content(safe), macData)), 'latin1');
};

export const makeMaterials = () => {
  const own = madeCertificate({ name: 'own' });
  const other = madeCertificate({ name: 'other' });
  const key = createPrivateKey(own.privateKeyPem);
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const encrypted = (password: string, cipher = 'aes-256-cbc') =>
    key.export({ type: 'pkcs8', format: 'pem', cipher, passphrase: password }).toString();
  const pfx = (
    password: string | null,
    options: Parameters<typeof forge.pkcs12.toPkcs12Asn1>[3] = {},
  ): Buffer => {
    const store = forge.pkcs12.toPkcs12Asn1(
      forge.pki.privateKeyFromPem(own.privateKeyPem),
      [forge.pki.certificateFromPem(own.certificatePem)],
      password,
      options,
    );
    return Buffer.from(forge.asn1.toDer(store).getBytes(), 'latin1');
  };
  /** Any number of pairs in one PFX, and a secret bag (RFC 7292 section 4.2.5) beside them. */
  const pfxOf = (
    password: string,
    pairs: readonly MadeCertificate[],
    { secretBag = false }: { readonly secretBag?: boolean } = {},
  ): Buffer => pfxOfBags(password, [...pairs.flatMap(bagsOf), ...(secretBag ? [secret()] : [])]);
  return {
    own,
    other,
    pfxOf,
    ...chainOf(own),
    certificateDer: derOf(own.certificatePem),
    keyDer: derOf(own.privateKeyPem),
    pkcs1Pem: key.export({ type: 'pkcs1', format: 'pem' }).toString(),
    pkcs1Der: key.export({ type: 'pkcs1', format: 'der' }),
    legacyPem: key
      .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'p4ss' })
      .toString(),
    spkiPem: createPublicKey(own.privateKeyPem).export({ type: 'spki', format: 'pem' }).toString(),
    ecPem: ec.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    encrypted,
    pfx,
  };
};

/** Reads files that hold one pair, or of several the first that a person is asked about. */
export const readOne = (files: readonly Uint8Array[], secret: string) => {
  const read = readFiles(files, secret);
  return read.ok ? { ok: true, value: read.value.usable[0] } : read;
};

/** What reading the certificate comes to, whatever it came in. */
export const expectedOf = (certificatePem: string, privateKeyPem: string) => {
  const certificate = new X509Certificate(certificatePem);
  return {
    ok: true,
    value: {
      certificatePem: certificate.toString(),
      privateKeyPem,
      thumbprintSha1: certificate.fingerprint.replaceAll(':', ''),
      thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''),
      name: certificate.subject.replace('CN=', ''),
      notBefore: certificate.validFromDate.toISOString(),
      notAfter: certificate.validToDate.toISOString(),
    },
  };
};

/** The failure with this problem. */
export const problem = (name: string) => ({
  ok: false,
  error: { code: 'certificate-unreadable', params: { problem: name } },
});

/** The failure of a password that is missing or wrong. */
export const password = (name: 'missing' | 'wrong') => ({
  ok: false,
  error: { code: 'certificate-password', params: { problem: name } },
});

/** The failure of a key that the sign-in service does not take. */
export const keyUnsupported = (keyType: string, bits: number) => ({
  ok: false,
  error: { code: 'certificate-key-unsupported', params: { keyType, bits } },
});
