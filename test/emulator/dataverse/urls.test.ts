import { describe, expect, test } from 'vitest';
import { errorOf, openLab, person, rowsOf, serviceRoot, textAt } from './rig.ts';

const lab = openLab();
const admin = person('admin');
const wire = (url: string): string => url.replaceAll(' ', '%20');
const get = (url: string, headers = {}) => lab.get(admin, wire(url), headers);
const withTask = rowsOf(get('/accounts?$select=name&$filter=Account_Tasks/any()'));
const account = textAt(withTask[0], 'accountid');

// As the programs of Microsoft's PowerApps-Samples (webapi, C#-NETx: BasicOperations, QueryData) and other tools write them.
test.each([
  '$select=name,&$expand=primarycontactid($select=fullname,jobtitle,annualincome)',
  "$filter=Microsoft.Dynamics.CRM.LastXHours(PropertyName=@p1,PropertyValue=@p2)&@p1='createdon'&@p2='1'",
  `$filter=accountid eq '${account}'`,
  `$filter=accountid eq '{${account.toUpperCase()}}'`,
])('what published programs send is accepted: %s', (options) => {
  const answer = get(`/accounts?${options}`);
  expect(errorOf(answer).message).toBe('');
  const ids = rowsOf(answer).map((it) => it['accountid']);
  expect(options.includes('accountid') ? ids : [account]).toEqual([account]);
});

test.each([
  '$top=2&$expand=primarycontactid($select=fullname;$expand=createdby($select=fullname))',
  '$top=2&$expand=contact_customer_accounts($select=fullname)',
  '$orderby=name&$expand=contact_customer_accounts($select=fullname;$expand=createdby($select=fullname))',
])('expansions that go with $top or $orderby, as a query builder has tried them: %s', (options) => {
  expect(get(`/accounts?$select=name&${options}`).status).toBe(200);
});

// Older tests of the same builder had it taken.
test('a nested expansion of a collection goes with $top where that is chosen', () => {
  const lenient = openLab({ seed: { settings: { topBesideNested: 'allow' } } });
  const url = '/accounts?$top=2&$expand=contact_customer_accounts($expand=createdby($select=fullname))';
  expect(rowsOf(lenient.get(admin, url))).toHaveLength(2);
});

describe('what is written in other ways, and means the same', () => {
  const raw = (url: string) => rowsOf(lab.get(admin, url)).map((it) => it['accountid']);
  const first = '$select=name&$top=3';
  const equal: readonly (readonly [string, string])[] = [
    // A bare percent sign, as Learn writes it ("Filter rows using OData").
    [`/accounts?$filter=startswith(name,'%25oo')`, `/accounts?$filter=startswith(name,'%oo')`],
    [`/accounts?$filter=contains(name,'o%25')`, `/accounts?$filter=contains(name,'o%')`],
    [`/accounts?$filter=name%20ne%20'%EF%BF%BD'&${first}`, `/accounts?$filter=name+ne+'%E4'&${first}`],
    [
      `/accounts?fetchXml=%3Cfetch%20top=%223%22%3E%3Centity%20name=%22account%22%3E%3Cfilter%3E%3Ccondition%20attribute=%22name%22%20operator=%22like%22%20value=%22%25o%25%22/%3E%3C/filter%3E%3C/entity%3E%3C/fetch%3E`,
      `/accounts?fetchXml=<fetch%20top="3"><entity%20name="account"><filter><condition%20attribute="name"%20operator="like"%20value="%o%"/></filter></entity></fetch>`,
    ],
    [`/accounts?${first}`, `/accounts()?${first}`],
    [`/accounts?${first}`, `/accounts??&${first}`],
    [`/accounts?${first}`, `/accounts?${first}&$expand=primarycontactid($select=fullname;),`],
  ];

  test.each(equal)('%s is %s', (left, right) => {
    expect(raw(left).length).toBeGreaterThan(0);
    expect(raw(right)).toEqual(raw(left));
  });
});

