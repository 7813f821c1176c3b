import { describe, expect, test } from 'vitest';
import { errorOf, openLab, person, rowsOf } from '../rig.ts';

let now = Date.UTC(2026, 0, 15, 9, 30);
const lab = openLab({
  now: () => now,
  seed: { records: { accounts: 0, contacts: 0, opportunities: 0, cases: 0, leads: 0, tasks: 0, notes: 0 } },
});
const admin = person('admin');
const shown = (name: string): string => `${name}@OData.Community.Display.V1.FormattedValue`;
const ask = (set: string, fetch: string) =>
  lab.get(admin, `/${set}?fetchXml=${encodeURIComponent(fetch)}`, {
    prefer: 'odata.include-annotations="*"',
  });
/** By their text, whatever they are. */
const byText = (one: unknown, other: unknown): number => String(one).localeCompare(String(other), 'en');
const make = (set: string, body: object): string =>
  /\(([0-9a-f-]{36})\)$/.exec(
    lab.send(admin, 'POST', `/${set}`, body).headers['odata-entityid'] ?? '',
  )?.[1] ?? '';

/** The accounts of Learn's "Aggregate data using FetchXml", when they were created included. */
const accounts = [
  [null, 'Example Account', null, '2023-08-27T12:00:00Z'],
  [1500, 'Contoso Pharmaceuticals (sample)', 'Redmond', '2023-03-25T12:00:00Z'],
  [2700, 'Fabrikam, Inc. (sample)', 'Lynnwood', '2023-03-25T12:00:00Z'],
  [2900, 'Blue Yonder Airlines (sample)', 'Los Angeles', '2023-03-25T12:00:00Z'],
  [2900, 'City Power & Light (sample)', 'Redmond', '2023-03-25T12:00:00Z'],
  [3900, 'Coho Winery (sample)', 'Phoenix', '2023-03-25T12:00:00Z'],
  [4300, 'Adventure Works (sample)', 'Santa Cruz', '2023-03-25T12:00:00Z'],
  [4800, 'Alpine Ski House (sample)', 'Missoula', '2023-03-25T12:00:00Z'],
  [6000, 'Litware, Inc. (sample)', 'Dallas', '2023-03-25T12:00:00Z'],
  [6200, 'A. Datum Corporation (sample)', 'Redmond', '2023-03-25T12:00:00Z'],
] as const;
const contacts: Readonly<Record<string, string>> = {
  'Litware, Inc. (sample)': 'Susanna Stubberod (sample)',
  'Adventure Works (sample)': 'Nancy Anderson (sample)',
  'Fabrikam, Inc. (sample)': 'Maria Campbell (sample)',
  'Blue Yonder Airlines (sample)': 'Sidney Higa (sample)',
  'City Power & Light (sample)': 'Scott Konersmann (sample)',
};
for (const [numberofemployees, name, address1_city, createdOn] of accounts) {
  now = Date.parse(createdOn);
  const [firstname = '', ...rest] = (contacts[name] ?? '').split(' ');
  const contact = firstname === '' ? '' : make('contacts', { firstname, lastname: rest.join(' ') });
  make('accounts', {
    name,
    numberofemployees,
    address1_city,
    ...(contact === '' ? {} : { 'primarycontactid@odata.bind': `/contacts(${contact})` }),
  });
}

