import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../../emulator/index.ts';
import type { DemoCloud } from '../../../../emulator/index.ts';
import { environmentOf, userTokens } from '../../entra/sign-in.ts';
import { askGraph, graphToken } from '../../graph/graph-rig.ts';
import { type Ask, askAs, createdId, rowsIn } from '../over-http.ts';
import { multipart, operation } from '../batch-text.ts';
import { differences, Ids, partsOf } from './compare-answers.ts';
import { type Exchange, readExchanges } from './read-exchanges.ts';

const urlName = 'fabrikam-sandbox';
const admin = 'felicia.admin@fabrikam.demo.test';
const first = '00000000-0000-0000-0000-000000000001';

let cloud: DemoCloud;
let ask: Ask;
let token: string;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());

/** What a page takes for granted: records with its ids, and ids that stand for others of here. */
type Scene = {
  readonly page: string;
  /** Rules that the page needs otherwise. */
  readonly rules?: Readonly<Record<string, string>>;
  /** Sets of which nothing else is there. */
  readonly emptied?: readonly string[];
  readonly records?: readonly (readonly [address: string, body: object])[];
  readonly ids?: () => Promise<Readonly<Record<string, string>>>;
};

const susanna = '70bf4d48-34cb-ed11-b596-0022481d68cd';
const litware = '78914942-34cb-ed11-b596-0022481d68cd';
const person = (id: string, firstname: string, lastname: string) =>
  [`contacts(${id})`, { firstname, lastname: `${lastname} (sample)` }] as const;
const company = (start: string, name: string, revenue: number, contact: string, more: object = {}) =>
  [
    `accounts(${start}914942-34cb-ed11-b596-0022481d68cd)`,
    { name: `${name} (sample)`, revenue, 'primarycontactid@odata.bind': `contacts(${contact})`, ...more },
  ] as const;
const bound = { 'regardingobjectid_contact_task@odata.bind': `contacts(${susanna})` };

/** What the pages on queries with OData have answers of: nine accounts with their contacts. */
const sampleRecords: NonNullable<Scene['records']> = [
  person('49b0be2e-d01c-ed11-b83e-000d3a572421', 'Yvonne', 'McKay'),
  person(susanna, 'Susanna', 'Stubberod'),
  person('72bf4d48-34cb-ed11-b596-0022481d68cd', 'Nancy', 'Anderson'),
  person('74bf4d48-34cb-ed11-b596-0022481d68cd', 'Maria', 'Campbell'),
  person('76bf4d48-34cb-ed11-b596-0022481d68cd', 'Rene', 'Valdes'),
  person('78bf4d48-34cb-ed11-b596-0022481d68cd', 'Robert', 'Lyon'),
  person('7abf4d48-34cb-ed11-b596-0022481d68cd', 'Scott', 'Konersmann'),
  person('7cbf4d48-34cb-ed11-b596-0022481d68cd', 'Jim', 'Glynn'),
  company('78', 'Litware, Inc.', 20_000, susanna, { customertypecode: 1, accountcategorycode: 1 }),
  company('7a', 'Adventure Works', 50_000, '72bf4d48-34cb-ed11-b596-0022481d68cd', {
    accountcategorycode: 2,
  }),
  company('7c', 'Fourth Coffee', 80_000, '74bf4d48-34cb-ed11-b596-0022481d68cd'),
  company('7e', 'A. Datum Corporation', 60_000, '76bf4d48-34cb-ed11-b596-0022481d68cd', {
    address1_stateorprovince: 'WA',
  }),
  company('80', 'Alpine Ski House', 70_000, '78bf4d48-34cb-ed11-b596-0022481d68cd', {
    address1_stateorprovince: 'WA',
  }),
  company('82', 'Blue Yonder Airlines', 90_000, '7abf4d48-34cb-ed11-b596-0022481d68cd', {
    address1_stateorprovince: 'WA',
  }),
  company('84', 'City Power & Light', 30_000, '49b0be2e-d01c-ed11-b83e-000d3a572421'),
  company('86', 'Contoso Pharmaceuticals', 30_000, '49b0be2e-d01c-ed11-b83e-000d3a572421'),
  company('88', 'Coho Winery', 10_000, '7cbf4d48-34cb-ed11-b596-0022481d68cd'),
  ['accounts(88914942-34cb-ed11-b596-0022481d68cd)', { statecode: 1, statuscode: 2 }],
  [`contacts(${susanna})`, { 'parentcustomerid_account@odata.bind': `accounts(${litware})` }],
  ['tasks(e9a8c72c-dbcc-ed11-b597-000d3a993550)', { subject: 'Task 1 for Susanna Stubberod', ...bound }],
  ['tasks(c206f534-dbcc-ed11-b597-000d3a993550)', { subject: 'Task 2 for Susanna Stubberod', ...bound }],
  [
    'tasks(be9f6557-e2cc-ed11-b597-000d3a993550)',
    { subject: 'Task 1 for Litware', 'regardingobjectid_account_task@odata.bind': `accounts(${litware})` },
  ],
];
const queries = (page: string, more: Partial<Scene> = {}): Scene => ({
  page,
  emptied: ['tasks', 'opportunities', 'incidents', 'accounts', 'contacts'],
  records: sampleRecords,
  ids: async () => ({ 'System Administrator': await myName() }),
  ...more,
});
/** A team that may own whatever there is. */
async function owningTeam(name: string): Promise<string> {
  const team = createdId(await ask('POST teams', { name, teamtype: 0 }));
  const [role] = rowsIn(
    await ask(
      "GET roles?$select=name&$filter=name eq 'System Administrator' and _parentroleid_value eq null",
    ),
  );
  const link = { '@odata.id': `roles(${String(role?.['roleid'])})` };
  await ask(`POST teams(${team})/teamroles_association/$ref`, link);
  return team;
}

