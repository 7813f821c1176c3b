import { describe, expect, test } from 'vitest';
import { app, errorOf, labSeed, openLab, person, rowsOf, textAt } from './rig.ts';

const lab = openLab();
const admin = person('admin');
const all = rowsOf(lab.get(admin, '/accounts?$select=name,_ownerid_value,_owningbusinessunit_value'));

const visible = (caller: Parameters<typeof lab.get>[0]): ReadonlySet<string> =>
  new Set(rowsOf(lab.get(caller, '/accounts?$select=accountid')).map((it) => textAt(it, 'accountid')));

describe('who may enter', () => {
  test.each([
    ['an app without a row', app('fresh'), '0x80072560'],
    [
      'a token of another tenant',
      { ...admin, tenantId: '10000000-0000-4000-8000-00000000ffff' },
      '0x80072560',
    ],
    ['a soft-deleted app', app('deleted'), '0x80072560'],
    [
      'a service principal that was re-created',
      { ...app('reader'), objectId: '40000000-0000-4000-8000-00000000ffff' },
      '0x80072560',
    ],
    ['a disabled app', app('disabled'), '0x80040225'],
  ])('%s is refused', (_, caller, code) => {
    const answer = lab.get(caller, '/WhoAmI');
    expect(answer.status).toBe(403);
    expect(errorOf(answer).code).toBe(code);
  });

  test('without roles WhoAmI alone answers, or not even that, as the environment says', () => {
    expect(lab.get(app('roleless'), '/WhoAmI').status).toBe(200);
    expect(errorOf(lab.get(app('roleless'), '/accounts')).code).toBe('0x80042F09');
    expect(errorOf(lab.get(app('roleless'), '/EntityDefinitions')).code).toBe('0x80042F09');
    const strict = openLab({ seed: { settings: { whoAmIWithoutRoles: 'refuse' } } });
    expect(errorOf(strict.get(app('roleless'), '/WhoAmI')).code).toBe('0x80042F09');
  });

  test('a user who has a role only through a team may enter', () => {
    expect(lab.get(person('tess'), '/accounts?$top=1').status).toBe(200);
    expect(errorOf(lab.get(person('idle'), '/accounts')).code).toBe('0x80042F09');
  });
});

describe('depth', () => {
  test('Global reaches everything', () => {
    expect(visible(app('reader')).size).toBe(all.length);
  });

  test('Basic reaches own rows and those of own teams', () => {
    const mona = lab.userId('mona@lab.demo.test');
    const memberships = rowsOf(
      lab.get(admin, `/systemusers(${mona})/teammembership_association?$select=teamid`),
    );
    const owners = new Set([mona, ...memberships.map((it) => textAt(it, 'teamid'))]);
    const expected = all
      .filter((it) => owners.has(textAt(it, '_ownerid_value')))
      .map((it) => textAt(it, 'accountid'));
    expect(visible(person('mona'))).toEqual(new Set(expected));
  });

  const inUnits = (...names: readonly string[]): ReadonlySet<string> => {
    const units = new Set(names.map((it) => lab.unitId(it)));
    return new Set(
      all
        .filter((it) => units.has(textAt(it, '_owningbusinessunit_value')))
        .map((it) => textAt(it, 'accountid')),
    );
  };

  test('Local reaches the business unit, Deep also what lies below', () => {
    expect(visible(person('sam'))).toEqual(inUnits('EMEA'));
    expect(visible(person('dana'))).toEqual(inUnits('EMEA', 'Germany'));
    expect(inUnits('Germany').size).toBeGreaterThan(0);
  });

  test('a role of a team counts from the business unit of its copy', () => {
    expect(visible(person('tess'))).toEqual(inUnits('Americas'));
  });

  test('a record out of reach is refused by name of the right, with two blanks before OwnerIdType', () => {
    const seen = visible(person('sam'));
    const hidden = all.find((it) => !seen.has(textAt(it, 'accountid')));
    const answer = lab.get(person('sam'), `/accounts(${textAt(hidden, 'accountid')})`);
    expect(answer.status).toBe(403);
    expect(errorOf(answer).code).toBe('0x80048306');
    expect(errorOf(answer).message).toBe(
      `SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: ${textAt(hidden, 'accountid')}, ` +
        `OwnerId: ${textAt(hidden, '_ownerid_value')},  OwnerIdType: ${errorOf(answer).message.includes('OwnerIdType: 9') ? 9 : 8} ` +
        `and CallingUser: ${lab.userId('sam@lab.demo.test')}. ObjectTypeCode: 1, ` +
        `objectBusinessUnitId: ${textAt(hidden, '_owningbusinessunit_value')}, AccessRights: ReadAccess`,
    );
  });
});

