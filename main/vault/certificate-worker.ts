/**
 * Thread that opens one PFX file and ends. Apart, because key derivation with millions of iterations would block main for
 * half a minute; the thread is ended after a few seconds instead.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openPfx } from './open-pfx.ts';

const input = z.object({ base64: z.string(), password: z.string() });
const { base64, password } = input.parse(workerData);

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(openPfx(base64, password));
