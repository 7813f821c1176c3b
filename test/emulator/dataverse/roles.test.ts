import { beforeEach, describe, expect, test } from 'vitest';
import { sharedPrivileges } from '../../../emulator/dataverse/base/privileges.ts';
import { roleCatalogue } from '../../../emulator/dataverse/base/role-catalogue.ts';
import { depthOrder } from '../../../emulator/dataverse/base/role-definition.ts';
import { app, apps, errorOf, type Lab, openLab, person, rowsOf, textAt } from './rig.ts';

const admin = person('admin');
const custom = 'Integration – Accounts Reader';
let lab: Lab;
beforeEach(() => {
  lab = openLab();
});

const privilegeId = (name: string): string =>
  textAt(
    rowsOf(lab.get(admin, `/privileges?$select=privilegeid&$filter=name eq '${name}'`))[0],
    'privilegeid',
  );

const grant = (name: string, depth: string) => ({
  '@odata.type': 'Microsoft.Dynamics.CRM.RolePrivilege',
  PrivilegeId: privilegeId(name),
  Depth: depth,
});

const act = (role: string, action: string, body: unknown, caller = admin) =>
  lab.send(caller, 'POST', `/roles(${role})/Microsoft.Dynamics.CRM.${action}`, body);

const createRole = (name: string, unit = 'Contoso', caller = admin) =>
  lab.send(caller, 'POST', '/roles', {
    name,
    'businessunitid@odata.bind': `/businessunits(${lab.unitId(unit)})`,
  });

const grantsOf = (role: string): Record<string, unknown> => {
  const { json } = lab.get(admin, `/RetrieveRolePrivilegesRole(RoleId=@r)?@r=${role}`);
  const rows = rowsOf({ status: 200, headers: {}, text: '', json: { value: json['RolePrivileges'] } });
  return Object.fromEntries(rows.map((it) => [textAt(it, 'PrivilegeName'), it['Depth']]));
};

const copies = (name: string) =>
  rowsOf(
    lab.get(
      admin,
      `/roles?$select=roleid,name,_parentrootroleid_value&$expand=businessunitid($select=name)&$filter=name eq '${name}'`,
    ),
  );

describe('creating a role', () => {
  test('gives it no privileges and a copy in every business unit at once', () => {
    expect(createRole('Nightly sync').status).toBe(204);
    const root = lab.roleId('Nightly sync');
    const all = copies('Nightly sync');
    expect(all.map((it) => it['businessunitid'])).toEqual(
      expect.arrayContaining(
        ['Contoso', 'EMEA', 'Germany', 'Americas'].map((name) => expect.objectContaining({ name })),
      ),
    );
    expect(new Set(all.map((it) => it['_parentrootroleid_value']))).toEqual(new Set([root]));
    expect(grantsOf(root)).toEqual({});
  });

  test('in a business unit below the root reaches only what stands below it', () => {
    createRole('Regional', 'EMEA');
    expect(copies('Regional').map((it) => it['businessunitid'])).toEqual([
      expect.objectContaining({ name: 'EMEA' }),
      expect.objectContaining({ name: 'Germany' }),
    ]);
  });

  test('refuses a name that is taken, in any case, one that is missing or too long, and a missing unit', () => {
    const answer = createRole(custom.toUpperCase());
    expect(errorOf(answer).code).toBe('0x80041403');
    expect(errorOf(answer).message).toContain(lab.roleId(custom));
    expect(errorOf(createRole('')).code).toBe('0x80041407');
    expect(errorOf(createRole('x'.repeat(101))).code).toBe('0x80044331');
    expect(errorOf(lab.send(admin, 'POST', '/roles', { name: 'Loose' })).code).toBe('0x80041406');
  });

  test('needs prvCreateRole', () => {
    expect(errorOf(createRole('Mine', 'Contoso', app('reader'))).message).toContain('prvCreateRole');
  });
});

