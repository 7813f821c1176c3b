import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { type Answer, errorOf, openLab, person, rowsOf, textAt } from './rig.ts';

/** `npm run fuzz` asks for more. */
const numRuns = Math.ceil(Number(process.env['FUZZ_INPUTS'] ?? 8_000) / 20);

const lab = openLab({
  seed: { records: { accounts: 4, contacts: 4, tasks: 3, notes: 2 }, generatedUsers: 0 },
});
const admin = person('admin');
const restore = lab.environment.snapshot();

/** Statuses of a test: what is asked is sometimes taken and sometimes refused. */
const seen = new Set<number>();
beforeEach(() => seen.clear());

function expectAnswered(answer: Answer): void {
  seen.add(answer.status);
  expect(answer.status === 501 || answer.status < 500, answer.text).toBe(true);
  expect(answer.text).not.toContain('0x80040216');
  expect(errorOf(answer).code).toMatch(answer.status < 400 ? /^$/ : /^0x[0-9a-f]{8}$/i);
}

const names = fc.constantFrom(
  'account',
  'contact',
  'task',
  'activitypointer',
  'systemuser',
  'privilege',
  'name',
  'accountid',
  'parentaccountid',
  'createdon',
  'statecode',
  'ctso_salesregions',
  'LogicalName',
  'IsPrivate',
  'Attributes',
  'toString',
  '__proto__',
  '',
);
const words = fc.constantFrom(
  'And',
  'Or',
  'Equals',
  'Equal',
  'In',
  'NotIn',
  'GreaterThan',
  'LessThan',
  'Between',
  'LastXDays',
  'Under',
  'EqualUserId',
  'ContainValues',
  'InFiscalPeriodAndYear',
  'Inner',
  'LeftOuter',
  'Exists',
  'MatchFirstRowUsingCrossApply',
  'constructor',
  'System.String[]',
  'System.Boolean',
);
const scalar = fc.oneof(
  names,
  words,
  fc.constantFrom(null, true, -1, 0, 1e300, "['a','b']", '\u0000', '<&">', '99999999999999999999'),
);
const keys = fc.constantFrom(
  ...'EntityName Criteria Conditions Filters FilterOperator AttributeName Operator Values Value Type LinkEntities LinkToEntityName LinkToAttributeName LinkFromAttributeName JoinOperator LinkCriteria EntityAlias DataSource Properties PropertyNames AllProperties PropertyName ConditionOperator AttributeQuery KeyQuery RelationshipQuery LabelQuery FilterLanguages'.split(
    ' ',
  ),
);
/** Any JSON of the words that queries of the SDK are made of. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'query' },
    scalar,
    fc.array(tie('value'), { maxLength: 3, depthIdentifier: 'query' }),
    fc.dictionary(keys, tie('value'), { maxKeys: 5, depthIdentifier: 'query' }),
  ),
})).value;

const condition = fc.record(
  {
    AttributeName: names,
    Operator: words,
    Values: fc.oneof(anything, fc.array(fc.record({ Value: scalar }), { maxLength: 3 })),
  },
  { requiredKeys: [] },
);
const filter = fc.record(
  { FilterOperator: words, Conditions: fc.array(condition, { maxLength: 3 }), Filters: anything },
  { requiredKeys: [] },
);
const link = fc.record(
  {
    LinkToEntityName: names,
    LinkToAttributeName: names,
    LinkFromAttributeName: names,
    JoinOperator: words,
    LinkCriteria: filter,
    EntityAlias: names,
    LinkEntities: anything,
  },
  { requiredKeys: [] },
);
const expression = fc.record(
  { EntityName: names, Criteria: fc.oneof(filter, anything), LinkEntities: fc.array(link, { maxLength: 2 }) },
  { requiredKeys: [] },
);

test('every BulkDelete is answered, and so is what comes after its job', () => {
  const mostly = (value: unknown) =>
    fc.oneof({ weight: 9, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: anything });
  const sensible = fc.record(
    { EntityName: fc.constantFrom('account', 'task', 'contact'), Criteria: filter },
    { requiredKeys: ['EntityName'] },
  );
  const body = fc.record({
    QuerySet: fc.oneof(
      // Without one that is right, a run may by chance start nothing.
      fc.constant([{ EntityName: 'task' }]),
      fc.array(sensible, { minLength: 1, maxLength: 2 }),
      fc.array(expression, { maxLength: 2 }),
      anything,
    ),
    JobName: mostly('x'),
    SendEmailNotification: mostly(false),
    ToRecipients: mostly([]),
    CCRecipients: mostly([]),
    RecurrencePattern: fc.constantFrom('', 'FREQ=DAILY;INTERVAL=0', 'FREQ=DAILY;INTERVAL=999', 'x'),
    StartDateTime: fc.constantFrom(
      '2020-01-01T00:00:00Z',
      '2026-02-31',
      '+275760-09-13T00:00:00Z',
      '9999-12-31T23:59:59Z',
    ),
  });
  let started = 0;
  fc.assert(
    fc
      .property(body, (it) => {
        const answer = lab.send(admin, 'POST', '/BulkDelete', it);
        expectAnswered(answer);
        if (answer.status === 200) started += 1;
        const jobs = lab.get(admin, '/asyncoperations?$select=statecode');
        expectAnswered(jobs);
        const [job] = rowsOf(jobs);
        if (job === undefined) return;
        const path = `/asyncoperations(${textAt(job, 'asyncoperationid')})`;
        for (const statecode of [0, 1, 2, 3]) expectAnswered(lab.send(admin, 'PATCH', path, { statecode }));
        expectAnswered(lab.send(admin, 'DELETE', path));
      })
      .afterEach(restore),
    { numRuns },
  );
  expect(started).toBeGreaterThan(0);
});

test('every query of definitions is answered', () => {
  const part = fc.record(
    {
      Properties: fc.oneof(fc.record({ PropertyNames: fc.array(names, { maxLength: 3 }) }), anything),
      Criteria: fc.record(
        {
          FilterOperator: words,
          Conditions: fc.array(
            fc.record(
              {
                PropertyName: names,
                ConditionOperator: words,
                Value: fc.oneof(fc.record({ Type: words, Value: scalar }), anything),
              },
              { requiredKeys: [] },
            ),
            { maxLength: 2 },
          ),
          Filters: anything,
        },
        { requiredKeys: [] },
      ),
      AttributeQuery: anything,
      RelationshipQuery: anything,
      LabelQuery: anything,
    },
    { requiredKeys: [] },
  );
  const stamp = fc.constantFrom(
    '',
    "'x'",
    "'1000000!01/14/2026 08:10:44'",
    "'1!01/14/2026 08:10:44'",
    'null',
    '1',
  );
  fc.assert(
    fc.property(fc.oneof(part, anything), stamp, (query, client) => {
      const call = client === '' ? '(Query=@q)' : '(Query=@q,ClientVersionStamp=@s)';
      const url = `/RetrieveMetadataChanges${call}?@q=${encodeURIComponent(JSON.stringify(query))}&@s=${encodeURIComponent(client)}`;
      expectAnswered(lab.get(admin, url));
    }),
    { numRuns },
  );
  expect([...seen]).toEqual(expect.arrayContaining([200, 400]));
});

test('queries that are nested without end are refused', () => {
  const nested = (depth: number): unknown => (depth === 0 ? {} : { Filters: [nested(depth - 1)] });
  const Criteria = nested(2_000);
  const job = lab.send(admin, 'POST', '/BulkDelete', {
    QuerySet: [{ EntityName: 'account', Criteria }],
    JobName: 'x',
    SendEmailNotification: false,
    ToRecipients: [],
    CCRecipients: [],
    RecurrencePattern: '',
    StartDateTime: '2020-01-01T00:00:00Z',
  });
  expect(job.status).toBe(400);
  const query = encodeURIComponent(JSON.stringify({ Criteria }));
  expect(lab.get(admin, `/RetrieveMetadataChanges(Query=@q)?@q=${query}`).status).toBe(400);
});

test('every token, cookie and preference of change tracking is answered', () => {
  const sets = fc.constantFrom(
    'accounts',
    'activitypointers',
    'systemusers',
    'systemuserrolescollection',
    'audits',
    'usersettingscollection',
    'privileges',
    'plugintypes',
    'EntityDefinitions',
    'principalobjectaccessset',
  );
  const token = fc.oneof(
    fc.string(),
    fc
      .tuple(fc.nat(10_000_000), fc.date({ noInvalidDate: true }))
      .map(([version, time]) => `${version}!${time.toISOString()}`),
    fc.constantFrom('0!01/14/2026 08:10:44', '9000000!01/15/2026 09:00:00', '9000000!13/45/2026 09:00:00'),
  );
  const cookie = fc.oneof(
    fc.string(),
    fc
      .tuple(token, fc.string())
      .map(
        ([text, inner]) =>
          `<cookie pagenumber="2" pagingcookie="${encodeURIComponent(encodeURIComponent(inner))}" istracking="True" datatoken="${text}" />`,
      ),
  );
  const options = fc.record(
    {
      $deltatoken: token,
      $skiptoken: cookie,
      $select: fc.constantFrom('createdon', 'nothing'),
      $count: fc.constantFrom('true', 'x'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      sets,
      fc.constantFrom('', '/$count', '/$ref'),
      options,
      fc.boolean(),
      (set, last, of, asks) => {
        const query = Object.entries(of).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
        const headers = asks ? { prefer: 'odata.track-changes,odata.maxpagesize=2' } : {};
        expectAnswered(lab.get(admin, `/${set}${last}?${query.join('&')}`, headers));
      },
    ),
    { numRuns },
  );
  expect([...seen]).toEqual(expect.arrayContaining([200, 400]));
});

test('every call of InitializeFrom and IsValidStateTransition is answered', () => {
  const record = fc.constantFrom(
    ...['accounts', 'contacts', 'tasks', 'systemusers', 'activitypointers', 'principalobjectaccessset'].map(
      (set) => {
        const [row] = rowsOf(lab.get(admin, `/${set}?$top=1`));
        const id = Object.entries(row ?? {}).find(
          ([name, value]) => /^[a-z]+id$/.test(name) && typeof value === 'string',
        )?.[1];
        return `{'@odata.id':'${set}(${String(id)})'}`;
      },
    ),
    "{'@odata.id':'accounts(1)'}",
    '{}',
    'null',
    "'x'",
  );
  const type = fc.constantFrom(
    "Microsoft.Dynamics.CRM.TargetFieldType'All'",
    "Microsoft.Dynamics.CRM.TargetFieldType'9'",
    "Microsoft.Dynamics.CRM.AccessRights'None'",
    "'All'",
  );
  const number = fc.constantFrom('0', '1', '-1', '1e9', "'1'", 'null', '99999999999');
  fc.assert(
    fc.property(record, names, type, number, (of, name, kind, status) => {
      const text = encodeURIComponent(`'${name}'`);
      const from = `(EntityMoniker=@a,TargetEntityName=@b,TargetFieldType=@c)?@a=${encodeURIComponent(of)}&@b=${text}&@c=${encodeURIComponent(kind)}`;
      expectAnswered(lab.get(admin, `/InitializeFrom${from}`));
      const state = `(Entity=@a,NewState=@b,NewStatus=@c)?@a=${encodeURIComponent(of)}&@b=${text}&@c=${encodeURIComponent(status)}`;
      expectAnswered(lab.get(admin, `/IsValidStateTransition${state}`));
    }),
    { numRuns },
  );
  expect([...seen]).toEqual(expect.arrayContaining([200, 400]));
});

test('whatever zone a user has, its times are shown and asked for', () => {
  const text = (value: unknown) => encodeURIComponent(`'${String(value).replaceAll("'", "''")}'`);
  const times = fc.constantFrom(
    '1753-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '0001-01-01T00:00:00Z',
    '2024-03-31T02:30:00+02:00',
    '2024-02-30T00:00:00Z',
    '2024-07-01',
    'null',
  );
  const codes = fc.oneof(fc.constantFrom(0, 92, 110, 274, 299, 300, 7), fc.integer());
  const days = fc.constantFrom('2024-07-01', '9999-12-31', '0001-01-01', '', '1');
  fc.assert(
    fc.property(codes, times, days, scalar, names, (code, time, day, strange, name) => {
      restore();
      const settings = `/usersettingscollection(${lab.userId('adele@lab.demo.test')})`;
      expectAnswered(lab.send(admin, 'PATCH', settings, { timezonecode: code }));
      expectAnswered(lab.send(admin, 'POST', '/tasks', { subject: 'x', scheduledend: time }));
      const entity = (inner: string) =>
        `?fetchXml=${encodeURIComponent(`<fetch><entity name="${inner}</filter></entity></fetch>`)}`;
      const typed = String(strange).replaceAll(/[<&"\0]/g, '');
      for (const path of [
        '/tasks?$select=scheduledend,createdon',
        `/tasks?$filter=Microsoft.Dynamics.CRM.On(PropertyName='scheduledend',PropertyValue='${day}')`,
        `/tasks${entity(`task"><filter><condition attribute="scheduledend" operator="on-or-after" value="${day}"/>`)}`,
        `/LocalTimeFromUtcTime(TimeZoneCode=${code},UtcTime=${encodeURIComponent(time)})`,
        `/GetTimeZoneCodeByLocalizedName(LocalizedStandardName=${text(strange)},LocaleId=${code})`,
        `/principalobjectaccessset${entity(`principalobjectaccess"><filter><condition attribute="${name}" operator="eq" value="${typed}"/><condition attribute="objecttypecode" operator="eq" value="${typed}"/>`)}`,
        `/principalobjectaccessset${entity(`principalobjectaccess"><filter><condition attribute="objecttypecode" operator="ne" value="${code}"/>`)}`,
      ])
        expectAnswered(lab.get(admin, path));
    }),
    { numRuns: Math.ceil(numRuns / 4) },
  );
  expect([...seen].toSorted((a, b) => a - b)).toEqual([200, 204, 400]);
});
