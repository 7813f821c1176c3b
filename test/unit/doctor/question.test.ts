import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { applicationUserPages } from '../../../main/application-users/read-application-users.ts';
import type { ApplicationUserThere } from '../../../main/application-users/to-application-user.ts';
import { readEffectiveAccess } from '../../../main/security-roles/read-effective-access.ts';
import { rowAskedFor, tableAskedFor } from '../../../main/doctor/chain/links/asked.ts';
import { lookAtRow } from '../../../main/doctor/chain/links/row-look.ts';
import type { DoctorQuestion, Evidence } from '../../../preload/contract/doctor.ts';
import { contract } from '../../../preload/contract/index.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import { parseRecordId } from '../../../preload/contract/words/ids.ts';
import { demoCloud } from '../dataverse/demo-cloud.ts';
import { signal, valueOf } from '../dataverse/local-service.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { doctorRig } from './doctor-rig.ts';

const told = (evidence: readonly Evidence[] | undefined, label: Evidence['label']): readonly string[] =>
  (evidence ?? []).filter((one) => one.label === label).map(({ value }) => value);

describe('The doctor is asked about a table, in FetchXML, and about one row', () => {
  let doctor: Awaited<ReturnType<typeof doctorRig>>;
  beforeAll(async () => {
    doctor = await doctorRig();
  }, 60_000);
  afterAll(() => doctor.close());

  const contact = { by: 'logical-name', name: 'contact' } as const;
  test.each([
    [{ kind: 'table', table: contact, verb: 'Read' }, null, 'ok'],
    [
      { kind: 'fetch', xml: '<fetch><entity name="contact"><attribute name="fullname"/></entity></fetch>' },
      null,
      'ok',
    ],
    [{ kind: 'table', table: contact, verb: 'Delete' }, 'privileges', 'skipped'],
    [{ kind: 'fetch', xml: '<fetch top="2"><entity name="account"/></fetch>' }, 'privileges', 'skipped'],
  ] as const satisfies readonly (readonly [DoctorQuestion, string | null, string])[])(
    '%j: stops at %s',
    async (question, root, query) => {
      const seen = await doctor.diagnose('Contoso Integration Hub', 'Contoso Production', {
        question,
        from: null,
      });
      expect({ root: seen.root, query: seen.links.get('query')?.verdict.state }).toEqual({ root, query });
      // What lets it in is told with the role, and how far it reaches.
      const granted = told(seen.links.get('privileges')?.evidence, 'granted-by');
      expect(granted.map((one) => /\((?:Basic|Local|Deep|Global)\)$/.test(one))).toEqual(
        root === null ? [true] : [],
      );
    },
    60_000,
  );

  test('what an app was asked to read is among its runs, what was only judged is not', async () => {
    const diagnose = (question: DoctorQuestion) =>
      doctor.diagnose('Contoso Integration Hub', 'Contoso Production', { question, from: null });
    const { id, workspaceId } = await doctor.environmentOf('Contoso', 'Contoso Production');
    await doctor.rig.get(contract['query.clearHistory'], { workspaceId });
    await diagnose({ kind: 'table', table: contact, verb: 'Delete' });
    await diagnose({ kind: 'table', table: contact, verb: 'Read' });
    await diagnose({ kind: 'query', odata: 'accounts?$select=name&$top=1' });
    const { entries } = await doctor.rig.get(contract['query.history'], { workspaceId });
    expect(entries).toMatchObject([
      {
        appName: 'Contoso Integration Hub',
        askedBy: 'doctor',
        query: { language: 'odata', text: 'accounts?$select=name&$top=1' },
        table: { by: 'entity-set', name: 'accounts' },
        environmentIds: [id],
        counts: { environments: 1, succeeded: 0, failed: 1, cancelled: 0 },
        // The service was not asked: that a privilege is lacking was seen before.
        denied: [],
      },
      {
        query: { language: 'fetchxml', text: '<fetch top="1"><entity name="contact"/></fetch>' },
        table: { by: 'logical-name', name: 'contact' },
        counts: { succeeded: 1, failed: 0 },
        denied: [],
      },
    ]);
  }, 60_000);

  test('looked at again in one environment, the run is of that one alone, with the rows that came', async () => {
    const question: DoctorQuestion = { kind: 'table', table: contact, verb: 'Read' };
    const app = await doctor.profileOf('Contoso', 'Contoso Integration Hub');
    const production = await doctor.environmentOf('Contoso', 'Contoso Production');
    const development = await doctor.environmentOf('Contoso', 'Contoso Development');
    const { workspaceId } = production;
    await doctor.rig.get(contract['doctor.run'], {
      workspaceId,
      appProfileIds: [app.id],
      environmentIds: [production.id, development.id],
      question,
      from: null,
      watch: null,
    });
    await doctor.diagnose('Contoso Integration Hub', 'Contoso Production', { question, from: 'privileges' });
    const [again, first] = (await doctor.rig.get(contract['query.history'], { workspaceId })).entries;
    expect(first?.environmentIds.toSorted()).toEqual([production.id, development.id].toSorted());
    expect(again).toMatchObject({ environmentIds: [production.id], counts: { environments: 1 }, rows: 1 });
  }, 60_000);
});

