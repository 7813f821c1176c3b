import { expect, test } from 'vitest';
import type { Cell, Query } from '../../../preload/contract/query.ts';
import { recordAddress, rowNameOf } from '../../../renderer/screens/query-lab/record-address.ts';
import { SAMPLE_SCHEMA } from '../queries/sample-schema.ts';

const ID = '0a0a0a0a-0000-4000-8000-000000000003';
const COLUMNS = ['name', 'accountid', 'contactid'];
const CELLS: readonly Cell[] = ['Contoso', ID, ID];
const nameOf = (language: Query['language'], text: string, columns = COLUMNS) =>
  rowNameOf({ language, text }, SAMPLE_SCHEMA, columns, CELLS);

test.each([
  ['odata', 'accounts?$select=name', 'account'],
  ['odata', `accounts(${ID})`, 'account'],
  ['fetchxml', '<fetch><entity name="contact"><attribute name="fullname" /></entity></fetch>', 'contact'],
] as const)('the rows of %s %s have an address in the browser', (language, text, table) => {
  expect(nameOf(language, text)).toEqual({ table, id: ID });
});

test.each([
  ['whose ID was not read', 'odata', 'accounts?$apply=groupby((name))', ['name']],
  ['reached over another table', 'odata', `accounts(${ID})/contact_customer_accounts`, COLUMNS],
  ['of a table that nobody knows', 'odata', 'leads', COLUMNS],
  ['of a function', 'odata', 'WhoAmI', COLUMNS],
  ['of no query', 'fetchxml', '<fetch', COLUMNS],
] as const)('a row %s has none', (_what, language, text, columns) => {
  expect(nameOf(language, text, [...columns])).toBeNull();
});

test.each(['https://contoso.crm4.dynamics.com', 'https://contoso.crm4.dynamics.com/'])(
  'in %s the address names table and row, whatever they are called',
  (url) => {
    expect(recordAddress(url, { table: 'account', id: ID })).toBe(
      `https://contoso.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=account&id=${ID}`,
    );
    expect(recordAddress(url, { table: 'a&b', id: '#' })).toBe(
      'https://contoso.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=a%26b&id=%23',
    );
  },
);
