import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';
import { errorOf, labSeed, openLab, person, rowsOf, textAt } from './rig.ts';

const depths = ['Basic', 'Local', 'Deep', 'Global'] as const;
const ways = ['user', 'team, team privileges only', 'team, direct user and team privileges'] as const;

describe('what one role reaches, beside a reckoning of its own', () => {
  test.each(ways.flatMap((way) => depths.map((depth) => [way, depth] as const)))(
    'through a %s: %s',
    (way, depth) => {
      const lab = openLab();
      const admin = person('admin');
      const send = (method: string, url: string, body: unknown) => {
        const answer = lab.send(admin, method, url, body);
        expect([url, answer.status, errorOf(answer).message]).toEqual([url, 204, '']);
        return /\(([^)]+)\)$/.exec(answer.headers['odata-entityid'] ?? '')?.[1] ?? '';
      };
      const [root, emea] = [lab.unitId('Contoso'), lab.unitId('EMEA')];
      const idle = lab.userId('ivy@lab.demo.test');
      const role = send('POST', '/roles', {
        name: 'Reader',
        isinherited: way.includes('direct') ? 1 : 0,
        'businessunitid@odata.bind': `/businessunits(${root})`,
      });
      const [privilege] = rowsOf(
        lab.get(admin, "/privileges?$select=privilegeid&$filter=name eq 'prvReadAccount'"),
      );
      send('POST', `/roles(${role})/Microsoft.Dynamics.CRM.AddPrivilegesRole`, {
        Privileges: [{ PrivilegeId: textAt(privilege, 'privilegeid'), Depth: depth }],
      });
      const team = send('POST', '/teams', {
        name: 'Readers',
        'businessunitid@odata.bind': `/businessunits(${emea})`,
      });
      send('POST', `/teams(${team})/teammembership_association/$ref`, {
        '@odata.id': `systemusers(${idle})`,
      });
      const through = way === 'user';
      const holder = through
        ? `/systemusers(${idle})/systemuserroles_association`
        : `/teams(${team})/teamroles_association`;
      const copy = lab.roleId('Reader', through ? 'Contoso' : 'EMEA');
      send('POST', `${holder}/$ref`, { '@odata.id': `roles(${copy})` });
      send('POST', '/accounts', { name: 'own', 'ownerid@odata.bind': `/systemusers(${idle})` });
      if (!through) send('POST', '/accounts', { name: 'team', 'ownerid@odata.bind': `/teams(${team})` });

      // Learn: "Security roles and privileges" (depths), "Security concepts in Microsoft Dataverse" (team inheritance).
      const memberships = rowsOf(
        lab.get(admin, `/systemusers(${idle})/teammembership_association?$select=teamid`),
      );
      const owners = through
        ? [idle, ...memberships.map((it) => textAt(it, 'teamid'))]
        : way.includes('direct')
          ? [idle, team]
          : [team];
      const start = through ? ['Contoso'] : ['EMEA'];
      const below = through ? ['Contoso', 'EMEA', 'Germany', 'Americas'] : ['EMEA', 'Germany'];
      const units = { Basic: [], Local: start, Deep: below, Global: [] }[depth].map((name) =>
        lab.unitId(name),
      );
      const all = rowsOf(
        lab.get(admin, '/accounts?$select=accountid,_ownerid_value,_owningbusinessunit_value'),
      );
      const expected = all.filter(
        (it) =>
          depth === 'Global' ||
          owners.includes(textAt(it, '_ownerid_value')) ||
          units.includes(textAt(it, '_owningbusinessunit_value')),
      );
      const seen = rowsOf(lab.get(person('idle'), '/accounts?$select=accountid'));
      expect(seen.map((it) => textAt(it, 'accountid'))).toEqual(
        expected.map((it) => textAt(it, 'accountid')),
      );
      expect(expected.length).toBeGreaterThan(0);
    },
  );
});

