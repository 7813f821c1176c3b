import { expect, test } from 'vitest';
import { openLab, person, rowsOf, textAt } from './rig.ts';

const admin = person('admin');
const annotated = { prefer: 'odata.maxpagesize=100,odata.include-annotations="*"' };

const people = [
  ['Susanna', 'Stubberod', 'Senior Purchaser', 52_000],
  ['Nancy', 'Anderson', 'Activities Manager', 55_500],
  ['Maria', 'Cambell', 'Accounts Manager', 31_000],
  ['Scott', 'Konersmann', 'Accounts Manager', 38_000],
  ['Robert', 'Lyon', 'Senior Technician', 78_000],
  ['Paul', 'Cannon', 'Ski Instructor', 68_500],
  ['Rene', 'Valdes', 'Data Analyst III', 86_000],
  ['Jim', 'Glynn', 'Senior International Sales Manager', 81_400],
] as const;

const columns = '$select=fullname,jobtitle,annualincome';
const sample = "contains(fullname,'(sample)')";
const seniors = "(contains(jobtitle, 'senior') or contains(jobtitle, 'manager'))";

/** Requests of Microsoft's sample "Query data using the Web API", and how many rows its page shows for each; `{a}` is its account. */
const queries: readonly (readonly [string, number])[] = [
  [`contacts?${columns}&$filter=${sample} and _parentcustomerid_value eq {a}`, 8],
  [
    `contacts?${columns},createdon&$filter=Microsoft.Dynamics.CRM.LastXHours(PropertyName=@p1,PropertyValue=@p2) and _parentcustomerid_value eq {a}&@p1='createdon'&@p2='1'`,
    8,
  ],
  [`contacts?${columns}&$filter=${sample} and annualincome gt 50000 and _parentcustomerid_value eq {a}`, 6],
  [
    `contacts?${columns}&$filter=${sample} and ${seniors} and annualincome gt 50000 and _parentcustomerid_value eq {a}&$count=true`,
    4,
  ],
  [
    `contacts?${columns}&$filter=contains(@p1,'(sample)') and @p2 eq @p3&$orderby=@p4 asc,@p5 desc&@p1=fullname&@p2=_parentcustomerid_value&@p3={a}&@p4=jobtitle&@p5=annualincome`,
    8,
  ],
  [
    'tasks?$select=subject&$expand=regardingobjectid_contact_task($select=fullname;$expand=parentcustomerid_account($select=name;$expand=createdby($select=fullname)))&$filter=regardingobjectid_contact_task/_accountid_value eq {a}',
    8,
  ],
  [
    'accounts({a})/contact_customer_accounts?$apply=aggregate(annualincome with average as average,annualincome with sum as total,annualincome with min as minimum,annualincome with max as maximum)',
    1,
  ],
];

const lab = openLab();
const made = lab.send(admin, 'POST', '/accounts', {
  name: 'Contoso, Ltd. (sample)',
  Account_Tasks: [{ subject: 'Task 1 for Contoso, Ltd.', actualdurationminutes: 10 }],
  primarycontactid: {
    firstname: 'Yvonne',
    lastname: 'McKay (sample)',
    annualincome: 45_000,
    Contact_Tasks: [{ subject: 'Task 1 for Yvonne McKay', actualdurationminutes: 5 }],
  },
  contact_customer_accounts: people.map(([firstname, lastname, jobtitle, annualincome]) => ({
    firstname,
    lastname: `${lastname} (sample)`,
    jobtitle,
    annualincome,
    Contact_Tasks: [{ subject: `Task 1 for ${firstname} ${lastname}`, actualdurationminutes: 3 }],
  })),
});
const account = /\(([0-9a-f-]{36})\)$/.exec(made.headers['odata-entityid'] ?? '')?.[1] ?? '';

test.each(queries)('%s', (query, count) => {
  const answer = lab.get(admin, `/${query.replaceAll('{a}', account)}`, annotated);
  expect(answer.status).toBe(200);
  expect(rowsOf(answer)).toHaveLength(count);
});

