import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operationSignatures } from '../../../emulator/dataverse/metadata/operation-signatures.ts';
import { tables } from '../../../emulator/dataverse/schema/schema.ts';
import { changeSet, multipart, operationOf } from './batch-text.ts';
import { type Answer, errorOf, openLab, person, rowsOf, textAt } from './rig.ts';

/** `npm run fuzz` asks for more. */
const runs = Math.ceil(Number(process.env['FUZZ_INPUTS'] ?? 8_000) / 40);

const lab = openLab({
  seed: { records: { accounts: 3, contacts: 3, tasks: 2, notes: 2 }, generatedUsers: 0 },
});
const admin = person('admin');

/** JSON that is a trap for who takes it for text, a number or a time. */
const traps = [
  '{"toString":1}',
  '{"toString":null,"valueOf":null}',
  '{"__proto__":null}',
  '{}',
  '[]',
  '[{"toString":1}]',
  '[[null]]',
  'null',
  'true',
  '""',
  '1e999',
  '-1e999',
  '1e300',
  '0.1',
  '"1"',
  '"0000-00-00"',
  '"0001-01-01T00:00:00Z"',
  '"-000001-01-01T00:00:00Z"',
  '"9999-12-31T23:59:59-12:00"',
  '"+010000-01-01T00:00:00Z"',
  '"+275760-09-13T00:00:00Z"',
  '"+275760-09-13T00:00:00.001Z"',
  '"999999-01-01T00:00:00Z"',
  '"99999999999-01-01"',
  '"2026-02-31T00:00:00Z"',
] as const;
const trap = fc.constantFrom(...traps);

/** Tables of which there is a record, with what is changed of it. */
const records = tables.flatMap((table) => {
  const id = textAt(rowsOf(lab.get(admin, `/${table.entitySet}?$top=1`))[0], table.primaryId);
  return id === '' ? [] : [{ table, set: table.entitySet, address: `${table.entitySet}(${id})` }];
});
const columns = records.flatMap(({ table, ...at }) =>
  [...table.properties.keys()].map((name) => ({ ...at, name, type: table.logicalName })),
);
const links = records.flatMap(({ table, ...at }) =>
  [...table.navigation.keys()].map((name) => ({ ...at, name })),
);
const addressIn = (type: string | undefined): string =>
  records.find(({ table }) => table.logicalName === type)?.address ?? '';
const idIn = (type: string): string => /\((.*)\)/.exec(addressIn(type))?.[1] ?? '';

const seen = new Set<number>();

const object = (...members: readonly (readonly [name: string, json: string])[]): string =>
  `{${members.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')}}`;

function expectTakenOrRefused(answer: Answer): void {
  seen.add(answer.status);
  expect([200, 201, 204, 400, 403, 404, 405, 412, 501], answer.text).toContain(answer.status);
  expect(answer.text).not.toMatch(/HTTP\/1\.1 500|0x80040216/);
  expect(errorOf(answer).code).toMatch(answer.status < 400 ? /^$/ : /^0x/);
}

/** Sends a request by itself, and in a change set. */
function sendEveryWay(method: string, address: string, body: string): void {
  const representation = { prefer: 'return=representation' };
  expectTakenOrRefused(lab.send(admin, method, `/${address}`, body, representation));
  const sent = { 'content-type': 'multipart/mixed; boundary=b', prefer: 'odata.continue-on-error' };
  const text = multipart('b', changeSet(operationOf(method, address, body, '1')));
  const { text: answers } = lab.send(admin, 'POST', '/$batch', text, sent);
  expect(answers).toMatch(/HTTP\/1\.1 [245]\d\d/);
  expect(answers).not.toMatch(/HTTP\/1\.1 500|0x80040216/);
}

/** Every try starts from the same data. */
function everyTime<T>(inputs: fc.Arbitrary<T>, numRuns: number, attempt: (input: T) => void): void {
  const restore = lab.environment.snapshot();
  seen.clear();
  fc.assert(fc.property(inputs, attempt).afterEach(restore), { numRuns });
}

