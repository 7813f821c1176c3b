import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import type { EnvironmentSettings } from '../../../emulator/dataverse/environment-seed.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';
import { errorOf, openLab, person, rowsOf, serviceRoot, textAt } from './rig.ts';

let cloud: DemoCloud;
let admin: Ask;
let root: string;
let organization: string;
let role: string;
const used = new Set<string>();
let made = 0;
const named = (what: string): string => `${what} ${(made += 1)}`;

const rights = {
  prvReadAccount: 'Basic',
  prvWriteAccount: 'Basic',
  prvDeleteAccount: 'Basic',
  prvAssignAccount: 'Basic',
  prvShareAccount: 'Basic',
  prvAppendAccount: 'Basic',
  prvAppendToAccount: 'Basic',
  prvReadActivity: 'Basic',
  prvReadUser: 'Global',
} as const;

const make = async (set: string, body: object): Promise<string> => {
  const answer = await admin(`POST ${set}`, body);
  expect([set, answer.status, answer.text]).toEqual([set, 204, '']);
  return createdId(answer);
};
const change = async (path: string, body: object): Promise<void> => {
  const answer = await admin(`PATCH ${path}`, body);
  expect([path, answer.status, answer.text]).toEqual([path, 204, '']);
};
const unitBelow = (parent: string): Promise<string> =>
  make('businessunits', {
    name: named('Unit'),
    'parentbusinessunitid@odata.bind': `/businessunits(${parent})`,
  });
const roleOf = async (privileges: Readonly<Record<string, string>>): Promise<string> => {
  const id = await make('roles', {
    name: named('Role'),
    'businessunitid@odata.bind': `/businessunits(${root})`,
  });
  const Privileges = [];
  for (const [name, Depth] of Object.entries(privileges)) {
    const [row] = rowsIn(await admin(`GET privileges?$select=privilegeid&$filter=name eq '${name}'`));
    Privileges.push({ PrivilegeId: row?.['privilegeid'], Depth });
  }
  await admin(`POST roles(${id})/Microsoft.Dynamics.CRM.AddPrivilegesRole`, { Privileges });
  return id;
};

/** Somebody with one role in a business unit. */
const someone = async (unit: string, of = role): Promise<string> => {
  const people = rowsIn(
    await admin(
      "GET systemusers?$select=systemuserid&$filter=applicationid eq null and isdisabled eq false and accessmode eq 0 and contains(domainname,'@') and not contains(domainname,'adele')",
    ),
  ).map((it) => String(it['systemuserid']));
  const user = people.find((it) => !used.has(it)) ?? '';
  used.add(user);
  await change(`systemusers(${user})`, { 'businessunitid@odata.bind': `/businessunits(${unit})` });
  for (const it of rowsIn(await admin(`GET systemusers(${user})/systemuserroles_association?$select=roleid`)))
    await admin(`DELETE systemusers(${user})/systemuserroles_association(${String(it['roleid'])})/$ref`);
  const [copy] = rowsIn(
    await admin(
      `GET roles?$select=roleid&$filter=_parentrootroleid_value eq ${of} and _businessunitid_value eq ${unit}`,
    ),
  );
  await admin(`POST systemusers(${user})/systemuserroles_association/$ref`, {
    '@odata.id': `roles(${String(copy?.['roleid'])})`,
  });
  return user;
};
const reportsTo = (user: string, manager: string | null): Promise<void> =>
  change(`systemusers(${user})`, {
    'parentsystemuserid@odata.bind': manager === null ? null : `/systemusers(${manager})`,
  });
const account = (owner: string, set = 'systemusers'): Promise<string> =>
  make('accounts', { name: 'Of a report', 'ownerid@odata.bind': `/${set}(${owner})` });
const as = (user: string, request: string, body?: unknown) => admin(request, body, { mscrmcallerid: user });
const statusFor = async (user: string, request: string, body?: unknown): Promise<number> =>
  (await as(user, request, body)).status;
