/**
 * `npm run check`: format, lint, types, arrows and dead code, side by side; prints only what is wrong. Types go first:
 * lint reads the other folders' declarations that they leave behind.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectEnvironment, projectNode } from '../prepare/node.mjs';
import { preparePackages } from '../prepare/packages.mjs';
import { root } from '../prepare/project.mjs';
import { lintPlan } from './lint.mjs';

const tool = (name) =>
  join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

const TYPES = { name: 'types', command: tool('tsc'), args: ['-b'] };
const CHECKS = [
  { name: 'format', command: tool('oxfmt'), args: ['--check', '.'] },
  { name: 'arrows', command: projectNode, args: [join(root, 'test', 'support', 'arrows', 'check.ts')] },
  { name: 'dead code', command: tool('knip'), args: ['--no-progress', '--cache'] },
];

/** @returns {Promise<{ name: string, code: number, output: string, seconds: number }>} */
const run = ({ name, command, args }) =>
  new Promise((resolve) => {
    const began = performance.now();
    const program = typeof command === 'function' ? command() : command;
    const child = spawn(program, args, {
      cwd: root,
      env: projectEnvironment(),
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) =>
      resolve({ name, code: code ?? 1, output, seconds: (performance.now() - began) / 1000 }),
    );
  });

await preparePackages();
const types = await run(TYPES);
const lint = lintPlan();
const linted = run({ name: 'lint', command: tool('oxlint'), args: lint.args }).then((result) => {
  if (result.code === 0) lint.wasClean();
  return result;
});
const results = [types, ...(await Promise.all([linted, ...CHECKS.map(run)]))];
for (const { name, code, output, seconds } of results) {
  console.log(`${code === 0 ? 'ok    ' : 'WRONG '} ${name} (${seconds.toFixed(1)} s)`);
  if (code !== 0) console.log(output.trimEnd());
}
process.exitCode = results.every(({ code }) => code === 0) ? 0 : 1;
