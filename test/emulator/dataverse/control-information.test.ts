import { describe, expect, test } from 'vitest';
import { openLab, person, rowsOf, serviceRoot, textAt } from './rig.ts';

const lab = openLab();
const admin = person('admin');
const asking = (url: string, level: string, more: Readonly<Record<string, string>> = {}) =>
  lab.get(admin, url, { accept: `application/json;odata.metadata=${level}`, ...more });

describe('the level of control information (OData JSON Format 4.0, 3.1)', () => {
  const url = '/accounts?$select=name,createdon,numberofemployees&$top=1&$orderby=name';
  const [plain] = rowsOf(lab.get(admin, url));
  const id = textAt(plain ?? {}, 'accountid');

  test('none leaves the values, formatted ones and the link to the next page', () => {
    const answer = asking('/accounts?$select=name,statecode', 'none', {
      prefer: 'odata.include-annotations="OData.Community.Display.V1.*",odata.maxpagesize=2',
    });
    expect(answer.headers['content-type']).toBe('application/json; odata.metadata=none');
    expect(Object.keys(answer.json)).toEqual(['value', '@odata.nextLink']);
    expect(Object.keys(rowsOf(answer)[0] ?? {})).toEqual([
      'name',
      'statecode@OData.Community.Display.V1.FormattedValue',
      'statecode',
      'accountid',
    ]);
    expect(Object.keys(asking('/accounts?$top=1&$count=true&$select=name', 'none').json)).toContain(
      '@odata.count',
    );
  });

  test('full tells types that JSON has not, and where a record is', () => {
    const answer = asking(url, 'full');
    expect(answer.headers['content-type']).toBe('application/json; odata.metadata=full');
    expect(rowsOf(answer)).toEqual([
      {
        '@odata.type': '#Microsoft.Dynamics.CRM.account',
        '@odata.id': `${serviceRoot}/accounts(${id})`,
        '@odata.etag': plain?.['@odata.etag'],
        '@odata.editLink': `accounts(${id})`,
        name: plain?.['name'],
        'createdon@odata.type': '#DateTimeOffset',
        createdon: plain?.['createdon'],
        numberofemployees: plain?.['numberofemployees'],
        'accountid@odata.type': '#Guid',
        accountid: id,
      },
    ]);
  });

  test('full has the links of navigation properties: all, or those that are chosen', () => {
    const whole = asking(`/accounts(${id})`, 'full').json;
    expect(whole).toMatchObject({
      'ownerid@odata.associationLink': `${serviceRoot}/accounts(${id})/ownerid/$ref`,
      'ownerid@odata.navigationLink': `${serviceRoot}/accounts(${id})/ownerid`,
      'contact_customer_accounts@odata.navigationLink': `${serviceRoot}/accounts(${id})/contact_customer_accounts`,
      'versionnumber@odata.type': '#Int64',
      '_ownerid_value@odata.type': '#Guid',
    });
    const some = asking(`/accounts(${id})?$select=name&$expand=owninguser($select=fullname)`, 'full').json;
    expect(Object.keys(some).filter((name) => name.endsWith('Link') && name !== '@odata.editLink')).toEqual([
      'owninguser@odata.associationLink',
      'owninguser@odata.navigationLink',
    ]);
    expect(some['owninguser']).toMatchObject({ '@odata.type': '#Microsoft.Dynamics.CRM.systemuser' });
  });

  test('full is for rows of FetchXML and for what a write gives back, too', () => {
    const fetch = '<fetch top="1"><entity name="account"><attribute name="name"/></entity></fetch>';
    const [row] = rowsOf(asking(`/accounts?fetchXml=${encodeURIComponent(fetch)}`, 'full'));
    expect(row).toMatchObject({
      '@odata.type': '#Microsoft.Dynamics.CRM.account',
      'accountid@odata.type': '#Guid',
    });
    const made = lab.send(
      admin,
      'POST',
      '/accounts?$select=name',
      { name: 'Fully told' },
      {
        accept: 'application/json;odata.metadata=full',
        prefer: 'return=representation',
      },
    );
    expect(made.json).toMatchObject({ '@odata.type': '#Microsoft.Dynamics.CRM.account', name: 'Fully told' });
  });

  test('anything else is minimal', () => {
    for (const accept of ['application/json', 'application/json;odata.metadata=verbose', '*/*']) {
      const answer = lab.get(admin, url, { accept });
      expect(answer.headers['content-type']).toBe('application/json; odata.metadata=minimal');
      expect(rowsOf(answer)).toEqual([plain]);
    }
  });
});
