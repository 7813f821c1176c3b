import type { Result } from '../../preload/contract/words/errors.ts';
import { askThread } from './certificates/ask-thread.ts';
import { unreadable } from './certificates/certificate-problem.ts';
import type { CertificatePairs } from './certificates/pair-certificate.ts';
import { readAnswer } from './certificates/thread-task.ts';
import type { ThreadTask } from './certificates/thread-task.ts';

/** Files of any kind that a person chose together, as base64, and their password. */
export type ChosenFiles = { readonly files: readonly string[]; readonly password?: string | undefined };

/** The files may take this long to read. */
const READ_MILLISECONDS = 5000;

/** Makes the reader; `worker` is where certificate-worker stands, which the bundle moves. */
export const certificateReader =
  (worker: URL) =>
  async (chosen: ChosenFiles): Promise<Result<CertificatePairs>> => {
    const task = {
      task: 'read',
      files: [...chosen.files],
      password: chosen.password ?? '',
    } satisfies ThreadTask;
    const answer = await askThread(worker, task, READ_MILLISECONDS);
    if (answer.kind === 'answered') return readAnswer(answer.value);
    return unreadable(answer.kind === 'late' ? 'took-too-long' : 'damaged');
  };
