import { describe, expect, test } from 'vitest';
import { app, errorOf, labSeed, openLab, person, rowsOf, serviceRoot, textAt } from './rig.ts';

const lab = openLab();
const admin = person('admin');

describe('identity', () => {
  test('WhoAmI names user, business unit and organization, with and without parentheses', () => {
    const answer = lab.get(admin, '/WhoAmI');
    expect(answer.status).toBe(200);
    expect(answer.json['@odata.context']).toBe(
      `${serviceRoot}/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`,
    );
    expect(answer.json['OrganizationId']).toBe(labSeed.organizationId);
    expect(answer.json['UserId']).toBe(lab.userId('adele@lab.demo.test'));
    expect(lab.get(admin, '/WhoAmI()').json['UserId']).toBe(answer.json['UserId']);
    // Learn: "Use Web API functions": functions that are not bound must not use the full name.
    expect(lab.get(admin, '/Microsoft.Dynamics.CRM.WhoAmI()').status).toBe(404);
  });

  test('RetrieveCurrentOrganization answers dictionaries as parallel arrays', () => {
    const type = "Microsoft.Dynamics.CRM.EndpointAccessType'Default'";
    const answer = lab.get(admin, `/RetrieveCurrentOrganization(AccessType=${type})`);
    expect(answer.json['Detail']).toMatchObject({
      TenantId: labSeed.tenantId,
      State: 'Enabled',
      Endpoints: { Count: 3, Keys: ['WebApplication', 'OrganizationService', 'OrganizationDataService'] },
    });
  });

  test('RetrieveVersion', () => {
    expect(lab.get(admin, '/RetrieveVersion()').json['Version']).toBe(labSeed.version);
  });
});

describe('the base', () => {
  test('has about 1,200 privileges, with the real id of prvReadAccount', () => {
    expect(Number(lab.get(admin, '/privileges/$count').text)).toBeGreaterThan(1100);
    const found = lab.get(admin, "/privileges?$filter=name eq 'prvReadAccount'");
    expect(rowsOf(found)).toMatchObject([
      { privilegeid: '886b280c-6396-4d56-a0a3-2c1b0a50ceb0', accessright: 1, canbebasic: true },
    ]);
  });

  test('has at least 60 roles, each with a copy per business unit that points to its root copy', () => {
    const roots = rowsOf(lab.get(admin, '/roles?$select=name&$filter=_parentroleid_value eq null'));
    expect(roots.length).toBeGreaterThanOrEqual(60);
    expect(Number(lab.get(admin, '/roles/$count').text)).toBe(roots.length * 4);
    const copies = rowsOf(lab.get(admin, "/roles?$filter=name eq 'Sales Manager'"));
    expect(new Set(copies.map((it) => it['_businessunitid_value'])).size).toBe(4);
    expect(new Set(copies.map((it) => it['_parentrootroleid_value'])).size).toBe(1);
  });

  test('is the same in every run', () => {
    const url = '/contacts?$select=fullname,emailaddress1&$top=20';
    expect(openLab().get(admin, url).text).toBe(lab.get(admin, url).text);
  });
});