describe('Learn: "Aggregate data using FetchXml"', () => {
  test('the results are a single row', () => {
    const answer = ask(
      'accounts',
      `<fetch aggregate='true'>
  <entity name='account'>
    <attribute name='numberofemployees'
      alias='Average'
      aggregate='avg' />
    <attribute name='numberofemployees'
      alias='Count'
      aggregate='count' />
    <attribute name='numberofemployees'
      alias='ColumnCount'
      aggregate='countcolumn' />
    <attribute name='numberofemployees'
      alias='Maximum'
      aggregate='max' />
    <attribute name='numberofemployees'
      alias='Minimum'
      aggregate='min' />
    <attribute name='numberofemployees'
      alias='Sum'
      aggregate='sum' />
  </entity>
</fetch>`,
    );
    expect(rowsOf(answer)).toEqual([
      expect.objectContaining({
        [shown('Average')]: '3,911',
        [shown('Count')]: '10',
        [shown('ColumnCount')]: '9',
        [shown('Maximum')]: '6,200',
        [shown('Minimum')]: '1,500',
        [shown('Sum')]: '35,200',
      }),
    ]);
  });

  test('distinct values are 8 rather than 9', () => {
    const answer = ask(
      'accounts',
      `<fetch aggregate='true'><entity name='account'><attribute name='numberofemployees' 
   alias='ColumnCount' 
   aggregate='countcolumn' 
   distinct='true' /></entity></fetch>`,
    );
    expect(rowsOf(answer)).toMatchObject([{ ColumnCount: 8 }]);
  });

  test('results are grouped by city, in order', () => {
    const answer = ask(
      'accounts',
      `<fetch aggregate='true'>
   <entity name='account'>
      <attribute name='numberofemployees'
         alias='Total'
         aggregate='sum' />
      <attribute name='address1_city'
         alias='Count'
         aggregate='count' />
      <attribute name='address1_city'
         alias='City'
         groupby='true' />
      <order alias='City' />
   </entity>
</fetch>`,
    );
    expect(rowsOf(answer).map((row) => [row[shown('Total')], row['Count'], row['City'] ?? null])).toEqual([
      ['0', 1, null],
      ['6,000', 1, 'Dallas'],
      ['2,900', 1, 'Los Angeles'],
      ['2,700', 1, 'Lynnwood'],
      ['4,800', 1, 'Missoula'],
      ['3,900', 1, 'Phoenix'],
      ['10,600', 3, 'Redmond'],
      ['4,300', 1, 'Santa Cruz'],
    ]);
  });

  test('parts of dates, and fiscal ones', () => {
    const answer = ask(
      'accounts',
      `<fetch aggregate='true'>
   <entity name='account'>
      <attribute name='numberofemployees'
         alias='Total'
         aggregate='sum' />
      <attribute name='createdon'
         alias='Day'
         groupby='true'
         dategrouping='day' />
      <attribute name='createdon'
         alias='Week'
         groupby='true'
         dategrouping='week' />
      <attribute name='createdon'
         alias='Month'
         groupby='true'
         dategrouping='month' />
      <attribute name='createdon'
         alias='Year'
         groupby='true'
         dategrouping='year' />
      <attribute name='createdon'
         alias='FiscalPeriod'
         groupby='true'
         dategrouping='fiscal-period' />
      <attribute name='createdon'
         alias='FiscalYear'
         groupby='true'
         dategrouping='fiscal-year' />
      <order alias='Month' />
   </entity>
</fetch>`,
    );
    const columns = ['Total', 'Day', 'Week', 'Month', 'Year', 'FiscalPeriod', 'FiscalYear'];
    expect(rowsOf(answer).map((row) => columns.map((it) => row[shown(it)] ?? row[it]))).toEqual([
      ['35,200', '25', '12', '3', '2,023', 'Quarter 1 FY2023', 'FY2023'],
      ['0', '27', '35', '8', '2,023', 'Quarter 3 FY2023', 'FY2023'],
    ]);
  });

  test('the limit of a query of its own', () => {
    for (const name of ['a', 'b']) make('opportunities', { name });
    const limited = (limit: number) =>
      ask(
        'opportunities',
        `<fetch aggregate='true'
   aggregatelimit = '${limit}'>
   <entity name='opportunity'>
      <attribute name='name'
         alias='opportunity_count'
         aggregate='count' />
   </entity>
</fetch>`,
      );
    expect(rowsOf(limited(10))).toMatchObject([{ opportunity_count: 2 }]);
    expect(errorOf(limited(1))).toMatchObject({
      code: '0x8004e023',
      message: expect.stringContaining('AggregateQueryRecordLimit exceeded. Cannot perform this operation.'),
    });
  });
});

