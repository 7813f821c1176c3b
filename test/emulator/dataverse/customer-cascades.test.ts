import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';

let cloud: DemoCloud;
let admin: Ask;
let people: readonly string[];
let root: string;
beforeAll(async () => {
  cloud = await startDemoCloud({});
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  people = rowsIn(
    await admin(
      "GET systemusers?$select=systemuserid&$filter=applicationid eq null and isdisabled eq false and accessmode eq 0 and contains(domainname,'@') and not contains(domainname,'adele')&$top=20",
    ),
  ).map((it) => String(it['systemuserid']));
  const [unit] = rowsIn(
    await admin('GET businessunits?$select=businessunitid&$filter=parentbusinessunitid eq null'),
  );
  root = String(unit?.['businessunitid']);
});
afterAll(() => cloud.close());

const make = async (set: string, body: object): Promise<string> => {
  const answer = await admin(`POST ${set}`, body);
  expect([set, answer.status, answer.text]).toEqual([set, 204, '']);
  return `${set}(${createdId(answer)})`;
};
const read = async (path: string) => (await admin(`GET ${path}`)).json;
const statuses = (paths: readonly string[]): Promise<readonly number[]> =>
  Promise.all(paths.map(async (it) => (await admin(`GET ${it}`)).status));
const idIn = (path: string): string => /\((.*)\)/.exec(path)?.[1] ?? '';

/** A customer with what stands under it, one of each kind. */
async function customer(kind: 'account' | 'contact') {
  const to = await (kind === 'account'
    ? make('accounts', { name: 'Customer' })
    : make('contacts', { lastname: 'Customer' }));
  const opportunity = await make('opportunities', { name: 'o', [`customerid_${kind}@odata.bind`]: `/${to}` });
  const call = await make('phonecalls', {
    subject: 'Below',
    'regardingobjectid_opportunity_phonecall@odata.bind': `/${opportunity}`,
  });
  const incident = await make('incidents', { title: 'c', [`customerid_${kind}@odata.bind`]: `/${to}` });
  const lead = await make('leads', { subject: 'l', [`customerid_${kind}@odata.bind`]: `/${to}` });
  const letter = await make('letters', {
    subject: 'Below',
    [`regardingobjectid_${kind}_letter@odata.bind`]: `/${to}`,
  });
  return { to, incident, below: [opportunity, call, incident, lead, letter] };
}

/** Somebody with one role made of some privileges, and requests on its behalf. */
let used = 0;
async function someone(privileges: Readonly<Record<string, string>>) {
  used += 1;
  const user = people[used] ?? '';
  await admin(`PATCH systemusers(${user})`, { 'businessunitid@odata.bind': `/businessunits(${root})` });
  for (const it of rowsIn(await admin(`GET systemusers(${user})/systemuserroles_association?$select=roleid`)))
    await admin(`DELETE systemusers(${user})/systemuserroles_association(${String(it['roleid'])})/$ref`);
  const role = await make('roles', {
    name: `Of ${used}`,
    'businessunitid@odata.bind': `/businessunits(${root})`,
  });
  const Privileges = await Promise.all(
    Object.entries(privileges).map(async ([name, Depth]) => ({
      Depth,
      PrivilegeId: rowsIn(await admin(`GET privileges?$select=privilegeid&$filter=name eq '${name}'`))[0]?.[
        'privilegeid'
      ],
    })),
  );
  await admin(`POST ${role}/Microsoft.Dynamics.CRM.AddPrivilegesRole`, { Privileges });
  await admin(`POST systemusers(${user})/systemuserroles_association/$ref`, { '@odata.id': role });
  const ask: Ask = (request, body) => admin(request, body, { mscrmcallerid: user });
  return { user, ask };
}