describe('queries', () => {
  test('$select always returns the primary key and an etag', () => {
    const [row] = rowsOf(lab.get(admin, '/accounts?$select=name&$top=1'));
    expect(Object.keys(row ?? {}).toSorted()).toEqual(['@odata.etag', 'accountid', 'name']);
    expect(row?.['@odata.etag']).toMatch(/^W\/"\d+"$/);
  });

  test('text compares without case, with %27, + and doubled quotes decoded', () => {
    const name = textAt(rowsOf(lab.get(admin, '/accounts?$select=name&$top=1'))[0], 'name');
    const filter = `name+eq+%27${encodeURIComponent(name.toUpperCase())}%27`;
    expect(rowsOf(lab.get(admin, `/accounts?$select=name&$filter=${filter}`))[0]?.['name']).toBe(name);
    expect(lab.get(admin, "/accounts?$filter=name eq 'O''Neil'").status).toBe(200);
  });

  test('ne also finds nulls, and not turns a test around', () => {
    const counted = (filter: string) =>
      lab.get(admin, `/contacts?$select=contactid&$count=true&$filter=${filter}`).json['@odata.count'];
    const without = counted('mobilephone eq null');
    expect(without).toBeGreaterThan(0);
    expect(counted("mobilephone ne 'x'")).toBe(Number(lab.get(admin, '/contacts/$count').text));
    expect(counted("not contains(mobilephone,'%2B')")).toBe(without);
  });

  test.each([
    ["/contacts/$count?$filter=lastname eq 'a'", 'lastname'],
    [
      `/contacts/$count?$filter=_ownerid_value eq ${'0'.repeat(8)}-0000-0000-0000-000000000001`,
      '_ownerid_value',
    ],
    ["/contacts/$count?$filter=contains(fullname,'a') and statecode eq 0", 'fullname'],
    ["/contacts/$count?$filter=Microsoft.Dynamics.CRM.Today(PropertyName='createdon')", 'createdon'],
  ])('a filter on /$count is one of a number, as clients have met it: %s', (url, property) => {
    const answer = lab.get(admin, url);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).message).toBe(
      `Could not find a property named '${property}' on type 'Edm.Int32'.`,
    );
  });

  test('wildcards live in contains, startswith and endswith', () => {
    const names = (filter: string) =>
      rowsOf(lab.get(admin, `/contacts?$select=lastname&$filter=${encodeURIComponent(filter)}`)).map((it) =>
        textAt(it, 'lastname'),
      );
    expect(names("startswith(lastname,'_a')").every((it) => /^.a/i.test(it))).toBe(true);
    expect(names("startswith(lastname,'[k-m]')").every((it) => /^[k-m]/i.test(it))).toBe(true);
    expect(names("endswith(lastname,'s%n')").every((it) => /s.*n$/i.test(it))).toBe(true);
    expect(names("startswith(lastname,'[k-m]')").length).toBeGreaterThan(0);
  });

  test('many wildcards cost no more than the text is long', () => {
    const pattern = encodeURIComponent(`${'%_'.repeat(40)}z`);
    expect(rowsOf(lab.get(admin, `/contacts?$filter=endswith(emailaddress1,'${pattern}')`))).toEqual([]);
    const names = rowsOf(lab.get(admin, `/roles?$filter=contains(name,'s_l%25[l-n][^b-z]%25r')`));
    expect(names.map((it) => textAt(it, 'name'))).toContain('Sales Manager');
    expect(rowsOf(lab.get(admin, `/roles?$filter=contains(name,'[z-a]')`))).toEqual([]);
  });

  test('expansions and lambdas that multiply end in a timeout, as at the service', () => {
    const expand = Array.from({ length: 6 }).reduce<string>(
      (inner) =>
        `business_unit_system_users($select=fullname;$expand=businessunitid($select=name;$expand=${inner}))`,
      'business_unit_system_users($select=fullname)',
    );
    expect(errorOf(lab.get(admin, `/businessunits?$select=name&$expand=${expand}`)).code).toBe('0x80044151');
    const lambda = Array.from({ length: 29 }).reduce<string>(
      (inner, _, index) => `v${29 - index}/systemuserroles_association/any(v${30 - index}:${inner})`,
      'v30/fullname eq null',
    );
    const nested = lab.get(admin, `/systemusers?$filter=systemuserroles_association/any(v1:${lambda})`);
    expect(errorOf(nested).code).toBe('0x80044151');
  });

  test('lambda, query function and alias', () => {
    const any = lab.get(
      admin,
      "/systemusers?$select=fullname&$filter=systemuserroles_association/any(r:r/name eq 'Sales Manager')",
    );
    expect(rowsOf(any).map((it) => it['fullname'])).toContain('Dana Deep');
    const values = encodeURIComponent("['Dana Deep','sam sales']");
    const inList = lab.get(
      admin,
      `/systemusers?$filter=Microsoft.Dynamics.CRM.In(PropertyName=@p1,PropertyValues=@p2)&@p1='fullname'&@p2=${values}`,
    );
    expect(rowsOf(inList)).toHaveLength(2);
    const below = lab.get(
      admin,
      `/businessunits?$filter=Microsoft.Dynamics.CRM.Under(PropertyName='businessunitid',PropertyValue='${lab.unitId('EMEA')}')`,
    );
    expect(rowsOf(below).map((it) => it['name'])).toEqual(['Germany']);
  });

  test('$expand nests, filters and orders', () => {
    const answer = lab.get(
      admin,
      "/systemusers?$select=fullname&$filter=fullname eq 'Dana Deep'&$expand=businessunitid($select=name;$expand=parentbusinessunitid($select=name))",
    );
    expect(rowsOf(answer)[0]).toMatchObject({
      businessunitid: { name: 'EMEA', parentbusinessunitid: { name: 'Contoso' } },
    });
    expect(answer.json['@odata.context']).toBe(
      `${serviceRoot}/$metadata#systemusers(fullname,businessunitid(name,parentbusinessunitid(name)))`,
    );
    const roles = lab.get(
      admin,
      "/systemusers?$select=fullname&$filter=fullname eq 'Dana Deep'&$expand=businessunitid($select=name),systemuserroles_association($select=name;$filter=startswith(name,'Sales'))",
    );
    expect(rowsOf(roles)[0]).toMatchObject({
      businessunitid: { name: 'EMEA' },
      systemuserroles_association: [{ name: 'Sales Manager' }],
    });
  });

  test('$orderby sorts choices by number and puts nulls first', () => {
    const rows = rowsOf(
      lab.get(admin, '/accounts?$select=name,industrycode&$orderby=industrycode desc,name'),
    );
    const first = rows[0]?.['industrycode'];
    expect(first).toBe(33);
    const phones = rowsOf(lab.get(admin, '/contacts?$select=mobilephone&$orderby=mobilephone')).map(
      (it) => it['mobilephone'],
    );
    expect(phones[0]).toBeNull();
    expect(phones.at(-1)).not.toBeNull();
  });

  test('annotations on request: formatted values, lookup tables and navigation properties', () => {
    const prefer = { prefer: 'odata.include-annotations="*"' };
    const answer = lab.get(
      admin,
      '/contacts?$select=_parentcustomerid_value,statecode,createdon&$filter=_parentcustomerid_value ne null&$top=1',
      prefer,
    );
    const [row] = rowsOf(answer);
    expect(row).toMatchObject({
      'statecode@OData.Community.Display.V1.FormattedValue': 'Active',
      '_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'account',
      '_parentcustomerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty':
        'parentcustomerid_account',
    });
    expect(textAt(row, 'createdon@OData.Community.Display.V1.FormattedValue')).toMatch(
      /^\d+\/\d+\/\d{4} \d+:\d\d [AP]M$/,
    );
    expect(answer.headers['preference-applied']).toBe('odata.include-annotations="*"');
    expect(
      rowsOf(lab.get(admin, '/privileges?$filter=accessright eq 524288&$top=1', prefer))[0],
    ).toMatchObject({
      'accessright@OData.Community.Display.V1.FormattedValue': '524,288',
    });
  });

  test('a single record by id, by alternate key and over its navigation properties', () => {
    const role = lab.roleId('Basic User');
    expect(lab.get(admin, `/roles(${role})?$select=name`).json).toMatchObject({
      name: 'Basic User',
      roleid: role,
    });
    const byOid = lab.get(
      admin,
      `/systemusers(azureactivedirectoryobjectid=${person('sam').objectId})?$select=fullname`,
    );
    expect(byOid.json['fullname']).toBe('Sam Sales');
    const unit = lab.get(
      admin,
      `/systemusers(${lab.userId('sam@lab.demo.test')})/businessunitid?$select=name`,
    );
    expect(unit.json['name']).toBe('EMEA');
    expect(lab.get(admin, `/roles(${role})/name`).json['value']).toBe('Basic User');
    expect(lab.get(admin, `/roles(${role})/name/$value`).text).toBe('Basic User');
  });

  // Learn: "Use an alternate key to reference a record", with its note about users and teams.
  test('a key may be named, by which users and teams are no users and teams', () => {
    const role = lab.roleId('Basic User');
    expect(lab.get(admin, `/roles(roleid=${role})?$select=name`).json['name']).toBe('Basic User');
    const sam = lab.userId('sam@lab.demo.test');
    const named = lab.get(admin, `/systemusers(systemuserid=${sam})`);
    expect([named.status, errorOf(named).message]).toEqual([
      400,
      expect.stringMatching(/^The key in the request URI is not valid for resource '.*systemuser'/),
    ]);
    expect(lab.get(admin, `/systemusers(ownerid=${sam})`).json['fullname']).toBe('Sam Sales');
  });

  test('If-None-Match of the current etag answers 304; the word null is no etag', () => {
    const url = `/roles(${lab.roleId('Basic User')})?$select=name`;
    const { headers } = lab.get(admin, url);
    expect(lab.get(admin, url, { 'if-none-match': headers['etag'] ?? '' }).status).toBe(304);
    expect(lab.get(admin, url, { 'if-none-match': 'null' }).status).toBe(200);
  });
});

