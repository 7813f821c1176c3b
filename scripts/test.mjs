/**
 * `npm test`: everything from nothing: packages, a browser, check, build, then the unit, contract, emulator, security and e2e
 * suites. Ends with one line of counts; the exit code is 0 only when nothing failed.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareBrowser, prepareKeyring } from './prepare/browser.mjs';
import { prepareBuild } from './prepare/build.mjs';
import { projectEnvironment, projectNode } from './prepare/node.mjs';
import { preparePackages } from './prepare/packages.mjs';
import { root } from './prepare/project.mjs';
import { runCommand, say } from './prepare/run-command.mjs';

const module = (...path) => join(root, 'node_modules', ...path);
const counts = { passed: 0, failed: 0, skipped: 0 };

const run = (args, env = {}) =>
  runCommand(projectNode(), args, { cwd: root, env: { ...projectEnvironment(), ...env } });

const countVitest = (file) => {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests;
  counts.skipped += report.numPendingTests + report.numTodoTests;
};

const countPlaywright = (file) => {
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  counts.passed += stats.expected + stats.flaky;
  counts.failed += stats.unexpected;
  counts.skipped += stats.skipped;
};

const suites = async (folder) => {
  const vitestReport = join(folder, 'vitest.json');
  const vitestCode = await run([
    module('vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ]);
  countVitest(vitestReport);

  const playwrightReport = join(folder, 'playwright.json');
  const playwrightCode = await run([module('playwright', 'cli.js'), 'test'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport,
  });
  countPlaywright(playwrightReport);
  return vitestCode === 0 && playwrightCode === 0;
};

const test = async () => {
  await preparePackages();
  await prepareBrowser();
  await prepareKeyring();
  say('Checking format, lint, types, arrows and dead code…');
  const checked = (await run([join(root, 'scripts', 'check', 'index.mjs')])) === 0;
  if (checked) counts.passed += 1;
  else counts.failed += 1;
  await prepareBuild();
  const folder = mkdtempSync(join(tmpdir(), 's2s-console-test-'));
  const passed = await suites(folder);
  rmSync(folder, { recursive: true, force: true });
  return checked && passed;
};

try {
  process.exitCode = (await test()) ? 0 : 1;
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  counts.failed += 1;
  process.exitCode = 1;
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
