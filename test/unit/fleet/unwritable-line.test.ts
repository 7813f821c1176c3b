import { expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { ActivityJournal } from '../../../main/fleet/journal/activity-journal.ts';
import { diskRefusal } from '../../../main/settings/disk-refusal.ts';
import { fleetRig, refusalFrom } from './support/fleet-rig.ts';
import { inFolder, must, withJournal } from './support/journal-folder.ts';
import { memoryVault } from './support/memory-vault.ts';

const ACCOUNT = 'adele.admin@contoso.demo.test';
const ENVIRONMENT = 'Contoso Test';
const APPS = ['Contoso Integration Hub', 'Contoso Legacy Loader'];
const ROLE = 'Integration – Accounts Reader';

/** The disk refuses one line, the `at`-th, and takes every other. */
const refusing = (journal: ActivityJournal, at: number): ActivityJournal => {
  let written = 0;
  return {
    ...journal,
    append: (entry) => {
      written += 1;
      const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      return written === at
        ? Promise.reject(diskRefusal('journal-unwritable', 'activity', full))
        : journal.append(entry);
    },
  };
};

/** Lines of two apps, created with a role each: the operation's own, and of each app two announced, two ended, one verified. */
const LINES = [
  ['the operation’s beginning', 1, 0],
  ['a step of the first app, announced', 2, 0],
  ['its other step, announced', 3, 0],
  ['a step of the first app, ended', 4, 2],
  ['its other step, ended', 5, 2],
  ['what the environment shows of the first app', 6, 2],
  ['a step of the second app, announced', 7, 2],
  ['a step of the second app, ended', 9, 4],
  ['its other step, ended', 10, 4],
  ['what the environment shows of the second app', 11, 4],
  ['the operation’s end', 12, 4],
] as const;

test.each(LINES)(
  'C22: %s cannot be written: the apply is refused, and nothing more is begun',
  async (_name, at, sent) => {
    const cloud = await startDemoCloud();
    try {
      await inFolder((path) =>
        withJournal(path, memoryVault(), async (journal) => {
          const { description } = cloud;
          const rig = fleetRig({ cloud: description, journal: refusing(journal, at), account: ACCOUNT });
          const wanted = APPS.map((app) =>
            rig.desire(app, ENVIRONMENT, { ensureUser: true, addRoles: [ROLE] }),
          );
          const plan = await rig.plan(wanted);
          const planned = plan.environments.flatMap(({ steps }) => steps).length;
          const { result, events } = await rig.apply(plan);
          expect(refusalFrom(result)).toMatchObject({
            code: 'journal-unwritable',
            params: { reason: 'full' },
          });

          const left = (await rig.plan(wanted)).environments.flatMap(({ steps }) => steps).length;
          expect(planned - left).toBe(sent);
          expect(events.filter(({ state }) => state === 'running')).toHaveLength(sent);
          const [told] = await rig.operations();
          expect(told?.state).toBe(at === 1 ? undefined : 'interrupted');
          if (told === undefined) return;
          // What has its effect is never told as not done, whichever line is missing.
          const { counts } = must(told);
          expect(counts.done + counts.unrecorded).toBeGreaterThanOrEqual(sent);
        }),
      );
    } finally {
      await cloud.close();
    }
  },
);