describe('paging', () => {
  const walk = (url: string, size: number): readonly string[] => {
    const found: string[] = [];
    let next: string | null = url;
    while (next !== null) {
      const answer = lab.get(admin, next, { prefer: `odata.maxpagesize=${size}` });
      expect(answer.status).toBe(200);
      found.push(...rowsOf(answer).map((it) => textAt(it, 'contactid')));
      const link = textAt(answer.json, '@odata.nextLink');
      expect(link === '' || link.startsWith(`${serviceRoot}/contacts?`)).toBe(true);
      next = link === '' ? null : link.slice(serviceRoot.length);
    }
    return found;
  };

  test('following nextLink visits every row once, in order', () => {
    const all = rowsOf(lab.get(admin, '/contacts?$select=contactid&$orderby=fullname')).map((it) =>
      textAt(it, 'contactid'),
    );
    expect(walk('/contacts?$select=contactid&$orderby=fullname', 37)).toEqual(all);
  });

  test('without orderby too, and $top is ignored with a page size', () => {
    const found = walk('/contacts?$select=contactid&$top=3', 50);
    expect(found).toHaveLength(150);
    expect(new Set(found).size).toBe(150);
  });

  test.each(['', '&$orderby=fullname desc', '&$orderby=_ownerid_value,statuscode', '&$orderby=createdon'])(
    'rows that are deleted page by page are all found (%s)',
    (order) => {
      const own = openLab();
      let next = `/contacts?$select=contactid${order}`;
      let deleted = 0;
      while (next !== '') {
        const page = own.get(admin, next, { prefer: 'odata.maxpagesize=40' });
        for (const row of rowsOf(page)) {
          expect(own.send(admin, 'DELETE', `/contacts(${textAt(row, 'contactid')})`).status).toBe(204);
          deleted += 1;
        }
        next = textAt(page.json, '@odata.nextLink').slice(serviceRoot.length);
      }
      expect(deleted).toBe(150);
    },
  );

  test('goes on after texts that no XML can hold, by the number of the page', () => {
    const own = openLab();
    const wanted = ['\u0001', '\uFFFE', '\uD800', '\t"<&\u{1F600}'].map((it) => `zz${it}`);
    for (const nickname of wanted) own.send(admin, 'POST', '/contacts', { nickname });
    const found: string[] = [];
    let next = "/contacts?$select=nickname&$filter=startswith(nickname,'zz')&$orderby=nickname";
    while (next !== '') {
      const page = own.get(admin, next, { prefer: 'odata.maxpagesize=1' });
      found.push(...rowsOf(page).map((it) => textAt(it, 'nickname')));
      next = textAt(page.json, '@odata.nextLink').slice(serviceRoot.length);
    }
    expect(found.toSorted()).toEqual(wanted.toSorted());
  });

  test('a cookie that is none is refused', () => {
    expect(lab.get(admin, '/contacts?$skiptoken=nonsense').status).toBe(400);
  });

  test('5,000 rows are the largest page, and $count stops there', () => {
    const big = openLab({ seed: { records: { accounts: 0, contacts: 5200 } } });
    const first = big.get(admin, '/contacts?$select=contactid&$count=true');
    expect(rowsOf(first)).toHaveLength(5000);
    expect(first.json['@odata.count']).toBe(5000);
    const second = big.get(admin, textAt(first.json, '@odata.nextLink').slice(serviceRoot.length));
    expect(rowsOf(second)).toHaveLength(200);
    expect(second.json['@odata.nextLink']).toBeUndefined();
  });
});

