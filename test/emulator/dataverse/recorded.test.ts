import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reference } from '../reference.ts';
import { openLab, person, rowsOf, textAt } from './rig.ts';

const recordings = reference('recorded');

const lab = openLab();
const admin = person('admin');

type Body = { readonly [name: string]: unknown };
const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null;
const recorded = (name: string): Body => {
  const parsed: unknown = JSON.parse(readFileSync(join(recordings.path ?? '', name), 'utf8'));
  return isBody(parsed) ? parsed : {};
};
const rows = (body: Body): readonly Body[] =>
  Array.isArray(body['value']) ? body['value'].filter(isBody) : [];

/** JSON type of a value, with managed properties told apart. */
const kind = (value: unknown): string =>
  value === null || value === undefined
    ? 'null'
    : isBody(value)
      ? Object.keys(value).toSorted().join()
      : typeof value;

/** Properties of a recorded row that ours lacks, or has with another type. */
function differences(theirs: Body, ours: Body | undefined): readonly string[] {
  return Object.entries(theirs).flatMap(([name, value]) => {
    if (ours === undefined || !(name in ours)) return [`${name}: missing`];
    const [a, b] = [kind(value), kind(ours[name])];
    return a === 'null' || b === 'null' || a === b ? [] : [`${name}: ${a} is ${b} here`];
  });
}

