import type { CertificatePair, StoredCertificate } from '../../../preload/contract/certificates.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { daysAgo, profiles } from './fake-world.ts';

const pair = (name: string, digit: string, ends: number): CertificatePair => ({
  name,
  thumbprintSha1: `9F3C2A7BD1E04C58A6B7C8D9E0F1A2B3C4D5E6${digit}7`,
  thumbprintSha256: digit.repeat(64),
  notBefore: daysAgo(200),
  notAfter: daysAgo(-ends),
});
const renewed = pair('order-sync.contoso.com', 'A', 520);
const old = pair('order-sync.contoso.com (2024)', 'B', 155);
const unusable: StoredCertificate['unusable'] = [
  { name: 'Device 0417', thumbprintSha1: '0A1B2C3D4E5F60718293A4B5C6D7E8F901234567', why: 'key' },
  { name: 'order-sync (2019)', thumbprintSha1: '77B2C3D4E5F60718293A4B5C6D7E8F9012345678', why: 'expired' },
];
const [profile] = profiles;

/** What is answered where one of several certificates was stored. */
const storedCertificate = (): Result<StoredCertificate> =>
  profile === undefined
    ? failed('not-found', { what: 'app profile', id: '' })
    : ok({ outcome: 'stored', profile, taken: renewed, unusable });

const OFFER = '5e1f0c1e-6a4b-4f0e-9d3a-1c2b3a4d5e6f';

/** One file asks for its password and is not opened by any, two hold two certificates, three hold one that can be used. */
const addedCertificate = (
  files: number,
  password: string | undefined,
): Result<OutputOf<'appProfiles.addCertificate'>> => {
  if (files === 1)
    return failed('certificate-password', { problem: password === undefined ? 'missing' : 'wrong' });
  return files === 2
    ? ok({
        outcome: 'choose',
        offer: OFFER,
        pairs: [renewed, old],
        unusable: unusable.slice(0, 1),
      })
    : storedCertificate();
};

/** Answers what adds a certificate; the choice is open until the page leaves it. */
export const fakeCertificates = () => ({
  'appProfiles.addCertificate': ({
    files,
    password,
  }: {
    readonly files: readonly string[];
    readonly password?: string | undefined;
  }) => addedCertificate(files.length, password),
  'appProfiles.chooseCertificate': storedCertificate,
  'appProfiles.holdCertificates': async (_input: unknown, signal: AbortSignal) => {
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    return failed('cancelled');
  },
});
