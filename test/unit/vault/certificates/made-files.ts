import { createPrivateKey, createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
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
  return {
    own,
    other,
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