const myName = async (): Promise<string> =>
  String(
    (await ask(`GET systemusers(${String((await ask('GET WhoAmI')).json['UserId'])})?$select=fullname`)).json[
      'fullname'
    ],
  );

const scenes: readonly Scene[] = [
  {
    page: 'web-api-basic-operations-sample',
    ids: async () => {
      const { UserId, BusinessUnitId } = (await ask('GET WhoAmI')).json;
      return {
        'https://crmue.api.crm.dynamics.com': environmentOf(cloud, urlName).pathUrl,
        '4026be43-6b69-e111-8f65-78e7d1620f5e': String(UserId),
        '38e0dbe4-131b-e111-ba7e-78e7d1620f5e': String(BusinessUnitId),
      };
    },
  },
  queries('select-columns', {
    ids: async () => {
      const team = await owningTeam('Owners of Adventure Works');
      await ask('PATCH accounts(7a914942-34cb-ed11-b596-0022481d68cd)', {
        'ownerid@odata.bind': `teams(${team})`,
      });
      return { '39e0dbe4-131b-e111-ba7e-78e7d1620f5e': team };
    },
  }),
  {
    page: 'use-change-tracking-synchronize-data-external-systems',
    emptied: ['accounts'],
    records: [['accounts(2e451703-c686-e711-80e5-00155db19e6d)', { name: 'Deleted soon' }]],
    ids: async () => {
      const tracked = await ask('GET accounts?$select=name,telephone1,fax', undefined, {
        prefer: 'odata.track-changes',
      });
      const since = /\$deltatoken=(.*)$/.exec(String(tracked.json['@odata.deltaLink']))?.[1] ?? '';
      const monte = { name: 'Monte Orton', telephone1: '555000', fax: '10101' };
      await ask('PATCH accounts(60c4e274-0d87-e711-80e5-00155db19e6d)', monte);
      await ask('DELETE accounts(2e451703-c686-e711-80e5-00155db19e6d)');
      return { '919042%2108%2f22%2f2017%2008%3a10%3a44': since };
    },
  },
  {
    page: 'aad-group-team',
    records: [[`accounts(${first})`, { name: 'Given away' }]],
    ids: async () => {
      const directory = await graphToken(cloud, admin, ['Group.Read.All', 'User.Read.All']);
      const idIn = async (request: string): Promise<string> => {
        const { json } = await askGraph(cloud, directory, `GET ${request}`);
        const found = z.looseObject({ value: z.array(z.looseObject({ id: z.string() })) }).parse(json);
        return found.value[0]?.id ?? '';
      };
      const [role] = rowsIn(
        await ask(
          "GET roles?$select=name&$filter=name eq 'System Administrator' and _parentroleid_value eq null",
        ),
      );
      return {
        'e1341054-98ed-489b-a522-15e9e277b737': await idIn("groups?$filter=displayName eq 'Finance Systems'"),
        '5e1341a0-0000-4000-8000-000000000001': await idIn("users?$filter=startswith(mail,'dwayne')"),
        'ae0daa93-e566-eb11-bb2b-000d3ac4c3f6': String(role?.['roleid']),
      };
    },
  },
  { page: 'bulk-operations' },
  { page: 'query-metadata-web-api' },
  { page: 'retrieve-metadata-name-metadataid', rules: { ownChoiceAsGlobal: 'choice' } },
  {
    page: 'use-web-api-functions',
    ids: async () => {
      const { UserId } = (await ask('GET WhoAmI')).json;
      return { 'da455fec-68b7-ec11-9840-000d3a13d713': String(UserId) };
    },
  },
  {
    page: 'retrieve-audit-data',
    records: [
      ['contacts(0e76dc8a-41b5-ec11-983f-0022482bf046)', { lastname: 'Deleted' }],
      [
        'accounts(611e7713-68d7-4622-b552-85060af450bc)',
        { name: 'Audited', description: 'First description value' },
      ],
      ['accounts(611e7713-68d7-4622-b552-85060af450bc)', { description: 'Old description value' }],
      ['accounts(d249d106-38b5-ec11-983f-002248296cd0)', { name: 'A. Datum Corporation' }],
      ['accounts(e249d106-38b5-ec11-983f-002248296cd0)', { name: 'Below' }],
      [
        'accounts(e249d106-38b5-ec11-983f-002248296cd0)',
        { 'parentaccountid@odata.bind': 'accounts(d249d106-38b5-ec11-983f-002248296cd0)' },
      ],
    ],
    ids: async () => {
      await ask('DELETE contacts(0e76dc8a-41b5-ec11-983f-0022482bf046)');
      const team = await owningTeam('TeamName');
      await ask('PATCH accounts(611e7713-68d7-4622-b552-85060af450bc)', {
        'ownerid@odata.bind': `teams(${team})`,
      });
      await ask('PATCH accounts(611e7713-68d7-4622-b552-85060af450bc)', {
        description: 'New description value',
      });
      const { UserId } = (await ask('GET WhoAmI')).json;
      const [change] = rowsIn(
        await ask(
          'GET audits?$filter=_objectid_value eq e249d106-38b5-ec11-983f-002248296cd0 and operation eq 2',
        ),
      );
      return {
        '4026be43-6b69-e111-8f65-78e7d1620f5e': String(UserId),
        'FirstName LastName': await myName(),
        '39e0dbe4-131b-e111-ba7e-78e7d1620f5e': team,
        '12869c65-d7d3-ec11-b656-281878f0eba9': String(change?.['auditid']),
      };
    },
  },
  {
    page: 'execute-batch-operations-using-web-api',
    records: [
      [`accounts(${first})`, { name: 'Of batches' }],
      [`accounts(${first.slice(0, -1)}2)`, { name: 'Of change sets' }],
    ],
  },
  queries('join-tables'),
  queries('filter-rows'),
  queries('count-rows'),
  queries('page-results'),
  queries('aggregate-data'),
  {
    page: 'create-entity-web-api',
    records: [
      [`contacts(${first})`, { firstname: 'Yvonne', lastname: 'McKay (sample)' }],
      [`tasks(${first.slice(0, -1)}2)`, { subject: 'Task 1' }],
      [`tasks(${first.slice(0, -1)}3)`, { subject: 'Task 2' }],
      [
        'accounts(c65127ed-2097-e711-80eb-00155db75426)',
        {
          name: 'Above',
          address1_line1: '123 Maple St.',
          address1_city: 'Seattle',
          address1_country: 'United States of America',
          revenue: 1,
        },
      ],
    ],
  },
  {
    page: 'update-delete-entities-using-web-api',
    records: [[`accounts(${first})`, { name: 'Sample Account', description: 'x' }]],
  },
  {
    page: 'retrieve-entity-using-web-api',
    records: [
      ['contacts(ff390c24-9c72-e511-80d4-00155d2a68d1)', { firstname: 'Rene', lastname: 'Valdes (sample)' }],
      [
        `accounts(${first})`,
        {
          name: 'A. Datum Corporation (sample)',
          revenue: 10_000,
          'primarycontactid@odata.bind': 'contacts(ff390c24-9c72-e511-80d4-00155d2a68d1)',
        },
      ],
      [
        'tasks(6b5941dd-d175-e511-80d4-00155d2a68d1)',
        { 'regardingobjectid_account_task@odata.bind': `accounts(${first})` },
      ],
      [
        'tasks(fcbb60ed-d175-e511-80d4-00155d2a68d1)',
        { 'regardingobjectid_account_task@odata.bind': `accounts(${first})` },
      ],
      ['accounts(3adbf27c-8efb-e511-80d2-00155db07c77)', { name: 'Adventure Works (sample)' }],
      [
        'accounts(915e89f5-29fc-e511-80d2-00155db07c77)',
        {
          name: 'Sample Child Account 1',
          'parentaccountid@odata.bind': 'accounts(3adbf27c-8efb-e511-80d2-00155db07c77)',
        },
      ],
      ...(
        [
          ['a983a612-3ffc-e511-80d2-00155db07c77', 'Sample Task 1', '2016-04-11T15:00:00Z'],
          ['7bcc572f-3ffc-e511-80d2-00155db07c77', 'Sample Task 2', '2016-04-13T15:00:00Z'],
        ] as const
      ).map(
        ([id, subject, scheduledstart]) =>
          [
            `tasks(${id})`,
            {
              subject,
              scheduledstart,
              'regardingobjectid_account_task@odata.bind': 'accounts(915e89f5-29fc-e511-80d2-00155db07c77)',
            },
          ] as const,
      ),
    ],
  },
  {
    page: 'associate-disassociate-entities-using-web-api',
    records: [
      [`accounts(${first})`, { name: 'One' }],
      [`accounts(${first.slice(0, -1)}2)`, { name: 'Two' }],
      [`opportunities(${first})`, { name: 'One' }],
    ],
  },
  {
    page: 'perform-conditional-operations-using-web-api',
    records: [[`accounts(${first})`, { name: 'Sample Account' }]],
    // Not an id, and replaced alike: the version that the account has.
    ids: async () => {
      const etag = String((await ask(`GET accounts(${first})?$select=name`)).json['@odata.etag']);
      return { 'W/"468026"': etag };
    },
  },
  {
    page: 'impersonate-another-user-web-api',
    ids: async () => {
      const { UserId } = (await ask('GET WhoAmI')).json;
      const people = await ask(
        `GET systemusers?$select=azureactivedirectoryobjectid,fullname&$filter=systemuserid eq ${String(UserId)} or (accessmode eq 0 and isdisabled eq false and applicationid eq null and systemuserroles_association/any(o:contains(o/name,'Sales')))`,
      );
      const mine = rowsIn(people).find((it) => it['systemuserid'] === UserId);
      const other = rowsIn(people).find((it) => it['systemuserid'] !== UserId);
      return {
        'e39c5d16-675b-48d1-8e67-667427e9c084': String(other?.['azureactivedirectoryobjectid']),
        'Impersonated User': String(other?.['fullname']),
        '3d8bed3e-79a3-47c8-80cf-269869b2e9f0': String(mine?.['azureactivedirectoryobjectid']),
        'Actual User': String(mine?.['fullname']),
      };
    },
  },
  {
    page: 'merge-entity-using-web-api',
    records: [
      ['accounts(bb8055c0-aea6-ea11-a812-000d3a55d474)', { name: 'Account 1' }],
      ['accounts(c38055c0-aea6-ea11-a812-000d3a55d474)', { name: 'Account 2' }],
    ],
  },
];

