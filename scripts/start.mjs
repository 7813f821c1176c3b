/**
 * `npm start`: opens the console on the demo cloud from a fresh clone. Electron if it can be had, else the Chromium host,
 * else (no display) the demo journey without a window. `--journey` always does the last.
 */
import { join } from 'node:path';
import { prepareBrowser } from './prepare/browser.mjs';
import { prepareBuild } from './prepare/build.mjs';
import { prepareElectron } from './prepare/electron.mjs';
import { projectEnvironment, projectNode } from './prepare/node.mjs';
import { preparePackages } from './prepare/packages.mjs';
import { root } from './prepare/project.mjs';
import { runCommand, say } from './prepare/run-command.mjs';

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

const journey = async () => {
  await prepareBrowser();
  return runCommand(projectNode(), [join(root, 'test', 'e2e', 'journey', 'run.ts')], {
    cwd: root,
    env: projectEnvironment(),
  });
};

const chromium = async () => {
  await prepareBrowser();
  const args = process.argv.slice(2);
  return runCommand(projectNode(), [join(root, 'out', 'main', 'chromium.js'), ...args], {
    cwd: root,
    env: projectEnvironment(),
  });
};

const HELP = `npm start                 opens the console on an embedded demo cloud; installs and builds what is missing
npm start -- --journey    walks the demo journey without a window and names the folder of its screenshots

Without a display it does the latter by itself. The command line: npm run -s cli -- --help
`;

const start = async () => {
  if (process.argv.some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  await preparePackages();
  await prepareBuild();
  if (process.argv.includes('--journey')) return journey();
  if (!hasDisplay()) {
    say('There is no display: running the demo journey without a window.');
    return journey();
  }
  const electron = await prepareElectron();
  if (electron.program !== null)
    return runCommand(electron.program, [root], { cwd: root, env: projectEnvironment() });
  say(
    `Electron cannot be used here (${electron.reason}); opening the console in your Chromium, Chrome or Edge instead.`,
  );
  return chromium();
};

try {
  process.exitCode = await start();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
