import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectEnvironment, projectNode } from './node.mjs';
import { root } from './project.mjs';
import { runCommand, say } from './run-command.mjs';

const find = () => {
  const code =
    "import { findBrowser } from './main/hosts/chromium/find-browser.ts'; process.stdout.write(findBrowser(process.platform, process.env) ?? '')";
  return execFileSync(projectNode(), ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' });
};

const isDebian = () =>
  existsSync('/etc/os-release') &&
  /^(ID|ID_LIKE)=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));

const isRoot = () => process.getuid?.() === 0;

/** Installs Debian packages; false where that cannot be done here. @param {readonly string[]} names */
const installDebianPackages = async (names) => {
  if (!isDebian() || !isRoot()) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const stdio = /** @type {const} */ (['ignore', 'ignore', 'inherit']);
  if ((await runCommand('apt-get', ['update', '-qq'], { env, stdio })) !== 0) return false;
  return (await runCommand('apt-get', ['install', '-y', '-qq', ...names], { env, stdio })) === 0;
};

const playwrightBrowser = async () => {
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  const code = await runCommand(projectNode(), [cli, 'install', 'chromium'], {
    cwd: root,
    env: projectEnvironment(),
  });
  if (code !== 0) return '';
  const where = "import { chromium } from 'playwright-core'; process.stdout.write(chromium.executablePath())";
  return execFileSync(projectNode(), ['--input-type=module', '-e', where], { cwd: root, encoding: 'utf8' });
};

/** Finds a Chromium-family browser or brings one; resolves to its path and makes it known to child processes. */
export const prepareBrowser = async () => {
  let browser = find();
  if (browser === '') {
    say('No Chromium, Chrome or Edge found: installing one (once)…');
    browser = (await installDebianPackages(['chromium'])) ? find() : await playwrightBrowser();
  }
  if (browser === '') {
    throw new Error(
      'Please install Chromium, Google Chrome or Microsoft Edge (or set S2S_BROWSER to its program file).',
    );
  }
  process.env.S2S_BROWSER = browser;
  return browser;
};

const onPath = (name) =>
  (process.env.PATH ?? '').split(':').some((folder) => folder !== '' && existsSync(join(folder, name)));

/** Brings the keyring that the vault's tests use, where packages can be installed; elsewhere those tests say that they were skipped. */
export const prepareKeyring = async () => {
  if (process.platform !== 'linux' || (onPath('gnome-keyring-daemon') && onPath('dbus-run-session'))) return;
  if (!isDebian() || !isRoot()) return;
  say('Installing gnome-keyring and dbus for the tests of the vault (once)…');
  await installDebianPackages(['gnome-keyring', 'dbus', 'libsecret-1-0']);
};
