import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { appErrorSchema } from '../../preload/contract/schemas.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { unreadable } from './certificates/certificate-problem.ts';
import type { CertificateProblem } from './certificates/certificate-problem.ts';
import { checkedCertificate } from './certificates/pair-certificate.ts';
import type { CheckedCertificate } from './certificates/pair-certificate.ts';
import { readPlainPem } from './certificates/read-plain-pem.ts';

/** Files of any kind that a person chose together, as base64, and their password. */
export type ChosenFiles = { readonly files: readonly string[]; readonly password?: string | undefined };

/** A certificate with its private key, as a person hands it in or as a program of ours has it. */
export type CertificateInput = ChosenFiles | { readonly pem: string };

const answer = z.union([
  z.object({ ok: z.literal(true), value: checkedCertificate }),
  z.object({ ok: z.literal(false), error: appErrorSchema }),
]);

/** The files may take this long to read. */
const READ_MILLISECONDS = 5000;

const problem = (name: CertificateProblem): z.infer<typeof answer> => unreadable(name);

/** The thread's one message; it is ended when the time is up, and a thread that dies had a file that it could not stand. */
const askThread = (entry: URL, data: ChosenFiles): Promise<unknown> =>
  new Promise((resolve) => {
    const worker = new Worker(entry, {
      workerData: { files: data.files, password: data.password ?? '' },
      resourceLimits: { maxOldGenerationSizeMb: 128 },
    });
    const timer = setTimeout(() => {
      resolve(problem('took-too-long'));
      void worker.terminate();
    }, READ_MILLISECONDS);
    worker.once('message', resolve);
    worker.once('error', () => resolve(problem('damaged')));
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve(problem('damaged'));
    });
  });

/** Makes the reader; `worker` is where certificate-worker stands, which the bundle moves. */
export const certificateReader =
  (worker: URL) =>
  async (input: CertificateInput): Promise<Result<CheckedCertificate>> => {
    if ('pem' in input) return readPlainPem(input.pem);
    const read = answer.safeParse(await askThread(worker, input));
    if (!read.success) return unreadable('damaged');
    return read.data.ok ? ok(read.data.value) : { ok: false, error: read.data.error };
  };
