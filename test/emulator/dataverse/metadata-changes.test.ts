import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, type HttpAnswer } from './over-http.ts';

// Learn: "Query schema definitions", "Cache schema data"; RetrieveMetadataChanges Function; EntityQueryExpression ComplexType.

let cloud: DemoCloud;
let admin: Ask;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());
const clock = (body: object) =>
  fetch(`${cloud.description.control ?? ''}/clock`, { method: 'PUT', body: JSON.stringify(body) });
beforeEach(async () => {
  await fetch(`${cloud.description.control ?? ''}/reset`, { method: 'POST' });
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
});

const retrieve = (query: unknown, more: Readonly<Record<string, string>> = {}) => {
  const parameters = ['Query=@p0', ...Object.keys(more).map((name, index) => `${name}=@p${index + 1}`)];
  const values = [JSON.stringify(query), ...Object.values(more)];
  const aliases = values.map((value, index) => `@p${index}=${encodeURIComponent(value)}`);
  return admin(`GET RetrieveMetadataChanges(${parameters.join(',')})?${aliases.join('&')}`);
};
const condition = (PropertyName: string, ConditionOperator: string, Type: string, Value: string) => ({
  PropertyName,
  ConditionOperator,
  Value: { Type, Value },
});
const named = (...names: readonly string[]) => ({
  FilterOperator: 'Or',
  Conditions: names.map((it) => condition('LogicalName', 'Equals', 'System.String', it)),
});
const properties = (...PropertyNames: readonly string[]) => ({ AllProperties: false, PropertyNames });
const found = z.object({
  EntityMetadata: z.array(z.object({ Attributes: z.array(z.looseObject({ LogicalName: z.string() })) })),
});
const refusal = (answer: HttpAnswer) => [answer.status, codeOf(answer)];

