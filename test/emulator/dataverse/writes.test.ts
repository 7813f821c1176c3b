import { beforeEach, describe, expect, test } from 'vitest';
import { app, apps, errorOf, type Lab, openLab, person, rowsOf, serviceRoot, textAt } from './rig.ts';

const admin = person('admin');
let lab: Lab;
beforeEach(() => {
  lab = openLab();
});

const create = (at: Lab, name: keyof typeof apps, unit: string | null = null, caller = admin) =>
  at.send(caller, 'POST', '/systemusers', {
    applicationid: apps[name].appId,
    accessmode: 4,
    isdisabled: false,
    ...(unit === null ? {} : { 'businessunitid@odata.bind': `/businessunits(${at.unitId(unit)})` }),
  });

const assign = (at: Lab, user: string, role: string, caller = admin) =>
  at.send(caller, 'POST', `/systemusers(${user})/systemuserroles_association/$ref`, {
    '@odata.id': `${serviceRoot}//roles(${role})`,
  });

const rolesOf = (at: Lab, user: string) =>
  rowsOf(at.get(admin, `/systemusers(${user})/systemuserroles_association?$select=name`)).map(
    (it) => it['name'],
  );

describe('creating an application user', () => {
  test('fills in what the directory knows, and puts it into the unit and its default team', () => {
    const answer = create(lab, 'fresh', 'EMEA');
    expect(answer.status).toBe(204);
    expect(answer.text).toBe('');
    const id = lab.appUserId('fresh');
    expect(answer.headers['odata-entityid']).toBe(`${serviceRoot}/systemusers(${id})`);
    const row = lab.get(admin, `/systemusers(${id})?$expand=teammembership_association($select=name)`).json;
    expect(row).toMatchObject({
      fullname: '# Contoso Integration Hub',
      azureactivedirectoryobjectid: apps.fresh.objectId,
      accessmode: 4,
      azurestate: 0,
      deletedstate: 0,
      _businessunitid_value: lab.unitId('EMEA'),
      teammembership_association: [{ name: 'EMEA' }],
    });
    expect(textAt(row, 'domainname')).toContain(apps.fresh.appId);
    expect(lab.get(app('fresh'), '/WhoAmI').json['UserId']).toBe(id);
  });

  test('return=representation answers 201 with the row', () => {
    const answer = lab.send(
      admin,
      'POST',
      '/systemusers?$select=fullname',
      { applicationid: apps.fresh.appId },
      { prefer: 'return=representation' },
    );
    expect(answer.status).toBe(201);
    expect(answer.json['fullname']).toBe('# Contoso Integration Hub');
  });

  test.each([
    ['a second time', 'reader', 400, '0x8004F511'],
    ['while a soft-deleted twin exists', 'deleted', 412, '0x80040237'],
    ['without a service principal', 'stranger', 403, '0x80072559'],
  ] as const)('%s is refused', (_, name, status, code) => {
    const answer = create(lab, name);
    expect([answer.status, errorOf(answer).code]).toEqual([status, code]);
  });

  test('needs prvCreateUser', () => {
    const answer = create(lab, 'fresh', null, app('reader'));
    expect(errorOf(answer).code).toBe('0x80040220');
    expect(errorOf(answer).message).toContain('prvCreateUser');
  });

  test.each([
    ['an unknown column', { nosuch: 1 }, /'nosuch' does not exist/],
    [
      'a name that JavaScript has a use for',
      '{"__proto__":{"isdisabled":true}}',
      /'__proto__' does not exist/,
    ],
    [
      'a bind key in the wrong case',
      { 'BusinessUnitId@odata.bind': '/businessunits(x)' },
      /undeclared property 'BusinessUnitId'/,
    ],
    ['a direct write to a lookup', { _businessunitid_value: 'x' }, /Use Navigation properties instead/],
    ['a wrong type', { isdisabled: 'no' }, /Cannot convert the literal/],
    ['no object', '[1]', /An unexpected 'StartArray' node was found .* A 'StartObject' node was expected/],
    ['no JSON', '{', /Not all object and array scopes were closed/],
  ])('%s is a payload error', (_, body, message) => {
    const answer = lab.send(admin, 'POST', '/systemusers', body);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).code).toBe('0x80048d19');
    expect(errorOf(answer).message).toMatch(message);
  });
});