describe('denied', () => {
  test('the message names privilege, table and caller', () => {
    const answer = lab.get(app('contacts'), '/accounts?$select=name');
    expect(answer.status).toBe(403);
    expect(errorOf(answer).code).toBe('0x80040220');
    const id = lab.appUserId('contacts');
    expect(errorOf(answer).message).toBe(
      `Principal user (Id=${id}, type=8, roleCount=1, privilegeCount=4, accessMode='4 Non-interactive', ` +
        `AADObjectId='${app('contacts').objectId}', MetadataCachePrivilegesCount=5214, businessUnitId=${lab.unitId('Contoso')}), ` +
        `is missing prvReadAccount privilege (Id=886b280c-6396-4d56-a0a3-2c1b0a50ceb0) on OTC=1 for entity 'account' ` +
        `(LocalizedName='Account'). context.Caller=${id}. Consider adding missed privilege to one of the principal (user/team) roles.`,
    );
  });

  test.each([
    ['an expanded table', '/contacts?$expand=parentcustomerid_account($select=name)'],
    ['a table in a filter path', "/contacts?$filter=parentcustomerid_account/name eq 'x'"],
    ['a table in a lambda', "/contacts?$filter=opportunity_parent_contact/any(o:o/name eq 'x')"],
    ['roles behind an intersect table', '/systemuserrolescollection'],
  ])('%s needs its own privilege', (_, url) => {
    expect(errorOf(lab.get(app('contacts'), url)).code).toBe('0x80040220');
  });

  test('rows of an expanded table are cut to what the caller may read', () => {
    const own = visible(person('sam'));
    const answer = lab.get(
      person('sam'),
      '/accounts?$select=accountid&$expand=account_parent_account($select=accountid)',
    );
    for (const row of rowsOf(answer)) {
      const children = row['account_parent_account'];
      for (const child of Array.isArray(children) ? children : [])
        expect(own.has(textAt(child, 'accountid'))).toBe(true);
    }
  });
});

describe('cache of permissions', () => {
  const reader = app('roleless');
  const grant = (at: ReturnType<typeof openLab>) =>
    at.send(admin, 'POST', `/systemusers(${at.appUserId('roleless')})/systemuserroles_association/$ref`, {
      '@odata.id': `roles(${at.roleId('Integration – Accounts Reader')})`,
    });

  test('a new role is seen after the lag, or at once with strong consistency', () => {
    let now = Date.UTC(2026, 0, 15);
    const slow = openLab({ lagSeconds: () => 30, now: () => now });
    expect(grant(slow).status).toBe(204);
    expect(errorOf(slow.get(reader, '/accounts')).code).toBe('0x80042F09');
    expect(slow.get(reader, '/accounts?$top=1', { consistency: 'Strong' }).status).toBe(200);
    now += 29_999;
    expect(slow.get(reader, '/accounts').status).toBe(403);
    now += 1;
    expect(slow.get(reader, '/accounts').status).toBe(200);
  });

  test('a lag that is changed counts from then on, also for what has been asked before', () => {
    let lagSeconds = 0;
    const lab = openLab({ lagSeconds: () => lagSeconds });
    expect(lab.get(reader, '/accounts').status).toBe(403);
    lagSeconds = 30;
    expect(grant(lab).status).toBe(204);
    expect(lab.get(reader, '/accounts').status).toBe(403);
    lagSeconds = 0;
    expect(lab.get(reader, '/accounts').status).toBe(200);
  });

  test('without lag it is seen at once', () => {
    const prompt = openLab();
    expect(grant(prompt).status).toBe(204);
    expect(prompt.get(reader, '/accounts').status).toBe(200);
  });
});

