import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { auditedTables, differences, linesAfter, pictureOf, replayed } from './audit-log.ts';
import { askGraph, graphToken, listShape, people } from '../graph/graph-rig.ts';
import { askAs, createdId, rowsIn } from './over-http.ts';
import { steps, take, type World } from './random-changes.ts';

/** `npm run fuzz` asks for more. */
const numRuns = Math.ceil(Number(process.env['FUZZ_INPUTS'] ?? 8_000) / 2_000);

let cloud: DemoCloud;
let world: World;
beforeAll(async () => {
  cloud = await startDemoCloud({ limits: { requests: 1_000_000 } });
  const ask = await askAs(cloud, 'adele.admin@contoso.demo.test', 'contoso-dev');
  const ids = async (query: string, column: string) =>
    rowsIn(await ask(`GET ${query}`)).map((row) => String(row[column]));
  const me = String((await ask('GET WhoAmI')).json['UserId']);
  const [root = ''] = await ids('businessunits?$filter=parentbusinessunitid eq null', 'businessunitid');
  const [organization = ''] = await ids('organizations?$select=organizationid', 'organizationid');
  world = {
    ask,
    root,
    me,
    organization,
    people: await directoryPeople(),
    template: createdId(
      await ask('POST teamtemplates', {
        teamtemplatename: 'Deal team',
        objecttypecode: 3,
        defaultaccessrightsmask: 3,
      }),
    ),
    apps: cloud.description.apps.map((it) => it.clientId),
    privileges: await ids(
      "privileges?$filter=name eq 'prvReadAccount' or name eq 'prvWriteAccount' or name eq 'prvReadContact'",
      'privilegeid',
    ),
    known: {
      accounts: await ids('accounts?$select=accountid&$top=4', 'accountid'),
      contacts: await ids('contacts?$select=contactid&$top=4', 'contactid'),
      users: await ids(
        `systemusers?$select=systemuserid&$filter=accessmode eq 0 and isdisabled eq false and systemuserid ne ${me}&$top=4`,
        'systemuserid',
      ),
      units: [],
      teams: [],
      roles: [],
      profiles: [],
      positions: [],
      opportunities: [],
      competitors: [],
    },
  };
});
afterAll(() => cloud.close());

/** Object ids of the people of the tenant. */
async function directoryPeople(): Promise<readonly string[]> {
  const token = await graphToken(cloud, people.adele);
  const { json } = await askGraph(cloud, token, 'GET users?$select=id&$top=50');
  return listShape.parse(json).value.map((it) => String(it['id']));
}

/** A version number that nothing has yet. */
const version = async (): Promise<number> => {
  const made = await world.ask('POST tasks', { subject: 'now' }, { prefer: 'return=representation' });
  return Number(String(made.json['@odata.etag']).replace(/\D/g, ''));
};

// Learn: "Manage Dataverse auditing": lines are made of changes, where a new value differs from the old one.
test('the log says all that changed, and nothing else: done again to what was, its lines make what is', async () => {
  const tables = await auditedTables(world.ask);
  const taken = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const before = await pictureOf(world.ask, tables);
      const start = await version();
      for (const step of sequence) {
        const { status } = await take(world, step);
        expect([step, status < 500]).toEqual([step, true]);
        if (status < 300) taken.set(step.kind, (taken.get(step.kind) ?? 0) + 1);
      }
      // What was to be done in the background is done before the next request.
      await world.ask('GET WhoAmI');
      const after = await pictureOf(world.ask, tables);
      const lines = await linesAfter(world.ask, start);
      expect(differences(await replayed(world.ask, before, lines), after)).toEqual([]);
    }),
    { numRuns, endOnFailure: true },
  );
  // Nothing is always refused.
  expect([...taken.keys()].length).toBeGreaterThan(35);
}, 120_000);
