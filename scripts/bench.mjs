/** `npm run bench [-- --json FILE] [-- NAME…]`: benchmarks that compare side by side and print ratios. */
import { join } from 'node:path';
import { prepareBrowser } from './prepare/browser.mjs';
import { prepareBuild } from './prepare/build.mjs';
import { projectEnvironment, projectNode } from './prepare/node.mjs';
import { preparePackages } from './prepare/packages.mjs';
import { root } from './prepare/project.mjs';
import { runCommand } from './prepare/run-command.mjs';

await preparePackages();
await prepareBrowser();
await prepareBuild();
process.exitCode = await runCommand(
  projectNode(),
  [join(root, 'test', 'bench', 'run.ts'), ...process.argv.slice(2)],
  { cwd: root, env: projectEnvironment() },
);
