import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { applicationUserPages } from '../../../main/application-users/read-application-users.ts';
import type { ApplicationUserThere } from '../../../main/application-users/to-application-user.ts';
import type { DataverseClient } from '../../../main/dataverse/dataverse-client.ts';
import { readEffectiveAccess } from '../../../main/security-roles/read-effective-access.ts';
import { readRecordAccess } from '../../../main/security-roles/read-record-access.ts';
import { readRolePrivileges } from '../../../main/security-roles/read-role-privileges.ts';
import { parseRecordId, parseRoleId, parseSystemUserId } from '../../../preload/contract/words/ids.ts';
import type { RecordId } from '../../../preload/contract/words/ids.ts';
import { demoCloud } from '../dataverse/demo-cloud.ts';
import { signal, valueOf } from '../dataverse/local-service.ts';

const cloud = demoCloud();

const usersAt = async (client: DataverseClient): Promise<readonly ApplicationUserThere[]> => {
  const users = [];
  for await (const page of applicationUserPages(client, signal())) users.push(...valueOf(page));
  return users;
};

const page = z.object({ value: z.array(z.record(z.string(), z.unknown())) });

/** Ids of some rows of a set, so many apart that several owners and business units are among them. */
const idsOf = async (
  client: DataverseClient,
  set: string,
  key: string,
  many: number,
): Promise<readonly RecordId[]> => {
  const answer = valueOf(await client.get(`${set}?$select=${key}&$top=200`, { signal: signal() }));
  const rows = page.parse(answer.body).value;
  const step = Math.max(1, Math.floor(rows.length / many));
  return rows
    .filter((_row, index) => index % step === 0)
    .flatMap((row) => parseRecordId(String(row[key])) ?? [])
    .slice(0, many);
};