// Learn: account, contact, opportunity, incident and lead table references, CascadeConfiguration.
describe('opportunities, cases, leads and activities stand under their customer', () => {
  test('definitions say it', async () => {
    const of = async (name: string) =>
      (
        await read(
          `RelationshipDefinitions(SchemaName='${name}')/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata?$select=CascadeConfiguration`,
        )
      )['CascadeConfiguration'];
    const all = { Assign: 'Cascade', Delete: 'Cascade', Merge: 'Cascade', Reparent: 'Cascade' };
    const shares = { Share: 'Cascade', Unshare: 'Cascade' };
    for (const name of [
      'opportunity_customer_accounts',
      'opportunity_customer_contacts',
      'incident_customer_accounts',
      'incident_customer_contacts',
      'lead_customer_accounts',
      'lead_customer_contacts',
      'Account_Phonecalls',
      'Opportunity_Letters',
    ])
      expect([name, await of(name)]).toMatchObject([name, { ...all, ...shares }]);
    const merging = { Assign: 'NoCascade', Delete: 'RemoveLink', Merge: 'Cascade', Share: 'NoCascade' };
    for (const name of [
      'opportunity_parent_account',
      'opportunity_parent_contact',
      'opportunity_originating_lead',
      'lead_parent_account',
      'contact_as_primary_contact',
    ])
      expect([name, await of(name)]).toMatchObject([name, merging]);
    expect(await of('incident_parent_incident')).toMatchObject({ ...merging, Delete: 'Cascade' });
  });

  test.each(['account', 'contact'] as const)('a deleted %s takes them with it', async (kind) => {
    const { below, incident, to } = await customer(kind);
    const child = await make('incidents', {
      title: 'Child',
      [`customerid_${kind}@odata.bind`]: `/${to}`,
      'parentcaseid@odata.bind': `/${incident}`,
    });
    const other = await make('opportunities', {
      name: 'Of another customer',
      'customerid_account@odata.bind': `/${await make('accounts', { name: 'x' })}`,
      [`parent${kind}id@odata.bind`]: `/${to}`,
    });
    expect((await admin(`DELETE ${to}`)).status).toBe(204);
    expect(await statuses([...below, child])).toEqual([404, 404, 404, 404, 404, 404]);
    expect(await read(other)).toMatchObject({ [`_parent${kind}id_value`]: null });
  });

  test('a deleted case takes its child cases with it', async () => {
    const { incident, to } = await customer('account');
    const child = await make('incidents', {
      title: 'Child',
      'customerid_account@odata.bind': `/${to}`,
      'parentcaseid@odata.bind': `/${incident}`,
    });
    expect((await admin(`DELETE ${incident}`)).status).toBe(204);
    expect(await statuses([child, to])).toEqual([404, 200]);
  });

  test.each(['account', 'contact'] as const)('a new owner of the %s is theirs', async (kind) => {
    const { below, to } = await customer(kind);
    const owner = people[0];
    await admin(`PATCH ${to}`, { 'ownerid@odata.bind': `/systemusers(${String(owner)})` });
    for (const path of below)
      expect([path, await read(path)]).toMatchObject([path, { _ownerid_value: owner }]);
  });

  test('what is shared of the customer is shared of them, and rows of the table of shares say so', async () => {
    const { below, to } = await customer('account');
    const { ask, user } = await someone({
      prvReadAccount: 'Basic',
      prvReadOpportunity: 'Basic',
      prvReadIncident: 'Basic',
      prvReadLead: 'Basic',
      prvReadActivity: 'Basic',
    });
    const reads = () => Promise.all(below.map(async (it) => (await ask(`GET ${it}`)).status));
    expect(await reads()).toEqual([403, 403, 403, 403, 403]);
    const Target = { '@odata.id': to };
    const Principal = { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: user };
    await admin('POST GrantAccess', { Target, PrincipalAccess: { AccessMask: 'ReadAccess', Principal } });
    expect(await reads()).toEqual([200, 200, 200, 200, 200]);
    const inherited = rowsIn(
      await admin(
        `GET principalobjectaccessset?$select=objectid,inheritedaccessrightsmask&$filter=principalid eq ${user} and accessrightsmask eq 0`,
      ),
    );
    expect(inherited.map((it) => it['objectid'])).toEqual(expect.arrayContaining(below.map(idIn)));
    await admin('POST RevokeAccess', { Target, Revokee: Principal });
    expect(await reads()).toEqual([403, 403, 403, 403, 403]);
  });
});

