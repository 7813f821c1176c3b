/**
 * Thread that reads what a person chose for a certificate, or makes a new one, and ends. Apart, because key derivation with millions of
 * iterations would block main for half a minute, and making a long key for seconds; the thread is ended when that takes too long.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { capForge } from './certificates/cap-forge.ts';
import { issueSelfSigned } from './certificates/issue-self-signed.ts';
import { readFiles } from './certificates/read-files.ts';
import { threadTask } from './certificates/thread-task.ts';
import type { ThreadTask } from './certificates/thread-task.ts';

const perform = (task: ThreadTask) => {
  switch (task.task) {
    case 'read':
      return readFiles(
        task.files.map((base64) => Buffer.from(base64, 'base64')),
        task.password,
      );
    case 'make':
      return issueSelfSigned(task);
  }
};

capForge();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(perform(threadTask.parse(workerData)));
