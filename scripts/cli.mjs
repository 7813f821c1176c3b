/** `npm run -s cli -- <command>`: the console on the command line (cli/). */
import { join } from 'node:path';
import { projectEnvironment, projectNode } from './prepare/node.mjs';
import { preparePackages } from './prepare/packages.mjs';
import { root } from './prepare/project.mjs';
import { runCommand } from './prepare/run-command.mjs';

await preparePackages();
process.exitCode = await runCommand(
  projectNode(),
  [join(root, 'cli', 'index.ts'), ...process.argv.slice(2)],
  {
    env: projectEnvironment(),
  },
);