// Learn: "Merge table rows using the Web API"; M. Carrington, MSDyn365 Internals: Merge Permissions.
describe('merging', () => {
  const body = (type: string, target: string, subordinate: string, more: object = {}) => ({
    Target: { '@odata.type': `Microsoft.Dynamics.CRM.${type}`, [`${type}id`]: idIn(target) },
    Subordinate: { '@odata.type': `Microsoft.Dynamics.CRM.${type}`, [`${type}id`]: idIn(subordinate) },
    PerformParentingChecks: false,
    ...more,
  });

  test('the records under a customer go to the other one, whether the caller may change them or not', async () => {
    const { below, to } = await customer('account');
    const target = await make('accounts', { name: 'Target' });
    const all = {
      prvReadAccount: 'Global',
      prvWriteAccount: 'Global',
      prvShareAccount: 'Global',
      prvAppendToAccount: 'Global',
      prvMerge: 'Global',
    };
    for (const missing of Object.keys(all)) {
      const { ask } = await someone(Object.fromEntries(Object.entries(all).filter(([it]) => it !== missing)));
      const refused = await ask('POST Merge', body('account', target, to));
      // Without Read the records are not even found.
      const code = missing === 'prvReadAccount' ? '0x80040220' : '0x80045301';
      expect([missing, refused.status, codeOf(refused)]).toEqual([missing, 403, code]);
    }
    const { ask } = await someone(all);
    const merged = await ask('POST Merge', body('account', target, to));
    expect([merged.status, merged.text]).toEqual([204, '']);
    const [opportunity = '', , incident = '', lead = '', letter = ''] = below;
    for (const path of [opportunity, incident, lead])
      expect(await read(path)).toMatchObject({ _customerid_value: idIn(target) });
    expect(await read(letter)).toMatchObject({ _regardingobjectid_value: idIn(target) });
  });

  test('whom the subordinate is shared with has the same of the target', async () => {
    const [target, subordinate] = [
      await make('accounts', { name: 'a' }),
      await make('accounts', { name: 'b' }),
    ];
    const [first = '', second = ''] = people;
    const share = (path: string, user: string, AccessMask: string) =>
      admin('POST GrantAccess', {
        Target: { '@odata.id': path },
        PrincipalAccess: {
          AccessMask,
          Principal: { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: user },
        },
      });
    await share(target, first, 'ReadAccess');
    await share(subordinate, first, 'WriteAccess');
    await share(subordinate, second, 'ReadAccess');
    expect((await admin('POST Merge', body('account', target, subordinate))).status).toBe(204);
    const masks = async (path: string) =>
      Object.fromEntries(
        rowsIn(
          await admin(
            `GET principalobjectaccessset?$select=principalid,accessrightsmask&$filter=objectid eq ${idIn(path)}`,
          ),
        ).map((it) => [it['principalid'], it['accessrightsmask']]),
      );
    expect(await masks(target)).toMatchObject({ [first]: 3, [second]: 1 });
    expect(await masks(subordinate)).toMatchObject({ [first]: 2, [second]: 1 });
  });

  test('cases: what points to the subordinate goes to the target, which takes nothing over; children of two parents are kept apart', async () => {
    const { to } = await customer('account');
    const incident = (more: object = {}) =>
      make('incidents', { title: 'c', 'customerid_account@odata.bind': `/${to}`, ...more });
    const under = (parent: string) => incident({ 'parentcaseid@odata.bind': `/${parent}` });
    const [target, subordinate] = [await incident(), await incident()];
    const child = await under(subordinate);
    const task = await make('tasks', {
      subject: 't',
      'regardingobjectid_incident_task@odata.bind': `/${subordinate}`,
    });
    const UpdateContent = { '@odata.type': 'Microsoft.Dynamics.CRM.incident', title: 'Taken over' };
    const mine = { prvReadIncident: 'Global', prvShareIncident: 'Global', prvAppendToIncident: 'Global' };
    const { ask } = await someone({ ...mine, prvWriteIncident: 'Global', prvMerge: 'Global' });
    const refused = await ask('POST Merge', body('incident', target, subordinate, { UpdateContent }));
    expect([refused.status, codeOf(refused)]).toEqual([403, '0x80040220']);
    expect(await read(child)).toMatchObject({ _parentcaseid_value: idIn(subordinate) });
    const answer = await admin('POST Merge', body('incident', target, subordinate, { UpdateContent }));
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await read(target)).toMatchObject({ title: 'c', statecode: 0 });
    expect(await read(subordinate)).toMatchObject({
      merged: true,
      statecode: 2,
      statuscode: 2000,
      _masterid_value: idIn(target),
    });
    expect(await read(child)).toMatchObject({ _parentcaseid_value: idIn(target) });
    expect(await read(task)).toMatchObject({ _regardingobjectid_value: idIn(target) });

    const other = await under(await incident());
    const apart = await admin('POST Merge', body('incident', child, other));
    expect([apart.status, codeOf(apart)]).toEqual([400, '0x8003F450']);
    const sibling = await under(target);
    expect((await admin('POST Merge', body('incident', child, sibling))).status).toBe(204);
  });
});

