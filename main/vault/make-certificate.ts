import { failed } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { askThread } from './certificates/ask-thread.ts';
import type { CheckedCertificate } from './certificates/pair-certificate.ts';
import { madeAnswer } from './certificates/thread-task.ts';
import type { ThreadTask } from './certificates/thread-task.ts';

/** How a new certificate shall be. */
export type CertificateWish = {
  /** Common name of its subject; at most 64 characters (RFC 5280, ub-common-name). */
  readonly name: string;
  /** One of KEY_BITS, which the contract sees to. */
  readonly bits: number;
  /** ISO 8601 in UTC. */
  readonly notAfter: string;
};

/** Makes a self-signed certificate with a new RSA key; fails with `cancelled` or `timed-out`. */
export type MakeCertificate = (
  wish: CertificateWish,
  signal: AbortSignal,
) => Promise<Result<CheckedCertificate>>;

/** A long key takes a second or two; a slow computer that is busy with other things some more. */
const MAKE_SECONDS = 60;

/** It is valid from a little before now, so that a clock that is ahead of Entra's does no harm. */
const BEFORE = 10 * 60_000;

/** Makes the maker; `worker` is where certificate-worker stands, `now` is in milliseconds since the epoch. */
export const certificateMaker =
  (worker: URL, now: () => number): MakeCertificate =>
  async (wish, signal) => {
    const notBefore = new Date(now() - BEFORE).toISOString();
    const task = { task: 'make', ...wish, notBefore } satisfies ThreadTask;
    const answer = await askThread(worker, task, MAKE_SECONDS * 1000, signal);
    switch (answer.kind) {
      case 'answered':
        return madeAnswer(answer.value);
      case 'cancelled':
        return failed('cancelled');
      case 'late':
      case 'died':
        return failed('timed-out', { what: 'making the key', seconds: MAKE_SECONDS });
    }
  };
