import { randomUUID } from 'node:crypto';
import type { UnusableCertificate } from '../../../preload/contract/certificates.ts';
import type { AppProfileId } from '../../../preload/contract/words/ids.ts';
import type { CheckedCertificate } from '../../vault/certificates/pair-certificate.ts';

/** Certificates of one set of files, among which a person chooses. */
export type Offer = {
  readonly profileId: AppProfileId;
  readonly label: string | null;
  readonly certificates: readonly CheckedCertificate[];
  readonly unusable: readonly UnusableCertificate[];
};

/** What waits for a choice, in memory only: the files and their password need not be handed in twice. */
export type OfferedCertificates = {
  /** Keeps the offer in place of the one before; its id. */
  readonly put: (offer: Offer) => string;
  /** The offer; null when it is gone. */
  readonly find: (id: string) => Offer | null;
  readonly forget: () => void;
};

/** Long enough to look a thumbprint up elsewhere. */
const LASTS_MILLISECONDS = 10 * 60_000;

/** Holds at most one offer and drops it after ten minutes: private keys are in it. */
export const createOfferedCertificates = (): OfferedCertificates => {
  let held: { readonly id: string; readonly offer: Offer; readonly timer: NodeJS.Timeout } | null = null;
  const forget = () => {
    clearTimeout(held?.timer);
    held = null;
  };
  return {
    put: (offer) => {
      forget();
      const id = randomUUID();
      held = { id, offer, timer: setTimeout(forget, LASTS_MILLISECONDS).unref() };
      return id;
    },
    find: (id) => (held?.id === id ? held.offer : null),
    forget,
  };
};
