import https from 'node:https';
import * as api from 'dataverse-webapi/lib/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { environmentOf, userTokens } from '../entra/sign-in.ts';

let cloud: DemoCloud;
let token = '';
const agentBefore = https.globalAgent;

/** The client knows a host, and neither a port nor a path: a proxy brings its requests to the demo cloud. */
beforeAll(async () => {
  cloud = await startDemoCloud({ proxy: true });
  const { login, proxy = '' } = cloud.description;
  https.globalAgent = new https.Agent({ proxyEnv: { HTTPS_PROXY: proxy }, ca: login.ca ?? '' });
  const { url } = environmentOf(cloud, 'fabrikam');
  token = (await userTokens(cloud, 'felicia.admin@fabrikam.demo.test', `${url}/.default`)).access_token;
});
afterAll(async () => {
  https.globalAgent = agentBefore;
  await cloud.close();
});

/** A new one for every call, because the client writes the address of a next page into it. */
const config = (): api.WebApiConfig =>
  new api.WebApiConfig('9.2', token, environmentOf(cloud, 'fabrikam').url);

const account = z.looseObject({ accountid: z.string(), name: z.string(), telephone1: z.string().nullable() });
const make = async (name: string): Promise<string> =>
  account.parse(await api.createWithReturnData(config(), 'accounts', { name }, '$select=name,telephone1'))
    .accountid;
const read = async (id: string): Promise<z.infer<typeof account>> =>
  account.parse(await api.retrieve(config(), 'accounts', id, '$select=name,telephone1'));

