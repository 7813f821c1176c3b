import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';
import { app, openLab, person, rowsOf, serviceRoot, textAt } from './rig.ts';

let cloud: DemoCloud;
let admin: Ask;
let unit = '';
beforeAll(async () => {
  cloud = await startDemoCloud({});
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  const [root] = rowsIn(
    await admin('GET businessunits?$select=businessunitid&$filter=parentbusinessunitid eq null'),
  );
  unit = String(root?.['businessunitid']);
});
afterAll(() => cloud.close());

const bind = () => ({ 'businessunitid@odata.bind': `/businessunits(${unit})` });

test('records of a many-to-many relationship are created and linked together with one', async () => {
  const made = await admin('POST teams', {
    name: 'With a role',
    ...bind(),
    teamroles_association: [{ name: 'Of this team', ...bind() }],
    teamprofiles_association: [{ name: 'A profile' }, { name: 'Another profile' }],
  });
  expect(made.status).toBe(204);
  const team = createdId(made);
  const shown = await admin(
    `GET teams(${team})?$select=name&$expand=teamroles_association($select=name),teamprofiles_association($select=name)`,
  );
  expect(shown.json).toMatchObject({
    teamroles_association: [{ name: 'Of this team' }],
    teamprofiles_association: [{ name: 'A profile' }, { name: 'Another profile' }],
  });
});

test('one is created below a record, over the same relationship', async () => {
  const team = createdId(await admin('POST teams', { name: 'Below', ...bind() }));
  const role = await admin(`POST teams(${team})/teamroles_association`, { name: 'Made below', ...bind() });
  expect(role.status).toBe(204);
  expect(rowsIn(await admin(`GET teams(${team})/teamroles_association?$select=roleid`))).toMatchObject([
    { roleid: createdId(role) },
  ]);
});

test('what a link refuses undoes all of it', async () => {
  const refused = await admin('POST teams', {
    name: 'Undone',
    teamtype: 1,
    ...bind(),
    teamroles_association: [{ name: 'Never made', ...bind() }],
  });
  expect(codeOf(refused)).toBe('0x80048331');
  expect(rowsIn(await admin("GET teams?$filter=name eq 'Undone'"))).toEqual([]);
  expect(rowsIn(await admin("GET roles?$filter=name eq 'Never made'"))).toEqual([]);
});

test.each([['x'], [{}], [null], [[1]]])('a collection that is %j is refused', async (value) => {
  const answer = await admin('POST teams', { name: 'x', ...bind(), teamroles_association: value });
  expect([answer.status, codeOf(answer)]).toEqual([400, '0x80048d19']);
});

// Learn: "Associate and disassociate table rows using the Web API", collection-valued navigation properties.
test('business records are linked, found, unlinked, and lose their links when they go', async () => {
  const competitor = createdId(await admin('POST competitors', { name: 'Fabrikam' }));
  const opportunity = createdId(
    await admin('POST opportunities', {
      name: 'Deal',
      opportunitycompetitors_association: [{ name: 'Northwind' }],
    }),
  );
  const link = `opportunities(${opportunity})/opportunitycompetitors_association`;
  const base = String((await admin('GET WhoAmI')).json['@odata.context']).replace(/\$metadata.*$/, '');
  const linked = await admin(`POST ${link}/$ref`, { '@odata.id': `${base}competitors(${competitor})` });
  expect(linked.status).toBe(204);
  const names = async () => rowsIn(await admin(`GET ${link}?$select=name`)).map((it) => it['name']);
  expect(new Set(await names())).toEqual(new Set(['Northwind', 'Fabrikam']));
  const found = await admin(
    `GET competitors?$select=name&$filter=opportunitycompetitors_association/any(o:o/name eq 'Deal')`,
  );
  expect(rowsIn(found)).toHaveLength(2);
  const joined = await admin(
    `GET opportunities?fetchXml=${encodeURIComponent(
      `<fetch><entity name="opportunity"><attribute name="name"/>
        <link-entity name="opportunitycompetitors" from="opportunityid" to="opportunityid" intersect="true">
          <link-entity name="competitor" from="competitorid" to="competitorid" alias="c">
            <attribute name="name"/><filter><condition attribute="name" operator="eq" value="Fabrikam"/></filter>
          </link-entity></link-entity></entity></fetch>`,
    )}`,
  );
  expect(rowsIn(joined)).toMatchObject([{ name: 'Deal', 'c.name': 'Fabrikam' }]);
  expect((await admin(`DELETE ${link}(${competitor})/$ref`)).status).toBe(204);
  expect(await names()).toEqual(['Northwind']);
  expect((await admin(`DELETE opportunities(${opportunity})`)).status).toBe(204);
  expect(rowsIn(await admin('GET opportunitycompetitorscollection'))).toEqual([]);
});

test('who may not append a record links nothing to it, and definitions tell of the relationship', () => {
  const lab = openLab();
  const first = (path: string, id: string) => textAt(rowsOf(lab.get(person('admin'), path))[0], id);
  const contact = first('/contacts?$top=1&$select=contactid', 'contactid');
  const lead = first('/leads?$top=1&$select=leadid', 'leadid');
  const link = (caller: Parameters<typeof lab.send>[0]) =>
    lab.send(caller, 'POST', `/contacts(${contact})/contactleads_association/$ref`, {
      '@odata.id': `${serviceRoot}/leads(${lead})`,
    }).status;
  expect(link(app('contacts'))).toBe(403);
  expect(link(person('admin'))).toBe(204);
  const definitions = lab.get(
    person('admin'),
    "/EntityDefinitions(LogicalName='lead')/ManyToManyRelationships?$select=SchemaName,IntersectEntityName",
  );
  expect(rowsOf(definitions)).toContainEqual(
    expect.objectContaining({ SchemaName: 'contactleads_association', IntersectEntityName: 'contactleads' }),
  );
});
