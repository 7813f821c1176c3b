import type { Result } from '../../preload/contract/words/errors.ts';
import { askThread } from './certificates/ask-thread.ts';
import { unreadable } from './certificates/certificate-problem.ts';
import type { CheckedCertificate } from './certificates/pair-certificate.ts';
import { readPlainPem } from './certificates/read-plain-pem.ts';
import { threadAnswer } from './certificates/thread-task.ts';
import type { ThreadTask } from './certificates/thread-task.ts';

/** Files of any kind that a person chose together, as base64, and their password. */
export type ChosenFiles = { readonly files: readonly string[]; readonly password?: string | undefined };

/** A certificate with its private key, as a person hands it in or as a program of ours has it. */
export type CertificateInput = ChosenFiles | { readonly pem: string };

/** The files may take this long to read. */
const READ_MILLISECONDS = 5000;

/** Makes the reader; `worker` is where certificate-worker stands, which the bundle moves. */
export const certificateReader =
  (worker: URL) =>
  async (input: CertificateInput): Promise<Result<CheckedCertificate>> => {
    if ('pem' in input) return readPlainPem(input.pem);
    const task = {
      task: 'read',
      files: [...input.files],
      password: input.password ?? '',
    } satisfies ThreadTask;
    const answer = await askThread(worker, task, READ_MILLISECONDS);
    if (answer.kind === 'answered') return threadAnswer(answer.value);
    return unreadable(answer.kind === 'late' ? 'took-too-long' : 'damaged');
  };
