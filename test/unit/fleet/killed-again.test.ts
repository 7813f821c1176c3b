import { expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import { readApplicationUsers } from '../../../main/application-users/read-application-users.ts';
import type { ApplyingTask, Moment } from './support/applying-child.ts';
import { appliedFrom, fleetRig, valueFrom } from './support/fleet-rig.ts';
import { inFolder, must, withJournal } from './support/journal-folder.ts';
import { killStandingStill } from './support/kill-standing-still.ts';
import { memoryVault } from './support/memory-vault.ts';

const APP = 'Contoso Data Export';
const ROLE = 'Integration – Accounts Reader';
const ACCOUNT = 'adele.admin@contoso.demo.test';

/** Fifty moments over forty environments on request (`npm run fuzz`), a few in every run. */
const [KILLS, ENVIRONMENTS] = process.env['FUZZ_INPUTS'] === undefined ? [4, 6] : [50, 40];

/** Moments that look random and are the same in every run. */
function* moments(): Generator<Moment, never> {
  let state = 4711;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  for (;;) {
    const at = (['request', 'answer', 'running', 'done'] as const)[below(4)] ?? 'done';
    yield { at, count: 1 + below(3) };
  }
}

test('C17, C22: killed again and again, an apply is continued from its journal until every environment is as planned', async () => {
  const cloud = await startDemoCloud({ seed: { environments: ENVIRONMENTS, usersPerEnvironment: 2 } });
  try {
    await inFolder(async (path) => {
      const environments = cloud.description.environments.map(({ name }) => name);
      const task: Omit<ApplyingTask, 'moment'> = {
        path,
        cloud: cloud.description,
        account: ACCOUNT,
        app: APP,
        role: ROLE,
        environments,
        parallel: 4,
        goesOn: true,
      };
      const child = new URL('support/applying-child.ts', import.meta.url);
      const chosen = moments();
      for (let kill = 0; kill < KILLS; kill += 1)
        await killStandingStill(child, { ...task, moment: chosen.next().value });

      await withJournal(path, memoryVault('session'), async (journal) => {
        expect((await journal.verify()).brokenAt).toBeNull();
        const rig = fleetRig({ cloud: cloud.description, journal, account: ACCOUNT });
        const interrupted = await rig.operations();
        expect(interrupted.map(({ state }) => state)).toEqual(interrupted.map(() => 'interrupted'));
        expect(interrupted.length).toBeGreaterThan(KILLS / 2);

        const left = await rig.planAgain(must(interrupted[0]).id, 'continue');
        expect(appliedFrom((await rig.apply(left)).result).counts.failed).toBe(0);

        for (const name of environments) {
          const rows = valueFrom(
            await readApplicationUsers(rig.client(name), [rig.clientId(APP)], new AbortController().signal),
          );
          expect(rows.map(({ state, roles }) => [state, roles.map((role) => role.name)])).toEqual([
            ['enabled', [ROLE]],
          ]);
        }
      });
    });
  } finally {
    await cloud.close();
  }
}, 1_200_000);