describe('refusals', () => {
  const refusals: readonly (readonly [string, number, string, RegExp])[] = [
    ['/accounts?$skip=5', 400, '0x80060888', /^Skip Clause is not supported in CRM$/],
    [
      "/accounts?$filter=name eq 'open",
      400,
      '0x80060888',
      /^There is an unterminated literal at position 13 in/,
    ],
    [
      '/accounts?$select=nosuch',
      400,
      '0x80041103',
      /^Could not find a property named 'nosuch' on type 'Microsoft.Dynamics.CRM.account'.$/,
    ],
    ['/accounts?$filter=nosuch eq 1', 400, '0x80041103', /'nosuch'/],
    ['/accounts?$expand=nosuch', 400, '0x80041103', /'nosuch'/],
    ['/accounts?$orderby=nosuch', 400, '0x80041103', /'nosuch'/],
    ['/nosuchset', 404, '0x80060888', /^Resource not found for the segment 'nosuchset'.$/],
    ['/constructor', 404, '0x80060888', /segment 'constructor'/],
    ['/__proto__', 404, '0x80060888', /segment '__proto__'/],
    ['/accounts?$filter=createdon gt 2024-02-31', 400, '0x80060888', /2024-02-31/],
    ['/Accounts', 404, '0x80060888', /segment 'Accounts'/],
    ['/accounts?$search=x', 400, '0x80060888', /\$search/],
    ['/accounts?$nonsense=x', 400, '0x80060888', /\$nonsense/],
    [
      '/accounts?$filter=name eq 1',
      400,
      '0x80060888',
      /incompatible types.*'Edm.String' and 'Edm.Int32' for operator kind 'Equal'/,
    ],
    ["/accounts?$filter=accountid eq 'x'", 400, '0x80060888', /'Edm.Guid' and 'Edm.String'/],
    ["/accounts?$filter=name in ('a')", 501, '0x8006088a', /^The query node In is not supported$/],
    ['/accounts?$filter=length(name) eq 1', 400, '0x80060888', /unknown function with name 'length'/],
    ['/accounts?$top=-1', 400, '0x80060888', /non-negative integer/],
    ['/accounts?$filter=', 400, '0x80060888', /Syntax error/],
    ['/accounts(00000000-0000-0000-0000-000000000000)', 400, '0x80040203', /^Expected non-empty Guid.$/],
    [
      '/accounts(99999999-0000-4000-8000-000000000000)',
      404,
      '0x80040217',
      /^Entity 'account' With Id = 99999999-0000-4000-8000-000000000000 Does Not Exist$/,
    ],
    ["/accounts('abc')", 400, '0x80060888', /key in the request URI is not valid/],
    ['/accounts?$select=%', 400, '0x80060888', /not valid/],
    ['/?$filter=x', 400, '0x80060888', /service document/],
  ];

  test.each(refusals)('%s', (url, status, code, message) => {
    const answer = lab.get(admin, url);
    expect(answer.status).toBe(status);
    expect(errorOf(answer).code).toBe(code);
    expect(errorOf(answer).message).toMatch(message);
  });

  test('an id of another table reads as a missing record', () => {
    const id = lab.roleId('Basic User');
    expect(errorOf(lab.get(admin, `/accounts(${id})`)).code).toBe('0x80040217');
  });

  test('with include-annotations the error carries its details', () => {
    const answer = lab.get(admin, '/accounts?$skip=1', { prefer: 'odata.include-annotations="*"' });
    expect(Object.keys(answer.json['error'] ?? {})).toContain('@Microsoft.PowerApps.CDS.HelpLink');
  });
});