test('parameter aliases end at $expand; an at sign in a text is none', () => {
  const expanding = (filter: string) =>
    get(
      `/accounts?$select=name&$expand=contact_customer_accounts($select=fullname;$filter=${filter})&@p1='x'`,
    );
  expect(errorOf(expanding('fullname eq @p1')).code).toBe('0x80060888');
  expect(expanding('fullname eq @p1').status).toBe(400);
  expect(expanding("emailaddress1 eq 'it''s@p1'").status).toBe(200);
});

test('a query has at most 500 conditions, wherever they stand', () => {
  const conditions = (count: number, of = 'name') =>
    Array.from({ length: count }, (_, index) => `${of} eq '${index}'`).join(' or ');
  const urls: readonly ((count: number) => string)[] = [
    (count) => `/accounts?$select=name&$filter=${conditions(count)}`,
    (count) =>
      `/accounts?$select=name&$filter=not (contact_customer_accounts/any(c:${conditions(count, 'c/fullname')}))`,
    (count) =>
      `/accounts?$select=name&$expand=contact_customer_accounts($filter=${conditions(count - 1, 'fullname')})&$filter=name ne null`,
    (count) => `/accounts?$apply=filter(${conditions(count)})/aggregate($count as n)`,
  ];
  for (const url of urls) {
    expect(get(url(500)).status).toBe(200);
    expect(errorOf(get(url(501)))).toEqual({
      code: '0x8004430c',
      message: 'Number of conditions in query exceeded maximum limit.',
    });
  }
});

describe('the types that a client takes', () => {
  test.each([
    ['/accounts?$top=1', 'application/json', 200],
    ['/accounts?$top=1', 'application/json;odata.metadata=minimal, */*;q=0', 200],
    ['/accounts?$top=1', 'text/html, application/xhtml+xml, */*;q=0.8', 200],
    ['/accounts?$top=1', 'Application/*', 200],
    ['/accounts?$top=1', '', 200],
    ['/accounts?$top=1', 'application/xml', 415],
    ['/accounts?$top=1', 'application/json;q=0, text/html', 415],
    ['/accounts/$count', 'application/json', 200],
    ['/$metadata', 'application/xml', 200],
    ['/$metadata', 'text/html, application/xml;q=0.9', 200],
    ['/$metadata', 'application/json', 415],
  ])('%s as %s: %i', (url, accept, status) => {
    const answer = lab.get(admin, url, { accept });
    expect([answer.status, errorOf(answer).code]).toEqual([status, status === 415 ? '0x80060888' : '']);
  });

  test('what is refused for its address is refused so whatever they are', () => {
    expect(lab.get(admin, '/nosuch', { accept: 'image/png' }).status).toBe(404);
  });
});