test('the query of Learn finds two tables with the columns that are valid for create', async () => {
  const answer = await retrieve({
    Properties: properties('SchemaName', 'Attributes'),
    Criteria: named('account', 'contact'),
    AttributeQuery: {
      Properties: properties('LogicalName'),
      Criteria: {
        FilterOperator: 'And',
        Conditions: [condition('IsValidForCreate', 'Equals', 'System.Boolean', 'True')],
      },
    },
    LabelQuery: { FilterLanguages: [1033], MissingLabelBehavior: 0 },
  });
  expect(answer.json).toMatchObject({
    '@odata.context': expect.stringMatching(/#Microsoft\.Dynamics\.CRM\.RetrieveMetadataChangesResponse$/),
    ServerVersionStamp: expect.stringMatching(/^\d+!\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d$/),
    DeletedMetadata: { Count: 0, IsReadOnly: false, Keys: [], Values: [] },
    EntityMetadata: [
      {
        LogicalName: 'account',
        SchemaName: 'Account',
        MetadataId: '70816501-edb9-4740-a16c-6a5efbc05d84',
        HasChanged: null,
        OwnershipType: null,
        DisplayName: null,
        Privileges: [],
        Keys: [],
        Attributes: expect.arrayContaining([
          expect.objectContaining({
            '@odata.type': '#Microsoft.Dynamics.CRM.ComplexStringAttributeMetadata',
            LogicalName: 'emailaddress1',
            MaxLength: null,
          }),
        ]),
      },
      { LogicalName: 'contact' },
    ],
  });
  expect(JSON.stringify(answer.json)).not.toContain('"LogicalName":"createdon"');
});

test('columns come with what only their types have, choices among it', async () => {
  const answer = await retrieve({
    Properties: properties('Attributes'),
    Criteria: named('account'),
    AttributeQuery: {
      Properties: properties('OptionSet', 'MaxLength', 'AttributeTypeName', 'DisplayName'),
      Criteria: {
        Conditions: [
          condition('LogicalName', 'In', 'System.String[]', "['name','accountcategorycode','accountid']"),
        ],
      },
    },
  });
  const [account] = found.parse(answer.json).EntityMetadata;
  const byName = new Map((account?.Attributes ?? []).map((it) => [it.LogicalName, it]));
  expect(Object.fromEntries(byName)).toMatchObject({
    name: { MaxLength: 160, AttributeTypeName: { Value: 'StringType' } },
    accountcategorycode: {
      '@odata.type': '#Microsoft.Dynamics.CRM.ComplexPicklistAttributeMetadata',
      OptionSet: {
        '@odata.type': '#Microsoft.Dynamics.CRM.ComplexOptionSetMetadata',
        Options: [{ Value: 1 }, { Value: 2 }],
      },
    },
  });
  expect(byName.get('accountid')).not.toHaveProperty(['@odata.type']);
});

test('relationships and keys have queries of their own; everything comes where all is asked for', async () => {
  const answer = await retrieve({
    Properties: { AllProperties: true, PropertyNames: [] },
    Criteria: named('account'),
    RelationshipQuery: {
      Properties: properties('SchemaName', 'ReferencingEntity'),
      Criteria: { Conditions: [condition('SchemaName', 'Equals', 'System.String', 'Account_Tasks')] },
    },
    AttributeQuery: {
      Criteria: { Conditions: [condition('ColumnNumber', 'LessThan', 'System.Int32', '1')] },
    },
  });
  expect(answer.json['EntityMetadata']).toMatchObject([
    {
      ObjectTypeCode: 1,
      OwnershipType: 'UserOwned',
      Attributes: [],
      Keys: [{ KeyAttributes: ['accountnumber'] }],
      ManyToManyRelationships: [],
      OneToManyRelationships: [
        { SchemaName: 'Account_Tasks', ReferencingEntity: 'task', CascadeConfiguration: null },
      ],
    },
  ]);
});

test('labels of languages that are not installed are empty', async () => {
  const of = (language: number) =>
    retrieve({
      Properties: properties('DisplayName'),
      Criteria: named('account'),
      LabelQuery: { FilterLanguages: [language] },
    });
  expect((await of(1031)).json['EntityMetadata']).toMatchObject([
    { DisplayName: { LocalizedLabels: [], UserLocalizedLabel: null } },
  ]);
  expect((await of(1033)).json['EntityMetadata']).toMatchObject([
    { DisplayName: { UserLocalizedLabel: { Label: 'Account' } } },
  ]);
});

describe('a cache of definitions', () => {
  const query = { Properties: properties('SchemaName'), Criteria: named('account') };

  test('has nothing to renew: definitions do not change', async () => {
    const stamp = String((await retrieve(query)).json['ServerVersionStamp']);
    const again = await retrieve(query, {
      ClientVersionStamp: `'${stamp}'`,
      DeletedMetadataFilters: "Microsoft.Dynamics.CRM.DeletedMetadataFilters'All'",
    });
    expect(again.json).toMatchObject({ EntityMetadata: [], DeletedMetadata: { Count: 0 } });
  });

  test('expires after ninety days, and is refused with a stamp that is none', async () => {
    const stamp = String((await retrieve(query)).json['ServerVersionStamp']);
    await clock({ advanceSeconds: 91 * 24 * 3600 });
    admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
    expect(refusal(await retrieve(query, { ClientVersionStamp: `'${stamp}'` }))).toEqual([400, '0x80044352']);
    expect(refusal(await retrieve(query, { ClientVersionStamp: "'x'" }))).toEqual([400, '0x800404c0']);
  });
});

test.each([
  [{ Criteria: { FilterOperator: 'Xor' } }],
  [{ Criteria: { Conditions: {} } }],
  [{ Criteria: { Conditions: ['x'] } }],
  [{ Criteria: { Conditions: [condition('Nothing', 'Equals', 'System.String', 'x')] } }],
  [{ Criteria: { Conditions: [condition('LogicalName', 'Like', 'System.String', 'x')] } }],
  [
    {
      Criteria: {
        Conditions: [{ PropertyName: 'LogicalName', ConditionOperator: 'Equals', Value: 'account' }],
      },
    },
  ],
  [{ Properties: ['LogicalName'] }],
  [{ LabelQuery: { FilterLanguages: ['en'] } }],
  ['account'],
])('the query %j is refused', async (query) => {
  expect(refusal(await retrieve(query))).toEqual([400, '0x80060888']);
});