// Learn: ReassignObjectsSystemUser Action.
test('ReassignObjectsSystemUser takes the records of one table alone, where it names one', async () => {
  const { user } = await someone({ prvReadAccount: 'Basic', prvReadContact: 'Basic' });
  const owner = { 'ownerid@odata.bind': `/systemusers(${user})` };
  const account = await make('accounts', { name: 'x', ...owner });
  const contact = await make('contacts', { lastname: 'x', ...owner });
  const me = String((await read('WhoAmI'))['UserId']);
  const reassign = (objectType: unknown) =>
    admin(`POST systemusers(${user})/Microsoft.Dynamics.CRM.ReassignObjectsSystemUser`, {
      ReassignPrincipal: { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: me },
      objectType,
    });
  expect((await reassign(123_456)).status).toBe(400);
  expect((await reassign(2)).status).toBe(204);
  expect([(await read(account))['_ownerid_value'], (await read(contact))['_ownerid_value']]).toEqual([
    user,
    me,
  ]);
  const logged = rowsIn(
    await admin(`GET audits?$select=action&$filter=_objectid_value eq ${idIn(contact)} and action eq 13`),
  );
  expect(logged).toHaveLength(1);
});

// Learn: "Sharing and assigning", assigning records.
test('who had a record before has all rights of it and of what went with it, where the organization wants that', async () => {
  const { user } = await someone({
    prvReadAccount: 'Basic',
    prvWriteAccount: 'Basic',
    prvDeleteAccount: 'Basic',
    prvReadOpportunity: 'Basic',
  });
  const owner = { 'ownerid@odata.bind': `/systemusers(${user})` };
  const account = await make('accounts', { name: 'x', ...owner });
  const opportunity = await make('opportunities', {
    name: 'x',
    'customerid_account@odata.bind': `/${account}`,
    ...owner,
  });
  const me = String((await read('WhoAmI'))['UserId']);
  const access = async (path: string) => {
    const target = encodeURIComponent(JSON.stringify({ '@odata.id': path }));
    return (
      await read(
        `systemusers(${user})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=${target}`,
      )
    )['AccessRights'];
  };
  const [organization] = rowsIn(await admin('GET organizations?$select=organizationid'));
  const turn = async (on: boolean) => {
    const answer = await admin(`PATCH organizations(${String(organization?.['organizationid'])})`, {
      sharetopreviousowneronassign: on,
    });
    expect(answer.status).toBe(204);
  };
  const assign = (to: string) => admin(`PATCH ${account}`, { 'ownerid@odata.bind': `/systemusers(${to})` });
  await assign(me);
  expect([await access(account), await access(opportunity)]).toEqual(['None', 'None']);
  await assign(user);
  await turn(true);
  await assign(me);
  expect([await access(account), await access(opportunity)]).toEqual([
    'ReadAccess, WriteAccess, DeleteAccess',
    'ReadAccess',
  ]);
  const third = await make('accounts', { name: 'x', ...owner });
  await admin(`POST systemusers(${user})/Microsoft.Dynamics.CRM.ReassignObjectsSystemUser`, {
    ReassignPrincipal: { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: me },
  });
  expect(await access(third)).toBe('ReadAccess, WriteAccess, DeleteAccess');
  await turn(false);
});