describe('changing an application user', () => {
  test('disabling shuts it out, enabling lets it in', () => {
    const id = lab.appUserId('reader');
    const change = (isdisabled: boolean) =>
      lab.send(admin, 'PATCH', `/systemusers(${id})`, { isdisabled, applicationid: apps.reader.appId });
    expect(change(true).status).toBe(204);
    expect(errorOf(lab.get(app('reader'), '/WhoAmI')).code).toBe('0x80040225');
    expect(change(false).status).toBe(204);
    expect(lab.get(app('reader'), '/accounts').status).toBe(200);
  });

  test('platform users, access modes and the last administrator are guarded', () => {
    const patch = (id: string, body: object) =>
      errorOf(lab.send(admin, 'PATCH', `/systemusers(${id})`, body)).code;
    expect(patch(lab.appUserId('platform'), { isdisabled: true })).toBe('0x80041D48');
    expect(patch(lab.appUserId('reader'), { accessmode: 0 })).toBe('0x80040D40');
    expect(patch(lab.userId('otto@lab.demo.test'), { isdisabled: true })).toBe('');
    expect(patch(lab.userId('adele@lab.demo.test'), { isdisabled: true })).toBe('0x80041D2F');
  });

  test('another business unit takes all roles away, unless the environment keeps them', () => {
    const move = (at: Lab) =>
      at.send(admin, 'PATCH', `/systemusers(${at.appUserId('reader')})`, {
        'businessunitid@odata.bind': `/businessunits(${at.unitId('EMEA')})`,
      });
    expect(move(lab).status).toBe(204);
    expect(rolesOf(lab, lab.appUserId('reader'))).toEqual([]);
    expect(errorOf(lab.get(app('reader'), '/accounts')).code).toBe('0x80042F09');
    const keeping = openLab({ seed: { settings: { doNotRemoveRolesOnChangeBusinessUnit: true } } });
    expect(move(keeping).status).toBe(204);
    expect(rolesOf(keeping, keeping.appUserId('reader'))).toEqual(['Integration – Accounts Reader']);
  });

  test('a stale If-Match is refused, a current one is not', () => {
    const url = `/systemusers(${lab.appUserId('reader')})`;
    const etag = lab.get(admin, `${url}?$select=fullname`).headers['etag'] ?? '';
    const patch = () => lab.send(admin, 'PATCH', url, { jobtitle: 'x' }, { 'if-match': etag });
    expect(patch().status).toBe(204);
    expect(errorOf(patch()).code).toBe('0x80060882');
  });
});

describe('deleting an application user', () => {
  test('takes a disabled row first softly, then for good', () => {
    const id = lab.appUserId('reader');
    const remove = () => lab.send(admin, 'DELETE', `/systemusers(${id})`);
    expect(errorOf(remove()).code).toBe('0x80040227');
    lab.send(admin, 'PATCH', `/systemusers(${id})`, { isdisabled: true });
    expect(remove().status).toBe(204);
    expect(lab.get(admin, `/systemusers(${id})?$select=deletedstate`).json['deletedstate']).toBe(1);
    expect(rolesOf(lab, id)).toEqual([]);
    expect(errorOf(create(lab, 'reader')).code).toBe('0x80040237');
    expect(remove().status).toBe(204);
    expect(remove().status).toBe(404);
    expect(create(lab, 'reader').status).toBe(204);
  });
});

