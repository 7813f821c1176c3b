import { describe, expect, test } from 'vitest';
import { errorOf, openLab, person, rowsOf } from './rig.ts';

const lab = openLab();
const admin = person('admin');
const fetched = (xml: string): string => `/accounts?fetchXml=${encodeURIComponent(xml)}`;

describe('a column with several choices', () => {
  test.each([
    '/accounts?$orderby=ctso_salesregions',
    '/accounts?$apply=groupby((ctso_salesregions),aggregate($count as number))',
    fetched(
      '<fetch><entity name="account"><attribute name="name"/><order attribute="ctso_salesregions"/></entity></fetch>',
    ),
    fetched(
      `<fetch aggregate="true"><entity name="account"><attribute name="ctso_salesregions" groupby="true" alias="region"/>
        <attribute name="accountid" aggregate="count" alias="number"/></entity></fetch>`,
    ),
  ])('sorts and groups nothing: %s', (url) => {
    expect(errorOf(lab.get(admin, url))).toEqual({
      code: '0x80050224',
      message: 'GroupBy or OrderBy Query is not supported for MultiSelectPickList Attribute Type.',
    });
  });
});

test.each(['/accounts?$orderby=primarycontactid', '/roles?$orderby=iscustomizable'])(
  'what is no single value sorts nothing: %s',
  (url) => {
    const refusal = errorOf(lab.get(admin, url));
    expect(refusal.code).toBe('0x80060888');
    expect(refusal.message).toMatch(/single value of primitive type/);
  },
);

test('a property of a lookup sorts unless the environment fails on it', () => {
  const url = '/accounts?$top=3&$select=name&$orderby=primarycontactid/fullname';
  expect(rowsOf(lab.get(admin, url))).toHaveLength(3);
  const strict = openLab({ seed: { settings: { orderByRelated: 'refuse' } } });
  expect(errorOf(strict.get(admin, url)).message).toMatch(/Object reference not set/);
  expect(strict.get(admin, '/accounts?$orderby=name').status).toBe(200);
});
