import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { errorNames } from '../../../emulator/dataverse/errors/error-names.ts';
import { type DemoCloud, startDemoCloud } from '../../../emulator/index.ts';
import { people } from '../graph/graph-rig.ts';
import { reference } from '../reference.ts';
import { environmentOf } from '../entra/sign-in.ts';
import { changeSet, multipart, operation } from './batch-text.ts';
import { type Ask, askAs, type HttpAnswer } from './over-http.ts';

const body = z.object({ error: z.looseObject({ code: z.string(), message: z.string() }) });
const refusalOf = (answer: HttpAnswer) => body.parse(answer.json).error;

let cloud: DemoCloud;
let adele: Ask;
beforeAll(async () => {
  // Where the reports differ from the defaults.
  cloud = await startDemoCloud({
    rules: { unknownColumnCode: '0x80060888', unknownApplication: 'notFound' },
  });
  adele = await askAs(cloud, people.adele);
});
afterAll(() => cloud.close());

const nobody = '5b4ced1c-88e1-ee11-904c-6045bd05e9d4';
const accounts = z.object({ value: z.array(z.object({ accountid: z.string() })) });
const anAccount = async () =>
  accounts.parse((await adele('GET accounts?$select=accountid&$top=1')).json).value[0]?.accountid ?? '';

/** What the texts about bodies begin with, with the blanks that clients split them at (DEFRA's tests of its own error texts; the SimplyDataVerse module for PowerShell does). */
const payload = (set: string) =>
  `Error identified in Payload provided by the user for Entity :'${set}', For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293  ---->  InnerException : `;
const odata = 'Microsoft.OData.ODataException: ';

/** What somebody sent, and the status, the code and the text that they published; .NET's stack, which followed, is left out. */
type Report = readonly [
  source: string,
  request: string,
  sent: unknown,
  status: number,
  code: string,
  message: string,
];

