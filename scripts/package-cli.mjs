/**
 * `npm run package:cli`: the console on the command line as an npm package in dist/cli, with a tarball beside it that `npx` runs. Everything
 * is bundled but keytar, whose prebuilt keychain module npm installs, and `open`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectEnvironment, projectNode } from './prepare/node.mjs';
import { preparePackages } from './prepare/packages.mjs';
import { root } from './prepare/project.mjs';
import { runCommand } from './prepare/run-command.mjs';

const out = join(root, 'dist', 'cli');

const manifest = ({ author, dependencies, description, devDependencies, license, version }) => ({
  name: 's2s-console',
  version,
  description: `${description}, on the command line`,
  author,
  license,
  type: 'module',
  bin: { 's2s-console': 's2s-console.js' },
  // Node 22 has every function that is used; the suite runs with 24.
  engines: { node: '>=22' },
  dependencies: { ...dependencies, open: devDependencies.open },
});

await preparePackages();
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
process.exitCode = await runCommand(
  projectNode(),
  [
    join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    '--config',
    join(root, 'cli', 'vite.config.ts'),
  ],
  { cwd: root, env: projectEnvironment() },
);
if (process.exitCode === 0) {
  const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest(project), null, 2)}\n`);
  writeFileSync(join(out, 'README.md'), readFileSync(join(root, 'docs', 'cli.md')));
  writeFileSync(join(out, 'LICENSE'), readFileSync(join(root, 'LICENSE')));
}