describe('C6: may it do that with this record?', () => {
  test.each(['Contoso Production', 'Fabrikam Production'])(
    'in %s the roles that reach a record are there exactly when the service allows it',
    async (name) => {
      const client = await cloud.clientAsAdmin(cloud.environment(name));
      const told = { allowed: 0, denied: 0 };
      for (const [set, key, many] of [
        ['accounts', 'accountid', 4],
        ['contacts', 'contactid', 2],
        ['systemusers', 'systemuserid', 2],
        ['businessunits', 'businessunitid', 1],
        ['transactioncurrencies', 'transactioncurrencyid', 1],
      ] as const) {
        const records = await idsOf(client, set, key, many);
        for (const { systemUserId } of await usersAt(client)) {
          for (const recordId of records) {
            const table = { by: 'entity-set', name: set } as const;
            const { rights } = valueOf(
              await readRecordAccess(client, { systemUserId, table, recordId }, signal()),
            );
            for (const { verb, allowed, reaching, changes } of rights) {
              const said = { reached: reaching.length > 0, missing: allowed && changes.length > 0 };
              expect({ set, verb, ...said }).toEqual({ set, verb, reached: allowed, missing: false });
              told[allowed ? 'allowed' : 'denied'] += 1;
            }
          }
        }
      }
      expect(told.allowed).toBeGreaterThan(20);
      expect(told.denied).toBeGreaterThan(20);
    },
  );

  test('a record is told with its owner and business unit, and is found by the logical name too', async () => {
    const client = await cloud.clientAsAdmin(cloud.environment('Contoso Production'));
    const [user] = await usersAt(client);
    const [recordId] = await idsOf(client, 'accounts', 'accountid', 1);
    if (user === undefined || recordId === undefined) throw new Error('the seed has no such rows');
    const { systemUserId } = user;
    const asked = { systemUserId, table: { by: 'logical-name', name: 'account' }, recordId } as const;
    const { record } = valueOf(await readRecordAccess(client, asked, signal()));
    expect(record).toMatchObject({ recordId, table: 'account', tableName: 'Account' });
    expect(record.name).not.toBe(null);
    expect(record.owner?.name).toMatch(/\w/);
    expect(record.businessUnitName).toMatch(/\w/);
  });

  test('what no role reaches and is shared is told as shared, with the app itself or through a team', async () => {
    const client = await cloud.clientAsAdmin(cloud.environment('Contoso Production'));
    const table = { by: 'logical-name', name: 'account' } as const;
    const records = await idsOf(client, 'accounts', 'accountid', 12);
    const rightsOf = async ({ systemUserId }: ApplicationUserThere, recordId: RecordId) =>
      valueOf(await readRecordAccess(client, { systemUserId, table, recordId }, signal())).rights;
    const found = [];
    for (const user of await usersAt(client))
      for (const recordId of records) {
        const read = (await rightsOf(user, recordId)).find(({ verb }) => verb === 'Read');
        // Held, and too shallow: without the privilege sharing would give nothing.
        if (read?.allowed === false && read.depth !== 'None') found.push({ user, recordId });
      }
    const [first] = found;
    if (first === undefined) throw new Error('the seed has no user who may read some accounts only');
    const type = (name: string) => ({ '@odata.type': `Microsoft.Dynamics.CRM.${name}` });
    const share = async (principal: object) =>
      valueOf(
        await client.post(
          'GrantAccess',
          {
            Target: { ...type('account'), accountid: first.recordId },
            PrincipalAccess: { AccessMask: 'ReadAccess', Principal: principal },
          },
          signal(),
        ),
      );
    await share({ ...type('systemuser'), systemuserid: first.user.systemUserId });
    const memberships = page.parse(
      valueOf(
        await client.get(`systemusers(${first.user.systemUserId})/teammembership_association?$select=name`, {
          signal: signal(),
        }),
      ).body,
    ).value;
    await share({ ...type('team'), teamid: memberships[0]?.['teamid'] });
    const read = (await rightsOf(first.user, first.recordId)).find(({ verb }) => verb === 'Read');
    expect(read).toMatchObject({
      allowed: true,
      reaching: [],
      shared: [{ kind: 'user' }, { kind: 'team', teamName: memberships[0]?.['name'] }],
    });
  });

  test('what comes through hierarchy security, or from the record above, is told as that', async () => {
    const client = await cloud.clientAsAdmin(cloud.environment('Contoso Production'));
    const table = { by: 'logical-name', name: 'account' } as const;
    const rowsAt = async (path: string) =>
      page.parse(valueOf(await client.get(path, { signal: signal() })).body).value;
    const change = async (path: string, body: object) => (await client.patch(path, body, signal())).ok;
    const owned = (set: string, id: string) => ({ 'ownerid@odata.bind': `/${set}(${id})` });
    const [recordId, above] = ['1', '2'].map((end) =>
      parseRecordId(`77777777-0000-4000-8000-00000000000${end}`),
    );
    if (recordId == null || above == null) throw new Error('no ids');
    for (const accountid of [recordId, above])
      valueOf(await client.post('accounts', { accountid, name: 'Account' }, signal()));
    const ask = async ({ systemUserId }: ApplicationUserThere) => {
      const answer = valueOf(await readRecordAccess(client, { systemUserId, table, recordId }, signal()));
      const read = answer.rights.find(({ verb }) => verb === 'Read');
      return { read, otherwise: answer.otherwise };
    };
    const users = [];
    for (const user of await usersAt(client))
      if (['Basic', 'Local'].includes((await ask(user)).read?.depth ?? '')) users.push(user);
    const [app] = users;
    if (app === undefined) throw new Error('the seed has no app that reads some accounts only');
    const [row] = await rowsAt(
      `systemusers?$select=_businessunitid_value&$filter=systemuserid eq ${app.systemUserId}`,
    );
    // In another unit, which no role of the app reaches; the first who may own an account and report to the app.
    const people = await rowsAt(
      `systemusers?$select=systemuserid&$filter=_businessunitid_value ne ${String(row?.['_businessunitid_value'])} and applicationid eq null and isdisabled eq false`,
    );
    const manager = { 'parentsystemuserid@odata.bind': `/systemusers(${app.systemUserId})` };
    let report = '';
    for (const it of people) {
      const id = String(it['systemuserid']);
      if (report !== '' || !(await change(`accounts(${recordId})`, owned('systemusers', id)))) continue;
      if (await change(`systemusers(${id})`, manager)) report = id;
    }
    const [organization] = await rowsAt('organizations?$select=organizationid');
    const turn = (on: boolean) =>
      change(`organizations(${String(organization?.['organizationid'])})`, {
        ishierarchicalsecuritymodelenabled: on,
      });
    expect(await turn(true)).toBe(true);
    const reached = { allowed: true, reaching: [], shared: [] };
    expect(await ask(app)).toMatchObject({ read: reached, otherwise: 'hierarchy-security' });
    expect(await turn(false)).toBe(true);
    expect(await ask(app)).toMatchObject({ read: { allowed: false }, otherwise: 'unknown' });

    const under = { 'parentaccountid@odata.bind': `/accounts(${above})` };
    expect(await change(`accounts(${recordId})`, under)).toBe(true);
    const principal = { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: app.systemUserId };
    valueOf(
      await client.post(
        'GrantAccess',
        {
          Target: { '@odata.type': 'Microsoft.Dynamics.CRM.account', accountid: above },
          PrincipalAccess: { AccessMask: 'ReadAccess', Principal: principal },
        },
        signal(),
      ),
    );
    expect(await ask(app)).toMatchObject({ read: reached, otherwise: 'shared-above' });
    await change(`accounts(${above})`, owned('systemusers', app.systemUserId));
    await change(`accounts(${recordId})`, owned('systemusers', report));
    expect(await ask(app)).toMatchObject({ read: reached, otherwise: 'owner-above' });
  });

  test('a user that is gone is said to be missing, and not the record', async () => {
    const client = await cloud.clientAsAdmin(cloud.environment('Contoso Production'));
    const systemUserId = parseSystemUserId('00000000-0000-4000-8000-00000000dead');
    const [recordId] = await idsOf(client, 'accounts', 'accountid', 1);
    if (systemUserId === null || recordId === undefined) throw new Error('the seed has no account');
    const table = { by: 'logical-name', name: 'account' } as const;
    const gone = { ok: false, error: { code: 'not-found', params: { what: 'application user' } } };
    expect(await readRecordAccess(client, { systemUserId, table, recordId }, signal())).toMatchObject(gone);
    expect(await readEffectiveAccess(client, systemUserId, signal())).toMatchObject(gone);
  });

  test('a role that was deleted meanwhile is said to be missing', async () => {
    const client = await cloud.clientAsAdmin(cloud.environment('Contoso Production'));
    const roleId = parseRoleId('00000000-0000-4000-8000-00000000dead');
    if (roleId === null) throw new Error('no id');
    expect(await readRolePrivileges(client, roleId, signal())).toMatchObject({
      ok: false,
      error: { code: 'not-found', params: { what: 'security role' } },
    });
  });

  test.each([
    ['a table', { by: 'logical-name', name: 'no_such_table' } as const, 'table'],
    ['a record', { by: 'logical-name', name: 'account' } as const, 'record'],
  ])('%s that is not there is said to be missing', async (_what, table, what) => {
    const client = await cloud.clientAsAdmin(cloud.environment('Contoso Production'));
    const [user] = await usersAt(client);
    const recordId = parseRecordId('00000000-0000-4000-8000-00000000dead');
    if (user === undefined || recordId === null) throw new Error('the seed has no user');
    const { systemUserId } = user;
    expect(await readRecordAccess(client, { systemUserId, table, recordId }, signal())).toMatchObject({
      ok: false,
      error: { code: 'not-found', params: { what } },
    });
  });
});
