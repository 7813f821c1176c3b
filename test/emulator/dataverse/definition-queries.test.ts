import { describe, expect, test } from 'vitest';
import { errorOf, openLab, person, rowsOf } from './rig.ts';

const lab = openLab();
const admin = person('admin');
const account = "/EntityDefinitions(LogicalName='account')";
const cast = (type: string): string =>
  `${account}/Attributes/Microsoft.Dynamics.CRM.${type}AttributeMetadata`;

describe('queries of definitions, as published connectors, generators and browsers send them', () => {
  test.each([
    '/EntityDefinitions?$expand=Attributes',
    '/EntityDefinitions?$expand=Attributes($select=LogicalName,AttributeType)',
    "/EntityDefinitions?$expand=Attributes($filter=LogicalName eq 'telephone1')",
    '/EntityDefinitions?$select=LogicalName,DisplayName,ObjectTypeCode&$filter=IsValidForAdvancedFind eq true',
    '/EntityDefinitions?$select=EntitySetName&$filter=(LogicalName eq %27account%27)',
    '/EntityDefinitions?$filter=ChangeTrackingEnabled eq true and IsCustomEntity eq false&$select=LogicalName',
    '/EntityDefinitions?$filter=ObjectTypeCode eq 1&$select=LogicalName',
    '/EntityDefinitions?$select=LogicalName&$filter=IsAuditEnabled/Value eq true',
    `${account}?$expand=Attributes,Keys,ManyToManyRelationships,ManyToOneRelationships,OneToManyRelationships`,
    `${account}?$select=LogicalName&LabelLanguages=1033&$expand=Attributes($select=LogicalName,DisplayName,RequiredLevel)`,
    `${account}/OneToManyRelationships?$select=SchemaName,ReferencingEntity,ReferencingAttribute,RelationshipType`,
    `${account}/ManyToOneRelationships?$select=ReferencingEntityNavigationPropertyName&$filter=ReferencingAttribute eq 'ownerid'`,
    `${account}/Keys?$select=KeyAttributes,LogicalName,EntityKeyIndexStatus`,
    `${cast('Picklist')}?$select=LogicalName&$expand=OptionSet($select=Options),GlobalOptionSet($select=Options)`,
    `${cast('Boolean')}?$expand=OptionSet&$select=LogicalName,OptionSet`,
    `${cast('Lookup')}?$select=LogicalName,Targets,AttributeType`,
    `${cast('MultiSelectPicklist')}?$select=SchemaName,LogicalName&$expand=OptionSet,GlobalOptionSet`,
    `${cast('Status')}?$expand=OptionSet($select=Options)`,
    `${cast('Image')}?$select=LogicalName,IsPrimaryImage,MaxSizeInKB`,
    `${account}/Attributes(LogicalName='industrycode')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata/OptionSet/Options`,
    "/RelationshipDefinitions/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata?$filter=ReferencingEntity eq 'account' and ReferencingAttribute eq 'primarycontactid'&$select=ReferencingEntityNavigationPropertyName",
    "/RelationshipDefinitions/Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata?$filter=IntersectEntityName eq 'systemuserroles'",
    '/GlobalOptionSetDefinitions?$select=Name,DisplayName,OptionSetType,IsGlobal,MetadataId',
    '/GlobalOptionSetDefinitions/Microsoft.Dynamics.CRM.OptionSetMetadata?$select=Name,Options',
    "/GlobalOptionSetDefinitions(Name='budgetstatus')/Microsoft.Dynamics.CRM.OptionSetMetadata",
  ])('%s', (url) => {
    const answer = lab.get(admin, url);
    expect(answer.status).toBe(200);
    expect(answer.json['value']).not.toEqual([]);
  });

  test.each([
    ["/EntityDefinitions?$filter=startswith(SchemaName,'ctso_')", 501],
    ['/EntityDefinitions?$orderby=LogicalName', 400],
    ['/EntityDefinitions?$select=LogicalName&$top=5', 400],
    ["/GlobalOptionSetDefinitions?$filter=Name eq 'budgetstatus'", 400],
    ["/RelationshipDefinitions?$filter=ReferencingEntity eq 'account'", 400],
  ])('what tools had to learn that it is refused: %s', (url, status) => {
    const answer = lab.get(admin, url);
    expect([answer.status, errorOf(answer).message === '']).toEqual([status, false]);
  });
});

test('a definition that is patched is refused as scripts that enable auditing have met it', () => {
  const answer = lab.send(admin, 'PATCH', account, { IsAuditEnabled: { Value: true } });
  expect(answer.status).toBe(405);
  expect(errorOf(answer)).toMatchObject({
    code: '0x80060888',
    message: 'Operation not supported on EntityMetadata',
  });
});

test('labels are those of the languages that are asked for', () => {
  const labels = (languages: string): unknown =>
    lab.get(admin, `${account}?$select=DisplayName&LabelLanguages=${languages}`).json['DisplayName'];
  expect(labels('1033')).toMatchObject({ LocalizedLabels: [{ Label: 'Account' }] });
  expect(labels('1031,1036')).toMatchObject({
    LocalizedLabels: [],
    UserLocalizedLabel: { Label: 'Account' },
  });
  const options = lab.get(
    admin,
    `${account}/Attributes(LogicalName='statecode')/Microsoft.Dynamics.CRM.StateAttributeMetadata?$select=LogicalName&$expand=OptionSet&LabelLanguages=1031`,
  );
  expect(options.text).not.toContain('"LocalizedLabels":[{');
});

// Learn: "Manage Dataverse auditing", turn on auditing through Security page, and the tables that cannot be audited.
test('tables that are audited say so, and those that cannot be', () => {
  const audited = rowsOf(
    lab.get(admin, '/EntityDefinitions?$select=LogicalName&$filter=IsAuditEnabled/Value eq true'),
  ).map((it) => it['LogicalName']);
  expect(audited).toEqual(expect.arrayContaining(['account', 'systemuser', 'role', 'quote', 'organization']));
  for (const table of ['task', 'annotation', 'usersettings']) expect(audited).not.toContain(table);
  const settled = rowsOf(
    lab.get(admin, '/EntityDefinitions?$select=LogicalName&$filter=IsAuditEnabled/CanBeChanged eq false'),
  ).map((it) => it['LogicalName']);
  expect(settled).toEqual(expect.arrayContaining(['annotation', 'calendar', 'uom']));
  expect(settled).not.toContain('task');
});
