import { describe, expect, test } from 'vitest';
import { errorOf, openLab, person, rowsOf } from './rig.ts';

const admin = person('admin');
const type = { '@odata.type': 'Microsoft.Dynamics.CRM.account' };

/** An environment of its own for each test, and the messages as Microsoft's Python client sends them. */
function open() {
  const lab = openLab();
  const call = (message: string, targets: unknown, caller = admin) =>
    lab.send(caller, 'POST', `/accounts/Microsoft.Dynamics.CRM.${message}`, { Targets: targets });
  const named = (name: string) =>
    rowsOf(
      lab.get(admin, `/accounts?$select=name,telephone1&$filter=${encodeURIComponent(`name eq '${name}'`)}`),
    );
  return { lab, call, named };
}

describe('CreateMultiple', () => {
  test('makes all records and tells their ids', () => {
    const { call, named } = open();
    const answer = call('CreateMultiple', [
      { ...type, name: 'One' },
      { ...type, name: 'Two' },
    ]);
    const ids = [...named('One'), ...named('Two')].map((it) => it['accountid']);
    expect(answer).toMatchObject({ status: 200, json: { Ids: ids } });
    expect(answer.text).toContain('$metadata#Microsoft.Dynamics.CRM.CreateMultipleResponse');
  });

  test('makes none where one is refused, or does not say what it is', () => {
    const { call, named } = open();
    const bad = call('CreateMultiple', [
      { ...type, name: 'One' },
      { ...type, nope: 1 },
    ]);
    expect(bad.status).toBe(400);
    expect(named('One')).toEqual([]);
    const untyped = call('CreateMultiple', [{ name: 'One' }]);
    expect(errorOf(untyped).message).toContain(
      "The property 'name' does not exist on type 'Microsoft.Dynamics.CRM.crmbaseentity'.",
    );
    for (const targets of [[], {}, null, [1], [{ '@odata.type': 'Microsoft.Dynamics.CRM.contact' }]])
      expect(call('CreateMultiple', targets).status).toBe(400);
  });

  test('is stopped by privileges as a single record is', () => {
    const { call } = open();
    expect(call('CreateMultiple', [{ ...type, name: 'One' }], person('idle')).status).toBe(403);
  });
});

describe('UpdateMultiple', () => {
  test('changes records by their ids, and makes none', () => {
    const { call, named } = open();
    call('CreateMultiple', [{ ...type, name: 'One' }]);
    const accountid = named('One')[0]?.['accountid'];
    expect(call('UpdateMultiple', [{ ...type, accountid, telephone1: '1' }]).status).toBe(204);
    expect(named('One')).toMatchObject([{ accountid, telephone1: '1' }]);
    const unknown = '99999999-0000-4000-8000-000000000001';
    const refused = call('UpdateMultiple', [
      { ...type, accountid, telephone1: '2' },
      { ...type, accountid: unknown, telephone1: '2' },
    ]);
    expect(refused.status).toBe(404);
    expect(named('One')).toMatchObject([{ telephone1: '1' }]);
    expect(call('UpdateMultiple', [{ ...type, telephone1: '2' }]).status).toBe(400);
  });
});

describe('UpsertMultiple', () => {
  test('makes what is not there and changes what is, by alternate keys', () => {
    const { lab, call } = open();
    const key = (number: string) => ({ ...type, '@odata.id': `accounts(accountnumber='${number}')` });
    expect(call('UpsertMultiple', [{ ...key('K1'), name: 'One' }]).status).toBe(204);
    expect(
      call('UpsertMultiple', [
        { ...key('K1'), name: 'Renamed' },
        { ...key('K2'), name: 'Two' },
      ]).status,
    ).toBe(204);
    const names = ['K1', 'K2'].map(
      (number) => lab.get(admin, `/accounts(accountnumber='${number}')?$select=name`).json,
    );
    expect(names).toMatchObject([{ name: 'Renamed' }, { name: 'Two' }]);
    expect(call('UpsertMultiple', [{ ...type, '@odata.id': 'contacts(1)', name: 'x' }]).status).toBe(400);
  });
});