const access = async (user: string, id: string): Promise<unknown> => {
  const target = encodeURIComponent(JSON.stringify({ '@odata.id': `accounts(${id})` }));
  const path = `systemusers(${user})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=${target}`;
  return (await admin(`GET ${path}`)).json['AccessRights'];
};
const origin = async (user: string, table: string, id: string): Promise<unknown> =>
  (await admin(`GET RetrieveAccessOrigin(ObjectId=${id},LogicalName='${table}',PrincipalId=${user})`)).json[
    'Response'
  ];
const settings = (body: object): Promise<void> => change(`organizations(${organization})`, body);
const share = async (id: string, mask: string, principal: object): Promise<void> => {
  const answer = await admin('POST GrantAccess', {
    Target: { accountid: id, '@odata.type': 'Microsoft.Dynamics.CRM.account' },
    PrincipalAccess: { AccessMask: mask, Principal: principal },
  });
  expect(answer.status).toBe(204);
};

beforeAll(async () => {
  cloud = await startDemoCloud({});
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  const [top] = rowsIn(
    await admin('GET businessunits?$select=businessunitid&$filter=parentbusinessunitid eq null'),
  );
  root = String(top?.['businessunitid']);
  const [row] = rowsIn(await admin('GET organizations?$select=organizationid'));
  organization = String(row?.['organizationid']);
  role = await roleOf(rights);
});
afterAll(() => cloud.close());
beforeEach(() =>
  settings({
    ishierarchicalsecuritymodelenabled: true,
    usepositionhierarchy: false,
    maxdepthforhierarchicalsecuritymodel: 3,
  }),
);