describe('privilege functions', () => {
  const depthOf = (url: string): unknown => {
    const found = lab.get(admin, url).json['RolePrivileges'];
    return Array.isArray(found)
      ? found.find((it) => it.PrivilegeName === 'prvReadAccount')?.Depth
      : undefined;
  };

  test('RetrieveUserPrivileges reports team privileges at Basic only, the targeted functions at their depth', () => {
    const tess = lab.userId('tess@lab.demo.test');
    const at = `/systemusers(${tess})/Microsoft.Dynamics.CRM.`;
    expect(depthOf(`${at}RetrieveUserPrivileges`)).toBe('Basic');
    expect(depthOf(`${at}RetrieveUserPrivilegeByPrivilegeName(PrivilegeName='prvReadAccount')`)).toBe(
      'Local',
    );
    expect(
      depthOf(
        `${at}RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)?@p=['prvReadAccount','prvWriteAccount']`,
      ),
    ).toBe('Local');
  });

  test('what comes through teams is told by itself, of a user and of the team', () => {
    const tess = lab.userId('tess@lab.demo.test');
    const team = textAt(
      rowsOf(
        lab.get(
          admin,
          `/systemusers(${tess})/teammembership_association?$filter=teamroles_association/any()`,
        ),
      )[0],
      'teamid',
    );
    const ofUser = `/systemusers(${tess})/Microsoft.Dynamics.CRM.RetrieveUsersPrivilegesThroughTeams`;
    expect(depthOf(ofUser)).toBe('Local');
    expect(depthOf(`${ofUser}(ExcludeOrgDisabledPrivileges=false,IncludeSetupUserFiltering=false)`)).toBe(
      'Local',
    );
    expect(depthOf(`/teams(${team})/Microsoft.Dynamics.CRM.RetrieveTeamPrivileges()`)).toBe('Local');
    const owner = lab.userId('admin@lab.demo.test');
    expect(depthOf(`/systemusers(${owner})/Microsoft.Dynamics.CRM.RetrieveUsersPrivilegesThroughTeams`)).toBe(
      undefined,
    );
    expect(lab.get(admin, `/systemusers(${tess})/Microsoft.Dynamics.CRM.RetrieveTeamPrivileges`).status).toBe(
      404,
    );
  });

  test('RetrieveAadUserRoles names the roles of somebody whom the directory knows, shaped as a query asks', () => {
    const objectId = '20000000-0000-4000-8000-000000000001';
    const answer = lab.get(
      admin,
      `/RetrieveAadUserRoles(DirectoryObjectId=${objectId})?$select=_parentrootroleid_value,name`,
    );
    expect(textAt(answer.json, '@odata.context')).toContain('$metadata#roles(_parentrootroleid_value,name)');
    expect(rowsOf(answer).map((it) => it['name'])).toContain('System Administrator');
    const nobody = lab.get(
      admin,
      '/RetrieveAadUserRoles(DirectoryObjectId=@id)?@id=99999999-0000-4000-8000-000000000000',
    );
    expect(rowsOf(nobody)).toEqual([]);
    const tess = '20000000-0000-4000-8000-000000000007';
    expect(depthOf(`/RetrieveAadUserPrivileges(DirectoryObjectId=${tess})`)).toBe('Local');
    const byName = `/RetrieveAadUserSetOfPrivilegesByNames(DirectoryObjectId=${tess},PrivilegeNames=@p)`;
    expect(depthOf(`${byName}?@p=['prvReadAccount']`)).toBe('Local');
    expect(depthOf(`${byName}?@p=['prvReadContact']`)).toBe(undefined);
    const byId = `/RetrieveAadUserSetOfPrivilegesByIds(DirectoryObjectId=${tess},PrivilegeIds=@p)`;
    expect(depthOf(`${byId}?@p=[886b280c-6396-4d56-a0a3-2c1b0a50ceb0]`)).toBe('Local');
  });

  test('RetrieveBusinessHierarchyBusinessUnit gives a unit and all below it', () => {
    const at = `/businessunits(${lab.unitId('EMEA')})/Microsoft.Dynamics.CRM.RetrieveBusinessHierarchyBusinessUnit()`;
    expect(rowsOf(lab.get(admin, `${at}?$select=name`)).map((it) => it['name'])).toEqual(['EMEA', 'Germany']);
  });

  test('RetrievePrivilegeSet gives all privileges, called on their set or by itself', () => {
    const count = Number(lab.get(admin, '/privileges/$count').text);
    for (const path of [
      '/privileges/Microsoft.Dynamics.CRM.RetrievePrivilegeSet()',
      '/RetrievePrivilegeSet()',
    ])
      expect(rowsOf(lab.get(admin, path))).toHaveLength(count);
    const [one] = rowsOf(lab.get(admin, '/privileges?$top=1'));
    const at = `/privileges(${textAt(one, 'privilegeid')})/Microsoft.Dynamics.CRM.RetrievePrivilegeSet()`;
    expect(errorOf(lab.get(admin, at)).code).toBe('0x80060888');
  });

  test('RetrieveRolePrivilegesRole takes a bare guid alias; an unknown role is not found', () => {
    const role = lab.roleId('Integration – Accounts Reader');
    expect(depthOf(`/RetrieveRolePrivilegesRole(RoleId=@r)?@r=${role}`)).toBe('Global');
    const missing = lab.get(
      admin,
      '/RetrieveRolePrivilegesRole(RoleId=@r)?@r=99999999-0000-4000-8000-000000000000',
    );
    expect(errorOf(missing)).toEqual({
      code: '0x80040217',
      message: "Entity 'role' With Id = 99999999-0000-4000-8000-000000000000 Does Not Exist",
    });
  });

  test('roleprivilegescollection carries the depth mask and agrees with the association', () => {
    const role = lab.roleId('Sales Manager', 'EMEA');
    const joins = rowsOf(lab.get(admin, `/roleprivilegescollection?$filter=roleid eq ${role}`));
    const privileges = rowsOf(lab.get(admin, `/roles(${role})/roleprivileges_association?$select=name`));
    expect(joins.length).toBe(privileges.length);
    expect(joins).toContainEqual(
      expect.objectContaining({ privilegeid: '886b280c-6396-4d56-a0a3-2c1b0a50ceb0', privilegedepthmask: 4 }),
    );
  });

  test('System Administrator holds every privilege', () => {
    const count = Number(lab.get(admin, '/privileges/$count').text);
    const filter = `roleid eq ${lab.roleId('System Administrator')}`;
    expect(rowsOf(lab.get(admin, `/roleprivilegescollection?$filter=${filter}`))).toHaveLength(count);
    expect(labSeed.users[0]?.roles).toEqual(['System Administrator']);
  });
});