const reports: readonly Report[] = [
  [
    'a set that is not there, 2023',
    'GET cr4cc_injurieses',
    undefined,
    404,
    '0x80060888',
    "Resource not found for the segment 'cr4cc_injurieses'.",
  ],
  [
    'a column that is not there (also Learn: Dataverse Web API client errors)',
    'GET accounts?$select=Name',
    undefined,
    400,
    '0x80060888',
    "Could not find a property named 'Name' on type 'Microsoft.Dynamics.CRM.account'.",
  ],
  [
    'a navigation property that is not there, as tests of a migration have it',
    'GET lists?$expand=campaignid($select=name)',
    undefined,
    400,
    '0x80060888',
    "Could not find a property named 'campaignid' on type 'Microsoft.Dynamics.CRM.list'.",
  ],
  [
    'MarkMpn/Sql4Cds: $skip',
    'GET accounts?$skip=1',
    undefined,
    400,
    '0x80060888',
    'Skip Clause is not supported in CRM',
  ],
  [
    'Learn: Quick start with Insomnia, a record that is not there',
    `GET accounts(${nobody})`,
    undefined,
    404,
    '0x80040217',
    `Entity 'account' With Id = ${nobody} Does Not Exist`,
  ],
  [
    'coe-starter-kit: a link to a record that is not there',
    'POST contacts',
    { lastname: 'Doe', 'parentcustomerid_account@odata.bind': `/accounts(${nobody})` },
    404,
    '0x80040217',
    `Entity 'account' With Id = ${nobody} Does Not Exist`,
  ],
  [
    'Learn: Dataverse Web API client errors, a lookup by its logical name',
    'POST contacts',
    {
      firstname: 'test',
      lastname: 'contact',
      'parentcustomerid@odata.bind': 'accounts(a779956b-d748-ed11-bb44-6045bd01152a)',
    },
    400,
    '0x80048d19',
    `${payload('contacts')}${odata}An undeclared property 'parentcustomerid' which only has property annotations in the payload but no property value was found in the payload. In OData, only declared navigation properties and declared named streams can be represented as properties without values.`,
  ],
  [
    'tests of an error parser: a property that is not there',
    'POST accounts',
    { name: 'Sample', gendercode: 1 },
    400,
    '0x80048d19',
    `${payload('accounts')}Microsoft.Crm.CrmException: Invalid property 'gendercode' was found in entity 'Microsoft.Dynamics.CRM.account'. ---> ${odata}The property 'gendercode' does not exist on type 'Microsoft.Dynamics.CRM.account'. Make sure to only use property names that are defined by the type.`,
  ],
  [
    'DEFRA: a word for a number',
    'POST accounts',
    { name: 'Sample', numberofemployees: 'Charity' },
    400,
    '0x80048d19',
    `${payload('accounts')}${odata}Cannot convert the literal 'Charity' to the expected type 'Edm.Int32'. ---> System.FormatException: Input string was not in a correct format.`,
  ],
  [
    'OData/odata.net, issue 1900: an empty text for a number',
    'POST accounts',
    { name: 'Sample Account', address1_latitude: '' },
    400,
    '0x80048d19',
    `${payload('accounts')}${odata}Cannot convert the literal '' to the expected type 'Edm.Double'. ---> System.FormatException: Input string was not in a correct format.`,
  ],
  [
    'a log of 2026: a number for yes or no',
    'POST accounts',
    { name: 'Sample', donotemail: 0 },
    400,
    '0x80048d19',
    `${payload('accounts')}${odata}Cannot convert the literal '0' to the expected type 'Edm.Boolean'. ---> ${odata}Cannot convert a value of type 'Edm.Int32' to the expected target type 'Edm.Boolean'.`,
  ],
  [
    'Azure AI Search, which reads with the same library: an object for a single value',
    'POST accounts',
    { name: {} },
    400,
    '0x80048d19',
    `${payload('accounts')}${odata}An unexpected 'StartObject' node was found when reading from the JSON reader. A 'PrimitiveValue' node was expected.`,
  ],
  [
    'tools for solutions: a parameter that an action does not have',
    'POST RemoveSolutionComponent',
    { ComponentId: nobody, ComponentType: 20, SolutionUniqueName: 'x' },
    400,
    '0x80048d19',
    `${payload('')}${odata}The parameter 'ComponentId' in the request payload is not a valid parameter for the operation 'RemoveSolutionComponent'.`,
  ],
  [
    'simple-odata-client, issue 625: a link into a set that there is not',
    'POST accounts',
    { 'ownerid@odata.bind': `/principal(${nobody})` },
    404,
    '0x80060888',
    "Resource not found for the segment 'principal'.",
  ],
  [
    'Learn: Retrieve a table row, a key that there is not',
    "GET contacts(emailaddress1='a@b.example')",
    undefined,
    400,
    '0x80060888',
    "The key in the request URI is not valid for resource 'Microsoft.Dynamics.CRM.contact'. Ensure that the names and number of key properties match the declared or alternate key properties for the resource 'Microsoft.Dynamics.CRM.contact'.",
  ],
  [
    'scripts that wait for a new app: an application that the directory does not know',
    'POST systemusers',
    { applicationid: '0f9c2ddd-6b0a-4a3f-9d3a-3c6c2f6a9b51' },
    400,
    '0x8004F510',
    'We didn’t find that application ID 0f9c2ddd-6b0a-4a3f-9d3a-3c6c2f6a9b51 in your Azure Active Directory (Azure AD) with CorrelationID ',
  ],
];

describe('refusals as others published them', () => {
  test.each(reports)('%s', async (_, request, sent, status, code, message) => {
    const answer = await adele(request, sent);
    const { code: told, message: text } = refusalOf(answer);
    expect([answer.status, told]).toEqual([status, code]);
    expect(text.slice(0, message.length)).toBe(message);
  });

  test('XrmDefinitelyTyped, issue 276: a link to another version of the Web API', async () => {
    const { pathUrl } = environmentOf(cloud, 'contoso');
    const link = `${pathUrl}/api/data/v9.1/contacts(${nobody})`;
    const answer = await adele(`POST accounts(${await anAccount()})/contact_customer_accounts/$ref`, {
      '@odata.id': link,
    });
    expect([answer.status, refusalOf(answer)]).toEqual([
      400,
      {
        code: '0x80060888',
        message: `The URI '${link}' is not valid because it is not based on '${pathUrl}/api/data/v9.2/'.`,
      },
    ]);
  });

  test('DynamicsWebApi, issue 130: a double slash before the address of a part', async () => {
    const { url } = environmentOf(cloud, 'contoso');
    const answer = await adele(
      'POST $batch',
      multipart('b', operation('GET', `${url}//api/data/v9.2/accounts?$top=1`)),
      { 'content-type': 'multipart/mixed; boundary=b' },
    );
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(
      `{"error":{"code":"0x80060888","message":"Requested API Version 'data' was not understood. Please provide in the format /api/data/v<Major>.<Minor>/ (example: /api/data/v7.2/)"}}`,
    );
  });

  test('Learn: Dataverse Web API client errors, a part of a change set is for its own set', async () => {
    const answer = await adele(
      'POST $batch',
      multipart('b', changeSet(operation('POST', 'accounts', { name: 'Sample', gendercode: 1 }, '1'))),
      { 'content-type': 'multipart/mixed; boundary=b' },
    );
    expect(answer.text).toContain("for Entity :'accounts'");
  });

  test('a body is for no set where the address ends with a key', async () => {
    const answer = await adele(`PATCH accounts(${await anAccount()})`, {
      'cll_PrimaryContact@odata.bind': '/contacts(1)',
    });
    expect(refusalOf(answer).message).toContain(
      `${payload('')}${odata}An undeclared property 'cll_PrimaryContact'`,
    );
  });

  test('numbers and yes or no are read from texts', async () => {
    const answer = await adele(
      'POST accounts?$select=numberofemployees,revenue,donotemail',
      { name: 'Texts', numberofemployees: ' 12', revenue: '2.5', donotemail: 'True' },
      { prefer: 'return=representation' },
    );
    expect(answer.json).toMatchObject({ numberofemployees: 12, revenue: 2.5, donotemail: true });
  });
});