// Learn: "Hierarchy security".
describe('manager hierarchy', () => {
  test('is off by default, three levels deep; changing it needs its privilege, other settings cannot be changed', async () => {
    const other = await startDemoCloud({});
    try {
      const ask = await askAs(other, 'adele.admin@contoso.demo.test');
      const columns =
        'ishierarchicalsecuritymodelenabled,usepositionhierarchy,maxdepthforhierarchicalsecuritymodel';
      expect(rowsIn(await ask(`GET organizations?$select=${columns}`))).toMatchObject([
        {
          ishierarchicalsecuritymodelenabled: false,
          usepositionhierarchy: false,
          maxdepthforhierarchicalsecuritymodel: 3,
        },
      ]);
    } finally {
      await other.close();
    }
    const user = await someone(
      root,
      await roleOf({ prvWriteOrganization: 'Global', prvReadOrganization: 'Global' }),
    );
    const on = { ishierarchicalsecuritymodelenabled: true };
    const refused = await as(user, `PATCH organizations(${organization})`, on);
    expect([refused.status, codeOf(refused)]).toEqual([403, '0x80040220']);
    expect(refused.text).toContain('prvWriteHierarchicalSecurityConfiguration');
    expect((await admin(`PATCH organizations(${organization})`, { name: 'x' })).status).toBe(501);
    expect((await admin(`DELETE organizations(${organization})`)).status).toBe(400);
  });

  test('a manager reads and changes what its reports own, reads what those below them own, and sees nothing below the depth', async () => {
    const chain: string[] = [];
    for (let level = 0; level < 5; level += 1) {
      const user = await someone(root);
      if (level > 0) await reportsTo(user, chain[level - 1] ?? '');
      chain.push(user);
    }
    const [top = '', ...below] = chain;
    const accounts = await Promise.all(below.map((user) => account(user)));
    expect(await Promise.all(accounts.map((id) => access(top, id)))).toEqual([
      'ReadAccess, WriteAccess, AppendAccess, AppendToAccess',
      'ReadAccess',
      'ReadAccess',
      'None',
    ]);
    const reads = () => Promise.all(accounts.map((id) => statusFor(top, `GET accounts(${id})`)));
    expect(await reads()).toEqual([200, 200, 200, 403]);
    expect(
      await Promise.all(accounts.map((id) => statusFor(top, `PATCH accounts(${id})`, { name: 'x' }))),
    ).toEqual([204, 403, 403, 403]);
    const [first = ''] = accounts;
    expect(await statusFor(top, `DELETE accounts(${first})`)).toBe(403);
    const owner = { 'ownerid@odata.bind': `/systemusers(${top})` };
    expect(await statusFor(top, `PATCH accounts(${first})`, owner)).toBe(403);

    await settings({ maxdepthforhierarchicalsecuritymodel: 1 });
    expect(await reads()).toEqual([200, 403, 403, 403]);
    await settings({ ishierarchicalsecuritymodelenabled: false });
    expect(await reads()).toEqual([403, 403, 403, 403]);
  });

  test('queries of every kind see the same', async () => {
    const [manager, report] = [await someone(root), await someone(root)];
    await reportsTo(report, manager);
    await Promise.all([account(report), account(report)]);
    const fetchXml = (inside: string, more = '') =>
      encodeURIComponent(`<fetch ${more}><entity name="account">${inside}</entity></fetch>`);
    const count = async (): Promise<readonly unknown[]> => [
      rowsIn(await as(manager, 'GET accounts?$select=name')).length,
      (await as(manager, 'GET accounts/$count')).text.replace('﻿', ''),
      rowsIn(await as(manager, `GET accounts?$filter=_ownerid_value eq ${report}`)).length,
      rowsIn(await as(manager, `GET accounts?fetchXml=${fetchXml('<attribute name="name"/>')}`)).length,
      rowsIn(
        await as(
          manager,
          `GET accounts?fetchXml=${fetchXml('<attribute name="accountid" alias="n" aggregate="count"/>', 'aggregate="true"')}`,
        ),
      )[0]?.['n'],
      rowsIn(await as(manager, 'GET accounts?$apply=aggregate($count as n)'))[0]?.['n'],
      rowsIn(
        await as(
          manager,
          `GET accounts?fetchXml=${fetchXml('<filter><condition attribute="ownerid" operator="eq-useroruserhierarchy"/></filter>')}`,
        ),
      ).length,
    ];
    const owned = async (user: string): Promise<number> =>
      rowsIn(await admin(`GET accounts?$select=name&$filter=_ownerid_value eq ${user}`)).length;
    const [mine, theirs] = [await owned(manager), await owned(report)];
    const on = await count();
    await settings({ ishierarchicalsecuritymodelenabled: false });
    const off = await count();
    const all = Number(off[0]);
    expect(off).toEqual([all, String(all), 0, all, all, all, mine]);
    const more = all + theirs;
    expect(on).toEqual([more, String(more), theirs, more, more, more, mine + theirs]);
  });

  test('what a team of the report owns, and what is shared with it or its team, for what it is shared', async () => {
    const [manager, report, stranger] = [await someone(root), await someone(root), await someone(root)];
    await reportsTo(report, manager);
    const team = await make('teams', {
      name: named('Of the report'),
      'businessunitid@odata.bind': `/businessunits(${root})`,
    });
    await admin(`POST teams(${team})/teamroles_association/$ref`, { '@odata.id': `roles(${role})` });
    await admin(`POST teams(${team})/teammembership_association/$ref`, {
      '@odata.id': `systemusers(${report})`,
    });
    const ofTeam = await account(team, 'teams');
    expect(await access(manager, ofTeam)).toBe('ReadAccess, WriteAccess, AppendAccess, AppendToAccess');
    expect(await origin(manager, 'account', ofTeam)).toBe(
      `PrincipalId has access to (${team}) through hierarchy security. (${team}) is object owner (${ofTeam})`,
    );
    const [one, two] = [await account(stranger), await account(stranger)];
    expect(await access(manager, one)).toBe('None');
    const user = { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: report };
    await share(one, 'ReadAccess', user);
    await share(two, 'ReadAccess, WriteAccess, DeleteAccess', {
      '@odata.type': 'Microsoft.Dynamics.CRM.team',
      teamid: team,
    });
    expect([await access(manager, one), await access(manager, two)]).toEqual([
      'ReadAccess',
      'ReadAccess, WriteAccess',
    ]);
    expect(await statusFor(manager, `PATCH accounts(${one})`, { name: 'x' })).toBe(403);
  });

  test('what stands below the records of a report', async () => {
    const [manager, report] = [await someone(root), await someone(root)];
    await reportsTo(report, manager);
    const id = await account(report);
    const task = await make('tasks', {
      subject: 'Below',
      'regardingobjectid_account_task@odata.bind': `/accounts(${id})`,
    });
    expect(await statusFor(manager, `GET tasks(${task})`)).toBe(200);
    expect(await origin(manager, 'task', task)).toBe(
      `PrincipalId has access to (${report}) through hierarchy security. (${report}) is owner of a parent entity of object (${task})`,
    );
    expect(await origin(manager, 'account', id)).toBe(
      `PrincipalId has access to (${report}) through hierarchy security. (${report}) is object owner (${id})`,
    );
  });

  test('gives nothing without the privilege, and nothing that a report reads by its roles alone', async () => {
    const blind = await someone(root, await roleOf({ prvReadUser: 'Global', prvReadContact: 'Basic' }));
    const reader = await someone(root, await roleOf({ prvReadAccount: 'Basic' }));
    const report = await someone(root, await roleOf({ prvReadAccount: 'Local' }));
    const third = await someone(root);
    await reportsTo(report, blind);
    const [mine, theirs] = [await account(report), await account(third)];
    expect(codeOf(await as(blind, `GET accounts(${mine})`))).toBe('0x80040220');
    await reportsTo(report, reader);
    expect(await access(reader, mine)).toBe('ReadAccess');
    expect([
      await statusFor(report, `GET accounts(${theirs})`),
      await statusFor(reader, `GET accounts(${theirs})`),
    ]).toEqual([200, 403]);
  });

  test('a manager is in the business unit of its reports or above it, and no circle of managers is closed', async () => {
    const above = await unitBelow(root);
    const [unit, beside] = [await unitBelow(above), await unitBelow(root)];
    const [manager, far, report, deep] = [
      await someone(above),
      await someone(beside),
      await someone(unit),
      await someone(await unitBelow(unit)),
    ];
    const refusal = async (user: string, of: string): Promise<string> =>
      codeOf(
        await admin(`PATCH systemusers(${user})`, {
          'parentsystemuserid@odata.bind': `/systemusers(${of})`,
        }),
      );
    expect(await refusal(report, far)).toBe('0x80041D07');
    expect(await refusal(manager, report)).toBe('0x80041D07');
    await reportsTo(report, manager);
    await reportsTo(deep, report);
    expect(await access(manager, await account(report))).toContain('WriteAccess');
    expect(await access(manager, await account(deep))).toBe('ReadAccess');
    expect(await refusal(manager, manager)).toBe('0x80041D25');
    const peer = await someone(above);
    await reportsTo(manager, peer);
    expect(await refusal(peer, manager)).toBe('0x80041D25');
  });

  // Learn: SetBusinessSystemUserRequest, notes for callers.
  test('who moves out of reach has no manager any more, and leaves its reports to it', async () => {
    const [unit, beside] = [await unitBelow(root), await unitBelow(root)];
    const [boss, manager, report] = [await someone(unit), await someone(unit), await someone(unit)];
    await reportsTo(manager, boss);
    await reportsTo(report, manager);
    await change(`systemusers(${manager})`, { 'businessunitid@odata.bind': `/businessunits(${beside})` });
    const managerOf = async (user: string) =>
      (await admin(`GET systemusers(${user})?$select=_parentsystemuserid_value`)).json[
        '_parentsystemuserid_value'
      ];
    expect([await managerOf(manager), await managerOf(report)]).toEqual([null, boss]);
  });

  test('a manager is set with prvAssignManager, a position with prvAssignPosition', async () => {
    const clerk = await someone(
      root,
      await roleOf({
        prvReadUser: 'Global',
        prvWriteUser: 'Global',
        prvAppendUser: 'Global',
        prvAppendToUser: 'Global',
        prvReadPosition: 'Global',
        prvAppendToPosition: 'Global',
      }),
    );
    const [user, manager] = [await someone(root), await someone(root)];
    const position = await make('positions', { name: 'Clerk' });
    for (const [column, link, privilege] of [
      ['parentsystemuserid', `/systemusers(${manager})`, 'prvAssignManager'],
      ['positionid', `/positions(${position})`, 'prvAssignPosition'],
    ]) {
      const answer = await as(clerk, `PATCH systemusers(${user})`, {
        [`${String(column)}@odata.bind`]: link,
      });
      expect([answer.status, codeOf(answer)]).toEqual([403, '0x80040220']);
      expect(answer.text).toContain(privilege);
    }
  });
});

