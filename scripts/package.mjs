/** `npm run package`: makes the installers of this system where Electron can be had; says so where it cannot. */
import { join } from 'node:path';
import { prepareBuild } from './prepare/build.mjs';
import { prepareElectron } from './prepare/electron.mjs';
import { projectEnvironment, projectNode } from './prepare/node.mjs';
import { preparePackages } from './prepare/packages.mjs';
import { root } from './prepare/project.mjs';
import { runCommand, say } from './prepare/run-command.mjs';

await preparePackages();
await prepareBuild();
const electron = await prepareElectron();
if (electron.program === null) {
  say(`No installer can be made here: Electron is needed and ${electron.reason}.`);
  process.exitCode = 1;
} else {
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  process.exitCode = await runCommand(
    projectNode(),
    [builder, '--publish', 'never', ...process.argv.slice(2)],
    {
      cwd: root,
      env: projectEnvironment(),
    },
  );
}
