import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { readAllTeams } from '../../../main/application-users/teams.ts';
import { patchRole } from '../../../main/security-roles/role-writes.ts';
import { fleetRig, valueFrom } from './support/fleet-rig.ts';
import { inFolder, must, withJournal } from './support/journal-folder.ts';
import { memoryVault } from './support/memory-vault.ts';
import { roleRig } from './support/role-rig.ts';

const PRODUCTION = 'Contoso Production';
const account = 'adele.admin@contoso.demo.test';
const quiet = (): AbortSignal => new AbortController().signal;

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());

describe('names that are stored with spaces around them', () => {
  test('are found as they are stored and as they are read', () =>
    inFolder((path) =>
      withJournal(path, memoryVault(), async (journal) => {
        const rig = fleetRig({ cloud: cloud.description, journal, account });
        const client = rig.client(PRODUCTION);
        const role = must(
          await roleRig({ cloud: cloud.description, journal, account }).findRole(
            PRODUCTION,
            'Integration – Export Jobs',
          ),
        );
        valueFrom(await patchRole(client, role.rootRoleId, { name: ' 100% [Export]_Jobs ' }, quiet()));
        const team = must(
          valueFrom(await readAllTeams(client, quiet())).find(({ name }) => name === 'Data Stewards'),
        );
        valueFrom(await client.patch(`teams(${team.id})`, { name: ' Data Stewards ' }, quiet()));
        for (const pad of ['', ' ', '  ']) {
          const plan = await rig.plan([
            rig.desire('Contoso Integration Hub', PRODUCTION, {
              addRoles: [`${pad}100% [Export]_jobs${pad}`],
              addTeams: [`${pad}data Stewards${pad}`],
            }),
          ]);
          expect(plan.environments[0]?.problem).toBeNull();
          expect(plan.environments[0]?.steps.map(({ kind, subject }) => [kind, subject])).toEqual([
            ['assign-role', ' 100% [Export]_Jobs '],
            ['join-team', ' Data Stewards '],
          ]);
        }
      }),
    ));
});