describe('$expand', () => {
  test('a lookup as a reference; a collection is refused', () => {
    const [row] = rowsOf(
      get('/accounts?$select=name&$expand=primarycontactid/$ref&$filter=primarycontactid ne null&$top=1'),
    );
    const id = textAt(row, '_primarycontactid_value');
    expect(row?.['primarycontactid']).toEqual({ '@odata.id': `${serviceRoot}/contacts(${id})` });
    expect(errorOf(get('/accounts?$expand=Account_Tasks/$ref'))).toEqual({
      code: '0x80060888',
      message: 'Expand with $ref is only supported on lookup type navigation property.',
    });
  });

  test('expanded collections link to themselves, from a set but not from a record', () => {
    const url = '$select=name&$expand=Account_Tasks($select=subject;$orderby=subject desc)';
    const row = rowsOf(get(`/accounts?${url}&$filter=accountid eq ${account}`))[0];
    const link = textAt(row, 'Account_Tasks@odata.nextLink');
    expect(link).toBe(
      `${serviceRoot}/accounts(${account})/Account_Tasks?$select=subject&$orderby=subject%20desc`,
    );
    // Expanded, they have the lookup that leads back as well.
    expect(row?.['Account_Tasks']).toMatchObject(rowsOf(lab.get(admin, link.slice(serviceRoot.length))));
    expect(Object.keys(get(`/accounts(${account})?${url}`).json)).not.toContain(
      'Account_Tasks@odata.nextLink',
    );
    const quiet = openLab({ seed: { settings: { expandedNextLinks: 'never' } } });
    expect(quiet.get(admin, wire(`/accounts?${url}`)).text).not.toContain('Account_Tasks@odata.nextLink');
  });

  test('beneath a page size, a nested expansion pages each collection', () => {
    const url =
      '/businessunits?$select=name&$expand=business_unit_roles($select=name;$expand=businessunitid($select=name))';
    const [unit] = rowsOf(get(url, { prefer: 'odata.maxpagesize=2' }));
    const first = unit?.['business_unit_roles'];
    expect(first).toHaveLength(2);
    const next = textAt(unit, 'business_unit_roles@odata.nextLink').slice(serviceRoot.length);
    const second = rowsOf(lab.get(admin, next, { prefer: 'odata.maxpagesize=2' }));
    expect(second).toHaveLength(2);
    expect(second[0]).toMatchObject({ businessunitid: { name: unit?.['name'] } });
    expect(first).not.toContainEqual(second[0]);
  });

  const roles = 'systemuserroles_association';
  test.each([
    ['with an expansion in it', `${roles}($select=name;$expand=businessunitid)`],
    ['beside a nested one', `businessunitid($expand=parentbusinessunitid),${roles}($select=name)`],
    ['in another one', `businessunitid($expand=business_unit_system_users($expand=${roles}))`],
  ])('a many-to-many relationship is not expanded %s', (_, expand) => {
    for (const place of ['/systemusers', `/systemusers(${lab.userId('sam@lab.demo.test')})`])
      expect(errorOf(get(`${place}?$select=fullname&$expand=${expand}`))).toEqual({
        code: '0x80060888',
        message: `The navigation property '${roles}' cannot be expanded. Only many-to-one relationships are supported for nested expansion.`,
      });
  });

  test('at most fifteen, of a record as of a set', () => {
    const many = `${'parentaccountid($expand='.repeat(15)}createdby${')'.repeat(15)}`;
    expect(errorOf(get(`/accounts(${account})?$expand=${many}`)).code).toBe('0x8004430d');
  });

  test('what comes unasked: keys that users and teams share, currencies, whole addresses', () => {
    const [row] = rowsOf(
      get('/accounts?$select=revenue,address1_city&$expand=createdby($select=fullname)&$top=1'),
    );
    expect(Object.keys(row ?? {})).toEqual(
      expect.arrayContaining(['_transactioncurrencyid_value', 'address1_composite', 'accountid']),
    );
    expect(Object.keys(row?.['createdby'] ?? {})).toEqual(
      expect.arrayContaining(['fullname', 'systemuserid', 'ownerid']),
    );
    lab.send(admin, 'POST', '/businessunits', {
      name: 'Key',
      'parentbusinessunitid@odata.bind': `/businessunits(${lab.unitId('Contoso')})`,
    });
    for (const [table, key] of [
      ['teams', 'teamid'],
      ['systemusers', 'systemuserid'],
    ] as const)
      for (const principal of rowsOf(get(`/${table}?$select=${key}`)))
        expect(principal['ownerid']).toBe(principal[key]);
  });

  test('without $count the number of records is -1', () => {
    const prefer = { prefer: 'odata.include-annotations="Microsoft.Dynamics.CRM.*"' };
    expect(get('/accounts?$select=name&$top=1', prefer).json).toMatchObject({
      '@Microsoft.Dynamics.CRM.totalrecordcount': -1,
      '@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded': false,
    });
  });
});

