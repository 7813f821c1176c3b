import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { readRules } from '../../../emulator/scenario/rules.ts';
import { readOptions } from '../../../emulator/read-options.ts';
import { appOf, appTokenFor, environmentOf, tenantOf } from '../entra/sign-in.ts';
import { asAdmin } from './as-admin.ts';
import { askScenario, chooseRule } from './choose-rule.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());

const choose = (rule: string, value: string): Promise<void> => chooseRule(cloud, rule, value);
afterEach(() => askScenario(cloud, 'POST', '/reset'));

const rows = z.object({ value: z.array(z.record(z.string(), z.unknown())) });
const first = async (query: string): Promise<Record<string, unknown>> =>
  rows.parse(await (await asAdmin(cloud, `GET ${query}`)).json()).value[0] ?? {};
const appUser = (name: string): Promise<Record<string, unknown>> =>
  first(
    `systemusers?$select=fullname,domainname,isdisabled&$filter=applicationid eq ${appOf(cloud, name).clientId}`,
  );

test('every rule is listed with its default, what it may be, and what it is', async () => {
  await choose('linkMadeTwice', 'refuse');
  const { value } = rows.parse(await (await askScenario(cloud, 'GET', '/rules')).json());
  expect(value).toContainEqual({ name: 'linkMadeTwice', value: 'refuse', values: ['accept', 'refuse'] });
  const changed = value.filter(({ value: now, values }) => now !== z.array(z.string()).parse(values)[0]);
  expect(changed.map(({ name }) => name)).toEqual(['linkMadeTwice']);
  expect((await askScenario(cloud, 'DELETE', '/rules/linkMadeTwice')).status).toBe(204);
  expect(await (await askScenario(cloud, 'GET', '')).json()).toMatchObject({
    rules: { linkMadeTwice: 'accept' },
  });
});

test('a rule is chosen at the start, too', () => {
  expect(readRules({ linkMadeTwice: 'refuse' })).toEqual({ linkMadeTwice: 'refuse' });
  expect(readRules({ linkMadeTwice: 'x' })).toBeNull();
  expect(readOptions({ rules: { challengeValues: 'quoted' } }).rules).toEqual({ challengeValues: 'quoted' });
  expect(() => readOptions({ rules: { gravity: 'off' } })).toThrow('no such rule');
});