describe('privileges of a role', () => {
  test('are added, widened and removed one by one, and every copy grants the same', () => {
    const role = lab.roleId(custom);
    const before = grantsOf(role);
    const body = { Privileges: [grant('prvReadContact', 'Deep'), grant('prvReadAccount', 'Global')] };
    expect(act(role, 'AddPrivilegesRole', body).status).toBe(204);
    expect(grantsOf(role)).toEqual({ ...before, prvReadContact: 'Deep', prvReadAccount: 'Global' });
    expect(grantsOf(lab.roleId(custom, 'Germany'))).toEqual(grantsOf(role));
    const Privilege = {
      '@odata.type': 'Microsoft.Dynamics.CRM.privilege',
      privilegeid: privilegeId('prvReadContact'),
    };
    expect(act(role, 'RemovePrivilegeRole', { Privilege }).status).toBe(204);
    expect(grantsOf(role)['prvReadContact']).toBeUndefined();
  });

  test('are all gone but the named ones after a replacement', () => {
    const role = lab.roleId(custom);
    expect(
      act(role, 'ReplacePrivilegesRole', { Privileges: [grant('prvReadContact', 'Basic')] }).status,
    ).toBe(204);
    expect(grantsOf(role)).toEqual({ prvReadContact: 'Basic' });
  });

  test.each([
    ['reference', 204, 400],
    ['id', 400, 204],
    ['both', 204, 204],
  ] as const)('a removal that takes %s', (takes, byReference, byId) => {
    lab = openLab({ seed: { settings: { removePrivilegeRoleTakes: takes } } });
    const role = lab.roleId(custom);
    const id = privilegeId('prvReadAccount');
    expect(act(role, 'RemovePrivilegeRole', { PrivilegeId: id }).status).toBe(byId);
    expect(act(role, 'RemovePrivilegeRole', { Privilege: { privilegeid: id } }).status).toBe(byReference);
  });

  test.each([
    ['a depth that the privilege does not have', 'prvReadBusinessUnit', 'Basic', '0x8004140B'],
    ['a depth that is none', 'prvReadAccount', 'Everywhere', '0x8004140B'],
  ])('%s is refused', (_, name, depth, code) => {
    const answer = act(lab.roleId(custom), 'AddPrivilegesRole', { Privileges: [grant(name, depth)] });
    expect(errorOf(answer).code).toBe(code);
  });

  test('are seen by access checks after the lag of the cache, at once with strong consistency', () => {
    let now = Date.UTC(2026, 0, 15);
    lab = openLab({ now: () => now, lagSeconds: () => 20 });
    const ask = (headers = {}) => lab.get(app('reader'), '/contacts?$top=1', headers).status;
    expect(ask()).toBe(403);
    act(lab.roleId(custom), 'AddPrivilegesRole', { Privileges: [grant('prvReadContact', 'Global')] });
    expect(ask()).toBe(403);
    expect(ask({ consistency: 'Strong' })).toBe(200);
    now += 20_000;
    expect(ask()).toBe(200);
  });

  test('cannot be given by a caller who lacks them or holds them less far', () => {
    lab.send(admin, 'POST', '/roles', {
      name: 'Role editor',
      'businessunitid@odata.bind': `/businessunits(${lab.unitId('Contoso')})`,
    });
    const editor = lab.roleId('Role editor');
    act(editor, 'AddPrivilegesRole', {
      Privileges: [
        ...['prvReadRole', 'prvWriteRole', 'prvReadPrivilege'].flatMap((name) =>
          privilegeId(name) === '' ? [] : [grant(name, 'Global')],
        ),
        grant('prvReadContact', 'Local'),
      ],
    });
    lab.send(admin, 'POST', `/systemusers(${lab.appUserId('roleless')})/systemuserroles_association/$ref`, {
      '@odata.id': `https://x/api/data/v9.2/roles(${editor})`,
    });
    const role = lab.roleId(custom);
    const give = (name: string, depth: string) =>
      act(role, 'AddPrivilegesRole', { Privileges: [grant(name, depth)] }, app('roleless'));
    expect(errorOf(give('prvDeleteAccount', 'Basic')).message).toMatch(
      /^RoleService::VerifyCallerPrivileges failed.*prvDeleteAccount/,
    );
    expect(errorOf(give('prvReadContact', 'Deep')).message).toContain('Depth: Deep');
    expect(give('prvReadContact', 'Local').status).toBe(204);
    expect(errorOf(act(role, 'AddPrivilegesRole', {}, app('reader'))).message).toContain('prvWriteRole');
  });
});

describe('changing and deleting a role', () => {
  test('a new name stands on every copy', () => {
    const role = lab.roleId(custom);
    expect(lab.send(admin, 'PATCH', `/roles(${role})`, { name: 'Renamed', description: 'Why' }).status).toBe(
      204,
    );
    expect(copies('Renamed')).toHaveLength(4);
  });

  test('roles of the system, of solutions, and copies stay as they are', () => {
    const add = (role: string) =>
      errorOf(act(role, 'AddPrivilegesRole', { Privileges: [grant('prvReadAccount', 'Global')] })).code;
    expect(add(lab.roleId('System Administrator'))).toBe('0x80041D31');
    expect(add(lab.roleId('Support User'))).toBe('0x80041D43');
    expect(add(lab.roleId('Salesperson'))).toBe('0x8004F026');
    expect(add(lab.roleId(custom, 'EMEA'))).toBe('0x80044152');
    const remove = (role: string) => errorOf(lab.send(admin, 'DELETE', `/roles(${role})`)).code;
    expect(remove(lab.roleId('System Administrator'))).toBe('0x80041D2E');
    expect(remove(lab.roleId('System Customizer'))).toBe('0x80041D4A');
    expect(remove(lab.roleId('Salesperson'))).toBe('0x8004F026');
    expect(remove(lab.roleId(custom, 'EMEA'))).toBe('0x8004140C');
    expect(
      errorOf(lab.get(admin, `/roles(${lab.roleId(custom)})/Microsoft.Dynamics.CRM.AddPrivilegesRole`)).code,
    ).toBe('0x80060888');
  });

  test('a role that is held stays; one that nobody holds goes with its copies', () => {
    const role = lab.roleId(custom);
    const remove = () => lab.send(admin, 'DELETE', `/roles(${role})`);
    expect([remove().status, errorOf(remove()).code]).toEqual([405, '0x80040227']);
    lab.send(
      admin,
      'DELETE',
      `/systemusers(${lab.appUserId('reader')})/systemuserroles_association(${role})/$ref`,
    );
    expect(remove().status).toBe(204);
    expect(copies(custom)).toEqual([]);
  });
});

