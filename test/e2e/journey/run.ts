/** Walks the demo journey headless, prints each step with its time, and writes a screenshot of each. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../support/arrows/read-imports.ts';
import { launchConsole } from '../../support/console/launch.ts';
import { JOURNEY } from './steps.ts';

const folder = join(projectRoot, 'demo-journey');
await mkdir(folder, { recursive: true });
const launched = await launchConsole();
let failed = 0;
try {
  for (const [index, { name, run }] of JOURNEY.entries()) {
    const began = performance.now();
    try {
      await run(launched);
      console.log(`✓ ${name} (${Math.round(performance.now() - began)} ms)`);
    } catch (problem) {
      failed += 1;
      console.log(
        `✗ ${name}: ${problem instanceof Error ? problem.message.split('\n')[0] : String(problem)}`,
      );
    }
    await launched.page.screenshot({ path: join(folder, `${index + 1}.png`) });
  }
} finally {
  await launched.close();
}
console.log(`${JOURNEY.length - failed} of ${JOURNEY.length} steps done; screenshots are in ${folder}`);
process.exitCode = failed === 0 ? 0 : 1;
