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
  /** Forgets the offer when `signal` aborts; ends then, or when the offer is gone for another reason. False: there was none. */
  readonly hold: (id: string, signal: AbortSignal) => Promise<boolean>;
  readonly forget: () => void;
};

/** Long enough to look a thumbprint up elsewhere. */
const LASTS_MILLISECONDS = 10 * 60_000;

type Held = {
  readonly id: string;
  readonly offer: Offer;
  readonly timer: NodeJS.Timeout;
  readonly gone: AbortController;
};

/** Holds at most one offer and drops it after ten minutes: private keys are in it. */
export const createOfferedCertificates = (): OfferedCertificates => {
  let held: Held | null = null;
  const forget = () => {
    clearTimeout(held?.timer);
    held?.gone.abort();
    held = null;
  };
  return {
    put: (offer) => {
      forget();
      const id = randomUUID();
      const timer = setTimeout(forget, LASTS_MILLISECONDS).unref();
      held = { id, offer, timer, gone: new AbortController() };
      return id;
    },
    find: (id) => (held?.id === id ? held.offer : null),
    hold: async (id, signal) => {
      if (held?.id !== id) return false;
      const ended = AbortSignal.any([held.gone.signal, signal]);
      if (!ended.aborted)
        await new Promise<void>((resolve) =>
          ended.addEventListener('abort', () => resolve(), { once: true }),
        );
      // Another offer may have come in its place meanwhile.
      if (held?.id === id) forget();
      return true;
    },
    forget,
  };
};