describe('over HTTP', () => {
  let cloud: DemoCloud;
  let admin: Ask;
  let root = '';
  let below = '';
  beforeAll(async () => {
    cloud = await startDemoCloud({});
    admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
    const units = rowsIn(await admin('GET businessunits?$select=businessunitid,_parentbusinessunitid_value'));
    root = String(units.find((it) => it['_parentbusinessunitid_value'] === null)?.['businessunitid']);
    below = String(units.find((it) => it['_parentbusinessunitid_value'] === root)?.['businessunitid']);
  });
  afterAll(() => cloud.close());

  let used = 0;
  /** Another enabled person for each test, with one role made of some privileges, and requests on its behalf. */
  const someone = async (privileges: Readonly<Record<string, (typeof depths)[number]>>) => {
    used += 1;
    const people = rowsIn(
      await admin(
        "GET systemusers?$select=systemuserid,_businessunitid_value&$filter=applicationid eq null and isdisabled eq false and accessmode eq 0 and contains(domainname,'@')&$orderby=domainname desc&$top=40",
      ),
    );
    const found = people[used];
    const [user, unit] = [String(found?.['systemuserid']), String(found?.['_businessunitid_value'])];
    for (const { roleid } of rowsIn(
      await admin(`GET systemusers(${user})/systemuserroles_association?$select=roleid`),
    ))
      await admin(`DELETE systemusers(${user})/systemuserroles_association(${String(roleid)})/$ref`);
    const made = await admin('POST roles', {
      name: `Role ${used}`,
      'businessunitid@odata.bind': `/businessunits(${root})`,
    });
    const Privileges = await Promise.all(
      Object.entries(privileges).map(async ([name, Depth]) => ({
        PrivilegeId: rowsIn(await admin(`GET privileges?$select=privilegeid&$filter=name eq '${name}'`))[0]?.[
          'privilegeid'
        ],
        Depth,
      })),
    );
    await admin(`POST roles(${createdId(made)})/Microsoft.Dynamics.CRM.AddPrivilegesRole`, { Privileges });
    const copyIn = async (of: string) =>
      String(
        rowsIn(
          await admin(
            `GET roles?$select=roleid&$filter=_parentrootroleid_value eq ${createdId(made)} and _businessunitid_value eq ${of}`,
          ),
        )[0]?.['roleid'],
      );
    const role = await copyIn(unit);
    await admin(`POST systemusers(${user})/systemuserroles_association/$ref`, {
      '@odata.id': `roles(${role})`,
    });
    const ask: Ask = (request, body, headers) => admin(request, body, { ...headers, mscrmcallerid: user });
    return { user, unit, role, ask };
  };
  const customers = {
    prvReadAccount: 'Global',
    prvCreateAccount: 'Global',
    prvWriteAccount: 'Global',
    prvReadUser: 'Global',
    prvReadBusinessUnit: 'Global',
  } as const;

  test('access modes: Administrative sees no customer data, Read changes nothing', async () => {
    const { ask, user } = await someone(customers);
    expect((await ask('POST accounts', { name: 'x' })).status).toBe(204);
    await admin(`PATCH systemusers(${user})`, { accessmode: 2 });
    expect((await ask('GET accounts?$top=1')).status).toBe(200);
    const refused = await ask('POST accounts', { name: 'x' });
    expect([refused.status, codeOf(refused)]).toEqual([403, '0x80044502']);
    await admin(`PATCH systemusers(${user})`, { accessmode: 1 });
    expect(codeOf(await ask('GET accounts?$top=1'))).toBe('0x80040220');
    expect((await ask('GET systemusers?$top=1')).status).toBe(200);
    const rights = encodeURIComponent(JSON.stringify({ '@odata.id': `businessunits(${root})` }));
    expect(
      (
        await ask(
          `GET systemusers(${user})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=${rights}`,
        )
      ).json,
    ).toMatchObject({ AccessRights: 'ReadAccess' });
  });

  test('access modes that nobody may choose, and no more than seven non-interactive people', async () => {
    const me = String((await admin('GET WhoAmI')).json['UserId']);
    expect(codeOf(await admin(`PATCH systemusers(${me})`, { accessmode: 2 }))).toBe('0x80041D39');
    const { user } = await someone(customers);
    expect(codeOf(await admin(`PATCH systemusers(${user})`, { accessmode: 5 }))).toBe('0x80041D67');
    const people = rowsIn(
      await admin(
        'GET systemusers?$select=systemuserid&$filter=applicationid eq null and isdisabled eq false and accessmode eq 0&$top=9',
      ),
    ).filter((it) => it['systemuserid'] !== me);
    const answers = [];
    for (const { systemuserid: id } of people)
      answers.push(codeOf(await admin(`PATCH systemusers(${String(id)})`, { accessmode: 4 })));
    expect(answers.slice(0, 7).every((it) => it === '')).toBe(true);
    expect(answers[7]).toBe('0x8004B050');
    for (const { systemuserid: id } of people)
      await admin(`PATCH systemusers(${String(id)})`, { accessmode: 0 });
  });

  test.each([
    ['DELETE', 'businessunitid/$ref', undefined],
    ['PATCH', '', { 'businessunitid@odata.bind': null }],
  ])('a user is never without a business unit: %s %s', async (method, below_, body) => {
    const { user, unit } = await someone(customers);
    const at = `systemusers(${user})${below_ === '' ? '' : `/${below_}`}`;
    const answer = await admin(`${method} ${at}`, body);
    expect([answer.status, codeOf(answer)]).toEqual([400, '0x800404A7']);
    expect((await admin(`GET systemusers(${user})?$select=_businessunitid_value`)).json).toMatchObject({
      _businessunitid_value: unit,
    });
  });

  test.each(['PATCH', 'PUT'])(
    'a move to another business unit by %s takes the roles, and records go along',
    async (method) => {
      const { ask, unit, user } = await someone(customers);
      const account = createdId(await ask('POST accounts', { name: 'Mine' }));
      const target = unit === root ? below : root;
      const answer =
        method === 'PATCH'
          ? await admin(`PATCH systemusers(${user})`, {
              'businessunitid@odata.bind': `/businessunits(${target})`,
            })
          : await admin(`PUT systemusers(${user})/businessunitid/$ref`, {
              '@odata.id': `businessunits(${target})`,
            });
      expect(answer.status).toBe(204);
      expect(
        rowsIn(await admin(`GET systemusers(${user})/systemuserroles_association?$select=name`)),
      ).toEqual([]);
      expect(codeOf(await ask('GET accounts?$top=1'))).toBe('0x80042F09');
      expect((await admin(`GET accounts(${account})?$select=_owningbusinessunit_value`)).json).toMatchObject({
        _owningbusinessunit_value: target,
      });
      expect(
        rowsIn(
          await admin(
            `GET systemusers(${user})/teammembership_association?$select=_businessunitid_value&$filter=isdefault eq true`,
          ),
        ),
      ).toMatchObject([{ _businessunitid_value: target }]);
    },
  );

  test('lookups that the service sets itself are changed by nobody', async () => {
    const { user } = await someone(customers);
    const account = createdId(await admin('POST accounts', { name: 'Mine' }));
    const read = async () =>
      (await admin(`GET accounts(${account})?$select=_createdby_value,_owninguser_value,_ownerid_value`))
        .json;
    const before = await read();
    const bind = { 'createdby@odata.bind': `/systemusers(${user})` };
    expect((await admin(`PATCH accounts(${account})`, bind)).status).toBe(204);
    const link = { '@odata.id': `systemusers(${user})` };
    expect((await admin(`PUT accounts(${account})/createdby/$ref`, link)).status).toBe(400);
    expect((await admin(`DELETE accounts(${account})/createdby/$ref`)).status).toBe(400);
    const owned = { '@odata.id': `accounts(${account})` };
    expect((await admin(`POST systemusers(${user})/user_accounts/$ref`, owned)).status).toBe(400);
    expect({ ...(await read()), '@odata.etag': before['@odata.etag'] }).toEqual(before);
  });

  test('a function answers GET alone', async () => {
    const answer = await admin('POST WhoAmI', {});
    expect([answer.status, codeOf(answer)]).toEqual([404, '']);
    expect(answer.json).toMatchObject({
      error: { message: expect.stringMatching(/^No HTTP resource was found .+WhoAmI'\.$/) },
    });
  });

  test('a team that moves loses its roles; a default team stays', async () => {
    const { unit } = await someone(customers);
    const team = createdId(
      await admin('POST teams', { name: 'Moving', 'businessunitid@odata.bind': `/businessunits(${root})` }),
    );
    const role = String(
      rowsIn(
        await admin(
          `GET roles?$select=roleid&$filter=name eq 'Basic User' and _businessunitid_value eq ${root}`,
        ),
      )[0]?.['roleid'],
    );
    await admin(`POST teams(${team})/teamroles_association/$ref`, { '@odata.id': `roles(${role})` });
    expect(codeOf(await admin(`DELETE teams(${team})/businessunitid/$ref`))).toBe('0x800404A7');
    expect(
      (await admin(`PATCH teams(${team})`, { 'businessunitid@odata.bind': `/businessunits(${below})` }))
        .status,
    ).toBe(204);
    expect(rowsIn(await admin(`GET teams(${team})/teamroles_association?$select=name`))).toEqual([]);
    const [standard] = rowsIn(
      await admin(`GET teams?$select=teamid&$filter=isdefault eq true and _businessunitid_value eq ${unit}`),
    );
    const other = unit === root ? below : root;
    expect(
      codeOf(
        await admin(`PATCH teams(${String(standard?.['teamid'])})`, {
          'businessunitid@odata.bind': `/businessunits(${other})`,
        }),
      ),
    ).toBe('0x80048308');
  });

  test('a disabled user is given no role', async () => {
    const { role, user } = await someone(customers);
    await admin(`DELETE systemusers(${user})/systemuserroles_association(${role})/$ref`);
    await admin(`PATCH systemusers(${user})`, { isdisabled: true });
    const answer = await admin(`POST systemusers(${user})/systemuserroles_association/$ref`, {
      '@odata.id': `roles(${role})`,
    });
    expect([answer.status, codeOf(answer)]).toEqual([403, '0x80040225']);
  });

  test('roles are given where prvAssignRole reaches, and no more than one holds', async () => {
    const giver = await someone({
      prvAssignRole: 'Local',
      prvReadRole: 'Global',
      prvReadUser: 'Global',
      prvReadAccount: 'Basic',
    });
    const give = async (user: string, name: string) => {
      const unit = String(
        (await admin(`GET systemusers(${user})?$select=_businessunitid_value`)).json['_businessunitid_value'],
      );
      const [role] = rowsIn(
        await admin(
          `GET roles?$select=roleid&$filter=name eq '${name}' and _businessunitid_value eq ${unit}`,
        ),
      );
      return codeOf(
        await giver.ask(`POST systemusers(${user})/systemuserroles_association/$ref`, {
          '@odata.id': `roles(${String(role?.['roleid'])})`,
        }),
      );
    };
    const others = rowsIn(
      await admin(
        'GET systemusers?$select=systemuserid,_businessunitid_value&$filter=applicationid eq null and isdisabled eq false',
      ),
    );
    const near = String(others.find((it) => it['_businessunitid_value'] === giver.unit)?.['systemuserid']);
    const far = String(others.find((it) => it['_businessunitid_value'] !== giver.unit)?.['systemuserid']);
    const own = `Role ${used}`;
    expect([await give(near, own), await give(far, own)]).toEqual(['', '0x80040220']);
    expect(await give(near, 'System Administrator')).toBe('0x80040220');
  });

  test('assigning takes Assign, Write and Read, and an owner that may read', async () => {
    const all = {
      prvReadAccount: 'Global',
      prvWriteAccount: 'Global',
      prvAssignAccount: 'Global',
      prvReadUser: 'Global',
    } as const;
    const account = createdId(await admin('POST accounts', { name: 'To assign' }));
    const reader = await someone({ prvReadAccount: 'Basic' });
    const stranger = await someone({ prvReadContact: 'Basic' });
    const assign = async (ask: Ask, owner: string) =>
      codeOf(await ask(`PATCH accounts(${account})`, { 'ownerid@odata.bind': owner }));
    const { prvWriteAccount: _, ...withoutWrite } = all;
    expect(await assign((await someone(withoutWrite)).ask, `/systemusers(${reader.user})`)).toBe(
      '0x80040220',
    );
    const assigner = await someone(all);
    expect(await assign(assigner.ask, `/systemusers(${reader.user})`)).toBe('');
    expect(await assign(assigner.ask, `/systemusers(${stranger.user})`)).toBe('0x80040299');
    const team = createdId(
      await admin('POST teams', {
        name: 'Access',
        teamtype: 1,
        'businessunitid@odata.bind': `/businessunits(${root})`,
      }),
    );
    expect(await assign(admin, `/teams(${team})`)).toBe('0x80048340');
    const blind = await someone({ prvCreateAccount: 'Global' });
    expect(codeOf(await blind.ask('POST accounts', { name: 'x' }))).toBe('0x80040220');
  });

  test('what is shared of a record is shared of its tasks and notes, as long as it is', async () => {
    const { ask, user } = await someone({
      prvReadAccount: 'Basic',
      prvReadActivity: 'Basic',
      prvReadNote: 'Basic',
    });
    const account = createdId(await admin('POST accounts', { name: 'Shared' }));
    const task = createdId(
      await admin('POST tasks', {
        subject: 'Call',
        'regardingobjectid_account_task@odata.bind': `/accounts(${account})`,
      }),
    );
    const note = createdId(
      await admin('POST annotations', { subject: 'Note', 'objectid_task@odata.bind': `/tasks(${task})` }),
    );
    const reads = () =>
      Promise.all(
        [`accounts(${account})`, `tasks(${task})`, `annotations(${note})`].map(
          async (it) => (await ask(`GET ${it}`)).status,
        ),
      );
    expect(await reads()).toEqual([403, 403, 403]);
    const Target = { accountid: account, '@odata.type': 'Microsoft.Dynamics.CRM.account' };
    const Principal = { systemuserid: user, '@odata.type': 'Microsoft.Dynamics.CRM.systemuser' };
    await admin('POST GrantAccess', { Target, PrincipalAccess: { AccessMask: 'ReadAccess', Principal } });
    expect(await reads()).toEqual([200, 200, 200]);
    await admin('POST RevokeAccess', { Target, Revokee: Principal });
    expect(await reads()).toEqual([403, 403, 403]);
  });

  test('a user is deleted when disabled, softly and then for good, and comes back with nothing', async () => {
    const { user } = await someone(customers);
    const first = await admin(`DELETE systemusers(${user})`);
    expect([first.status, codeOf(first)]).toEqual([405, '0x80040227']);
    await admin(`PATCH systemusers(${user})`, { isdisabled: true });
    expect((await admin(`DELETE systemusers(${user})`)).status).toBe(204);
    expect((await admin(`GET systemusers(${user})?$select=deletedstate`)).json).toMatchObject({
      deletedstate: 1,
    });
    expect(rowsIn(await admin(`GET systemusers(${user})/systemuserroles_association?$select=name`))).toEqual(
      [],
    );
    expect(rowsIn(await admin(`GET systemusers(${user})/teammembership_association?$select=name`))).toEqual(
      [],
    );
    // What it owns is given to somebody first (Learn: "Delete users", prerequisites).
    const owning = await admin(`DELETE systemusers(${user})`);
    expect([owning.status, codeOf(owning)]).toEqual([405, '0x80040227']);
    const heir = String((await admin('GET WhoAmI')).json['UserId']);
    const given = await admin(`POST systemusers(${user})/Microsoft.Dynamics.CRM.ReassignObjectsSystemUser`, {
      ReassignPrincipal: { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: heir },
    });
    expect(given.status).toBe(204);
    expect((await admin(`DELETE systemusers(${user})`)).status).toBe(204);
    expect((await admin(`GET systemusers(${user})`)).status).toBe(404);
  });
});

test.each([
  ['ownTeam', 403],
  ['everyTeam', 200],
] as const)('a role of one team and a record of another, both with the same member: %s', (rule, status) => {
  const lab = openLab({ seed: { settings: { teamRoleReaches: rule } } });
  const admin = person('admin');
  const create = (set: string, body: object): string => {
    const answer = lab.send(admin, 'POST', `/${set}`, body);
    expect([set, errorOf(answer).message]).toEqual([set, '']);
    return /\(([^)]+)\)$/.exec(answer.headers['odata-entityid'] ?? '')?.[1] ?? '';
  };
  const bind = { 'businessunitid@odata.bind': `/businessunits(${lab.unitId('Contoso')})` };
  const [holding, owning] = [
    create('teams', { name: 'Holds', ...bind }),
    create('teams', { name: 'Owns', ...bind }),
  ];
  const link = (path: string, to: string) => lab.send(admin, 'POST', `/${path}/$ref`, { '@odata.id': to });
  const role = create('roles', { name: 'Own accounts', isinherited: 0, ...bind });
  const [privilege] = rowsOf(
    lab.get(admin, "/privileges?$select=privilegeid&$filter=name eq 'prvReadAccount'"),
  );
  lab.send(admin, 'POST', `/roles(${role})/Microsoft.Dynamics.CRM.AddPrivilegesRole`, {
    Privileges: [{ PrivilegeId: textAt(privilege, 'privilegeid'), Depth: 'Basic' }],
  });
  for (const team of [holding, owning])
    link(`teams(${team})/teammembership_association`, `systemusers(${lab.userId('ivy@lab.demo.test')})`);
  link(`teams(${holding})/teamroles_association`, `roles(${role})`);
  link(`teams(${owning})/teamroles_association`, `roles(${role})`);
  const account = create('accounts', { name: 'Theirs', 'ownerid@odata.bind': `/teams(${owning})` });
  lab.send(admin, 'DELETE', `/teams(${owning})/teamroles_association(${role})/$ref`);
  expect(lab.get(person('idle'), `/accounts(${account})`).status).toBe(status);
});

// Web service error codes.
test('support users only read, and are neither changed nor given roles; delegated administrators are not changed', () => {
  const lab = openLab({
    seed: {
      generatedUsers: 0,
      users: labSeed.users.map((it) =>
        it.username.startsWith('sam@')
          ? { ...it, accessMode: 3, roles: ['Support User'] }
          : it.username.startsWith('mona@')
            ? { ...it, accessMode: 5 }
            : it,
      ),
    },
  });
  const admin = person('admin');
  const code = (method: string, url: string, body: unknown = null, caller = admin) =>
    errorOf(lab.send(caller, method, url, body)).code;
  const [sam, mona, dana] = ['sam', 'mona', 'dana'].map((it) => lab.userId(`${it}@lab.demo.test`));
  expect(lab.get(person('sam'), '/accounts?$top=1').status).toBe(200);
  expect(code('POST', '/accounts', { name: 'x' }, person('sam'))).toBe('0x80044502');
  expect(code('PATCH', `/systemusers(${sam})`, { jobtitle: 'x' })).toBe('0x80041D41');
  expect(code('PATCH', `/systemusers(${mona})`, { jobtitle: 'x' })).toBe('0x80041D67');
  expect(code('PATCH', `/systemusers(${dana})`, { accessmode: 3 })).toBe('0x80041D41');
  const role = (name: string) => ({ '@odata.id': `roles(${lab.roleId(name, 'EMEA')})` });
  const roles = (user: string | undefined) => `/systemusers(${user})/systemuserroles_association`;
  expect(code('POST', `${roles(sam)}/$ref`, role('Salesperson'))).toBe('0x80041D51');
  expect(code('POST', `${roles(dana)}/$ref`, role('Support User'))).toBe('0x80041D44');
  expect(code('DELETE', `${roles(sam)}(${lab.roleId('Support User', 'EMEA')})/$ref`)).toBe('0x80041D45');
});
