import { describe, expect, test } from 'vitest';
import { completeFetch } from '../../../renderer/screens/query-lab/editor/complete-fetch.ts';
import { completeOData } from '../../../renderer/screens/query-lab/editor/complete-odata.ts';
import { SAMPLE_SCHEMA } from './sample-schema.ts';

/** The labels that are offered where the bar stands. */
const offered = (text: string): readonly string[] => {
  const at = text.indexOf('|');
  const whole = text.replace('|', '');
  const complete = whole.startsWith('<') ? completeFetch : completeOData;
  return complete(whole, at, SAMPLE_SCHEMA)?.options.map(({ label }) => label) ?? [];
};

describe('what is offered', () => {
  test.each([
    ['acc|', 'accounts'],
    ['accounts?$s|', '$select'],
    ['accounts?$select=name,|', '_ownerid_value'],
    ['accounts?$expand=|', 'primarycontactid'],
    ['accounts?$expand=primarycontactid($select=|', 'fullname'],
    ['accounts?$expand=primarycontactid($select=fullname;|', '$filter'],
    ['accounts?$filter=statecode eq |', '1'],
    ['accounts?$filter=primarycontactid/|', 'emailaddress1'],
    ['accounts?$filter=contact_customer_accounts/any(c:c/|', 'fullname'],
    ["accounts?$filter=Microsoft.Dynamics.CRM.Today(PropertyName='|", 'createdon'],
    ['accounts?$filter=name |', 'eq'],
    ['accounts?$orderby=name |', 'desc'],
    ['<|', 'fetch'],
    ['<fetch><entity name="|', 'account'],
    ['<fetch><entity name="account"><|', 'attribute'],
    ['<fetch><entity name="account"><attribute name="|', 'ownerid'],
    ['<fetch><entity name="account"><filter><condition attribute="statecode" operator="eq" value="|', '0'],
    ['<fetch><entity name="account"><filter><condition |', 'operator'],
    ['<fetch><entity name="account"><filter><condition operator="|', 'last-x-days'],
    ['<fetch><entity name="account"><link-entity name="contact" from="|', 'contactid'],
    ['<fetch distinct="|', 'true'],
  ])('%s → %s', (text, label) => {
    expect(offered(text)).toContain(label);
  });

  test('nothing of the first table inside another one', () => {
    expect(offered('accounts?$expand=primarycontactid($select=|')).not.toContain('revenue');
    expect(
      offered('<fetch><entity name="account"><link-entity name="contact" to="x"><attribute name="|'),
    ).not.toContain('revenue');
  });
});