describe('literals', () => {
  const equal: readonly (readonly [string, string])[] = [
    ['revenue gt 1000000', 'revenue gt 1e6'],
    ['revenue gt 1000000', 'revenue gt 1000000.0'],
    ['revenue gt 1000000', 'revenue gt 1000000m'],
    ['revenue gt 1000000', 'revenue gt 1000000L'],
    ['revenue gt 1000000', 'revenue gt 1000000d'],
    ['createdon gt 2025-01-01T00:00:00Z', 'createdon gt 2025-01-01'],
    ['createdon gt 2025-01-01T00:00:00Z', 'createdon gt 2025-01-01T02:00:00%2B02:00'],
    ['createdon gt 2025-01-01T00:00:00Z', 'createdon gt 2024-12-31T19:00:00.000-05:00'],
    ['creditonhold eq true', 'creditonhold'],
    ['creditonhold eq false', 'not creditonhold'],
    [`accountid eq ${account}`, `accountid eq ${account.toUpperCase()}`],
    ['name eq @p&@p=null', 'name eq @p'],
    ['statecode eq 0 and (revenue lt 5 or statuscode eq 1)', 'statecode eq 0 and statuscode eq 1'],
    ['primarycontactid ne null', '_primarycontactid_value ne null'],
    ['primarycontactid/contactid ne null', 'primarycontactid ne null'],
    // Learn: "Filter rows using OData", column comparison: of one row, also of one behind a lookup
    ['createdon le modifiedon', 'modifiedon ge createdon'],
    [
      'primarycontactid/firstname ne primarycontactid/lastname',
      'primarycontactid/lastname ne primarycontactid/firstname',
    ],
    [
      'contact_customer_accounts/any(c:c/firstname ne c/lastname)',
      'contact_customer_accounts/any(c:c/lastname ne c/firstname)',
    ],
  ];

  test.each(equal)('%s is %s', (left, right) => {
    const ids = (filter: string) =>
      rowsOf(get(`/accounts?$select=accountid&$filter=${filter}`)).map((it) => it['accountid']);
    expect(ids(left)).toEqual(ids(right));
  });
});