describe('position hierarchy', () => {
  const tag = (user: string, position: string): Promise<void> =>
    change(`systemusers(${user})`, { 'positionid@odata.bind': `/positions(${position})` });
  const below = (parent: string | null, name: string): Promise<string> =>
    make('positions', {
      name,
      ...(parent === null ? {} : { 'parentpositionid@odata.bind': `/positions(${parent})` }),
    });

  test('goes by positions, across business units, down the direct path alone; managers do not count', async () => {
    const [here, there] = [await unitBelow(root), await unitBelow(root)];
    const [chief, sales, service] = [await someone(here), await someone(there), await someone(there)];
    const clerk = await someone(here);
    const ceo = await below(null, 'CEO');
    const [first, second] = [await below(ceo, 'Sales'), await below(ceo, 'Service')];
    await tag(chief, ceo);
    await tag(sales, first);
    await tag(service, second);
    await tag(clerk, await below(first, 'Clerk'));
    const boss = await someone(here);
    await reportsTo(clerk, boss);
    const id = await account(clerk);
    const all = (): Promise<readonly unknown[]> =>
      Promise.all([chief, sales, service, boss].map((user) => access(user, id)));
    const direct = 'ReadAccess, WriteAccess, AppendAccess, AppendToAccess';
    expect(await all()).toEqual(['None', 'None', 'None', direct]);
    await settings({ usepositionhierarchy: true });
    expect(await all()).toEqual(['ReadAccess', direct, 'None', 'None']);
    await settings({ maxdepthforhierarchicalsecuritymodel: 1 });
    expect(await all()).toEqual(['None', direct, 'None', 'None']);
  });

  test('positions stand in no circle, below no disabled one, and stay while somebody has them', async () => {
    const top = await below(null, 'Top');
    const middle = await below(top, 'Middle');
    const refusal = async (request: string, body?: unknown) => codeOf(await admin(request, body));
    const parent = (id: string) => ({ 'parentpositionid@odata.bind': `/positions(${id})` });
    expect(await refusal(`PATCH positions(${top})`, parent(middle))).toBe('0x80040387');
    const user = await someone(root);
    await tag(user, middle);
    expect(await refusal(`DELETE positions(${middle})`)).toBe('0x80048343');
    expect(await refusal(`PATCH positions(${middle})`, { statecode: 1 })).toBe('0x80048343');
    await change(`positions(${top})`, { statecode: 1 });
    expect(await refusal('POST positions', { name: 'New', ...parent(top) })).toBe('0x80048344');
    await change(`systemusers(${user})`, { 'positionid@odata.bind': null });
    await change(`positions(${middle})`, { statecode: 1 });
    expect(await refusal(`PATCH positions(${middle})`, { statecode: 0 })).toBe('0x80048344');
    const under = encodeURIComponent(
      `<fetch><entity name="position"><attribute name="name"/><filter><condition attribute="positionid" operator="under" value="${top}"/></filter></entity></fetch>`,
    );
    expect(rowsIn(await admin(`GET positions?fetchXml=${under}`))).toMatchObject([{ name: 'Middle' }]);
    // What stands below goes along, unless somebody has it (position table reference, CascadeConfiguration).
    await change(`positions(${top})`, { statecode: 0 });
    await change(`positions(${middle})`, { statecode: 0 });
    await tag(user, middle);
    expect(await refusal(`DELETE positions(${top})`)).toBe('0x80048343');
    expect((await admin(`GET positions(${top})`)).status).toBe(200);
    await change(`systemusers(${user})`, { 'positionid@odata.bind': null });
    expect((await admin(`DELETE positions(${top})`)).status).toBe(204);
    expect((await admin(`GET positions(${middle})`)).status).toBe(404);
  });
});

