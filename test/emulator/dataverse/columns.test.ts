import { describe, expect, test } from 'vitest';
import type { Body } from './rig.ts';
import { app, errorOf, labSeed, openLab, person, rowsOf, textAt } from './rig.ts';

const admin = person('admin');
const sam = person('sam');
const builtIn = '572329c1-a042-4e22-be47-367c6374ea45';

/** Credit limits and government numbers are secured; one profile reads the first, one maintains it, one is a team's. */
const openSecured = () => {
  const credit = { table: 'account', column: 'creditlimit' };
  const person = { table: 'contact', column: 'governmentid' };
  const lab = openLab({
    seed: {
      teams: [
        { name: 'Stewards', kind: 'owner', roles: [], members: ['dana@lab.demo.test'] },
        ...(labSeed.teams ?? []),
      ],
      columnSecurity: {
        secured: [credit, person],
        profiles: [
          {
            name: 'Credit Read',
            description: '',
            permissions: [{ ...credit, read: true }],
            users: [],
            teams: ['Stewards'],
          },
          {
            name: 'Credit Maintain',
            description: '',
            permissions: [{ ...credit, create: true, update: true }],
            users: [],
            teams: [],
          },
        ],
      },
    },
  });
  const profiles = new Map(
    rowsOf(lab.get(admin, '/fieldsecurityprofiles?$select=name')).map((it) => [
      textAt(it, 'name'),
      textAt(it, 'fieldsecurityprofileid'),
    ]),
  );
  const samId = lab.userId('sam@lab.demo.test');
  const own = rowsOf(lab.get(sam, `/accounts?$select=name&$filter=_ownerid_value eq ${samId}`));
  const accountid = textAt(own[0], 'accountid');
  return { lab, profiles, accountid, samId };
};

type Opened = ReturnType<typeof openSecured>;

const give = ({ lab, profiles, samId }: Opened, name: string) =>
  lab.send(admin, 'POST', `/systemusers(${samId})/systemuserprofiles_association/$ref`, {
    '@odata.id': `https://lab.crm4.demo.test/api/data/v9.2/fieldsecurityprofiles(${profiles.get(name) ?? ''})`,
  });
const take = ({ lab, profiles, samId }: Opened, name: string) =>
  lab.send(
    admin,
    'DELETE',
    `/systemusers(${samId})/systemuserprofiles_association(${profiles.get(name) ?? ''})/$ref`,
  );

describe('reading a secured column', () => {
  test('gives null without an error to who may not, and the value to who may', () => {
    const opened = openSecured();
    const { accountid, lab } = opened;
    const read = (url: string) => lab.get(sam, `/accounts(${accountid})${url}`);
    const real = lab.get(admin, `/accounts(${accountid})?$select=creditlimit`).json['creditlimit'];
    expect(real).toBeTypeOf('number');
    expect(read('?$select=creditlimit')).toMatchObject({ status: 200, json: { creditlimit: null } });
    expect(read('').json).toMatchObject({ creditlimit: null });
    expect(read('/creditlimit').status).toBe(204);
    expect(give(opened, 'Credit Read').status).toBe(204);
    expect(read('?$select=creditlimit').json['creditlimit']).toBe(real);
    expect(read('/creditlimit').json['value']).toBe(real);
    expect(take(opened, 'Credit Read').status).toBe(204);
    expect(read('?$select=creditlimit').json['creditlimit']).toBeNull();
  });

  test('counts as null in filters, in the order and behind a lookup', () => {
    const { lab } = openSecured();
    const count = (filter: string) => rowsOf(lab.get(sam, `/accounts?$select=name&$filter=${filter}`)).length;
    expect([count('creditlimit gt 0'), count('creditlimit ne null')]).toEqual([0, 0]);
    expect(count('creditlimit eq null')).toBe(rowsOf(lab.get(sam, '/accounts?$select=name')).length);
    const query = encodeURIComponent(
      "Microsoft.Dynamics.CRM.Between(PropertyName='creditlimit',PropertyValues=['1','999999'])",
    );
    expect(count(query)).toBe(0);
    const names = (order: string) =>
      rowsOf(lab.get(sam, `/accounts?$select=name${order}`)).map((it) => textAt(it, 'accountid'));
    expect(names('&$orderby=creditlimit desc')).toEqual(names(''));
    const contacts = (caller: typeof sam) =>
      rowsOf(lab.get(caller, '/contacts?$select=fullname&$filter=parentcustomerid_account/creditlimit gt 0'))
        .length;
    expect(contacts(sam)).toBe(0);
    expect(contacts(admin)).toBeGreaterThan(0);
    const expanded = lab.get(
      sam,
      '/contacts?$select=fullname&$expand=parentcustomerid_account($select=creditlimit)',
    );
    expect(expanded.status).toBe(200);
    expect(expanded.text).not.toMatch(/"creditlimit":\d/);
  });

  test('a team gives its profile to its members', () => {
    const { lab } = openSecured();
    const rows = rowsOf(lab.get(person('dana'), '/accounts?$select=creditlimit'));
    expect(rows.every((it) => typeof it['creditlimit'] === 'number')).toBe(true);
  });
});