describe('RetrievePrincipalAccess', () => {
  const rightsOf = (userId: string, target: string): string => {
    const path = `/systemusers(${userId})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=${encodeURIComponent(target)}`;
    return textAt(lab.get(admin, path).json, 'AccessRights');
  };
  const linked = (id: string): string => JSON.stringify({ '@odata.id': `accounts(${id})` });

  test('tells for every account whether the user may really read it', () => {
    const sam = lab.userId('sam@lab.demo.test');
    const seen = visible(person('sam'));
    const readable = all
      .map((it) => textAt(it, 'accountid'))
      .filter((id) => rightsOf(sam, linked(id)).split(', ').includes('ReadAccess'));
    expect(new Set(readable)).toEqual(seen);
    expect(seen.size).toBeGreaterThan(0);
    expect(seen.size).toBeLessThan(all.length);
  });

  test('lists the rights in the order of their bits, and None where there is none', () => {
    const [first] = all;
    const id = textAt(first, 'accountid');
    expect(rightsOf(lab.userId('adele@lab.demo.test'), linked(id))).toBe(
      'ReadAccess, WriteAccess, AppendAccess, AppendToAccess, CreateAccess, DeleteAccess, ShareAccess, AssignAccess',
    );
    expect(rightsOf(lab.userId('ivy@lab.demo.test'), `{'@odata.id':'accounts(${id})'}`)).toBe('None');
  });

  test('is asked of a team too, which reaches what its roles reach', () => {
    const team = textAt(rowsOf(lab.get(admin, "/teams?$filter=name eq 'Field Team'"))[0], 'teamid');
    const unit = lab.unitId('Americas');
    const rights = new Map(
      all.slice(0, 40).map((it) => {
        const target = encodeURIComponent(linked(textAt(it, 'accountid')));
        const path = `/teams(${team})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=${target}`;
        const isHere = it['_owningbusinessunit_value'] === unit;
        return [isHere, lab.get(admin, path).json['AccessRights']] as const;
      }),
    );
    expect(Object.fromEntries(rights)).toEqual({ true: 'ReadAccess', false: 'None' });
    const profiles = lab.get(
      admin,
      `/teams(${team})/Microsoft.Dynamics.CRM.RetrievePrincipalAttributePrivileges`,
    );
    expect(profiles.json['AttributePrivileges']).toEqual([]);
  });

  test('refuses a record that is not there, and an argument that is no reference', () => {
    const path = `/systemusers(${lab.userId('sam@lab.demo.test')})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=`;
    const nowhere = linked('00000000-0000-4000-8000-00000000dead');
    expect(errorOf(lab.get(admin, `${path}${encodeURIComponent(nowhere)}`)).code).toBe('0x80040217');
    expect(lab.get(admin, `${path}'accounts'`).status).toBe(400);
  });

  test('does not tell of a record that the caller may not read itself', () => {
    const hidden = all.find((it) => !visible(person('sam')).has(textAt(it, 'accountid')));
    const target = encodeURIComponent(linked(textAt(hidden, 'accountid')));
    const sam = lab.userId('sam@lab.demo.test');
    const path = `/systemusers(${sam})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=${target}`;
    expect(lab.get(person('sam'), path).status).toBe(403);
  });
});