describe('refused addresses', () => {
  const f = '/accounts?$filter=';
  const e = '/accounts?$expand=';
  const refusals: readonly (readonly [string, number, string, RegExp])[] = [
    [`${e}contact_customer_accounts($count=true)`, 400, '0x80060888', /\$count is not supported in \$expand/],
    [`${e}contact_customer_accounts($skip=1)`, 400, '0x80060888', /\$skip is not supported in \$expand/],
    [`${e}contact_customer_accounts($search=x)`, 400, '0x80060888', /\$search is not supported/],
    [`${e}parentaccountid($levels=2)`, 400, '0x80060888', /\$levels is not supported/],
    [`${e}primarycontactid($select=fullname;$select=fullname)`, 400, '0x80060888', /more than once/],
    [
      `${e}primarycontactid($filter=fullname eq 'x')`,
      400,
      '0x80060888',
      /^Only \$select and \$filter clause/,
    ],
    [
      `${e}contact_customer_accounts($top=1;$expand=createdby)`,
      400,
      '0x80060888',
      /^Only \$select and \$filter clause can be provided while doing \$expand on many-to-one relationship or nested one-to-many relationship\.$/,
    ],
    [
      `${e}${'parentaccountid($expand='.repeat(15)}createdby${')'.repeat(15)}`,
      400,
      '0x8004430d',
      /link entities/,
    ],
    [`${e}primarycontactid/$count`, 400, '0x80060888', /not valid in a \$select or \$expand/],
    [`${e}*`, 400, '0x80060888', /\* is not supported/],
    [`${e}name`, 400, '0x80041103', /'name'/],
    [`${e}primarycontactid,primarycontactid`, 400, '0x80060888', /more than once/],
    [`${f}accountid eq guid'${account}'`, 400, '0x80060888', /^Unrecognized 'Edm.String' literal 'guid/],
    [
      `${f}createdon gt datetime'2024-01-01T00:00:00'`,
      400,
      '0x80060888',
      /^Unrecognized 'Edm.String' literal/,
    ],
    [`${f}createdon gt 2024-01-01T00:00:00`, 400, '0x80060888', /Syntax error/],
    [`${f}ownerid eq ${account}`, 400, '0x80060888', /'Microsoft.Dynamics.CRM.principal' and 'Edm.Guid'/],
    [
      `${f}contact_customer_accounts/any(c:c/contact_customer_contacts/any(c:c/fullname eq 'x'))`,
      400,
      '0x80060888',
      /range variable 'c' has already been declared/,
    ],
    [
      `${f}primarycontactid/contact_customer_contacts/any(c:c/fullname eq 'a')`,
      400,
      '0x80060888',
      /must be a collection/,
    ],
    [`${f}contact_customer_accounts/all()`, 400, '0x80060888', /Syntax error/],
    [`${f}contact_customer_accounts eq null`, 400, '0x80041103', /contact_customer_accounts/],
    [`${f}tolower(name) eq 'a'`, 400, '0x80060888', /unknown function with name 'tolower'/],
    [`${f}revenue add 5 gt 10`, 400, '0x80060888', /'add' is not supported/],
    [`${f}name EQ 'x'`, 400, '0x80060888', /Syntax error/],
    [`${f}contains(name)`, 400, '0x80060888', /No function signature/],
    [`${f}contains(revenue,'5')`, 400, '0x80060888', /No function signature/],
    [`${f}null`, 400, '0x80060888', /single boolean value/],
    // Learn: "Use column comparison in queries", limitations
    [`${f}name eq primarycontactid/fullname`, 400, '0x80060888', /different tables/],
    [`${f}primarycontactid/fullname eq parentaccountid/name`, 400, '0x80060888', /different tables/],
    [
      `${f}contact_customer_accounts/any(c:c/fullname eq name)`,
      400,
      '0x80060888',
      /^name is property of entity 'accounts'/,
    ],
    [
      `${f}contact_customer_accounts/any(c:c/contact_customer_contacts/any(d:d/fullname eq c/fullname))`,
      400,
      '0x80060888',
      /different tables/,
    ],
    [`${f}numberofemployees lt revenue`, 400, '0x80060888', /different types/],
    [`${f}name eq revenue`, 400, '0x80060888', /'Edm.String' and 'Edm.Decimal'/],
    ['/accounts?$top=', 400, '0x80060888', /non-negative integer/],
    ['/accounts?$top=1.5', 400, '0x80060888', /non-negative integer/],
    ['/accounts?$count=yes', 400, '0x80060888', /'true' or 'false'/],
    ["/accounts?$filter=ownerid/fullname eq 'x'", 400, '0x80041103', /'fullname' on type '.*principal'/],
    ['/accounts?$orderby=ownerid/fullname', 400, '0x80041103', /'fullname' on type '.*principal'/],
    ['/accounts?$expand=ownerid($select=fullname)', 400, '0x80041103', /'fullname' on type '.*principal'/],
    ['/accounts?$select=name,,revenue', 400, '0x80060888', /Syntax error/],
    ["/accounts?$filter=accountid eq 'no id'", 400, '0x80060888', /'Edm.Guid' and 'Edm.String'/],
    ['/accounts?$select=primarycontactid/fullname', 400, '0x80041103', /primarycontactid\/fullname/],
    ['/accounts?$Select=name', 400, '0x80060888', /\$Select is not supported/],
    ['/accounts?$filter=name eq @p&@p=1&@p=2', 400, '0x80060888', /more than once/],
    ['/accounts?$orderby=name descending', 400, '0x80060888', /Syntax error/],
    ['/accounts?$orderby=contact_customer_accounts/fullname', 400, '0x80041103', /contact_customer_accounts/],
    ['/accounts?$index=1', 400, '0x80060888', /\$index is not supported/],
    ['/accounts?$format=json', 400, '0x80060888', /\$format is not supported/],
    [`/accounts(${account})?$filter=name eq 'x'`, 400, '0x80060888', /cannot be applied/],
    [`/accounts(${account})?$apply=groupby((name))`, 400, '0x80060888', /cannot be applied/],
    [`/accounts(name='x',accountnumber='y')`, 400, '0x80060888', /key in the request URI is not valid/],
    [`/accounts('${account}')`, 400, '0x80060888', /key in the request URI is not valid/],
    // As public code that met it tells: braces around an id, a word in place of one
    [`/accounts({${account}})`, 400, '0x80060888', /^Bad Request - Error in query syntax\.$/],
    ['/systemusers(anonymous)', 400, '0x80060888', /^Bad Request - Error in query syntax\.$/],
    [
      "/accounts(accountnumber='x',accountnumber='x')",
      400,
      '0x80060888',
      /key in the request URI is not valid/,
    ],
    // As a query builder's paste battery tells: `$top` beside a nested `$expand` with a collection in it, whichever of the two it is
    [
      '/accounts?$top=2&$expand=contact_customer_accounts($expand=createdby($select=fullname))',
      400,
      '0x80060888',
      /^Only \$select, \$filter and \$orderby clauses can be provided at top level while doing \$expand on nested one-to-many relationship\.$/,
    ],
    [
      '/accounts?$top=2&$expand=primarycontactid($expand=Contact_Tasks($select=subject))',
      400,
      '0x80060888',
      /at top level/,
    ],
    // As a query builder's users met it: a condition of the table itself inside of `any`
    [
      `${f}contact_customer_accounts/any(c:c/fullname ne null and name eq 'x')`,
      400,
      '0x80060888',
      /^name is property of entity 'accounts'\. Conditions on property other than current navigation property in any\/all is not supported\.$/,
    ],
    [
      `${f}contact_customer_accounts/any(c:Account_Tasks/any(t:t/subject ne null))`,
      400,
      '0x80060888',
      /^Account_Tasks is property of entity 'accounts'/,
    ],
    // As the live tests of an MCP server tell of `privilegeobjecttypecodesset`: an unknown, misspelled or capitalised name is no empty list
    [
      `/privilegeobjecttypecodesset?$filter=objecttypecode eq 'acount'`,
      400,
      '0x80041102',
      /'acount'.*MetadataCache/,
    ],
    [`/privilegeobjecttypecodesset?$filter=objecttypecode eq 'Account'`, 400, '0x80041102', /'Account'/],
    [
      `/annotations?$filter=Microsoft.Dynamics.CRM.In(PropertyName='objecttypecode',PropertyValues=['nosuch'])`,
      400,
      '0x80041102',
      /'nosuch'/,
    ],
    // As several public tests and notes tell ("Dataverse rejects an OData `in` operator: HTTP 501")
    [`${f}name in ('a','b')`, 501, '0x8006088a', /^The query node In is not supported$/],
    [`${f}nosuch in ('a')`, 400, '0x80041103', /^Could not find a property named 'nosuch'/],
    [`${e}primarycontactid()`, 400, '0x80060888', /Syntax error/],
    [`/accounts(${account})/nosuch`, 404, '0x80060888', /'nosuch'/],
    [`/accounts(${account})/Microsoft.Dynamics.CRM.contact`, 404, '0x80060888', /segment/],
    ['/accounts/$value', 404, '0x80060888', /'\$value'/],
    ['/WhoAmI(x=1)', 404, '0x80060888', /'WhoAmI'/],
    [
      "/EntityDefinitions?$filter=OwnershipType eq Microsoft.Dynamics.CRM.OwnershipTypes'Nope'",
      400,
      '0x80060888',
      /not a valid enumeration type constant/,
    ],
  ];

  test.each(refusals)('%s', (url, status, code, message) => {
    const answer = get(url);
    expect([answer.status, errorOf(answer).code]).toEqual([status, code]);
    expect(errorOf(answer).message).toMatch(message);
  });
});
