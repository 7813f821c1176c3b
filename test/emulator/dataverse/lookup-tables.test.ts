import { expect, test } from 'vitest';
import { errorOf, openLab, person, rowsOf } from './rig.ts';

const lab = openLab();
const get = (url: string) => lab.get(person('admin'), encodeURI(url));

test('texts of choices are rows of stringmaps', () => {
  const filter = "objecttypecode eq 'account' and attributename eq 'statuscode'";
  expect(
    rowsOf(get(`/stringmaps?$select=value,attributevalue,langid&$filter=${filter}&$orderby=displayorder`)),
  ).toMatchObject([
    { value: 'Active', attributevalue: 1, langid: 1033 },
    { value: 'Inactive', attributevalue: 2, langid: 1033 },
  ]);
  const refused = lab.send(person('admin'), 'POST', '/stringmaps', { value: 'x' });
  expect([refused.status, errorOf(refused).code]).toEqual([400, '0x80040800']);
});

// The query with which tools that compare roles find the tables of their privileges.
test('roles join their privileges and these the tables that they are about', () => {
  const fetch = `<fetch distinct="true"><entity name="privilege"><attribute name="name"/>
    <filter><condition attribute="name" operator="eq" value="prvReadActivity"/></filter>
    <link-entity name="privilegeobjecttypecodes" from="privilegeid" to="privilegeid" alias="o"><attribute name="objecttypecode"/></link-entity>
    <link-entity name="roleprivileges" from="privilegeid" to="privilegeid" intersect="true"/></entity></fetch>`;
  const answer = lab.get(person('admin'), `/privileges?fetchXml=${encodeURIComponent(fetch)}`);
  expect(errorOf(answer).message).toBe('');
  expect(rowsOf(answer).map((it) => it['o.objecttypecode'])).toEqual(
    expect.arrayContaining(['task', 'email', 'appointment']),
  );
});

// The lookup and its relationship as generated types of two public projects tell them (XrmDefinitelyTyped, DLaB's constants); the query is an MCP server's.
test('which privileges a table has is asked of their table, with the privileges in it', () => {
  const url =
    "/privilegeobjecttypecodesset?$select=objecttypecode&$filter=objecttypecode eq 'account'&$expand=privilegeid($select=name)";
  const found = rowsOf(get(url));
  expect(found).toHaveLength(8);
  expect(found).toContainEqual(
    expect.objectContaining({ privilegeid: expect.objectContaining({ name: 'prvReadAccount' }) }),
  );
  const back = get(
    "/privileges?$select=name&$filter=name eq 'prvReadActivity'&$expand=FK_PrivilegeObjectTypeCodes($select=objecttypecode)",
  );
  expect(rowsOf(back)).toMatchObject([
    {
      FK_PrivilegeObjectTypeCodes: expect.arrayContaining([
        expect.objectContaining({ objecttypecode: 'email' }),
      ]),
    },
  ]);
});

test('the definition of a status reason names its state (Learn: StatusOptionMetadata ComplexType)', () => {
  const url =
    "/EntityDefinitions(LogicalName='lead')/Attributes(LogicalName='statuscode')/Microsoft.Dynamics.CRM.StatusAttributeMetadata?$select=LogicalName&$expand=OptionSet";
  expect(get(url).json).toMatchObject({
    OptionSet: { Options: expect.arrayContaining([expect.objectContaining({ Value: 4, State: 2 })]) },
  });
});