describe('Learn: "Join tables using FetchXml"', () => {
  const pairs = Object.entries(contacts).toSorted(byText);

  test('a many-to-one relationship', () => {
    const answer = ask(
      'accounts',
      `<fetch top='5'>
   <entity name='account'>
      <attribute name='name' />
      <link-entity name='contact'
         from='contactid'
         to='primarycontactid'
         link-type='inner'
         alias='contact'>
         <attribute name='fullname' />
      </link-entity>
   </entity>
</fetch>`,
    );
    expect(
      rowsOf(answer)
        .map((row) => [row['name'], row['contact.fullname']])
        .toSorted(byText),
    ).toEqual(pairs);
  });

  test('the same from the other side, and the alias that is made where none is given', () => {
    const joined = (alias: string) =>
      ask(
        'contacts',
        `<fetch top='5'>
   <entity name='contact'>
      <attribute name='fullname' />
      <link-entity name='account'
         from='primarycontactid'
         to='contactid'
         ${alias}>
         <attribute name='name' />
      </link-entity>
   </entity>
</fetch>`,
      );
    const named = (alias: string, column: string) =>
      rowsOf(joined(alias))
        .map((row) => [row[column], row['fullname']])
        .toSorted(byText);
    expect(named("alias='account'", 'account.name')).toEqual(pairs);
    expect(named('', 'account1.name')).toEqual(pairs);
  });

  test('a many-to-many relationship', () => {
    const answer = ask(
      'systemusers',
      `<fetch top='2'>
   <entity name='systemuser'>
      <attribute name='fullname' />
      <link-entity name='teammembership'
         from='systemuserid'
         to='systemuserid'
         intersect='true' >
         <link-entity name='team'
            from='teamid'
            to='teamid'
            link-type='inner'
            alias='team'>
            <attribute name='name' />
         </link-entity>
      </link-entity>
   </entity>
</fetch>`,
    );
    expect(rowsOf(answer)).toMatchObject([
      { fullname: expect.any(String), 'team.name': expect.any(String) },
      { fullname: expect.any(String), 'team.name': expect.any(String) },
    ]);
  });

  test('records not in a set', () => {
    const redmond = make('accounts', { name: 'With a contact' });
    make('contacts', { lastname: 'Of one', 'parentcustomerid_account@odata.bind': `/accounts(${redmond})` });
    const answer = ask(
      'accounts',
      `<fetch>
   <entity name='account'>
      <attribute name='name' />
      <order attribute='name' />
      <link-entity name='contact'
         from='parentcustomerid'
         to='accountid'
         link-type='outer'
         alias='contact' />
      <filter type='and'>
         <condition entityname='contact'
            attribute='parentcustomerid'
            operator='null' />
      </filter>
   </entity>
</fetch>`,
    );
    expect(rowsOf(answer).map((row) => row['name'])).toEqual(
      accounts.map(([, name]) => name).toSorted(byText),
    );
    lab.send(admin, 'DELETE', `/accounts(${redmond})`);
  });

  test('more than fifteen links', () => {
    const link = (at: number) =>
      `<link-entity name='contact' from='contactid' to='primarycontactid' link-type='outer' alias='c${at}' />`;
    const answer = ask(
      'accounts',
      `<fetch><entity name='account'><attribute name='name' />${Array.from({ length: 16 }, (_, at) => link(at)).join('')}</entity></fetch>`,
    );
    expect(errorOf(answer)).toEqual({
      code: expect.stringMatching(/^0x8004430D$/i),
      message: 'Number of link entities in query exceeded maximum limit.',
    });
  });
});

// The meaning of each is what the page says beside it, in words and in SQL.
describe('Learn: "Filter rows using FetchXml"', () => {
  const names = (set: string, fetch: string, column = 'name') =>
    rowsOf(ask(set, fetch))
      .map((row) => row[column])
      .toSorted(byText);

  test('and, or, in', () => {
    const any = `<fetch>
   <entity name='account'>
      <attribute name='name' />
      <attribute name='address1_city' />
      <filter type='or'>
         <condition attribute='address1_city'
            operator='eq'
            value='Redmond' />
         <condition attribute='address1_city'
            operator='eq'
            value='Seattle' />
         <condition attribute='address1_city'
            operator='eq'
            value='Bellevue' />
      </filter>
   </entity>
</fetch>`;
    const within = `<fetch>
   <entity name='account'>
      <attribute name='name' />
      <attribute name='address1_city' />
      <filter type='and'>
         <condition attribute='address1_city'
            operator='in'>
            <value>Redmond</value>
            <value>Seattle</value>
            <value>Bellevue</value>
         </condition>
      </filter>
   </entity>
</fetch>`;
    const redmond = accounts.filter(([, , city]) => city === 'Redmond').map(([, name]) => name);
    expect(names('accounts', any)).toEqual(redmond.toSorted(byText));
    expect(names('accounts', within)).toEqual(redmond.toSorted(byText));
  });

  test('after the join: no parent account, or one without a fax', () => {
    const make3 = [{ fax: '1' }, {}].map((more, at) => make('accounts', { name: `Fax ${at}`, ...more }));
    const [withFax, without] = make3.map((id) =>
      make('contacts', { lastname: `Of ${id}`, 'parentcustomerid_account@odata.bind': `/accounts(${id})` }),
    );
    const found = rowsOf(
      ask(
        'contacts',
        `<fetch>
  <entity name='contact'>
    <attribute name='fullname' />
    <filter>
      <condition entityname='a'
        attribute='fax'
        operator='null' />
    </filter>
    <link-entity name='account'
      from='accountid'
      to='parentcustomerid'
      link-type='outer'
      alias='a' />
  </entity>
</fetch>`,
      ),
    ).map((row) => row['contactid']);
    expect(found).toContain(without);
    expect(found).not.toContain(withFax);
    expect(found).toHaveLength(Object.keys(contacts).length + 1);
    for (const id of make3) lab.send(admin, 'DELETE', `/accounts(${id})`);
  });

  test('columns of the same row, and of two tables', () => {
    make('contacts', { firstname: 'Same', lastname: 'Same' });
    const same = `<fetch>
   <entity name='contact' >
      <attribute name='firstname' />
      <filter>
         <condition attribute='firstname'
            operator='eq'
            valueof='lastname' />
      </filter>
   </entity>
</fetch>`;
    expect(names('contacts', same, 'firstname')).toEqual(['Same']);
    const account = make('accounts', { name: 'Twin Sister' });
    make('contacts', {
      firstname: 'Twin',
      lastname: 'Sister',
      'parentcustomerid_account@odata.bind': `/accounts(${account})`,
    });
    const across = `<fetch>
   <entity name='contact'>
      <attribute name='contactid' />
      <attribute name='fullname' />
      <filter type='and'>
         <condition attribute='fullname'
            operator='eq'
            valueof='acct.name' />
      </filter>
      <link-entity name='account'
         from='accountid'
         to='parentcustomerid'
         link-type='outer'
         alias='acct'>
         <attribute name='name' />
      </link-entity>
   </entity>
</fetch>`;
    expect(names('contacts', across, 'acct.name')).toEqual(['Twin Sister']);
    lab.send(admin, 'DELETE', `/accounts(${account})`);
  });

  test.each([
    ['any', ['Primary of both', 'Primary of Contoso']],
    ['not all', ['Primary of both', 'Primary of Contoso']],
    ['all', ['Primary of another']],
  ])('link-type %s', (type, wanted) => {
    const ids = ['Primary of Contoso', 'Primary of both', 'Primary of another', 'Primary of none'].map(
      (name) => make('contacts', { lastname: name }),
    );
    const owned = [
      [0, 'Contoso'],
      [1, 'Contoso'],
      [1, 'Other'],
      [2, 'Other'],
    ] as const;
    const made = owned.map(([at, name]) =>
      make('accounts', { name, 'primarycontactid@odata.bind': `/contacts(${ids[at] ?? ''})` }),
    );
    const linked = `<link-entity name='account'
            from='primarycontactid'
            to='contactid'
            link-type='${type}'>
            <filter type='and'>
               <condition attribute='name'
                  operator='eq'
                  value='Contoso' />
            </filter>
         </link-entity>`;
    const found = (filter: string) =>
      names(
        'contacts',
        `<fetch>
   <entity name='contact'>
      <attribute name='fullname' />
      <filter type='and'>
         ${filter}
         <condition attribute='lastname' operator='begins-with' value='Primary of' />
      </filter>
   </entity>
</fetch>`,
        'fullname',
      );
    expect(found(linked)).toEqual(wanted.toSorted(byText));
    expect(found(linked.replace(`'${type}'`, "'not any'"))).toEqual([
      'Primary of another',
      'Primary of none',
    ]);
    for (const id of made) lab.send(admin, 'DELETE', `/accounts(${id})`);
    for (const id of ids) lab.send(admin, 'DELETE', `/contacts(${id})`);
  });
});

