import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import type { Transport } from '../../../main/http/transport.ts';
import type { DesiredUnit } from '../../../preload/contract/fleet.ts';
import { appliedFrom, plainWire, valueFrom } from './support/fleet-rig.ts';
import { must } from './support/journal-folder.ts';
import { onDemoCloud } from './support/on-demo-cloud.ts';
import type { Rig } from './support/on-demo-cloud.ts';

const HUB = 'Contoso Integration Hub';
const PRODUCTION = 'Contoso Production';
const EUROPE: DesiredUnit = { kind: 'named', name: 'Contoso Europe' };
const ROOT: DesiredUnit = { kind: 'root' };

let cloud: DemoCloud;
beforeEach(async () => {
  cloud = await startDemoCloud();
});
afterEach(() => cloud.close());

const done = async (rig: Rig, what: Parameters<Rig['desire']>[2]): Promise<void> => {
  const plan = await rig.plan([rig.desire(HUB, PRODUCTION, what)]);
  expect(appliedFrom((await rig.apply(plan)).result).state).toBe('succeeded');
};

/** Two consoles give the same app its application user; the other one in the moment before the request of the first arrives. */
const overtaken = async (
  theirs: DesiredUnit,
  use: (rig: Rig, operationId: string) => Promise<void>,
): Promise<void> => {
  await onDemoCloud(cloud, {}, async (other) => {
    await done(other, { delete: 'permanent' });
    let overtakes = true;
    const transport: Transport = async (request) => {
      if (overtakes && request.method === 'POST' && request.url.endsWith('/systemusers')) {
        overtakes = false;
        await done(other, { ensureUser: true, businessUnit: theirs });
      }
      return plainWire(request);
    };
    await onDemoCloud(cloud, { transport }, async (rig) => {
      const plan = await rig.plan([rig.desire(HUB, PRODUCTION, { ensureUser: true, businessUnit: ROOT })]);
      await use(rig, appliedFrom((await rig.apply(plan)).result).operationId);
    });
  });
};

const stepsOf = async (rig: Rig, operationId: string) =>
  must((await rig.operation(operationId)).environments[0]).steps.map(({ error, kind, state }) => [
    kind,
    state,
    error?.code,
  ]);

describe('C17: somebody else makes the application user in the moment in which it is created', () => {
  test('it was so already, and no undo deletes it', () =>
    overtaken(ROOT, async (rig, operationId) => {
      expect(await stepsOf(rig, operationId)).toEqual([['create-user', 'already', undefined]]);
      expect((await rig.planAgain(operationId, 'undo')).environments).toEqual([]);
    }));

  test('in another business unit: that is not what was planned, and Continue moves it', () =>
    overtaken(EUROPE, async (rig, operationId) => {
      expect(await stepsOf(rig, operationId)).toEqual([['create-user', 'failed', 'user-changed']]);
      const again = await rig.planAgain(operationId, 'continue');
      expect(again.environments[0]?.steps.map(({ kind }) => kind)).toEqual(['change-business-unit']);
      valueFrom((await rig.apply(again)).result);
    }));
});