describe('details of a refusal', () => {
  const details = '@Microsoft.PowerApps.CDS.ErrorDetails.';

  test('are those of the quick start', async () => {
    const answer = await adele(`GET accounts(${nobody})`, undefined, {
      prefer: 'odata.include-annotations="*"',
    });
    expect(refusalOf(answer)).toEqual({
      code: '0x80040217',
      message: `Entity 'account' With Id = ${nobody} Does Not Exist`,
      [`${details}ApiExceptionSourceKey`]: 'Plugin/Microsoft.Crm.Common.ObjectModel.AccountService',
      [`${details}ApiStepKey`]: expect.stringMatching(/^[0-9a-f-]{36}$/),
      [`${details}ApiDepthKey`]: '1',
      [`${details}ApiActivityIdKey`]: expect.stringMatching(/^[0-9a-f-]{36}$/),
      [`${details}ApiPluginSolutionNameKey`]: 'System',
      [`${details}ApiStepSolutionNameKey`]: 'System',
      [`${details}ApiExceptionCategory`]: 'ClientError',
      [`${details}ApiExceptionMessageName`]: 'ObjectDoesNotExist',
      [`${details}ApiExceptionHttpStatusCode`]: '404',
      '@Microsoft.PowerApps.CDS.HelpLink':
        'http://go.microsoft.com/fwlink/?LinkID=398563&error=Microsoft.Crm.CrmException%3a80040217&client=platform',
      '@Microsoft.PowerApps.CDS.InnerError.Message': `Entity 'account' With Id = ${nobody} Does Not Exist`,
    });
  });

  test.each([
    ['OData.Community.Display.V1.FormattedValue,Microsoft.PowerApps.CDS.HelpLink', ['HelpLink']],
    ['Microsoft.PowerApps.CDS.ErrorDetails.ApiDepthKey', ['ErrorDetails.ApiDepthKey']],
    ['OData.Community.Display.V1.FormattedValue', []],
  ])('are the ones that are asked for: %s', async (annotations, names) => {
    const answer = await adele(`GET accounts(${nobody})`, undefined, {
      prefer: `odata.include-annotations="${annotations}"`,
    });
    expect(Object.keys(refusalOf(answer))).toEqual([
      'code',
      'message',
      ...names.map((it) => `@Microsoft.PowerApps.CDS.${it}`),
    ]);
  });

  test('come from the platform; what stands in front of it has fewer', async () => {
    const answer = await adele('GET accounts?$skip=1', undefined, {
      prefer: 'odata.include-annotations="*"',
    });
    expect(Object.keys(refusalOf(answer))).toEqual([
      'code',
      'message',
      '@Microsoft.PowerApps.CDS.HelpLink',
      '@Microsoft.PowerApps.CDS.InnerError.Message',
    ]);
  });
});

const codes = reference('dataverse-error-codes.json');
/** Codes of newer lists of Microsoft's. */
const newer = new Set(['0x80072559', '0x80040d40', '0x80048350']);

test.skipIf(codes.path === null)(`codes have the names of the published list${codes.note}`, () => {
  const list = z
    .record(z.string(), z.tuple([z.string(), z.string().nullable()]))
    .parse(JSON.parse(readFileSync(codes.path ?? '', 'utf8')));
  const others = Object.entries(errorNames).filter(
    ([code, name]) => !newer.has(code) && list[name]?.[0].toLowerCase() !== code,
  );
  expect(others).toEqual([]);
});