test('a value of no type that a column could have is refused or taken in every request, and what was taken can be read', () => {
  const inputs = fc.tuple(fc.constantFrom(...columns), trap);
  everyTime(inputs, runs, ([{ address, name, set, type }, json]) => {
    const target = `"@odata.type":"Microsoft.Dynamics.CRM.${type}"`;
    for (const body of [object([name, json]), object(['name', '"x"'], [name, json])]) {
      sendEveryWay('PATCH', address, body);
      sendEveryWay('POST', set, body);
      const targets = `{"Targets":[{${target},${body.slice(1)}]}`;
      sendEveryWay('POST', `${set}/Microsoft.Dynamics.CRM.CreateMultiple`, targets);
    }
    sendEveryWay('PUT', `${address}/${name}`, object(['value', json]));
    const annotated = { prefer: 'odata.include-annotations="*"' };
    expectTakenOrRefused(lab.get(admin, `/${address}`, annotated));
    expectTakenOrRefused(lab.get(admin, `/${set}?$orderby=${name}&$top=3`, annotated));
  });
  expect([...seen]).toContain(400);
});

test('a navigation property that is set to what is no record is refused', () => {
  const inputs = fc.tuple(fc.constantFrom(...links), trap);
  everyTime(inputs, runs, ([{ address, name, set }, json]) => {
    for (const key of [name, `${name}@odata.bind`]) {
      sendEveryWay('PATCH', address, object([key, json]));
      sendEveryWay('POST', set, object([key, json]));
      sendEveryWay('POST', set, object([key, `[${json}]`]));
    }
    sendEveryWay('PUT', `${address}/${name}/$ref`, object(['@odata.id', json]));
    sendEveryWay('POST', `${address}/${name}/$ref`, object(['@odata.id', json]));
  });
  expect([...seen]).toContain(400);
});

test('a parameter of an action that has no fitting type is refused', () => {
  const account = `{"@odata.type":"Microsoft.Dynamics.CRM.account","accountid":"${idIn('account')}"}`;
  const user = `{"@odata.type":"Microsoft.Dynamics.CRM.systemuser","systemuserid":"${lab.userId('ivy@lab.demo.test')}"}`;
  const access = `{"AccessMask":"ReadAccess","Principal":${user}}`;
  const names =
    '@odata.type @odata.id accountid systemuserid name Principal AccessMask PrivilegeId privilegeid Depth';
  const member = fc.tuple(fc.constantFrom(...names.split(' ')), trap);
  const one = fc.oneof(
    fc.constantFrom(account, user, access),
    // The later of two members with one name counts.
    fc
      .tuple(fc.constantFrom(account, user, access), member)
      .map(([whole, [name, json]]) => `${whole.slice(0, -1)},${JSON.stringify(name)}:${json}}`),
    fc.array(member, { maxLength: 3 }).map((all) => object(...all)),
  );
  const given = fc.oneof(
    trap,
    one,
    one.map((it) => `[${it}]`),
  );
  const actions = operationSignatures.filter((it) => it.kind === 'action');
  const calls = fc.constantFrom(...actions).chain(({ boundTo: [type], name, parameters }) =>
    fc.tuple(...parameters.map(([it]) => given.map((json) => [it, json] as const))).map((all) => ({
      address: type === undefined ? name : `${addressIn(type)}/Microsoft.Dynamics.CRM.${name}`,
      body: object(...all),
    })),
  );
  everyTime(calls, runs * 2, ({ address, body }) => {
    sendEveryWay('POST', address, body);
  });
  expect([...seen]).toContain(400);
});

test('a time that columns cannot hold is refused by its code', () => {
  const sent = (json: string) =>
    errorOf(lab.send(admin, 'POST', '/tasks', `{"subject":"x","scheduledend":${json}}`));
  expect(sent('"0001-01-01T00:00:00Z"')).toEqual({
    code: '0x80040239',
    message:
      'DateTime is less than minumum value supported by CrmDateTime. Actual value: 01/01/0001 00:00:00, Minimum value supported: 01/01/1753 00:00:00',
  });
  for (const json of ['"+275760-09-12T00:00:00Z"', '"9999-12-31T23:59:59-12:00"', '"2026-02-31"', '"1"', '1'])
    expect(sent(json), json).toMatchObject({
      code: '0x80048d19',
      message: expect.stringContaining("to the expected type 'Edm.DateTimeOffset'"),
    });
  expect(sent('"1753-01-01T00:00:00Z"').code).toBe('');
  expect(sent('"9999-12-31T23:59:59Z"').code).toBe('');
});