describe('metadata', () => {
  test('EntityDefinitions has privileges and filters by enum, without etags and paging', () => {
    const filter = "OwnershipType eq Microsoft.Dynamics.CRM.OwnershipTypes'UserOwned'";
    const answer = lab.get(
      admin,
      `/EntityDefinitions?$select=LogicalName,OwnershipType,Privileges&$filter=${filter}`,
    );
    const account = rowsOf(answer).find((it) => it['LogicalName'] === 'account');
    expect(account?.['@odata.etag']).toBeUndefined();
    expect(account?.['Privileges']).toContainEqual(
      expect.objectContaining({
        Name: 'prvReadAccount',
        PrivilegeId: '886b280c-6396-4d56-a0a3-2c1b0a50ceb0',
        PrivilegeType: 'Read',
        CanBeBasic: true,
      }),
    );
    expect(rowsOf(answer).every((it) => it['OwnershipType'] === 'UserOwned')).toBe(true);
    expect(
      lab.get(admin, "/EntityDefinitions(LogicalName='contact')?$select=EntitySetName").json['EntitySetName'],
    ).toBe('contacts');
  });

  test('the service document lists entity sets', () => {
    expect(rowsOf(lab.get(app('reader'), '/'))).toContainEqual({
      name: 'accounts',
      kind: 'EntitySet',
      url: 'accounts',
    });
  });
});