test.each([
  ['no', 403],
  ['yes', 200],
])('an app whose service principal is in the group of a team: %s', async (value, status) => {
  await choose('groupTeamsHaveApps', value);
  const { pathUrl, url } = environmentOf(cloud, 'contoso');
  const token = await appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Contoso'), url);
  // By itself it reads contacts alone.
  const answer = await fetch(`${pathUrl}/api/data/v9.2/accounts?$top=1`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(status);
});

test.each([
  ['accept', 204],
  ['refuse', 412],
])('a role that is assigned twice: %s', async (value, status) => {
  await choose('linkMadeTwice', value);
  const { systemuserid: user } = await appUser('Contoso Portal Sync');
  const { roleid: role } = await first(
    `systemusers(${String(user)})/systemuserroles_association?$select=roleid`,
  );
  const link = {
    '@odata.id': `${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/roles(${String(role)})`,
  };
  const answer = await asAdmin(
    cloud,
    `POST systemusers(${String(user)})/systemuserroles_association/$ref`,
    link,
  );
  expect(answer.status).toBe(status);
});

test.each([
  ['allow', 200],
  ['refuse', 400],
])('a member of an enum written as text in a filter of definitions: %s', async (value, status) => {
  await choose('enumsAsText', value);
  const filter = "AttributeType ne 'Virtual'";
  const path = `EntityDefinitions(LogicalName='account')/Attributes?$select=LogicalName&$filter=${filter}`;
  expect((await asAdmin(cloud, `GET ${path}`)).status).toBe(status);
});

test.each([
  ['allow', 200],
  ['refuse', 400],
])('an id in quotes in a filter: %s', async (value, status) => {
  await choose('idsAsText', value);
  const path = "accounts?$filter=_ownerid_value eq '20000000-0000-4000-8000-000000000001'";
  expect((await asAdmin(cloud, `GET ${path}`)).status).toBe(status);
});

test.each([
  ['allow', { '@odata.count': 1 }],
  ['refuse', { error: { message: 'The query parameter $count is not supported' } }],
])('definitions that are counted: %s', async (value, expected) => {
  await choose('countedDefinitions', value);
  const answer = await asAdmin(cloud, "GET EntityDefinitions?$count=true&$filter=LogicalName eq 'account'");
  expect(await answer.json()).toMatchObject(expected);
});

test.each([
  ['allow', 200],
  ['refuse', 400],
])('rows sorted by a property of a lookup: %s', async (value, status) => {
  await choose('orderByRelated', value);
  const path = 'accounts?$select=name&$top=1&$orderby=primarycontactid/fullname';
  expect((await asAdmin(cloud, `GET ${path}`)).status).toBe(status);
});

test.each([
  ['twoSteps', [204, 204, 404]],
  ['oneStep', [204, 404, 404]],
])('a disabled user is deleted: %s', async (value, statuses) => {
  await choose('userDeletion', value);
  const { systemuserid: user } = await appUser('Contoso Legacy Loader');
  const answers = [];
  for (let step = 0; step < 3; step += 1) {
    answers.push((await asAdmin(cloud, `DELETE systemusers(${String(user)})`)).status);
  }
  expect(answers).toEqual(statuses);
});

test.each([
  ['displayName', '# Contoso Retired Connector'],
  ['domainName', expect.stringMatching(/@/)],
])('the full name of a new application user: %s', async (value, name: unknown) => {
  await choose('applicationUserName', value);
  const { clientId } = appOf(cloud, 'Contoso Retired Connector');
  const unit = await first('businessunits?$select=businessunitid&$filter=parentbusinessunitid eq null');
  const made = await asAdmin(cloud, 'POST systemusers?$select=fullname', {
    applicationid: clientId,
    'businessunitid@odata.bind': `/businessunits(${String(unit['businessunitid'])})`,
  });
  expect(await made.json()).toMatchObject({ fullname: name });
});

test.each([
  ['allow', 200],
  ['refuse', 403],
])('WhoAmI of an app without roles: %s', async (value, status) => {
  await choose('whoAmIWithoutRoles', value);
  const { pathUrl, url } = environmentOf(cloud, 'fabrikam-sandbox');
  const token = await appTokenFor(cloud, 'Fabrikam Invoice Bot', tenantOf(cloud, 'Fabrikam'), url);
  const answer = await fetch(`${pathUrl}/api/data/v9.2/WhoAmI`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(status);
});

test.each([
  ['bare', /^Bearer authorization_uri=[^",]+, resource_id=[^",]+$/],
  ['quoted', /^Bearer authorization_uri="[^",]+", resource_id="[^",]+"$/],
])('values of the challenge: %s', async (value, shape) => {
  await choose('challengeValues', value);
  const answer = await fetch(`${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/WhoAmI`);
  expect(answer.headers.get('www-authenticate')).toMatch(shape);
});

test.each([
  ['spaced', /^Bearer authorization_uri=\S+, resource_id=\S+$/],
  ['tight', /^Bearer authorization_uri=[^ ,]+,resource_id=\S+$/],
  ['withoutResource', /^Bearer authorization_uri=[^ ,]+$/],
])('parts of the 401 challenge: %s', async (value, shape) => {
  await choose('challengeParts', value);
  const answer = await fetch(`${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/WhoAmI`);
  expect(answer.headers.get('www-authenticate')).toMatch(shape);
});

const refused = z.looseObject({ error: z.looseObject({ code: z.string(), message: z.string() }) });

test.each(['0x80060888', '0x0', '0x80041103'])(
  'the code for a column that there is not: %s',
  async (value) => {
    await choose('unknownColumnCode', value);
    const answer = await asAdmin(cloud, 'GET accounts?$select=Name');
    expect(answer.status).toBe(400);
    expect(refused.parse(await answer.json()).error).toMatchObject({
      code: value,
      message: "Could not find a property named 'Name' on type 'Microsoft.Dynamics.CRM.account'.",
    });
  },
);

test.each([
  ['notFound', 400, '0x8004F510'],
  ['aadError', 403, '0x80072559'],
])('an application user whose app nobody knows: %s', async (value, status, code) => {
  await choose('unknownApplication', value);
  const answer = await asAdmin(cloud, 'POST systemusers', { applicationid: randomUUID() });
  expect(answer.status).toBe(status);
  expect(refused.parse(await answer.json()).error.code).toBe(code);
});

test.each([
  ['seen', 'The specified user(Id = {0}) is disabled. Consider enabling this user. Additional Details: {1}'],
  ['listed', 'The specified user is either disabled or is not a member of any business unit.'],
])('what a disabled user is told: %s', async (value, text) => {
  await choose('disabledUserText', value);
  const { pathUrl, url } = environmentOf(cloud, 'contoso');
  const { clientId } = appOf(cloud, 'Contoso Integration Hub');
  const { systemuserid: id } = await first(
    `systemusers?$select=systemuserid&$filter=applicationid eq ${clientId}`,
  );
  await asAdmin(cloud, `PATCH systemusers(${String(id)})`, { isdisabled: true });
  const token = await appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Contoso'), url);
  const answer = await fetch(`${pathUrl}/api/data/v9.2/WhoAmI`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(403);
  expect(refused.parse(await answer.json()).error).toMatchObject({ code: '0x80040225', message: text });
});

test.each([
  ['webApi', /^The request entity's media type 'text\/plain' is not supported/],
  ['odata', /^A supported MIME type could not be found .* 'text\/plain'\.$/],
])('a body that is said to be no JSON: %s', async (value, text) => {
  await choose('unsupportedTypeText', value);
  const answer = await asAdmin(cloud, 'POST accounts', {}, { 'content-type': 'text/plain' });
  expect(answer.status).toBe(415);
  expect(refused.parse(await answer.json()).error.message).toMatch(text);
});

const batchOf = (lines: readonly string[]) =>
  asAdmin(cloud, 'POST $batch', lines.join('\r\n'), { 'content-type': 'multipart/mixed; boundary=b' });
const part = (method: string, url: string) => [
  '--b',
  'Content-Type: application/http',
  'Content-Transfer-Encoding: binary',
  '',
  `${method} ${url} HTTP/1.1`,
  '',
  '',
];

test.each([
  ['refused', 400],
  ['notFound', 404],
])('a batch in a batch: %s', async (value, status) => {
  await choose('nestedBatch', value);
  const answer = await batchOf([...part('POST', '$batch'), '--b--']);
  expect(answer.status).toBe(status);
});

test.each([
  ['unexpectedEnd', 'unexpected end of input'],
  ['notReadable', 'Stream was not readable'],
])('a batch that is not closed: %s', async (value, text) => {
  await choose('unclosedBatch', value);
  const answer = await batchOf(part('GET', 'accounts?$top=1'));
  expect(answer.status).toBe(400);
  expect(refused.parse(await answer.json()).error.message).toContain(text);
});

test.each([
  ['crlf', 400],
  ['any', 200],
])('line ends of a batch: %s', async (value, status) => {
  await choose('batchLineEnds', value);
  // As dynamics-web-api 1.7 and @odata/client write them.
  const text = `\n${[...part('GET', 'accounts?$top=1'), '--b--'].join('\n')}`;
  const answer = await asAdmin(cloud, 'POST $batch', text, {
    'content-type': 'multipart/mixed;boundary=b',
  });
  expect(answer.status).toBe(status);
});

test.each(['0x80060888', '0x8006088a'])('the code for a segment that there is not: %s', async (value) => {
  await choose('unknownSegmentCode', value);
  const answer = await asAdmin(cloud, 'GET Account');
  expect(answer.status).toBe(404);
  expect(refused.parse(await answer.json()).error).toEqual({
    code: value,
    message: "Resource not found for the segment 'Account'.",
  });
});

const direct = 'ReadAccess, WriteAccess, AppendAccess, AppendToAccess';
test.each([
  ['managerUnits', 'above', [direct, 'ReadAccess']],
  ['managerUnits', 'parent', [direct, 'None']],
  ['hierarchyWrites', 'directReports', [direct, 'ReadAccess']],
  ['hierarchyWrites', 'threeLevels', [direct, direct]],
])('hierarchy security one and two levels and business units below: %s %s', async (rule, value, expected) => {
  await choose(rule, value);
  const organization = await first('organizations?$select=organizationid');
  await asAdmin(cloud, `PATCH organizations(${String(organization['organizationid'])})`, {
    ishierarchicalsecuritymodelenabled: true,
  });
  const made = async (set: string, id: string, body: object): Promise<string> => {
    const answer = await asAdmin(cloud, `POST ${set}?$select=${id}`, body, {
      prefer: 'return=representation',
    });
    return z.string().parse(z.record(z.string(), z.unknown()).parse(await answer.json())[id]);
  };
  const chain = rows.parse(
    await (
      await asAdmin(
        cloud,
        "GET systemusers?$select=systemuserid&$filter=applicationid eq null and isdisabled eq false and accessmode eq 0 and contains(domainname,'@') and not contains(domainname,'adele')&$top=3",
      )
    ).json(),
  ).value;
  const root = await first('businessunits?$select=businessunitid&$filter=parentbusinessunitid eq null');
  let unit = String(root['businessunitid']);
  let manager: string | null = null;
  const accounts: string[] = [];
  for (const { systemuserid } of chain) {
    const user = String(systemuserid);
    unit = await made('businessunits', 'businessunitid', {
      name: `Unit of ${user}`,
      'parentbusinessunitid@odata.bind': `/businessunits(${unit})`,
    });
    await asAdmin(cloud, `PATCH systemusers(${user})`, {
      'businessunitid@odata.bind': `/businessunits(${unit})`,
      ...(manager === null ? {} : { 'parentsystemuserid@odata.bind': `/systemusers(${manager})` }),
    });
    const { roleid } = await first(
      `roles?$select=roleid&$filter=name eq 'Basic User' and _businessunitid_value eq ${unit}`,
    );
    await asAdmin(cloud, `POST systemusers(${user})/systemuserroles_association/$ref`, {
      '@odata.id': `${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/roles(${String(roleid)})`,
    });
    accounts.push(
      await made('accounts', 'accountid', { name: 'x', 'ownerid@odata.bind': `/systemusers(${user})` }),
    );
    manager = user;
  }
  const access = accounts.slice(1).map(async (id) => {
    const target = encodeURIComponent(JSON.stringify({ '@odata.id': `accounts(${id})` }));
    const path = `systemusers(${String(chain[0]?.['systemuserid'])})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=${target}`;
    return z.object({ AccessRights: z.string() }).parse(await (await asAdmin(cloud, `GET ${path}`)).json())
      .AccessRights;
  });
  expect(await Promise.all(access)).toEqual(expected);
});

test.each([
  ['rounded', [0.13, -0.13, 1.01, 12.34568]],
  ['kept', [0.125, -0.125, 1.005, 12.345678]],
])('more decimals than a column has: %s', async (value, stored) => {
  await choose('extraDecimals', value);
  const made = z.record(z.string(), z.unknown()).parse(
    await (
      await asAdmin(cloud, 'POST opportunities?$select=estimatedvalue,actualvalue,budgetamount', {
        name: 'x',
        estimatedvalue: 0.125,
        actualvalue: -0.125,
        budgetamount: 1.005,
      })
    ).json(),
  );
  const account = z.record(z.string(), z.unknown()).parse(
    await (
      await asAdmin(cloud, 'POST accounts?$select=address1_latitude', {
        name: 'x',
        address1_latitude: 12.345678,
      })
    ).json(),
  );
  expect([
    made['estimatedvalue'],
    made['actualvalue'],
    made['budgetamount'],
    account['address1_latitude'],
  ]).toEqual(stored);
});

test.each([
  ['user', 5],
  ['both', null],
])(
  'a secured column that the user reads, and the app that asks on its behalf does not: %s',
  async (value, expected) => {
    await choose('columnsOnBehalf', value);
    const { systemuserid: app, businessunitid: unit } = await first(
      `systemusers?$select=systemuserid&$expand=businessunitid($select=businessunitid)&$filter=applicationid eq ${appOf(cloud, 'Contoso Integration Hub').clientId}`,
    );
    const { businessunitid } = z.object({ businessunitid: z.string() }).parse(unit);
    const { roleid } = await first(
      `roles?$select=roleid&$filter=name eq 'Delegate' and _businessunitid_value eq ${businessunitid}`,
    );
    const { pathUrl, url } = environmentOf(cloud, 'contoso');
    await asAdmin(cloud, `POST systemusers(${String(app)})/systemuserroles_association/$ref`, {
      '@odata.id': `${pathUrl}/api/data/v9.2/roles(${String(roleid)})`,
    });
    const { UserId } = z
      .object({ UserId: z.string() })
      .parse(await (await asAdmin(cloud, 'GET WhoAmI')).json());
    const token = await appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Contoso'), url);
    const made = await asAdmin(cloud, 'POST contacts?$select=contactid', { lastname: 'x', annualincome: 5 });
    const { contactid } = z.object({ contactid: z.string() }).parse(await made.json());
    const shown = await fetch(`${pathUrl}/api/data/v9.2/contacts(${contactid})?$select=annualincome`, {
      headers: { authorization: `Bearer ${token}`, mscrmcallerid: UserId },
    });
    expect(await shown.json()).toMatchObject({ annualincome: expected });
  },
);

/** What was done, by its number, to the records of a table since a moment. */
const actionsSince = async (version: number, table: string): Promise<readonly unknown[]> => {
  const path = `audits?$select=action&$filter=versionnumber gt ${version} and objecttypecode eq '${table}'`;
  return rows.parse(await (await asAdmin(cloud, `GET ${path}`)).json()).value.map((it) => it['action']);
};
const lastVersion = async (): Promise<number> => {
  const made = await (await asAdmin(cloud, 'POST tasks', { subject: 'now' })).json();
  return Number(z.looseObject({ '@odata.etag': z.string() }).parse(made)['@odata.etag'].replace(/\D/g, ''));
};

test.each([
  ['all', { businessunit: [1], team: [1], hasCopies: true }],
  ['none', { businessunit: [1], team: [], hasCopies: false }],
])('what follows from a change in the log: %s', async (value, expected) => {
  await choose('auditedConsequences', value);
  const { businessunitid } = await first('businessunits?$filter=parentbusinessunitid eq null');
  const before = await lastVersion();
  await asAdmin(cloud, 'POST businessunits', {
    name: `Audited ${value}`,
    'parentbusinessunitid@odata.bind': `/businessunits(${String(businessunitid)})`,
  });
  expect({
    businessunit: await actionsSince(before, 'businessunit'),
    team: await actionsSince(before, 'team'),
    hasCopies: (await actionsSince(before, 'role')).length > 0,
  }).toEqual(expected);
});

test.each([
  ['named', { systemuser: [55], role: [] }],
  ['associate', { systemuser: [33], role: [33] }],
])('a role that is given in the log: %s', async (value, expected) => {
  await choose('auditedLinks', value);
  const { systemuserid, _businessunitid_value: unit } = await first(
    "systemusers?$filter=domainname eq 'bram.visser@contoso.demo.test'",
  );
  const { roleid } = await first(
    `roles?$filter=name eq 'Service Reader' and _businessunitid_value eq ${String(unit)}`,
  );
  const before = await lastVersion();
  const answer = await asAdmin(
    cloud,
    `POST systemusers(${String(systemuserid)})/systemuserroles_association/$ref`,
    { '@odata.id': `${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/roles(${String(roleid)})` },
  );
  expect(answer.status).toBe(204);
  expect({
    systemuser: await actionsSince(before, 'systemuser'),
    role: await actionsSince(before, 'role'),
  }).toEqual(expected);
});

test.each([
  ['setState', [41, 41]],
  ['activate', [5, 4]],
])('a new state in the log: %s', async (value, expected) => {
  await choose('auditedState', value);
  const { accountid } = z
    .looseObject({ accountid: z.string() })
    .parse(await (await asAdmin(cloud, 'POST accounts', { name: 'x' })).json());
  const before = await lastVersion();
  await asAdmin(cloud, `PATCH accounts(${accountid})`, { statecode: 1 });
  await asAdmin(cloud, `PATCH accounts(${accountid})`, { statecode: 0 });
  expect(await actionsSince(before, 'account')).toEqual(expected);
});