describe('writing a secured column', () => {
  test('is refused as the service refuses it, and changes nothing', () => {
    const opened = openSecured();
    const { accountid, lab, samId } = opened;
    const patch = () => lab.send(sam, 'PATCH', `/accounts(${accountid})`, { creditlimit: 7, name: 'New' });
    const refused = patch();
    expect([refused.status, errorOf(refused)]).toEqual([
      403,
      {
        code: '0x8004f507',
        message: `Caller user with Id ${samId} does not have update permissions to a Credit Limit secured field on entity Account table. The requested operation could not be completed.`,
      },
    ]);
    expect(lab.get(admin, `/accounts(${accountid})?$select=name`).json['name']).not.toBe('New');
    const create = () => lab.send(sam, 'POST', '/accounts', { name: 'Made', creditlimit: 7 });
    expect([create().status, errorOf(create()).code]).toEqual([403, '0x8004f502']);
    expect(lab.send(sam, 'PATCH', `/accounts(${accountid})`, { name: 'Free' }).status).toBe(204);

    // Who may write and not read gets an answer without the value that it wrote.
    give(opened, 'Credit Maintain');
    const made = lab.send(
      sam,
      'PATCH',
      `/accounts(${accountid})?$select=creditlimit`,
      { creditlimit: 7 },
      { prefer: 'return=representation' },
    );
    expect([made.status, made.json['creditlimit']]).toEqual([200, null]);
    expect(create().status).toBe(204);
    expect(lab.get(admin, `/accounts(${accountid})?$select=creditlimit`).json['creditlimit']).toBe(7);
  });
});

describe('profiles', () => {
  test('the built-in one comes and goes with System Administrator, and stays as it is', () => {
    const { lab, samId } = openSecured();
    const held = (id: string) =>
      rowsOf(lab.get(admin, `/systemusers(${id})/systemuserprofiles_association?$select=name`)).map((it) =>
        textAt(it, 'fieldsecurityprofileid'),
      );
    const otto = lab.userId('otto@lab.demo.test');
    expect([held(otto), held(samId)]).toEqual([[builtIn], []]);
    const role = `roles(${lab.roleId('System Administrator', 'EMEA')})`;
    const root = 'https://lab.crm4.demo.test/api/data/v9.2';
    lab.send(admin, 'POST', `/systemusers(${samId})/systemuserroles_association/$ref`, {
      '@odata.id': `${root}/${role}`,
    });
    expect(held(samId)).toEqual([builtIn]);
    const refused = lab.send(
      admin,
      'DELETE',
      `/systemusers(${samId})/systemuserprofiles_association(${builtIn})/$ref`,
    );
    expect([refused.status, errorOf(refused).code]).toEqual([400, '0x8004f505']);
    lab.send(
      admin,
      'DELETE',
      `/systemusers(${samId})/systemuserroles_association(${role.slice(6, -1)})/$ref`,
    );
    expect(held(samId)).toEqual([]);
    for (const answer of [
      lab.send(admin, 'PATCH', `/fieldsecurityprofiles(${builtIn})`, { name: 'Mine' }),
      lab.send(admin, 'DELETE', `/fieldsecurityprofiles(${builtIn})`),
    ]) {
      expect(errorOf(answer).code).toBe('0x8004f50c');
    }
  });

  test('a permission needs a secured column and values that exist; a deleted profile gives nothing', () => {
    const opened = openSecured();
    const { accountid, lab, profiles } = opened;
    const id = profiles.get('Credit Maintain') ?? '';
    const permit = (body: Body) =>
      lab.send(admin, 'POST', '/fieldpermissions', {
        'fieldsecurityprofileid@odata.bind': `/fieldsecurityprofiles(${id})`,
        entityname: 'contact',
        ...body,
      });
    expect(errorOf(permit({ attributelogicalname: 'jobtitle', canread: 4 })).code).toBe('0x8004f508');
    expect(errorOf(permit({ attributelogicalname: 'governmentid', canread: 1 })).code).toBe('0x8004f50e');
    expect(permit({ attributelogicalname: 'governmentid', canread: 4 }).status).toBe(204);
    give(opened, 'Credit Maintain');
    expect(lab.send(sam, 'PATCH', `/accounts(${accountid})`, { creditlimit: 9 }).status).toBe(204);
    expect(lab.send(sam, 'DELETE', `/fieldsecurityprofiles(${id})`).status).toBe(403);
    expect(lab.send(admin, 'DELETE', `/fieldsecurityprofiles(${id})`).status).toBe(204);
    expect(lab.send(sam, 'PATCH', `/accounts(${accountid})`, { creditlimit: 9 }).status).toBe(403);
  });

  test('definitions name the secured columns, and the function what somebody may do with them', () => {
    const opened = openSecured();
    const { lab, samId } = opened;
    const [credit] = rowsOf(
      lab.get(
        app('contacts'),
        "/EntityDefinitions(LogicalName='account')/Attributes?$select=LogicalName,DisplayName&$filter=IsSecured eq true",
      ),
    );
    expect(credit).toMatchObject({
      LogicalName: 'creditlimit',
      DisplayName: { UserLocalizedLabel: { Label: 'Credit Limit' } },
    });
    expect(lab.get(admin, '/Attributes').status).toBe(404);
    give(opened, 'Credit Read');
    const told = lab.get(
      admin,
      `/systemusers(${samId})/Microsoft.Dynamics.CRM.RetrievePrincipalAttributePrivileges()`,
    );
    expect(told.json['AttributePrivileges']).toEqual([
      { AttributeId: credit?.['MetadataId'], CanCreate: 0, CanRead: 4, CanUpdate: 0, CanReadUnMasked: 3 },
    ]);
  });
});
