import { describe, expect, test } from 'vitest';
import { app, errorOf, openLab, person, rowsOf, serviceRoot, textAt } from './rig.ts';

const lab = openLab();
const admin = person('admin');
const reader = app('reader');
const sam = lab.userId('sam@lab.demo.test');
const asSam = { callerobjectid: person('sam').objectId };

const give = (userId: string, role: string): void => {
  const link = { '@odata.id': `${serviceRoot}/roles(${lab.roleId(role)})` };
  const answer = lab.send(admin, 'POST', `/systemusers(${userId})/systemuserroles_association/$ref`, link);
  expect(answer.status).toBe(204);
};
const ids = (caller: typeof admin, headers: Readonly<Record<string, string>> = {}): readonly string[] =>
  rowsOf(lab.get(caller, '/accounts?$select=accountid', headers)).map((it) => textAt(it, 'accountid'));

describe('acting on behalf of another user', () => {
  test('needs the privilege for it', () => {
    const refused = lab.get(reader, '/WhoAmI', asSam);
    expect(refused.status).toBe(403);
    expect(errorOf(refused).code).toBe('0x8004A110');
  });

  test('is answered as the user, named by directory object or by row', () => {
    give(lab.appUserId('reader'), 'Delegate');
    for (const headers of [asSam, { mscrmcallerid: sam }])
      expect(textAt(lab.get(reader, '/WhoAmI', headers).json, 'UserId')).toBe(sam);
  });

  test('a header without a value names nobody', () => {
    const { json } = lab.get(reader, '/WhoAmI', { callerobjectid: '', mscrmcallerid: ' ' });
    expect(textAt(json, 'UserId')).toBe(lab.appUserId('reader'));
  });

  test('reaches no further than either: the app reads all accounts, the user its own, and only the app no contacts', () => {
    const own = ids(person('sam'));
    expect(own.length).toBeLessThan(ids(reader).length);
    expect(ids(reader, asSam)).toEqual(own);
    expect(rowsOf(lab.get(person('sam'), '/contacts?$top=1'))).not.toEqual([]);
    const contacts = lab.get(reader, '/contacts?$top=1', asSam);
    expect(errorOf(contacts)).toMatchObject({ code: '0x80040220' });
    expect(errorOf(contacts).message).toContain(`Id=${sam}`);
    // A user who may do more than the app gains nothing by it.
    expect(ids(reader, { callerobjectid: admin.objectId })).toEqual(ids(reader));
  });

  test('leaves the app in what it makes', () => {
    const userId = lab.appUserId('contacts');
    give(userId, 'Delegate');
    give(userId, 'System Administrator');
    const made = lab.send(
      app('contacts'),
      'POST',
      '/accounts',
      { name: 'Made for Sam' },
      { ...asSam, prefer: 'return=representation' },
    );
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      _createdby_value: sam,
      _ownerid_value: sam,
      _createdonbehalfby_value: userId,
      _modifiedonbehalfby_value: userId,
    });
  });

  test.each([
    [
      'an object that is no user here',
      { callerobjectid: '20000000-0000-4000-8000-0000000000ff' },
      '0x80041D1F',
    ],
    ['a row that is not there', { mscrmcallerid: '20000000-0000-4000-8000-0000000000ff' }, '0x80040217'],
    ['a disabled user', { mscrmcallerid: lab.appUserId('disabled') }, '0x80040225'],
    ['a user without roles', { callerobjectid: person('idle').objectId }, '0x80042F09'],
  ])('for %s is refused', (_, headers, code) => {
    expect(errorOf(lab.get(reader, '/accounts', headers)).code).toBe(code);
  });
});
