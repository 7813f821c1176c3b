import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { xml2json } from 'odata-csdl';
import { describe, expect, test } from 'vitest';
import { operationSignatures } from '../../../emulator/dataverse/metadata/operation-signatures.ts';
import { reference } from '../reference.ts';
import { app, errorOf, openLab, person, rowsOf, textAt } from './rig.ts';

const lab = openLab();
const admin = person('admin');
const answer = lab.get(admin, '/$metadata');

type Node = { readonly [name: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (node: Node, name: string): Node => {
  const value = node[name];
  return isNode(value) ? value : {};
};
/** The schema of a document, read by the parser of the OData committee, which refuses what CSDL does not know. */
const schemaOf = (xml: string): Node => at(xml2json(xml, { strict: true }), 'Microsoft.Dynamics.CRM');

const schema = schemaOf(answer.text);
const typeNamed = (name: string): Node =>
  at(schema, name.replace(/^(?:mscrm|Microsoft\.Dynamics\.CRM)\./, ''));
/** A member of a type, also one that it has from the types above it. */
function member(type: Node, name: string): Node | null {
  if (isNode(type[name])) return type[name];
  return typeof type['$BaseType'] === 'string' ? member(typeNamed(type['$BaseType']), name) : null;
}
const entries = (node: Node): readonly (readonly [string, Node])[] =>
  Object.entries(node).flatMap(([name, value]) =>
    isNode(value) && !name.startsWith('$') && !name.startsWith('@') ? [[name, value] as const] : [],
  );
const types = entries(schema).filter(([, it]) => it['$Kind'] === 'EntityType');
const known = (type: unknown): boolean =>
  typeof type !== 'string' || type.startsWith('Edm.') || Object.keys(typeNamed(type)).length > 0;

describe('$metadata', () => {
  test('is XML for every user with a role, with GET only and without query options', () => {
    expect(answer.headers['content-type']).toBe('application/xml');
    expect(lab.get(app('reader'), '/$metadata').text).toBe(answer.text);
    expect(lab.send(admin, 'POST', '/$metadata').status).toBe(405);
    expect(errorOf(lab.get(admin, '/$metadata?$select=x')).code).toBe('0x80060888');
    expect(lab.get(admin, '/$metadata/accounts').status).toBe(404);
  });

  test('names no type that it does not define', () => {
    const missing = entries(schema).flatMap(([name, type]) => [
      ...(known(type['$BaseType']) ? [] : [`${name}: ${String(type['$BaseType'])}`]),
      ...entries(type).flatMap(([property, it]) =>
        known(it['$Type']) ? [] : [`${name}.${property}: ${String(it['$Type'])}`],
      ),
    ]);
    expect(missing).toEqual([]);
    for (const overloads of Object.values(schema)) {
      for (const it of Array.isArray(overloads) ? overloads.filter(isNode) : []) {
        const parameters = Array.isArray(it['$Parameter']) ? it['$Parameter'].filter(isNode) : [];
        for (const one of [...parameters, at(it, '$ReturnType')]) expect(known(one['$Type'])).toBe(true);
      }
    }
  });

  test('lists sets by their names, and types after what they are derived from', () => {
    const names = rowsOf(lab.get(admin, '/')).map(({ name }) => String(name));
    expect(names).toEqual(names.toSorted());
    const order = types.map(([name]) => name);
    const early = types.filter(([name, { $BaseType: base }]) => {
      const wanted = String(base).split('.').at(-1);
      return base !== undefined && order.indexOf(wanted ?? '') > order.indexOf(name);
    });
    expect(early.map(([name]) => name)).toEqual([]);
  });

  test('partners lead to each other, and lookups are tied to their columns', () => {
    const wrong = types.flatMap(([name, type]) =>
      entries(type).flatMap(([property, it]) => {
        if (it['$Kind'] !== 'NavigationProperty' || typeof it['$Partner'] !== 'string') return [];
        const target = typeNamed(String(it['$Type']));
        const back = member(target, it['$Partner']);
        return back?.['$Kind'] === 'NavigationProperty' ? [] : [`${name}.${property}`];
      }),
    );
    expect(wrong).toEqual([]);
    const owner = at(at(schema, 'account'), 'ownerid');
    expect(owner['$ReferentialConstraint']).toMatchObject({ _ownerid_value: 'ownerid' });
  });

  test('every set of the service document is described, and every property of an answer', () => {
    const container = at(schema, 'System');
    for (const { name } of rowsOf(lab.get(admin, '/'))) {
      const set = at(container, String(name));
      expect([name, set['$Collection']]).toEqual([name, true]);
      const [row] = rowsOf(lab.get(admin, `/${String(name)}?$top=1`));
      const unknown = Object.keys(row ?? {}).filter(
        (it) => !it.includes('@') && member(typeNamed(String(set['$Type'])), it) === null,
      );
      expect([name, unknown]).toEqual([name, []]);
    }
  });

  test('alternate keys, enums, functions and actions', () => {
    expect(JSON.stringify(at(schema, 'systemuser'))).toContain('azureactivedirectoryobjectid');
    expect(at(schema, 'AccessRights')).toMatchObject({ $IsFlags: true, AssignAccess: 524288 });
    expect(schema['LastXDays']).toMatchObject([
      {
        $Kind: 'Function',
        $Parameter: [{ $Name: 'PropertyName' }, { $Name: 'PropertyValue', $Type: 'Edm.Int64' }],
      },
    ]);
    expect(schema['AddPrivilegesRole']).toMatchObject([{ $Kind: 'Action', $IsBound: true }]);
    expect(JSON.stringify(schema['CreateMultiple'])).toContain('"$Collection":true,"$Type":"mscrm.account"');
    expect(at(at(schema, 'System'), 'WhoAmI')['$Function']).toBe('mscrm.WhoAmI');
  });

  const older = reference('dataverse-metadata-v9.0.xml');
  test.skipIf(older.path === null)(`agrees with a document of the real service${older.note}`, () => {
    // Two types of that file are not the service's; the parser is told nothing of strictness because the service repeats keys.
    const theirs = at(xml2json(readFileSync(older.path ?? '', 'utf8')), 'Microsoft.Dynamics.CRM');
    const differences: string[] = [];
    let compared = 0;
    for (const [name, type] of types) {
      for (const [property, it] of entries(type)) {
        const other = at(at(theirs, name), property);
        if (Object.keys(other).length === 0) continue;
        compared += 1;
        const mine = `${String(it['$Type'] ?? 'Edm.String')} ${String(it['$Collection'] ?? false)}`;
        const there = `${String(other['$Type'] ?? 'Edm.String')} ${String(other['$Collection'] ?? false)}`;
        if (mine !== there) differences.push(`${name}.${property}: ${mine}, there ${there}`);
      }
    }
    expect(compared).toBeGreaterThan(4000);
    expect(differences).toEqual([]);
  });

  test.skipIf(older.path === null)(`describes functions and actions as there${older.note}`, () => {
    const theirs = at(xml2json(readFileSync(older.path ?? '', 'utf8')), 'Microsoft.Dynamics.CRM');
    const overloads = (node: Node, name: string): readonly string[] =>
      Array.isArray(node[name]) ? node[name].map((it) => JSON.stringify(it)) : [];
    const different = Object.keys(schema).filter((name) => {
      const there = overloads(theirs, name);
      return there.length > 0 && overloads(schema, name).some((one) => !there.includes(one));
    });
    // It took no type of records then.
    expect(different).toEqual(['ReassignObjectsSystemUser']);
  });

  test.skipIf(older.path === null)(`has every property that a type has there${older.note}`, () => {
    const theirs = at(xml2json(readFileSync(older.path ?? '', 'utf8')), 'Microsoft.Dynamics.CRM');
    const missing = types.flatMap(([name, type]) =>
      entries(at(theirs, name)).flatMap(([property, it]) =>
        it['$Kind'] === 'NavigationProperty' || member(type, property) !== null
          ? []
          : [`${name}.${property}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  test.skipIf(older.path === null)(
    `leads where types lead there, as far as both ends are here${older.note}`,
    () => {
      const theirs = at(xml2json(readFileSync(older.path ?? '', 'utf8')), 'Microsoft.Dynamics.CRM');
      const isHere = (it: Node): boolean =>
        Object.keys(typeNamed(String(it['$Type']))).length > 0 && it['$Collection'] !== true;
      const missing = types.flatMap(([name, type]) =>
        entries(at(theirs, name)).flatMap(([property, it]) =>
          it['$Kind'] === 'NavigationProperty' && isHere(it) && member(type, property) === null
            ? [`${name}.${property}`]
            : [],
        ),
      );
      // Bookings named their makers in another way then; the others lead on from columns that no type has, or from none.
      expect(new Set(missing.filter((it) => !/(?:created|modified)(?:onbehalf)?byname$/.test(it)))).toEqual(
        new Set([
          'incident.responsiblecontactid',
          'serviceappointment.SLAId',
          'queue.businessunitid',
          'queue.primaryuserid',
          'post.postregardingid',
          'OneToManyRelationshipMetadata.Lookup',
        ]),
      );
    },
  );
});

describe('definitions', () => {
  const account = "/EntityDefinitions(LogicalName='account')";

  test('columns are cast to their types, with what only those have', () => {
    const money = lab.get(
      admin,
      `${account}/Attributes/Microsoft.Dynamics.CRM.MoneyAttributeMetadata?$select=LogicalName,Precision`,
    );
    expect(rowsOf(money).find((it) => it['LogicalName'] === 'revenue')).toEqual({
      LogicalName: 'revenue',
      Precision: 2,
      MetadataId: expect.any(String),
    });
    const name = lab.get(
      admin,
      `${account}/Attributes(LogicalName='name')/Microsoft.Dynamics.CRM.StringAttributeMetadata?$select=MaxLength`,
    );
    expect(name.json['MaxLength']).toBe(160);
    expect(name.json['@odata.context']).toMatch(
      /#EntityDefinitions\('account'\)\/Attributes\/Microsoft\.Dynamics\.CRM\.StringAttributeMetadata\(MaxLength\)\/\$entity$/,
    );
    const wrong = lab.get(
      admin,
      `${account}/Attributes(LogicalName='name')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata`,
    );
    expect(wrong.status).toBe(404);
    expect(lab.get(admin, `${account}/Attributes/Microsoft.Dynamics.CRM.NoAttributeMetadata`).status).toBe(
      404,
    );
  });

  test('a cast to all columns with choices, and to kinds of columns that a table has none of', () => {
    const found = rowsOf(
      lab.get(
        admin,
        `${account}/Attributes/Microsoft.Dynamics.CRM.EnumAttributeMetadata?$select=LogicalName&$expand=OptionSet($select=Name)`,
      ),
    );
    expect(found.map((it) => it['@odata.type'])).toEqual(
      expect.arrayContaining(
        ['Picklist', 'State', 'Status', 'MultiSelectPicklist'].map(
          (it) => `#Microsoft.Dynamics.CRM.${it}AttributeMetadata`,
        ),
      ),
    );
    expect(found.find((it) => it['LogicalName'] === 'statecode')).toMatchObject({
      OptionSet: { Name: 'account_statecode' },
    });
    expect(
      rowsOf(lab.get(admin, `${account}/Attributes/Microsoft.Dynamics.CRM.FileAttributeMetadata`)),
    ).toEqual([]);
  });

  test('names of tables have choices where they are kinds of activities, shared by all of them', () => {
    const cast = (table: string, column: string) =>
      lab.get(
        admin,
        `/EntityDefinitions(LogicalName='${table}')/Attributes(LogicalName='${column}')/Microsoft.Dynamics.CRM.EntityNameAttributeMetadata?$select=LogicalName&$expand=OptionSet($select=Name,Options),GlobalOptionSet($select=Name)`,
      ).json;
    expect(cast('task', 'activitytypecode')).toMatchObject({
      OptionSet: { Name: 'activitypointer_activitytypecode' },
      GlobalOptionSet: { Name: 'activitypointer_activitytypecode' },
    });
    expect(JSON.stringify(cast('activitypointer', 'activitytypecode')['OptionSet'])).toContain(
      '"Value":4212',
    );
    expect(cast('annotation', 'objecttypecode')).toMatchObject({ OptionSet: null, GlobalOptionSet: null });
    expect(
      lab.get(admin, "/GlobalOptionSetDefinitions(Name='activitypointer_activitytypecode')").json,
    ).toMatchObject({ IsGlobal: true, OptionSetType: 'Picklist' });
  });

  test('choices, shared or not, and the words of yes/no columns', () => {
    const cast = `${account}/Attributes/Microsoft.Dynamics.CRM`;
    const [industry] = rowsOf(
      lab.get(
        admin,
        `${cast}.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet,GlobalOptionSet&$filter=LogicalName eq 'industrycode'`,
      ),
    );
    expect(industry).toMatchObject({ OptionSet: { IsGlobal: false }, GlobalOptionSet: null });
    const [regions] = rowsOf(
      lab.get(
        admin,
        `${cast}.MultiSelectPicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet($select=Options),GlobalOptionSet($select=Name)`,
      ),
    );
    expect(regions).toMatchObject({
      LogicalName: 'ctso_salesregions',
      OptionSet: { Options: [{ Value: 948930001 }, {}, {}, {}] },
      GlobalOptionSet: { Name: 'ctso_salesregion' },
    });
    const only = lab.get(
      admin,
      `${account}/Attributes(LogicalName='creditonhold')/Microsoft.Dynamics.CRM.BooleanAttributeMetadata/OptionSet?$select=TrueOption`,
    );
    expect(only.json['TrueOption']).toMatchObject({
      Value: 1,
      Label: { UserLocalizedLabel: { Label: 'Yes' } },
    });
    const shared = lab.get(admin, "/GlobalOptionSetDefinitions(Name='incident_caseorigincode')");
    expect(shared.json).toMatchObject({
      '@odata.type': '#Microsoft.Dynamics.CRM.OptionSetMetadata',
      IsGlobal: true,
    });
    expect(lab.get(admin, "/GlobalOptionSetDefinitions?$filter=Name eq 'x'").status).toBe(400);
  });

  test('relationships by name, by type, and from both tables that one joins', () => {
    const [parent] = rowsOf(
      lab.get(
        admin,
        "/RelationshipDefinitions/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata?$filter=SchemaName eq 'account_parent_account'",
      ),
    );
    expect(parent).toMatchObject({ ReferencedEntity: 'account', IsHierarchical: true });
    const byName = lab.get(admin, "/RelationshipDefinitions(SchemaName='systemuserroles_association')");
    expect(byName.json['@odata.type']).toBe('#Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata');
    const ids = ['systemuser', 'role'].map((table) =>
      rowsOf(
        lab.get(
          admin,
          `/EntityDefinitions(LogicalName='${table}')/ManyToManyRelationships?$filter=SchemaName eq 'systemuserroles_association'`,
        ),
      ).map((it) => textAt(it, 'MetadataId')),
    );
    expect(ids[0]).toEqual(ids[1]);
    expect(rowsOf(lab.get(admin, `${account}/Keys`))).toMatchObject([{ KeyAttributes: ['accountnumber'] }]);
  });

  test('filters by enums and by the values of managed properties', () => {
    const required = rowsOf(
      lab.get(
        admin,
        `${account}/Attributes?$select=LogicalName&$filter=RequiredLevel/Value eq Microsoft.Dynamics.CRM.AttributeRequiredLevel'SystemRequired'`,
      ),
    );
    expect(new Set(required.map((it) => it['LogicalName']))).toEqual(
      new Set(['accountid', 'ownerid', 'statecode']),
    );
    const all = rowsOf(lab.get(admin, '/EntityDefinitions?$select=LogicalName'));
    const open = rowsOf(
      lab.get(admin, '/EntityDefinitions?$select=LogicalName&$filter=CanCreateAttributes/Value eq true'),
    );
    expect(open).toHaveLength(all.length);
  });

  const refusals: readonly (readonly [string, number, string, RegExp])[] = [
    [
      "/EntityDefinitions?$filter=startswith(LogicalName,'a')",
      501,
      '0x8006088a',
      /^The "startswith" function isn't supported for Metadata Entities\.$/,
    ],
    ["/EntityDefinitions?$filter=contains(LogicalName,'a')", 501, '0x8006088a', /"contains"/],
    ["/EntityDefinitions?$filter=tolower(LogicalName) eq 'a'", 501, '0x8006088a', /"tolower"/],
    ['/EntityDefinitions?$top=1', 400, '0x80060888', /^The query parameter \$top is not supported$/],
    ['/EntityDefinitions?$orderby=LogicalName', 400, '0x80060888', /\$orderby is not supported/],
    ['/EntityDefinitions?$filter=DisplayName/UserLocalizedLabel eq null', 400, '0x80041103', /DisplayName/],
    ["/EntityDefinitions(LogicalName='nosuch')", 404, '0x80041102', /'nosuch' with namemapping = 'Logical'/],
    ['/EntityDefinitions?$select=Nosuch', 400, '0x80041103', /'Nosuch'/],
    [
      "/EntityDefinitions(LogicalName='account')/Attributes(LogicalName='nosuch')",
      404,
      '0x80060891',
      /key values/,
    ],
    ['/Attributes', 404, '0x80060888', /'Attributes'/],
  ];

  test.each(refusals)('%s', (url, status, code, message) => {
    const refused = lab.get(admin, url.replaceAll(' ', '%20'));
    expect([refused.status, errorOf(refused).code]).toEqual([status, code]);
    expect(errorOf(refused).message).toMatch(message);
  });
});

test('the page on parity lists every function and action that is served, with its status', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/demo-cloud-parity.md'), 'utf8');
  const listed = page.split('## Functions and actions')[1]?.split('\n## ')[0] ?? '';
  const served = operationSignatures.map(({ name }) => name);
  expect(served.filter((name) => !listed.includes(`\`${name}\``))).toEqual([]);
});
