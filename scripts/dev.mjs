/**
 * `npm run dev`: the console with reload. With Electron it is electron-vite's own; without, the console runs in the
 * Chromium host from `out/`, is built again when a source changes, and starts again with what was built.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { prepareBrowser } from './prepare/browser.mjs';
import { prepareBuild } from './prepare/build.mjs';
import { prepareElectron } from './prepare/electron.mjs';
import { projectEnvironment, projectNode } from './prepare/node.mjs';
import { preparePackages } from './prepare/packages.mjs';
import { root } from './prepare/project.mjs';
import { runCommand, say } from './prepare/run-command.mjs';

const SOURCES = ['main', 'preload', 'renderer', 'emulator'];
/** An editor writes a file in several steps; a build begins when it has been quiet for so long. */
const QUIET_MILLISECONDS = 200;

const electronDev = () =>
  runCommand(projectNode(), [join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'dev'], {
    cwd: root,
    env: projectEnvironment(),
  });

/** Starts the Chromium host; resolves when it has ended. */
const startHost = () => {
  const child = spawn(projectNode(), [join(root, 'out', 'main', 'chromium.js')], {
    cwd: root,
    env: projectEnvironment(),
    stdio: 'inherit',
  });
  return { child, ended: new Promise((resolve) => child.on('close', resolve)) };
};

/** Resolves when a source has changed and it has been quiet since. */
const nextChange = () =>
  new Promise((resolve) => {
    let timer;
    const watchers = SOURCES.map((folder) =>
      watch(join(root, folder), { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          for (const watcher of watchers) watcher.close();
          resolve('changed');
        }, QUIET_MILLISECONDS);
      }),
    );
  });

const built = () =>
  prepareBuild().then(
    () => true,
    () => false,
  );

const chromiumDev = async () => {
  await prepareBrowser();
  await prepareBuild();
  let host = startHost();
  for (;;) {
    if ((await Promise.race([nextChange(), host.ended])) !== 'changed') process.exit(0);
    say('A source changed: building…');
    if (await built()) {
      host.child.kill('SIGTERM');
      await host.ended;
      host = startHost();
    } else say('The console that runs stays as it is until the build succeeds.');
  }
};

await preparePackages();
const electron = await prepareElectron();
if (electron.program === null) await chromiumDev();
else process.exitCode = await electronDev();
