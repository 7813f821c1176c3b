#!/usr/bin/env node
/** The console on the command line, as its npm package has it (scripts/package-cli.mjs): the thread's program stands beside this one. */
import { runProcess } from './run-process.ts';

await runProcess(new URL('./certificate-worker.js', import.meta.url));
