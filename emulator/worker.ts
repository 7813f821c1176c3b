import { parentPort, workerData } from 'node:worker_threads';
import { startDemoCloud } from './index.ts';
import { readOptions } from './read-options.ts';

/**
 * Entry of a worker thread: starts a demo cloud with the options in `workerData` and posts its description. The message
 * `stop` closes it, after which the thread ends; ending the thread does as well.
 */
async function run(): Promise<void> {
  const cloud = await startDemoCloud(readOptions(workerData));
  parentPort?.on('message', (message: unknown) => {
    if (message === 'stop') {
      void cloud.close().then(() => parentPort?.close());
    }
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(cloud.description);
}

await run();
