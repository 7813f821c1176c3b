/** Walks the demo journey headless, prints each step with its time, and writes a screenshot of each. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../support/arrows/read-imports.ts';
import { launchConsole } from '../../support/console/launch.ts';
import { JOURNEY } from './steps.ts';

const folder = join(projectRoot, 'demo-journey');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const launched = await launchConsole();
let done = 0;
try {
  for (const [index, { name, run }] of JOURNEY.entries()) {
    const began = performance.now();
    const problem = await run(launched).then(
      () => null,
      (reason: unknown) => (reason instanceof Error ? reason.message : String(reason)),
    );
    await launched.page.screenshot({ path: join(folder, `${String(index + 1).padStart(2, '0')}.png`) });
    if (problem !== null) {
      console.log(`✗ ${name}: ${problem}`);
      break;
    }
    done += 1;
    console.log(`✓ ${name} (${Math.round(performance.now() - began)} ms)`);
  }
} finally {
  await launched.close();
}
console.log(`${done} of ${JOURNEY.length} steps done; screenshots are in ${folder}`);
process.exitCode = done === JOURNEY.length ? 0 : 1;