test('the sample’s query by FetchXML has three rows on each of its first pages, and its own query is kept and run', () => {
  const page = (number: number) => `<fetch count='3' page='${number}'>
      <entity name='contact'>  
        <attribute name='fullname' />  
        <order descending='true'  
               attribute='fullname' />  
        <filter type='and'>  
          <condition value='%(sample)%'  
                     attribute='fullname'  
                     operator='like' />
          <condition value='${account}'
                     attribute='parentcustomerid'
                     operator='eq' /> 
        </filter>  
      </entity>  
    </fetch>`;
  const shown = [1, 2].flatMap((number) => {
    const answer = lab.get(admin, `/contacts?fetchXml=${encodeURIComponent(page(number))}`, annotated);
    return rowsOf(answer).map((row) => textAt(row, 'fullname'));
  });
  expect(shown).toHaveLength(6);
  expect(new Set(shown).size).toBe(6);
  const kept = lab.send(admin, 'POST', '/userqueries', {
    name: 'My User Query',
    querytype: 0,
    returnedtypecode: 'contact',
    fetchxml: `<fetch><entity name ='contact'><attribute name ='fullname' /><order descending ='false' attribute='fullname' /><filter type ='and'><condition value ='%(sample)%' attribute='fullname' operator='like' /><condition value ='%Manager%' attribute='jobtitle' operator='like' /><condition value ='55000' attribute='annualincome' operator='gt' /></filter></entity></fetch>`,
  });
  const query = /\(([0-9a-f-]{36})\)$/.exec(kept.headers['odata-entityid'] ?? '')?.[1] ?? '';
  expect(rowsOf(lab.get(admin, `/contacts?userQuery=${query}`)).map((row) => row['fullname'])).toEqual([
    'Jim Glynn (sample)',
    'Nancy Anderson (sample)',
  ]);
});

test('the sample of functions and actions has its account of all values', () => {
  const answer = lab.send(admin, 'POST', '/accounts', {
    accountcategorycode: 1,
    address1_addresstypecode: 3,
    address1_city: 'Redmond',
    address1_shippingmethodcode: 4,
    address1_stateorprovince: 'WA',
    customertypecode: 3,
    industrycode: 7,
    name: 'Contoso Consulting',
    numberofemployees: 150,
    ownershipcode: 2,
    preferredcontactmethodcode: 2,
  });
  expect(answer.status).toBe(204);
});

test('a query by SQL, which the demo cloud does not have, is refused rather than answered with all rows', () => {
  const sql = encodeURIComponent('SELECT TOP 2 name FROM account');
  expect(lab.get(admin, `/accounts?sql=${sql}`).status).toBe(501);
});

test('a batch as Microsoft’s Python client writes it: boundaries in quotes, no lengths, references to records of its change set', () => {
  const part = (boundary: string, method: string, url: string, body: string | null, id: number | null) =>
    [
      `--${boundary}`,
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      ...(id === null ? [] : [`Content-ID: ${id}`]),
      '',
      `${method} ${url} HTTP/1.1`,
      ...(body === null ? [] : ['Content-Type: application/json; type=entry']),
      '',
      ...(body === null ? [] : [body]),
    ].join('\r\n');
  const root = 'https://lab.crm4.demo.test/api/data/v9.2';
  const text = [
    part('batch_1', 'GET', `${root}/accounts?$select=name&$top=1`, null, null),
    '--batch_1',
    'Content-Type: multipart/mixed; boundary="changeset_1"',
    '',
    part('changeset_1', 'POST', `${root}/contacts`, '{"lastname":"Of a batch"}', 1),
    part(
      'changeset_1',
      'POST',
      `${root}/accounts`,
      '{"name":"Of a batch","primarycontactid@odata.bind":"$1"}',
      2,
    ),
    part('changeset_1', 'PATCH', '$1', '{"firstname":"One"}', 3),
    part('changeset_1', 'DELETE', '$2', null, 4),
    '--changeset_1--',
    '',
    part(
      'batch_1',
      'POST',
      `${root}/accounts/Microsoft.Dynamics.CRM.CreateMultiple`,
      '{"Targets":[{"name":"Many","@odata.type":"Microsoft.Dynamics.CRM.account"}]}',
      null,
    ),
    '--batch_1--',
    '',
  ].join('\r\n');
  const answer = lab.send(admin, 'POST', '/$batch', text, {
    'content-type': 'multipart/mixed; boundary="batch_1"',
    'odata-version': '4.0',
  });
  expect(answer.text.match(/HTTP\/1\.1 \d+/g)).toEqual(
    [200, 204, 204, 204, 204, 200].map((it) => `HTTP/1.1 ${it}`),
  );
  expect(rowsOf(lab.get(admin, "/contacts?$filter=fullname eq 'One Of a batch'"))).toHaveLength(1);
});
