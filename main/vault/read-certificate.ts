import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { failed } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { checkCertificate } from './check-certificate.ts';
import type { CheckedCertificate } from './check-certificate.ts';

/** A certificate with its private key as a person hands it in. */
export type CertificateInput =
  | { readonly format: 'pem'; readonly text: string }
  | { readonly format: 'pfx'; readonly base64: string; readonly password?: string | undefined };

const opened = z.union([
  z.object({ pem: z.string() }),
  z.object({
    problem: z.enum(['password', 'damaged', 'no-private-key', 'too-many-iterations', 'took-too-long']),
  }),
]);

/** A PFX may take this long to open. */
const PFX_MILLISECONDS = 5000;

/** The thread's one message; it is ended when the time is up, and a thread that dies had a file that it could not stand. */
const askThread = (entry: URL, data: Readonly<Record<string, string>>): Promise<unknown> =>
  new Promise((resolve) => {
    const worker = new Worker(entry, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: 128 } });
    const timer = setTimeout(() => {
      resolve({ problem: 'took-too-long' });
      void worker.terminate();
    }, PFX_MILLISECONDS);
    worker.once('message', resolve);
    worker.once('error', () => resolve({ problem: 'damaged' }));
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve({ problem: 'damaged' });
    });
  });

/** Makes the reader; `worker` is where certificate-worker stands, which the bundle moves. */
export const certificateReader =
  (worker: URL) =>
  async (file: CertificateInput): Promise<Result<CheckedCertificate>> => {
    if (file.format === 'pem') return checkCertificate(file.text);
    const answer = opened.safeParse(
      await askThread(worker, { base64: file.base64, password: file.password ?? '' }),
    );
    if (!answer.success) return failed('certificate-unreadable', { problem: 'damaged' });
    if ('pem' in answer.data) return checkCertificate(answer.data.pem);
    return answer.data.problem === 'password'
      ? failed('certificate-password')
      : failed('certificate-unreadable', { problem: answer.data.problem });
  };