describe('business units', () => {
  const createUnit = (name: string, parent = 'EMEA') =>
    lab.send(admin, 'POST', '/businessunits', {
      name,
      'parentbusinessunitid@odata.bind': `/businessunits(${lab.unitId(parent)})`,
    });

  test('a new one has a copy of every role and its default team', () => {
    expect(createUnit('France').status).toBe(204);
    const unit = lab.unitId('France');
    const inUnit = rowsOf(lab.get(admin, `/roles?$select=name&$filter=_businessunitid_value eq ${unit}`));
    const inParent = rowsOf(
      lab.get(admin, `/roles?$select=name&$filter=_businessunitid_value eq ${lab.unitId('EMEA')}`),
    );
    expect(inUnit.length).toBe(inParent.length);
    expect(grantsOf(lab.roleId(custom, 'France'))).toEqual(grantsOf(lab.roleId(custom)));
    const teams = rowsOf(
      lab.get(admin, `/teams?$select=name,isdefault&$filter=_businessunitid_value eq ${unit}`),
    );
    expect(teams).toEqual([expect.objectContaining({ name: 'France', isdefault: true })]);
    createRole('After the unit');
    expect(copies('After the unit')).toHaveLength(5);
  });

  test('disabling one shuts out its users and those below; the root and the last administrator are guarded', () => {
    const disable = (name: string) =>
      lab.send(admin, 'PATCH', `/businessunits(${lab.unitId(name)})`, { isdisabled: true });
    expect(errorOf(disable('Contoso')).code).toBe('0x80041D63');
    expect(lab.get(person('mona'), '/WhoAmI').status).toBe(200);
    expect(disable('EMEA').status).toBe(204);
    expect(errorOf(lab.get(person('mona'), '/WhoAmI')).code).toBe('0x80040225');
    expect(errorOf(createUnit('Late')).code).toBe('0x8004032C');
  });

  test('are renamed, and deleted only when disabled and empty', () => {
    createUnit('France');
    const unit = lab.unitId('France');
    const patch = (body: object) => lab.send(admin, 'PATCH', `/businessunits(${unit})`, body);
    const remove = (id = unit) => lab.send(admin, 'DELETE', `/businessunits(${id})`);
    expect(errorOf(remove()).code).toBe('0x80041D60');
    expect(patch({ name: 'Gaul' }).status).toBe(204);
    expect(lab.unitId('Gaul')).toBe(unit);
    const germany = lab.unitId('Germany');
    lab.send(admin, 'PATCH', `/businessunits(${germany})`, { isdisabled: true });
    expect([remove(germany).status, errorOf(remove(germany)).code]).toEqual([405, '0x80040227']);
    patch({ isdisabled: true });
    expect(remove().status).toBe(204);
    expect(lab.roleId(custom, 'Gaul')).toBe('');
  });
});