describe('dataverse-webapi', () => {
  test('makes, reads, changes and deletes a record', async () => {
    const id = await make('Made by a client');
    await api.update(config(), 'accounts', id, { telephone1: '1' });
    await api.updateProperty(config(), 'accounts', id, 'name', 'Renamed');
    expect(await read(id)).toMatchObject({ name: 'Renamed', telephone1: '1' });
    await api.deleteProperty(config(), 'accounts', id, 'telephone1');
    expect(
      await api.updateWithReturnData(config(), 'accounts', id, { name: 'Again' }, '$select=name,telephone1'),
    ).toMatchObject({ name: 'Again', telephone1: null });
    await api.deleteRecord(config(), 'accounts', id);
    await expect(read(id)).rejects.toMatchObject({ code: '0x80040217' });
  });

  test('makes a record without asking for it back', async () => {
    await api.create(config(), 'accounts', { name: 'Made in silence' });
    const { value } = await api.retrieveMultiple(config(), 'accounts', "$filter=name eq 'Made in silence'");
    expect(value).toHaveLength(1);
  });

  test('reads pages to the end, and by a key of its own', async () => {
    const all = await api.retrieveMultiple(config(), 'systemusers', '$select=fullname');
    let page = await api.retrieveMultiple(config(), 'systemusers', '$select=fullname', { maxPageSize: 3 });
    const seen = [...page.value];
    while (page['@odata.nextLink'] !== undefined) {
      page = await api.retrieveMultipleNextPage(config(), page['@odata.nextLink'], { maxPageSize: 3 });
      seen.push(...page.value);
    }
    expect(seen.map(({ systemuserid }) => systemuserid)).toEqual(
      all.value.map(({ systemuserid }) => systemuserid),
    );
  });

  test('reads pages under the name that Microsoft gives an environment', async () => {
    const theirs = () => new api.WebApiConfig('9.2', token, 'https://fabrikam.crm.dynamics.com');
    const first = await api.retrieveMultiple(theirs(), 'systemusers', '$select=fullname', { maxPageSize: 2 });
    const next = first['@odata.nextLink'];
    expect(next).toMatch(/^https:\/\/fabrikam\.crm\.dynamics\.com\/api\/data\/v9\.2\/systemusers\?/);
    const second = await api.retrieveMultipleNextPage(theirs(), next, { maxPageSize: 2 });
    expect(second.value).toHaveLength(2);
    expect(second.value[0]?.['systemuserid']).not.toBe(first.value[0]?.['systemuserid']);
  });

  test('links and unlinks', async () => {
    const [parent, child] = [await make('Parent'), await make('Child')] as const;
    const parentOf = (): Promise<api.Entity> =>
      api.retrieve(config(), 'accounts', child, '$select=_parentaccountid_value');
    await api.update(config(), 'accounts', child, { 'parentaccountid@odata.bind': `/accounts(${parent})` });
    expect(await parentOf()).toMatchObject({ _parentaccountid_value: parent });
    await api.disassociate(config(), 'accounts', child, 'parentaccountid');
    expect(await parentOf()).toMatchObject({ _parentaccountid_value: null });
  });

  test('calls functions and actions, bound and not', async () => {
    const who = z.object({ UserId: z.string(), OrganizationId: z.string() });
    const { UserId, OrganizationId } = who.parse(await api.unboundFunction(config(), 'WhoAmI'));
    expect(OrganizationId).toBe(environmentOf(cloud, 'fabrikam').organizationId);
    expect(await api.boundFunction(config(), 'systemusers', UserId, 'RetrieveUserPrivileges')).toHaveProperty(
      'RolePrivileges',
    );
    const id = await make('Shared');
    const target = { '@odata.id': `accounts(${id})` };
    expect(
      await api.boundFunction(config(), 'systemusers', UserId, 'RetrievePrincipalAccess', [
        { name: 'Target', alias: 't', value: JSON.stringify(target) },
      ]),
    ).toMatchObject({ AccessRights: expect.stringContaining('ReadAccess') });
    const other = { '@odata.type': 'Microsoft.Dynamics.CRM.account', accountid: id };
    const granted = await api.unboundAction(config(), 'GrantAccess', {
      Target: other,
      PrincipalAccess: {
        Principal: { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: UserId },
        AccessMask: 'ReadAccess',
      },
    });
    expect(granted).toBeNull();
  });

  test('asks for times of zones', async () => {
    const inputs = (name: string, value: string): api.FunctionInput[] => [
      { name: 'TimeZoneCode', alias: 'p1', value: '4' },
      { name, alias: 'p2', value },
    ];
    expect(
      await api.unboundFunction(config(), 'LocalTimeFromUtcTime', inputs('UtcTime', '2026-01-15T09:30:00Z')),
    ).toMatchObject({ LocalTime: '2026-01-15T01:30:00Z' });
    expect(
      await api.unboundFunction(
        config(),
        'UtcTimeFromLocalTime',
        inputs('LocalTime', '2026-07-15T09:30:00Z'),
      ),
    ).toMatchObject({ UtcTime: '2026-07-15T16:30:00Z' });
  });

  test('sends a change set and reads in one batch; a change set is all or nothing', async () => {
    const names = (await api.batchOperation(
      config(),
      'one',
      'two',
      [
        { method: 'POST', queryString: 'accounts', entity: { name: 'First of a batch' } },
        { method: 'POST', queryString: 'accounts', entity: { name: 'Second of a batch' } },
      ],
      ["accounts?$select=name&$filter=contains(name,'of a batch')", 'WhoAmI'],
    )) as readonly api.BatchResponse[];
    expect(names).toMatchObject([
      { httpStatus: 204, contentId: '1', entityId: expect.any(String) },
      { httpStatus: 204, contentId: '2' },
      { httpStatus: 200, data: { value: [{}, {}] } },
      { httpStatus: 200, data: { OrganizationId: environmentOf(cloud, 'fabrikam').organizationId } },
    ]);
    await expect(
      api.batchOperation(
        config(),
        'one',
        'two',
        [
          { method: 'POST', queryString: 'accounts', entity: { name: 'Never made' } },
          { method: 'POST', queryString: 'accounts', entity: { nothing: 'x' } },
        ],
        [],
      ),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^0x/) });
    expect(await api.retrieveMultiple(config(), 'accounts', "$filter=name eq 'Never made'")).toMatchObject({
      value: [],
    });
  });

  test('is told of refusals by code and text', async () => {
    await expect(api.retrieveMultiple(config(), 'accounts', '$select=nothing')).rejects.toMatchObject({
      message: expect.stringContaining("'nothing'"),
    });
    await expect(
      api.retrieve(
        new api.WebApiConfig('9.2', 'nonsense', environmentOf(cloud, 'fabrikam').url),
        'accounts',
        '00000000-0000-0000-0000-000000000001',
      ),
    ).rejects.toThrow('Unexpected Error');
  });

  test('acts for somebody else', async () => {
    const { value } = await api.retrieveMultiple(
      config(),
      'systemusers',
      "$select=azureactivedirectoryobjectid&$filter=domainname eq 'dwayne.okoro@fabrikam.demo.test'",
    );
    const impersonateUserId = String(value[0]?.['azureactivedirectoryobjectid']);
    await expect(
      api.create(config(), 'businessunits', { name: 'Never made' }, { impersonateUserId }),
    ).rejects.toMatchObject({ code: '0x80040220' });
  });
});
