import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeSet, multipart, operation } from './batch-text.ts';
import { openLab, person } from './rig.ts';

/** `npm run fuzz` asks for more. */
const runs = Math.ceil(Number(process.env['FUZZ_INPUTS'] ?? 8_000) / 20);

const lab = openLab({ seed: { records: { accounts: 5, contacts: 5, tasks: 2 }, generatedUsers: 0 } });
const admin = person('admin');
const known = '77777777-0000-4000-8000-000000000001';
lab.send(admin, 'POST', '/accounts', { accountid: known, name: 'A', accountnumber: 'A' });
const ids = [
  known,
  lab.roleId('Basic User'),
  lab.unitId('EMEA'),
  lab.userId('ivy@lab.demo.test'),
  lab.appUserId('reader'),
  '00000000-0000-0000-0000-000000000000',
];

const pick = (...all: readonly string[]) => fc.constantFrom(...all);
const sets = pick(
  ...'accounts contacts systemusers roles teams businessunits tasks annotations audits organizations privileges fieldsecurityprofiles fieldpermissions EntityDefinitions systemuserrolescollection nosuch GrantAccess ModifyAccess RevokeAccess WhoAmI $metadata $1 $ref'.split(
    ' ',
  ),
);
const keys = fc.oneof(
  pick('', '()', "(accountnumber='A')", "('x')", '(@a)', '(1)', '(accountid=@a)', '($1)'),
  pick(...ids).map((it) => `(${it})`),
);
const names = pick(
  ...'name accountnumber _ownerid_value primarycontactid contact_customer_accounts parentaccountid ownerid systemuserroles_association teamroles_association teammembership_association businessunitid isdisabled accessmode statecode Account_Tasks $ref $value $count nosuch Microsoft.Dynamics.CRM.AddPrivilegesRole Microsoft.Dynamics.CRM.SetBusinessSystemUser Microsoft.Dynamics.CRM.ReassignObjectsSystemUser'.split(
    ' ',
  ),
);
const tails = fc.array(
  fc.tuple(names, keys).map(([name, key]) => `/${name}${key}`),
  { maxLength: 2 },
);
const queries = pick(
  '',
  '?$select=name',
  '?$select=',
  '?$id=accounts(x)',
  `?@odata.id=/roles(${known})`,
  '?@a=1',
  '?%',
);
const anyUrl = fc
  .tuple(sets, keys, tails, pick('', '/$ref'), queries)
  .map(([set, key, tail, ref, query]) => `${set}${key}${tail.join('')}${ref}${query}`);
const urls = fc.oneof(
  { weight: 3, arbitrary: anyUrl },
  {
    weight: 1,
    arbitrary: pick(
      'accounts',
      `accounts(${known})`,
      `accounts(${known})/name`,
      "accounts(accountnumber='B')",
    ),
  },
);

const links = fc.tuple(sets, keys).map(([set, key]) => `${set}${key}`);
const value = fc.oneof(links, fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(0, 1, -1, 1e99, true, null, ''));
const properties = fc.oneof(
  names,
  names.map((it) => `${it}@odata.bind`),
  pick(
    '@odata.id',
    '@odata.type',
    'value',
    'applicationid',
    '__proto__',
    'Target',
    'PrincipalAccess',
    'Privileges',
  ),
);
const anyBody: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  body: fc.dictionary(
    properties,
    fc.oneof({ maxDepth: 3 }, value, tie('body'), fc.array(tie('body'), { maxLength: 2 })),
    { maxKeys: 3 },
  ),
})).body;
const bodies = fc.oneof(
  { weight: 3, arbitrary: anyBody },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ name: 'x' }, { value: 'x' }, { 'primarycontactid@odata.bind': null }),
  },
);
const methods = pick('POST', 'PATCH', 'PUT', 'DELETE', 'GET', 'MERGE');
const headers = fc.dictionary(
  pick(
    'prefer',
    'if-match',
    'if-none-match',
    'content-type',
    'callerobjectid',
    'mscrmcallerid',
    'consistency',
    'accept',
  ),
  fc.oneof(pick('*', 'W/"1"', 'return=representation', 'application/json', 'Strong', known), fc.string()),
  { maxKeys: 2 },
);

/** Objects and lists far down in each other. */
const deep = fc
  .tuple(
    fc.constantFrom(['[', ']'], ['{"value":', '}'], ['{"name":[', ']}']),
    fc.nat({ max: 90_000 }),
    pick('name', 'value', 'primarycontactid', 'Account_Tasks'),
  )
  .map(
    ([[open = '', close = ''], depth, name]) => `{"${name}":${open.repeat(depth)}1${close.repeat(depth)}}`,
  );

const mutated = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(
      text,
      fc.nat(),
      fc.nat({ max: 12 }),
      fc.oneof(fc.string(), pick('\r\n', '--b', '--b--', '\u0000', '{', '"', ':')),
    )
    .map(([it, from, length, by]) => {
      const at = from % Math.max(1, it.length);
      return it.slice(0, at) + by + it.slice(at + length);
    });

const seen = new Map<number, number>();
function expectRefusalOrAnswer(send: () => { readonly status: number; readonly text: string }): void {
  const { status, text } = send();
  seen.set(status, (seen.get(status) ?? 0) + 1);
  expect([200, 201, 204, 304, 400, 403, 404, 405, 412, 415, 501]).toContain(status);
  expect(text).not.toMatch(/HTTP\/1\.1 500|0x80040216/);
}

test('No write makes the demo cloud fail or hang', () => {
  const text = bodies.map((it) => JSON.stringify(it));
  fc.assert(
    fc.property(
      methods,
      urls,
      fc.oneof({ weight: 40, arbitrary: text }, { weight: 10, arbitrary: mutated(text) }, deep),
      headers,
      (method, url, body, sent) => {
        expectRefusalOrAnswer(() => lab.send(admin, method, `/${url}`, body, sent));
      },
    ),
    { numRuns: runs },
  );
  // What is never done is not tried.
  expect([...seen.keys()].filter((status) => status < 300)).not.toEqual([]);
  expect([...seen.keys()]).toEqual(expect.arrayContaining([400, 404]));
});

test('No batch makes the demo cloud fail or hang', () => {
  const one = fc.tuple(methods, urls, bodies, pick('1', '2', '3')).map((it) => operation(...it));
  const change = fc
    .array(fc.tuple(pick('POST', 'PATCH', 'DELETE'), urls, bodies), { minLength: 1, maxLength: 3 })
    .map((all) => changeSet(...all.map((it, index) => operation(...it, String(index + 1)))));
  const batch = fc
    .array(fc.oneof(one, change), { minLength: 1, maxLength: 3 })
    .map((it) => multipart('b', ...it));
  fc.assert(
    fc.property(fc.oneof(batch, mutated(batch)), pick('', 'odata.continue-on-error'), (text, prefer) => {
      const sent = { 'content-type': 'multipart/mixed; boundary=b', prefer };
      expectRefusalOrAnswer(() => lab.send(admin, 'POST', '/$batch', text, sent));
    }),
    { numRuns: runs },
  );
  expect([...seen.keys()]).toContain(400);
});