/** A printed body as JSON has it: dots where a page leaves rows out are one more. */
const cutOff = (body: string): string =>
  body.replaceAll(/(,?)\s*\.\.\.(?=\s*\])/g, (_, comma: string) => `${comma}"..."`);

function contentDiffers(printed: string, ours: string, ids: Ids): readonly string[] {
  if (printed.startsWith('--')) return differences(partsOf(printed), partsOf(ours), ids);
  return printed.startsWith('{') && ours.startsWith('{')
    ? differences(JSON.parse(cutOff(printed)), JSON.parse(ours), ids)
    : differences(printed, ours.replace('\uFEFF', ''), ids);
}

/** What an exchange does here otherwise than the page prints it. */
async function play(exchange: Exchange, ids: Ids): Promise<readonly string[]> {
  const { pathUrl } = environmentOf(cloud, urlName);
  const here = (text: string): string => ids.replace(text.replaceAll(/\[Organization URI\]/gi, pathUrl));
  const body = here(exchange.body);
  const { method, answer: printed } = exchange;
  const isTyped = body === '' || exchange.headers.some(([name]) => name === 'Content-Type');
  // Nothing but what is printed, besides the token and the type of a body, which some pages leave out for brevity.
  const answer = await fetch(here(exchange.url), {
    method,
    headers: [
      ...exchange.headers.map(([name, value]): [string, string] => [name, here(value)]),
      ['Authorization', `Bearer ${token}`],
      ...(isTyped ? [] : [['Content-Type', 'application/json'] satisfies [string, string]]),
    ],
    ...(body === ''
      ? {}
      : { body: Buffer.from(body.startsWith('--') ? body.replaceAll('\n', '\r\n') : body) }),
  });
  const text = await answer.text();
  const headers = printed.headers.flatMap(([name, value]) => {
    const ours = answer.headers.get(name);
    // The service has told more of the type since.
    const told = name === 'Content-Type' ? ours?.replace('; odata.streaming=true', '') : ours;
    return differences(here(value), told, ids, name);
  });
  // Some pages print the request alone.
  const content =
    printed.status === 200 && printed.body === '' ? [] : contentDiffers(here(printed.body), text, ids);
  const found = [...headers, ...content];
  return [
    ...(answer.status === printed.status
      ? []
      : [`status: ${printed.status} | here ${answer.status} ${text}`]),
    ...found.filter((it) => !exchange.exceptions.has(it.replace(/: .*$/s, ''))),
  ];
}

