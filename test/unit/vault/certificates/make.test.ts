import { createPrivateKey, sign, verify, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { describeCertificate } from '../../../../main/vault/certificates/describe-certificate.ts';
import { certificateMaker } from '../../../../main/vault/make-certificate.ts';

const make = certificateMaker(new URL('../../../../main/vault/certificate-worker.ts', import.meta.url), () =>
  Date.UTC(2026, 10, 26, 10, 10),
);
const wish = {
  name: 'Zürich, "Order" = sync',
  bits: 2048,
  notAfter: '2051-02-28T23:59:59.000Z',
} as const;
const never = new AbortController().signal;

test('a certificate is made off the main thread, signs itself and belongs to its key', async () => {
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 5);
  const made = await make(wish, never);
  clearInterval(turning);
  if (!made.ok) throw new Error(made.error.code);
  const { certificatePem, privateKeyPem, ...rest } = made.value;
  const certificate = new X509Certificate(certificatePem);
  const key = createPrivateKey(privateKeyPem);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkPrivateKey(key)).toBe(true);
  expect(certificate.ca).toBe(false);
  expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
  const text = Buffer.from('assertion');
  expect(verify('sha256', text, certificate.publicKey, sign('sha256', text, key))).toBe(true);
  expect(rest).toMatchObject({
    name: wish.name,
    notBefore: '2026-11-26T10:00:00.000Z',
    notAfter: '2051-02-28T23:59:59.000Z',
  });
  expect(turns).toBeGreaterThan(3);
  expect(describeCertificate(certificate.raw)).toMatchObject({
    subject: expect.stringMatching(/^CN=Zürich/),
    selfSigned: true,
    keyBits: 2048,
    serialNumber: expect.stringMatching(/^4[0-9A-F]{31}$/),
  });
});

test('every form of a thumbprint is the same hash', async () => {
  const made = await make(wish, never);
  if (!made.ok) throw new Error(made.error.code);
  const { thumbprints } = describeCertificate(new X509Certificate(made.value.certificatePem).raw);
  const hex = (text: string, encoding: 'base64' | 'base64url') =>
    Buffer.from(text, encoding).toString('hex').toUpperCase();
  expect(thumbprints.sha1).toBe(made.value.thumbprintSha1);
  expect(thumbprints.sha1Colons.replaceAll(':', '')).toBe(thumbprints.sha1);
  expect(thumbprints.sha1Lower.toUpperCase()).toBe(thumbprints.sha1);
  expect(hex(thumbprints.x5t, 'base64url')).toBe(thumbprints.sha1);
  expect(hex(thumbprints.customKeyIdentifier, 'base64')).toBe(thumbprints.sha1);
  expect(hex(thumbprints.x5tS256, 'base64url')).toBe(thumbprints.sha256);
  expect(thumbprints.sha256).toBe(made.value.thumbprintSha256);
});

test('making one can be given up', async () => {
  const impatient = new AbortController();
  const made = make({ ...wish, bits: 4096 }, impatient.signal);
  impatient.abort();
  expect(await made).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await make(wish, impatient.signal)).toMatchObject({ error: { code: 'cancelled' } });
});
