// Opens the console of a folder, begins or goes on with a rotation, and stands still at a moment that the test has chosen.
import { writeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { nodeTransport } from '../../../../main/http/node-transport.ts';
import type { Transport } from '../../../../main/http/transport.ts';
import type { RunningDemoCloud } from '../../../../main/console/console-host.ts';
import { stepProgressSchema } from '../../../../preload/contract/fleet.ts';
import type { TenantChange } from '../../../../preload/contract/fleet-tenant.ts';
import { contract } from '../../../../preload/contract/index.ts';
import type { WorkspaceId } from '../../../../preload/contract/words/ids.ts';
import { folderConsole } from './folder-console.ts';

/**
 * When the child stands still: before a request leaves or after its answer came, when the keychain has taken a secret, or when the
 * window is told of a step.
 */
export type RotationMoment =
  | { readonly at: 'request' | 'answer'; readonly url: string; readonly method?: 'POST' }
  | { readonly at: 'kept' }
  | { readonly at: 'running' | 'done'; readonly step: string };

/** What the test tells the child. */
export type RotatingTask = {
  readonly folder: string;
  readonly cloud: RunningDemoCloud['description'];
  readonly account: string;
  readonly workspaceId: WorkspaceId;
  readonly change: TenantChange;
  readonly moment: RotationMoment;
};

const task: RotatingTask = JSON.parse(await text(process.stdin));
const { moment } = task;

/** Says so and does nothing any more. */
const standStill = (): void => {
  writeSync(1, 'standing still\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};

let applying = false;
let credentialId = 'none yet';
const plain = nodeTransport();
const transport: Transport = async (request) => {
  const meant =
    applying &&
    'url' in moment &&
    request.url.includes(moment.url) &&
    (moment.method ?? request.method) === request.method;
  if (meant && moment.at === 'request') standStill();
  const answer = await plain(request);
  if (!meant) return answer;
  await answer.text();
  standStill();
  return answer;
};

const console = await folderConsole(
  task.folder,
  { description: task.cloud },
  {
    transport,
    account: task.account,
    onKept: (account) => {
      if (moment.at === 'kept' && account.includes(credentialId)) standStill();
    },
  },
);
const { workspaceId, change } = task;
const plan = await console.get(contract['fleet.planTenant'], { workspaceId, change });
applying = true;
credentialId = plan.tenant?.credentialId ?? credentialId;
const { id: planId, digest, confirmations } = plan;
const ended = await console.ask('fleet.apply', { planId, digest, confirmations }, (event) => {
  const { state, stepId } = stepProgressSchema.parse(event);
  if ('step' in moment && state === moment.at && stepId.includes(moment.step)) standStill();
});
writeSync(1, `ended ${JSON.stringify(ended)}\n`);