// Learn: "Hierarchy security": settings of the organization that its row says as XML.
describe('settings', () => {
  const open = (settings: EnvironmentSettings) => {
    const lab = openLab({
      seed: { generatedUsers: 0, settings: { hierarchySecurity: { model: 'manager' }, ...settings } },
    });
    const boss = person('admin');
    const [sam, mona] = [lab.userId('sam@lab.demo.test'), lab.userId('mona@lab.demo.test')];
    const owned = (set: string, body: object): string =>
      (
        lab.send(boss, 'POST', `/${set}`, { ...body, 'ownerid@odata.bind': `/systemusers(${sam})` }).headers[
          'odata-entityid'
        ] ?? ''
      ).slice(serviceRoot.length);
    const manage = () =>
      lab.send(boss, 'PATCH', `/systemusers(${sam})`, {
        'parentsystemuserid@odata.bind': `/systemusers(${mona})`,
      });
    const reads = (url: string): number => lab.get(person('mona'), url).status;
    return { boss, lab, manage, owned, reads, sam };
  };

  test('managers of any business unit, where the organization does not ask for theirs', () => {
    const strict = open({});
    expect(errorOf(strict.manage()).code).toBe('0x80041D07');
    const lax = open({ managersMustBeInSameOrParentBusinessUnitAsReports: false });
    expect(lax.manage().status).toBe(204);
    expect(lax.reads(lax.owned('accounts', { name: 'x' }))).toBe(200);
    const across = open({ enableOwnershipAcrossBusinessUnits: true });
    expect(across.manage().status).toBe(204);
    expect(across.reads(across.owned('accounts', { name: 'x' }))).toBe(403);
    const [row] = rowsOf(lax.lab.get(lax.boss, '/organizations?$select=orgdborgsettings'));
    expect(textAt(row, 'orgdborgsettings')).toContain(
      '<ManagersMustBeInSameOrParentBusinessUnitAsReports>false</ManagersMustBeInSameOrParentBusinessUnitAsReports>',
    );
  });

  test('tables that are excluded', () => {
    const { manage, owned, reads } = open({
      managersMustBeInSameOrParentBusinessUnitAsReports: false,
      tablesWithoutHierarchySecurity: ['contact'],
    });
    manage();
    expect([reads(owned('accounts', { name: 'x' })), reads(owned('contacts', { lastname: 'x' }))]).toEqual([
      200, 403,
    ]);
  });

  test.each([
    [true, 200],
    [false, 403],
  ])('records of disabled reports: %s', (authorizationEnableHSMForDisabledUsers, status) => {
    const { boss, lab, manage, owned, reads, sam } = open({
      managersMustBeInSameOrParentBusinessUnitAsReports: false,
      authorizationEnableHSMForDisabledUsers,
    });
    manage();
    const account = owned('accounts', { name: 'x' });
    expect(reads(account)).toBe(200);
    lab.send(boss, 'PATCH', `/systemusers(${sam})`, { isdisabled: true });
    expect(reads(account)).toBe(status);
  });
});
