import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reference } from '../reference.ts';
import { openLab, person, rowsOf } from './rig.ts';

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
});