describe('roles', () => {
  test('are assigned and removed by $ref, both repeatable', () => {
    const user = lab.appUserId('roleless');
    const role = lab.roleId('Integration – Accounts Reader');
    expect(assign(lab, user, role).status).toBe(204);
    expect(assign(lab, user, role).status).toBe(204);
    expect(rolesOf(lab, user)).toEqual(['Integration – Accounts Reader']);
    const join = `/systemuserrolescollection?$select=systemuserroleid&$filter=systemuserid eq ${user} and roleid eq ${role}`;
    expect(rowsOf(lab.get(admin, join))).toHaveLength(1);
    expect(lab.get(app('roleless'), '/accounts').status).toBe(200);
    const path = `/systemusers(${user})/systemuserroles_association`;
    expect(lab.send(admin, 'DELETE', `${path}(${role})/$ref`).status).toBe(204);
    expect(rolesOf(lab, user)).toEqual([]);
    assign(lab, user, role);
    expect(
      lab.send(admin, 'DELETE', `${path}/$ref?$id=${encodeURIComponent(`${serviceRoot}/roles(${role})`)}`)
        .status,
    ).toBe(204);
    expect(rolesOf(lab, user)).toEqual([]);
  });

  test('have to be of the business unit of the user, unless ownership crosses units', () => {
    const user = lab.appUserId('roleless');
    const answer = assign(lab, user, lab.roleId('Basic User', 'EMEA'));
    expect(errorOf(answer).code).toBe('0x80041409');
    const crossing = openLab({ seed: { settings: { enableOwnershipAcrossBusinessUnits: true } } });
    expect(
      assign(crossing, crossing.appUserId('roleless'), crossing.roleId('Basic User', 'EMEA')).status,
    ).toBe(204);
  });

  test('cannot be handed out by a caller that holds less', () => {
    const seed = {
      roles: [
        {
          name: 'Assigner',
          grants: [
            { privilege: 'prvAssignRole', depth: 'Global' },
            { privilege: 'prvReadUser', depth: 'Global' },
            { privilege: 'prvReadRole', depth: 'Global' },
          ],
        },
      ],
    } as const;
    const lab = openLab({ seed });
    assign(lab, lab.userId('ivy@lab.demo.test'), lab.roleId('Assigner'));
    const answer = assign(
      lab,
      lab.appUserId('roleless'),
      lab.roleId('Integration – Accounts Reader'),
      person('idle'),
    );
    expect(answer.status).toBe(403);
    expect(errorOf(answer).message).toMatch(
      /^RoleService::VerifyCallerPrivileges failed\. User: [\w-]+, UserBU: [\w-]+, PrivilegeName: prv\w+, PrivilegeId: [\w-]+, Depth: Global, BusinessUnitId: [\w-]+, MissingPrivilegeCount: \d+$/,
    );
    expect(assign(lab, lab.appUserId('roleless'), lab.roleId('Assigner'), person('idle')).status).toBe(204);
  });

  test('need prvAssignRole', () => {
    const answer = assign(lab, lab.appUserId('roleless'), lab.roleId('Basic User'), app('platform'));
    expect(errorOf(answer).message).toContain('is missing prvAssignRole privilege');
  });

  test('System Administrator stays with its last holder', () => {
    const role = lab.roleId('System Administrator');
    const remove = (user: string) =>
      lab.send(
        admin,
        'DELETE',
        `/systemusers(${lab.userId(user)})/systemuserroles_association(${role})/$ref`,
      );
    expect(remove('otto@lab.demo.test').status).toBe(204);
    expect(errorOf(remove('adele@lab.demo.test')).code).toBe('0x80041D30');
  });

  test('an unknown role and a wrong segment are told apart', () => {
    const user = lab.appUserId('roleless');
    expect(errorOf(assign(lab, user, '99999999-0000-4000-8000-000000000000')).code).toBe('0x80040217');
    const wrong = lab.send(admin, 'POST', `/systemusers(${user})/nosuch/$ref`, { '@odata.id': 'roles(x)' });
    expect(errorOf(wrong).code).toBe('0x80060888');
  });

  test('of a team reach its members; access teams take none', () => {
    const role = lab.roleId('Integration – Contacts Reader', 'Americas');
    const teamId = (name: string) =>
      textAt(rowsOf(lab.get(admin, `/teams?$select=teamid&$filter=name eq '${name}'`))[0], 'teamid');
    const give = (team: string, id: string) =>
      lab.send(admin, 'POST', `/teams(${team})/teamroles_association/$ref`, { '@odata.id': `roles(${id})` });
    expect(lab.get(person('tess'), '/contacts?$top=1').status).toBe(200);
    expect(give(teamId('Field Team'), role).status).toBe(204);
    expect(Number(lab.get(person('tess'), '/contacts/$count').text)).toBe(150);
    expect(errorOf(give(teamId('Access Only'), lab.roleId('Basic User'))).code).toBe('0x80048331');
    const group = { teamtype: 2, azureactivedirectoryobjectid: '5a1e0000-0000-4000-8000-000000000001' };
    expect(lab.send(admin, 'POST', '/teams', { name: 'Sales group', ...group }).status).toBe(204);
    expect(errorOf(give(teamId('Sales group'), lab.roleId('Service Reader'))).code).toBe('0x80048350');
    const inheritable = lab.roleId('Integration – Contacts Reader');
    expect(give(teamId('Sales group'), inheritable).status).toBe(204);
  });
});

