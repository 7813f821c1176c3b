import * as contract from '../../../preload/contract/certificates.ts';
import type {
  CertificatePair,
  StoredCertificate,
  UnusableCertificate,
} from '../../../preload/contract/certificates.ts';
import { implement } from '../../../preload/contract/implement.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { unreadable } from '../../vault/certificates/certificate-problem.ts';
import type { CheckedCertificate } from '../../vault/certificates/pair-certificate.ts';
import type { CredentialChecks } from './credential-checks.ts';
import { newCertificate } from './new-certificate.ts';
import { createOfferedCertificates } from './offered-certificates.ts';
import type { Offer } from './offered-certificates.ts';
import type { Profiles } from './profiles.ts';

/** What storing a certificate needs. */
export type StoreCertificatePorts = {
  readonly profiles: Profiles;
  readonly checks: CredentialChecks;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** What may be told of a certificate: nothing of its key. */
const pairOf = (one: CheckedCertificate): CertificatePair => {
  const { name, thumbprintSha1, thumbprintSha256, notBefore, notAfter } = one;
  return { name, thumbprintSha1, thumbprintSha256, notBefore, notAfter };
};

/** Answers the calls that keep a certificate: of several in the files the person says which. */
export const storeCertificateHandlers = ({ profiles, checks, now }: StoreCertificatePorts) => {
  const offered = createOfferedCertificates();

  const keep = async (
    { profileId, label, unusable }: Omit<Offer, 'certificates'>,
    certificate: CheckedCertificate,
  ): Promise<Result<StoredCertificate>> => {
    const credential = newCertificate(certificate, label, now());
    const kept = await profiles.keep(profileId, credential, { session: false });
    if (!kept.ok) return kept;
    const profile = await profiles.show(kept.value);
    return ok({ outcome: 'stored', profile, taken: pairOf(certificate), unusable: [...unusable] });
  };

  return {
    'appProfiles.addCertificate': implement(contract.add, async (input) => {
      offered.forget();
      const read = await checks.readCertificates(input);
      if (!read.ok) return read;
      const { usable, useless } = read.value;
      const hasEnded = (one: CheckedCertificate): boolean => Date.parse(one.notAfter) <= now();
      const certificates = usable.filter((one) => !hasEnded(one));
      const expired = usable.filter(hasEnded);
      const [first] = certificates;
      const [ended] = expired;
      if (first === undefined)
        return failed('certificate-not-valid-now', {
          notBefore: ended?.notBefore ?? '',
          notAfter: ended?.notAfter ?? '',
          why: 'expired',
        });
      const unusable: UnusableCertificate[] = [
        ...useless,
        ...expired.map(({ name, thumbprintSha1 }) => ({ name, thumbprintSha1, why: 'expired' as const })),
      ];
      const offer = { profileId: input.id, label: input.label, certificates, unusable };
      if (certificates.length === 1) return keep(offer, first);
      const known = profiles.find(input.id);
      if (!known.ok) return known;
      return ok({ outcome: 'choose', offer: offered.put(offer), pairs: certificates.map(pairOf), unusable });
    }),

    'appProfiles.chooseCertificate': implement(contract.choose, async ({ offer: id, thumbprintSha256 }) => {
      const offer = offered.find(id);
      const certificate = offer?.certificates.find((one) => one.thumbprintSha256 === thumbprintSha256);
      if (offer === null || certificate === undefined) return unreadable('choice-gone');
      const kept = await keep(offer, certificate);
      if (kept.ok) offered.forget();
      return kept;
    }),

    'appProfiles.holdCertificates': implement(contract.hold, async ({ offer }, signal) =>
      (await offered.hold(offer, signal)) ? ok({}) : unreadable('choice-gone'),
    ),
  };
};
