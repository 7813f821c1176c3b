import { describe, expect, test } from 'vitest';
import { openLab, person, rowsOf, textAt } from './rig.ts';

const lab = openLab();
const admin = person('admin');
const representation = { prefer: 'return=representation' };

describe('what a record is given without being told', () => {
  test('amounts are in the base currency, too, and name their currency', () => {
    const [currency] = rowsOf(lab.get(admin, '/transactioncurrencies?$select=transactioncurrencyid'));
    const base = textAt(currency, 'transactioncurrencyid');
    const made = lab.send(admin, 'POST', '/accounts', { name: 'Rich', revenue: 1_000 }, representation);
    expect(made.json).toMatchObject({
      revenue_base: 1_000,
      exchangerate: 1,
      _transactioncurrencyid_value: base,
      creditlimit_base: null,
    });
    const plain = lab.send(admin, 'POST', '/accounts', { name: 'Plain' }, representation);
    expect(plain.json).toMatchObject({ _transactioncurrencyid_value: null, exchangerate: null });
    const pound = lab.send(
      admin,
      'POST',
      '/transactioncurrencies',
      { currencyname: 'Pound', isocurrencycode: 'GBP', currencysymbol: '£', exchangerate: 0.8 },
      representation,
    );
    const changed = lab.send(
      admin,
      'PATCH',
      `/accounts(${textAt(made.json, 'accountid')})`,
      {
        'transactioncurrencyid@odata.bind': `/transactioncurrencies(${textAt(pound.json, 'transactioncurrencyid')})`,
      },
      representation,
    );
    expect(changed.json).toMatchObject({ revenue: 1_000, revenue_base: 1_250, exchangerate: 0.8 });
    const cleared = lab.send(
      admin,
      'PATCH',
      `/accounts(${textAt(made.json, 'accountid')})`,
      { revenue: null },
      representation,
    );
    expect(cleared.json).toMatchObject({ revenue: null, revenue_base: null });
  });

  test('records of the seed have theirs', () => {
    const [account] = rowsOf(
      lab.get(
        admin,
        '/accounts?$top=1&$select=revenue,revenue_base,address1_composite,address1_city&$expand=transactioncurrencyid($select=isocurrencycode)',
      ),
    );
    expect(account?.['revenue_base']).toBe(account?.['revenue']);
    expect(account?.['transactioncurrencyid']).toMatchObject({ isocurrencycode: 'EUR' });
    expect(textAt(account, 'address1_composite').split('\r\n')).toContain(account?.['address1_city']);
  });

  test('an address is whole, and gone with its last part', () => {
    const made = lab.send(
      admin,
      'POST',
      '/contacts',
      {
        lastname: 'Moved',
        address1_line1: '1 Way',
        address1_city: 'Reno',
        address1_stateorprovince: 'NV',
        address1_postalcode: '89501',
      },
      representation,
    );
    expect(made.json['address1_composite']).toBe('1 Way\r\nReno, NV 89501');
    const cleared = lab.send(
      admin,
      'PATCH',
      `/contacts(${textAt(made.json, 'contactid')})`,
      {
        address1_line1: null,
        address1_city: null,
        address1_stateorprovince: null,
        address1_postalcode: null,
      },
      representation,
    );
    expect(cleared.json['address1_composite']).toBeNull();
  });
});
