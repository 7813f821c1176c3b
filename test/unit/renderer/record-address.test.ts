import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readRecordAddress } from '../../../renderer/screens/application-users/record-address.ts';

const ID = '9f3162f6-804a-e611-80d1-00155d4333fa';
const HOST = 'contoso.crm4.dynamics.com';

const logical = { by: 'logical-name', name: 'account' };
const set = { by: 'entity-set', name: 'accounts' };

describe('C6: what names a record', () => {
  test.each([
    [`https://${HOST}/main.aspx?appid=1&pagetype=entityrecord&etn=account&id=${ID}`, logical, HOST],
    [
      `https://${HOST}/main.aspx?pagetype=entityrecord&etn=account&id=%7B${ID.toUpperCase()}%7D`,
      logical,
      HOST,
    ],
    [`https://${HOST}/main.aspx#?etn=account&id=${ID}`, logical, HOST],
    [`https://${HOST.toUpperCase()}/main.aspx?ETN=account&ID={${ID}}`, logical, HOST],
    [`https://${HOST}/api/data/v9.2/accounts(${ID})?$select=name`, set, HOST],
    [`https://${HOST}/api/data/v9.2//accounts(${ID})`, set, HOST],
    [`/accounts(${ID})`, set, null],
    [`accounts( ${ID} )`, set, null],
    [`account ${ID}`, logical, null],
    [`  account, {${ID}}  `, logical, null],
    [`account:${ID.toUpperCase()}`, logical, null],
  ])('%s', (text, table, host) => {
    expect(readRecordAddress(text)).toEqual({ kind: 'record', table, recordId: ID, host });
  });

  test.each([
    ['', { kind: 'empty' }],
    [ID, { kind: 'not-understood', missing: 'table' }],
    ['account', { kind: 'not-understood', missing: 'id' }],
    ['account 12', { kind: 'not-understood', missing: 'id' }],
    ['accounts(12)', { kind: 'not-understood', missing: 'id' }],
    [`https://${HOST}/main.aspx?etc=1&id=${ID}`, { kind: 'not-understood', missing: 'table' }],
    [`https://${HOST}/main.aspx?etn=account`, { kind: 'not-understood', missing: 'id' }],
    [`https://${HOST}/`, { kind: 'not-understood', missing: 'both' }],
    ['https://', { kind: 'not-understood', missing: 'both' }],
    ['???', { kind: 'not-understood', missing: 'both' }],
  ])('%j is asked about again', (text, expected) => {
    expect(readRecordAddress(text)).toEqual(expected);
  });

  test.each([
    ['spaces', `account(${' '.repeat(50_000)}x`],
    ['a document of five megabytes', `https://${HOST}/?${'a=b&'.repeat(1_300_000)}`],
  ])('%s pasted by mistake hold nobody up', (_what, text) => {
    expect(readRecordAddress(text).kind).toBe('not-understood');
  });

  test('whatever is pasted is read or refused, and a table and an id are always read as they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), fc.stringMatching(/^[a-z_][a-z0-9_]{0,60}$/), (text, id, table) => {
        expect(['empty', 'not-understood', 'record']).toContain(readRecordAddress(text).kind);
        expect(readRecordAddress(`${table} ${id}`)).toMatchObject({
          kind: 'record',
          table: { name: table },
          recordId: id.toLowerCase(),
        });
      }),
    );
  });
});
