/** The console on the command line, from source: `npm run -s cli -- <command>`. */
import { runProcess } from './run-process.ts';

await runProcess(new URL('../main/vault/certificate-worker.ts', import.meta.url));