const cloud = demoCloud();
const page = z.object({ value: z.array(z.record(z.string(), z.unknown())) });

test('A row out of reach is told with owner, unit, depth and sharing; once it is shared, that is what lets the app in', async () => {
  const client = await cloud.clientAsAdmin(cloud.environment('Contoso Production'));
  const users: ApplicationUserThere[] = [];
  for await (const some of applicationUserPages(client, signal())) users.push(...valueOf(some));
  const answer = valueOf(await client.get('accounts?$select=accountid&$top=200', { signal: signal() }));
  const rows = page.parse(answer.body).value.flatMap((row) => parseRecordId(String(row['accountid'])) ?? []);
  const table = { by: 'logical-name', name: 'account' } as const;
  const lookAt = async (user: ApplicationUserThere, recordId: (typeof rows)[number]) => {
    const context = {
      facts: { admin: client, user: async () => ok(user) },
      subject: { environment: cloud.environment('Contoso Production') },
    };
    return must(await lookAtRow(context, { table, recordId, verb: 'Read' }, [], signal()));
  };
  const outOfReach = async () => {
    for (const user of users) {
      const { privileges } = valueOf(await readEffectiveAccess(client, user.systemUserId, signal()));
      const depth = privileges.find(({ name }) => name === 'prvReadAccount')?.depth ?? 'None';
      if (depth === 'None' || depth === 'Global') continue;
      for (const recordId of rows.filter((_row, at) => at % 16 === 0)) {
        const { broken } = await lookAt(user, recordId);
        if (broken !== null) return { user, recordId, broken };
      }
    }
    throw new Error('the seed has no user who may read some accounts only');
  };
  const { broken, recordId, user } = await outOfReach();
  expect(broken.verdict).toMatchObject({
    state: 'failed',
    cause: 'permission',
    error: { code: 'record-out-of-reach', params: { verb: 'Read', table: 'account' } },
  });
  expect(told(broken.evidence, 'sharing')).toEqual(['not-shared']);
  expect(told(broken.evidence, 'owner')).toHaveLength(1);
  const type = (name: string) => ({ '@odata.type': `Microsoft.Dynamics.CRM.${name}` });
  const target = { ...type('account'), accountid: recordId };
  const Principal = { ...type('systemuser'), systemuserid: user.systemUserId };
  const share = { Target: target, PrincipalAccess: { AccessMask: 'ReadAccess', Principal } };
  valueOf(await client.post('GrantAccess', share, signal()));
  const after = await lookAt(user, recordId);
  expect(after.broken).toBe(null);
  expect(told(after.seen, 'granted-by-sharing')).toEqual(['the-app']);
}, 60_000);

test('Which row and which table a question is about', () => {
  const id = must(parseRecordId('11111111-2222-4333-8444-555555555555'));
  const account = { by: 'logical-name', name: 'account' } as const;
  const row = (question: DoctorQuestion) => rowAskedFor(question);
  expect(row({ kind: 'table', table: account, verb: 'Write', recordId: id })).toEqual({
    table: account,
    recordId: id,
    verb: 'Write',
  });
  expect(row({ kind: 'table', table: account, verb: 'Create', recordId: id })).toBe(null);
  expect(row({ kind: 'query', odata: `accounts(${id})?$select=name` })?.verb).toBe('Read');
  expect(row({ kind: 'query', odata: 'accounts' })).toBe(null);
  expect(tableAskedFor({ kind: 'query', odata: 'WhoAmI()' })?.name).toBe('WhoAmI');
  expect(tableAskedFor({ kind: 'fetch', xml: '<fetch><entity name="lead"/></fetch>' })?.name).toBe('lead');
  expect(tableAskedFor({ kind: 'table', table: account, verb: 'Delete' })).toBe(null);
});