describe('business rows', () => {
  const sam = person('sam');

  test('of a user get another owner all at once, where the caller may assign each', () => {
    for (const name of ['One', 'Two']) expect(lab.send(sam, 'POST', '/accounts', { name }).status).toBe(204);
    const from = lab.userId('sam@lab.demo.test');
    const team = textAt(
      rowsOf(lab.get(admin, `/teams?$select=teamid&$filter=name eq 'Field Team'`))[0],
      'teamid',
    );
    const reassign = (body: object, caller = admin) =>
      lab.send(
        caller,
        'POST',
        `/systemusers(${from})/Microsoft.Dynamics.CRM.ReassignObjectsSystemUser`,
        body,
      );
    const principal = { '@odata.type': 'Microsoft.Dynamics.CRM.team', teamid: team };
    expect(reassign({}).status).toBe(400);
    expect(errorOf(reassign({ ReassignPrincipal: principal }, person('tess'))).code).toBe('0x80040220');
    // The team reads accounts and contacts alone, and Sam owns opportunities too.
    expect(errorOf(reassign({ ReassignPrincipal: principal })).message).toMatch(
      /^Read Privilege Check|prvRead/,
    );
    const role = lab.roleId('System Administrator', 'Americas');
    lab.send(admin, 'POST', `/teams(${team})/teamroles_association/$ref`, { '@odata.id': `roles(${role})` });
    expect(reassign({ ReassignPrincipal: principal }).status).toBe(204);
    const owned = (id: string) => rowsOf(lab.get(admin, `/accounts?$filter=_ownerid_value eq ${id}`));
    expect(owned(from)).toEqual([]);
    expect(owned(team).map((row) => row['_owningteam_value'])).toContain(team);
  });

  test('belong to their creator and its business unit', () => {
    const answer = lab.send(sam, 'POST', '/accounts', { name: 'Fresh Ltd' });
    expect(answer.status).toBe(204);
    const url = (answer.headers['odata-entityid'] ?? '').slice(serviceRoot.length);
    expect(lab.get(admin, url).json).toMatchObject({
      name: 'Fresh Ltd',
      _ownerid_value: lab.userId('sam@lab.demo.test'),
      _owningbusinessunit_value: lab.unitId('EMEA'),
      createdon: '2026-01-15T09:30:00Z',
      statecode: 0,
    });
    expect(lab.send(sam, 'PATCH', url, { name: 'Changed' }).status).toBe(204);
    expect(lab.send(sam, 'DELETE', url).status).toBe(204);
    expect(lab.get(sam, url).status).toBe(404);
  });

  test('of others are out of reach for writing where only reading is deep enough', () => {
    const mine = lab.userId('sam@lab.demo.test');
    const filter = `_ownerid_value ne ${mine} and _owningteam_value eq null`;
    const [other] = rowsOf(lab.get(sam, `/accounts?$select=accountid&$filter=${filter}`));
    const answer = lab.send(sam, 'PATCH', `/accounts(${textAt(other, 'accountid')})`, { name: 'x' });
    expect(errorOf(answer).code).toBe('0x80048306');
    expect(errorOf(answer).message).toContain('AccessRights: WriteAccess');
  });

  test('upsert creates with the given id; If-Match and If-None-Match decide otherwise', () => {
    const url = '/accounts(77777777-0000-4000-8000-000000000001)';
    expect(lab.send(admin, 'PATCH', url, { name: 'A' }, { 'if-match': '*' }).status).toBe(404);
    expect(lab.send(admin, 'PATCH', url, { name: 'A' }).status).toBe(204);
    expect(lab.get(admin, url).json['name']).toBe('A');
    expect(lab.send(admin, 'PATCH', url, { name: 'B' }, { 'if-none-match': '*' }).status).toBe(412);
  });

  test('a lookup needs Append on the row and AppendTo on its target', () => {
    const [account] = rowsOf(lab.get(admin, '/accounts?$select=accountid&$top=1'));
    const bind = {
      lastname: 'Doe',
      'parentcustomerid_account@odata.bind': `/accounts(${textAt(account, 'accountid')})`,
    };
    const lab2 = openLab({
      seed: {
        roles: [
          {
            name: 'Creator',
            grants: [
              { privilege: 'prvCreateContact', depth: 'Global' },
              { privilege: 'prvReadContact', depth: 'Global' },
            ],
          },
        ],
      },
    });
    assign(lab2, lab2.userId('ivy@lab.demo.test'), lab2.roleId('Creator'));
    expect(errorOf(lab2.send(person('idle'), 'POST', '/contacts', bind)).message).toContain(
      'prvAppendContact',
    );
    expect(lab2.send(person('idle'), 'POST', '/contacts', { lastname: 'Doe' }).status).toBe(204);
    expect(lab2.send(admin, 'POST', '/contacts', bind).status).toBe(204);
  });

  test('tables that are not written through rows say so', () => {
    expect(errorOf(lab.send(admin, 'POST', '/systemuserrolescollection', {})).code).toBe('0x80040800');
    expect(errorOf(lab.send(admin, 'POST', '/privileges', {})).code).toBe('0x80040800');
    expect(lab.send(admin, 'PUT', '/accounts', {}).status).toBe(405);
  });
});