describe.skipIf(recordings.path === null)(`recorded answers${recordings.note}`, () => {
  test('whoami.json has the shape of ours', () => {
    const ours = lab.get(admin, '/WhoAmI').json;
    expect(Object.keys(ours).toSorted()).toEqual(Object.keys(recorded('whoami.json')).toSorted());
  });

  test('every column of systemusers.json is ours too, with its type', () => {
    const [theirs = {}] = rows(recorded('systemusers.json'));
    const { systemuserroles_association: _, ...plain } = theirs;
    const ours = rowsOf(lab.get(admin, '/systemusers?$top=2'))[1];
    expect(differences(plain, ours)).toEqual([]);
  });

  test('every column of roles.json is ours too, with its type', () => {
    const theirs = rows(recorded('roles.json'));
    const ours = rowsOf(lab.get(admin, '/roles?$top=1'))[0];
    for (const row of theirs) expect(differences(row, ours)).toEqual([]);
  });

  test('template and solution roles of roles.json that we have carry the same ids', () => {
    const ours = rowsOf(
      lab.get(admin, '/roles?$select=name,roleid,_roletemplateid_value&$filter=_parentroleid_value eq null'),
    );
    const theirs = new Map(rows(recorded('roles.json')).map((it) => [it['name'], it]));
    const shared = ours.filter((it) => theirs.has(it['name']));
    expect(shared.length).toBeGreaterThan(30);
    // The id of a role without a template is the solution's; one with a template is made with the organization.
    const identity = (role: Readonly<Record<string, unknown>> | undefined): unknown =>
      role?.['_roletemplateid_value'] ?? role?.['roleid'];
    for (const role of shared) expect(identity(role)).toBe(identity(theirs.get(role['name'])));
  });

  test.each(['account', 'contact', 'businessunit'])(
    'the definition of %s agrees where we have it',
    (table) => {
      const theirs = recorded(`entitydefinition-${table}.json`);
      const ours = lab.get(admin, `/EntityDefinitions(LogicalName='${table}')`).json;
      for (const name of [
        'LogicalName',
        'SchemaName',
        'EntitySetName',
        'ObjectTypeCode',
        'OwnershipType',
        'PrimaryIdAttribute',
        'PrimaryNameAttribute',
        'IsActivity',
        'IsIntersect',
        'TableType',
      ]) {
        expect([name, ours[name]]).toEqual([name, theirs[name]]);
      }
      const named = (body: Body) =>
        (Array.isArray(body['Privileges']) ? body['Privileges'].filter(isBody) : []).toSorted((a, b) =>
          String(a['Name']) < String(b['Name']) ? -1 : 1,
        );
      expect(named(ours)).toEqual(named(theirs));
    },
  );

  test.each(['account', 'contact', 'businessunit'])(
    'the definition of %s has every property of the recorded one, with its type',
    (table) => {
      const theirs = recorded(`entitydefinition-${table}.json`);
      const {
        '@odata.context': _,
        OneToManyRelationships: __,
        ManyToManyRelationships: ___,
        ManyToOneRelationships: ____,
        // Only of tables in a cluster, and told of one of the three only.
        ClusterMode: _____,
        ...plain
      } = theirs;
      const ours = lab.get(admin, `/EntityDefinitions(LogicalName='${table}')`).json;
      expect(differences(plain, ours)).toEqual([]);
      // Texts and times are the environment's own, and so is what it audits.
      const own = /^(?:Description|Display|IsAuditEnabled|MobileOfflineFilters|ModifiedOn|Privileges)/;
      const values = (body: Body) =>
        Object.fromEntries(Object.keys(plain).flatMap((it) => (own.test(it) ? [] : [[it, body[it]]])));
      expect(values(ours)).toEqual(values(plain));
    },
  );

  test.each(['OneToManyRelationships', 'ManyToOneRelationships', 'ManyToManyRelationships'])(
    '%s of account have the properties of recorded ones, and the same values where both have them',
    (name) => {
      const theirs = recorded('entitydefinition-account.json')[name];
      const ours = rows({
        value: lab.get(admin, `/EntityDefinitions(LogicalName='account')?$expand=${name}`).json[name],
      });
      const list = Array.isArray(theirs) ? theirs.filter(isBody) : [];
      const [sample] = rowsOf(lab.get(admin, `/EntityDefinitions(LogicalName='systemuser')/${name}`));
      expect(differences(list[0] ?? {}, sample)).toEqual([]);
      const named = new Map(list.map((it) => [it['SchemaName'], it]));
      for (const one of ours) {
        const other = named.get(one['SchemaName']);
        if (other === undefined) continue;
        for (const it of [
          'ReferencingAttribute',
          'ReferencedEntity',
          'ReferencingEntityNavigationPropertyName',
          'ReferencedEntityNavigationPropertyName',
        ])
          expect([one['SchemaName'], it, one[it]]).toEqual([one['SchemaName'], it, other[it]]);
      }
    },
  );

  test('columns of businessunit are those of the recording, of the same type and with the same annotations', () => {
    const theirs = recorded('entitydefinition-businessunit-attributes.json');
    const answer = lab.get(
      admin,
      "/EntityDefinitions(LogicalName='businessunit')/Attributes?$select=LogicalName",
    );
    expect(textAt(answer.json, '@odata.context').replace(/^.*\$metadata/, '')).toBe(
      String(theirs['@odata.context']).replace(/^.*\$metadata/, ''),
    );
    const ours = new Map(rowsOf(answer).map((it) => [it['LogicalName'], it]));
    const shared = rows(theirs).filter((it) => ours.has(it['LogicalName']));
    expect(new Set(ours.keys())).toEqual(new Set(rows(theirs).map((it) => it['LogicalName'])));
    for (const it of shared) {
      const mine = ours.get(it['LogicalName']);
      expect([it['LogicalName'], mine?.['@odata.type'], Object.keys(mine ?? {}).toSorted()]).toEqual([
        it['LogicalName'],
        it['@odata.type'],
        Object.keys(it).toSorted(),
      ]);
    }
  });

  test('roles of a user come expanded as they were recorded', () => {
    const [theirs = {}] = rows(recorded('systemusers.json'));
    const expanded = 'systemuserroles_association($select=roleid,name,ismanaged,_businessunitid_value)';
    const ours = rowsOf(
      lab.get(admin, `/systemusers?$expand=${expanded}&$filter=systemuserroles_association/any()&$top=1`),
    );
    const first = (row: Body | undefined) =>
      Object.keys(rows({ value: row?.['systemuserroles_association'] })[0] ?? {}).toSorted();
    expect(first(ours[0])).toEqual(first(theirs));
  });
});