describe('teams', () => {
  const createTeam = (body: object) => lab.send(admin, 'POST', '/teams', body);
  const teamId = (name: string): string =>
    textAt(rowsOf(lab.get(admin, `/teams?$select=teamid&$filter=name eq '${name}'`))[0], 'teamid');

  test('an owner team is made, renamed, and deleted with its members and roles', () => {
    expect(createTeam({ name: 'Night crew', teamtype: 0 }).status).toBe(204);
    const id = teamId('Night crew');
    const link = (navigation: string, target: string) =>
      lab.send(admin, 'POST', `/teams(${id})/${navigation}/$ref`, {
        '@odata.id': `https://x/api/data/v9.2/${target}`,
      }).status;
    expect(link('teammembership_association', `systemusers(${lab.appUserId('roleless')})`)).toBe(204);
    expect(link('teamroles_association', `roles(${lab.roleId(custom)})`)).toBe(204);
    expect(lab.get(app('roleless'), '/accounts?$top=1').status).toBe(200);
    expect(errorOf(lab.send(admin, 'PATCH', `/teams(${id})`, { teamtype: 1 })).code).toBe('0x80048336');
    expect(lab.send(admin, 'PATCH', `/teams(${id})`, { name: 'Day crew' }).status).toBe(204);
    expect(lab.send(admin, 'DELETE', `/teams(${id})`).status).toBe(204);
    expect(errorOf(lab.get(app('roleless'), '/accounts?$top=1')).code).toBe('0x80042F09');
  });

  test('a group team names its group once; default teams and nameless ones are refused', () => {
    const group = { name: 'Cloud', teamtype: 2, azureactivedirectoryobjectid: apps.fresh.objectId };
    expect(createTeam({ name: 'No group', teamtype: 2 }).status).toBe(400);
    expect(createTeam(group).status).toBe(204);
    expect(errorOf(createTeam({ ...group, name: 'Twice' })).code).toBe('0x80040237');
    expect(errorOf(createTeam({})).code).toBe('0x80041D0B');
    const id = teamId('EMEA');
    expect(errorOf(lab.send(admin, 'DELETE', `/teams(${id})`)).code).toBe('0x80048307');
    expect(errorOf(lab.send(admin, 'PATCH', `/teams(${id})`, { name: 'Mine' })).code).toBe('0x8004830A');
  });
});

test('what a role reaches in a business unit where its giver does not reach is not given (VerifyCallerPrivileges)', () => {
  const lab = openLab();
  const admin = person('admin');
  const send = (caller: ReturnType<typeof person>, method: string, url: string, body: unknown) => {
    const answer = lab.send(caller, method, url, body);
    return {
      error: errorOf(answer),
      status: answer.status,
      id: /\(([^)]+)\)$/.exec(answer.headers['odata-entityid'] ?? '')?.[1] ?? '',
    };
  };
  const privilege = (name: string, Depth: string) => ({
    PrivilegeId: textAt(
      rowsOf(lab.get(admin, `/privileges?$select=privilegeid&$filter=name%20eq%20'${name}'`))[0],
      'privilegeid',
    ),
    Depth,
  });
  const roleOf = (name: string, unit: string, ...Privileges: readonly object[]): string => {
    const bind = { 'businessunitid@odata.bind': `/businessunits(${lab.unitId(unit)})` };
    const { id } = send(admin, 'POST', '/roles', { name, ...bind });
    send(admin, 'POST', `/roles(${id})/Microsoft.Dynamics.CRM.AddPrivilegesRole`, { Privileges });
    return id;
  };
  const delegate = roleOf(
    'Delegate of EMEA',
    'EMEA',
    privilege('prvReadAccount', 'Deep'),
    privilege('prvReadRole', 'Global'),
    privilege('prvWriteRole', 'Global'),
  );
  const dana = lab.userId('dana@lab.demo.test');
  for (const held of rowsOf(
    lab.get(admin, `/systemusers(${dana})/systemuserroles_association?$select=roleid`),
  ))
    send(
      admin,
      'DELETE',
      `/systemusers(${dana})/systemuserroles_association(${textAt(held, 'roleid')})/$ref`,
      null,
    );
  send(admin, 'POST', `/systemusers(${dana})/systemuserroles_association/$ref`, {
    '@odata.id': `roles(${delegate})`,
  });
  const give = (unit: string, depth: string) =>
    send(
      person('dana'),
      'POST',
      `/roles(${roleOf(`Reader ${unit} ${depth}`, unit)})/Microsoft.Dynamics.CRM.AddPrivilegesRole`,
      { Privileges: [privilege('prvReadAccount', depth)] },
    );
  expect(give('Germany', 'Deep').status).toBe(204);
  expect(give('EMEA', 'Deep').status).toBe(204);
  expect(give('Americas', 'Basic').status).toBe(204);
  for (const [unit, depth] of [
    ['Americas', 'Local'],
    ['Contoso', 'Deep'],
    ['Germany', 'Global'],
  ] as const) {
    const { error, status } = give(unit, depth);
    expect([unit, status, error.code]).toEqual([unit, 403, '0x80040220']);
    expect(error.message).toContain(`Depth: ${depth}, BusinessUnitId: ${lab.unitId(unit)}`);
  }
});

test('no role of the catalogue grants at a depth that its privilege cannot have', () => {
  const wrong = roleCatalogue().flatMap(({ grants, name }) =>
    [...grants].flatMap(([id, mask]) => {
      const privilege = sharedPrivileges.withId(id);
      const letter = depthOrder.find((it) => it.mask === mask)?.letter ?? '';
      return privilege?.depths.includes(letter) === true ? [] : [`${name}: ${privilege?.name ?? id}`];
    }),
  );
  expect(wrong).toEqual([]);
});
