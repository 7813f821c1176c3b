/**
 * `npm run fuzz`: a million garbage inputs against every method of the border (`FUZZ_INPUTS` sets another number), an apply
 * that is killed at fifty moments, a thousand assignments while one request in five goes wrong, and a twentieth as many FetchXML
 * documents, jobs, writes and batches as garbage inputs against the demo cloud, and some of them against its sign-in service and Graph.
 */
import { join } from 'node:path';
import { prepareBuild } from './prepare/build.mjs';
import { projectEnvironment, projectNode } from './prepare/node.mjs';
import { preparePackages } from './prepare/packages.mjs';
import { root } from './prepare/project.mjs';
import { runCommand } from './prepare/run-command.mjs';

await preparePackages();
await prepareBuild();
process.exitCode = await runCommand(
  projectNode(),
  [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--testTimeout=0',
    join('test', 'contract', 'fuzz'),
    join('test', 'unit', 'fleet', 'killed-again'),
    join('test', 'unit', 'fleet', 'forty-environments'),
    join('test', 'emulator', 'dataverse', 'fetch', 'fuzz'),
    join('test', 'emulator', 'dataverse', 'writes-fuzz'),
    join('test', 'emulator', 'dataverse', 'strange-values.fuzz'),
    join('test', 'emulator', 'dataverse', 'jobs-and-queries.fuzz'),
    join('test', 'emulator', 'dataverse', 'access.fuzz'),
    join('test', 'emulator', 'dataverse', 'urls.fuzz'),
    join('test', 'emulator', 'dataverse', 'same-question.fuzz'),
    join('test', 'emulator', 'entra', 'garbage'),
    join('test', 'emulator', 'graph', 'bodies-fuzz'),
  ],
  { cwd: root, env: { FUZZ_INPUTS: '1000000', ...projectEnvironment() } },
);