describe('Learn: "Order rows using FetchXml"', () => {
  test('orders of the entity come before those of a link, unless they name it', () => {
    const [a, b] = ['Above A', 'Above B'].map((name) => make('accounts', { name }));
    const below = [
      ['Below 1', b],
      ['Below 2', a],
      ['Below 3', b],
    ].map(([name, parent]) =>
      make('accounts', { name, 'parentaccountid@odata.bind': `/accounts(${parent ?? ''})` }),
    );
    const ordered = (inside: string, orders: string) =>
      rowsOf(
        ask(
          'accounts',
          `<fetch>
  <entity name='account'>
    <attribute name='name' />
    <attribute name='accountnumber' />
    <attribute name='createdon' />
    <link-entity name='account'
      from='accountid'
      to='parentaccountid'
      link-type='inner'
      alias='parentaccount'>
      <attribute name='name'
        alias='parentaccount' />
        ${inside}
    </link-entity>
    ${orders}
  </entity>
</fetch>`,
        ),
      ).map((row) => row['name']);
    expect(ordered("<order attribute='name' />", "<order attribute='name' />")).toEqual([
      'Below 1',
      'Below 2',
      'Below 3',
    ]);
    expect(
      ordered(
        '',
        `<!-- The link-entity parentaccount name -->
    <order entityname='parentaccount'
      attribute='name' />
      <!-- The entity account name -->
    <order attribute='name' />`,
      ),
    ).toEqual(['Below 2', 'Below 1', 'Below 3']);
    for (const id of [...below, a, b]) lab.send(admin, 'DELETE', `/accounts(${id ?? ''})`);
  });
});

describe('Learn: "Page results using FetchXml"', () => {
  test('simple paging', () => {
    const page = (number: number) =>
      rowsOf(
        ask(
          'accounts',
          `<fetch count='3' page='${number}'>
  <entity name='account'>
    <attribute name='name' />
    <order attribute='name' />
    <order attribute='accountid' />
  </entity>
</fetch>`,
        ),
      ).map((row) => row['name']);
    const sorted = accounts.map(([, name]) => name).toSorted(byText);
    expect([...page(1), ...page(2)]).toEqual(sorted.slice(0, 6));
  });
});