/** Deletes all records of a set in batches. */
async function empty(set: string): Promise<void> {
  const rows = rowsIn(await ask(`GET ${set}?$select=createdon`));
  const addresses = rows.map(
    (row) => `${set}(${String(Object.entries(row).find(([name]) => /^\w+id$/.test(name))?.[1])})`,
  );
  for (let at = 0; at < addresses.length; at += 1000) {
    const parts = addresses.slice(at, at + 1000).map((it) => operation('DELETE', it));
    const answer = await ask('POST $batch', multipart('b', ...parts), {
      'content-type': 'multipart/mixed; boundary=b',
      prefer: 'odata.continue-on-error',
    });
    if (answer.status !== 200) throw new Error(answer.text);
  }
}

describe.each(scenes)(
  'Learn, $page',
  ({ page, rules = {}, emptied = [], records = [], ids = () => Promise.resolve({}) }) => {
    let known: Ids;
    beforeAll(async () => {
      const control = cloud.description.control ?? '';
      await fetch(`${control}/reset`, { method: 'POST' });
      for (const [rule, value] of Object.entries(rules))
        await fetch(`${control}/rules/${rule}`, { method: 'PUT', body: JSON.stringify({ value }) });
      ask = await askAs(cloud, admin, urlName);
      const { url } = environmentOf(cloud, urlName);
      token = (await userTokens(cloud, admin, `${url}/.default`)).access_token;
      for (const set of emptied) await empty(set);
      for (const [address, body] of records) {
        const made = await ask(`PATCH ${address}`, body);
        if (made.status !== 204) throw new Error(`${address}: ${made.text}`);
      }
      known = new Ids(await ids());
    });
    test.each(readExchanges(page).map((it) => [it.title, it] as const))('%s', async (_, exchange) => {
      expect(await play(exchange, known)).toEqual([]);
    });
  },
);
