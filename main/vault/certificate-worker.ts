/**
 * Thread that reads what a person chose for a certificate and ends. Apart, because key derivation with millions of iterations would block
 * main for half a minute; the thread is ended after a few seconds instead.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { capForge } from './certificates/cap-forge.ts';
import { readFiles } from './certificates/read-files.ts';

const input = z.object({ files: z.array(z.string()), password: z.string() });
const { files, password } = input.parse(workerData);

capForge();
const bytes = files.map((base64) => Buffer.from(base64, 'base64'));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(readFiles(bytes, password));
