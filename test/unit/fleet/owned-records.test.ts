import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { countOwned, readOwnedTables } from '../../../main/application-users/owned-records.ts';
import { readApplicationUsers } from '../../../main/application-users/read-application-users.ts';
import { appTokenFor } from '../../emulator/entra/sign-in.ts';
import { appliedFrom, valueFrom } from './support/fleet-rig.ts';
import type { RigOptions } from './support/fleet-rig.ts';
import { must } from './support/journal-folder.ts';
import { onDemoCloud } from './support/on-demo-cloud.ts';
import type { Rig } from './support/on-demo-cloud.ts';

const LOADER = 'Contoso Legacy Loader';
const PORTAL = 'Contoso Portal Sync';
const PRODUCTION = 'Contoso Production';
const STEWARDS = 'Data Stewards';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());

const withFleet = (work: (rig: Rig) => Promise<void>, options: Partial<RigOptions> = {}): Promise<void> =>
  onDemoCloud(cloud, options, work);

const quiet = (): AbortSignal => new AbortController().signal;

const idOf = async (rig: Rig, app: string) => {
  const users = valueFrom(await readApplicationUsers(rig.client(PRODUCTION), [rig.clientId(app)], quiet()));
  return must(users[0]).systemUserId;
};

/** Gives an app some rows of its own. */
const own = async (rig: Rig, app: string): Promise<void> => {
  const owner = { 'ownerid@odata.bind': `/systemusers(${await idOf(rig, app)})` };
  const client = rig.client(PRODUCTION);
  for (const name of ['One', 'Two']) valueFrom(await client.post('accounts', { name, ...owner }, quiet()));
  valueFrom(await client.post('contacts', { lastname: 'Three', ...owner }, quiet()));
};

const RECORDS = [
  { table: 'Accounts', count: 2 },
  { table: 'Contacts', count: 1 },
];

describe('C19: what an application user owns before it is deleted', () => {
  test('is counted in the plan, reassigned to a team when asked, and stays there when the deletion is undone', () =>
    withFleet(async (rig) => {
      await own(rig, LOADER);
      const plain = await rig.plan([rig.desire(LOADER, PRODUCTION, { delete: 'soft' })]);
      expect(plain.environments[0]?.steps.at(-1)).toMatchObject({
        kind: 'delete-user',
        risks: ['owns-records'],
        owns: { records: RECORDS, unread: 0 },
      });
      const plan = await rig.plan([rig.desire(LOADER, PRODUCTION, { delete: 'soft', recordsTo: STEWARDS })]);
      expect(plan.environments[0]?.steps).toMatchObject([
        {
          kind: 'reassign-records',
          subject: STEWARDS,
          before: `Owned by ${LOADER}`,
          risks: ['records-stay-there'],
          owns: { records: RECORDS, unread: 0 },
        },
        { kind: 'delete-user', risks: [], owns: { records: [], unread: 0 } },
      ]);
      const { result, events } = await rig.apply(plan);
      const { operationId, state } = appliedFrom(result);
      expect(state).toBe('succeeded');
      expect(events.filter((event) => event.state === 'verified')).toHaveLength(2);
      const mine = await rig
        .client(PRODUCTION)
        .get("accounts?$select=_owningteam_value&$filter=name eq 'One'", { signal: quiet() });
      expect(JSON.stringify(valueFrom(mine).body)).toMatch(/"_owningteam_value":"[0-9a-f-]{36}"/);
      const undo = await rig.handlers['fleet.planAgain'].run(
        { workspaceId: plan.workspaceId, operationId, what: 'undo' },
        async () => undefined,
        quiet(),
      );
      expect(JSON.stringify(valueFrom(undo))).not.toContain('reassign-records');
    }));

  test.each([
    ['Nobody', 'team-not-found'],
    [`${STEWARDS} `, null],
  ])('team %j: %s', (recordsTo, code) =>
    withFleet(async (rig) => {
      const plan = await rig.plan([rig.desire(PORTAL, PRODUCTION, { delete: 'soft', recordsTo })]);
      expect(plan.environments[0]?.problem?.code ?? null).toBe(code);
    }),
  );

  test('a team without a deletion is refused; a cancel ends the counting', () =>
    withFleet(async (rig) => {
      const plan = await rig.plan([rig.desire(PORTAL, PRODUCTION, { enabled: false, recordsTo: STEWARDS })]);
      expect(plan.environments[0]?.problem?.code).toBe('invalid-input');
      const client = rig.client(PRODUCTION);
      const tables = valueFrom(await readOwnedTables(client, quiet()));
      const counted = await countOwned(client, await idOf(rig, PORTAL), tables, AbortSignal.abort());
      expect(counted).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    }));

  test('tables that may not be read are told', () =>
    withFleet(async (admin) => {
      const { tenantId } = must(
        cloud.description.environments.find(({ url }) => url === admin.environment(PRODUCTION).url),
      );
      const tables = valueFrom(await readOwnedTables(admin.client(PRODUCTION), quiet()));
      await withFleet(
        async (rig) => {
          const client = rig.client(PRODUCTION);
          const counted = valueFrom(await countOwned(client, await idOf(admin, PORTAL), tables, quiet()));
          expect(counted.unread).toBeGreaterThan(0);
          expect(counted.unread).toBeLessThan(tables.length);
        },
        { bearer: ({ url }) => appTokenFor(cloud, PORTAL, tenantId, url) },
      );
    }));
});
