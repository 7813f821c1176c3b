import { beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import { askAs, codeOf, rowsIn } from './over-http.ts';
import { errorOf, type Lab, openLab, person, rowsOf, serviceRoot, textAt } from './rig.ts';

const admin = person('admin');
const mona = person('mona');
let lab: Lab;
let user: string;
beforeEach(() => {
  lab = openLab({ seed: { generatedUsers: 0, records: { accounts: 0, contacts: 0 } } });
  user = lab.userId('mona@lab.demo.test');
});

const make = (set: string, body: object, caller = admin): string =>
  (lab.send(caller, 'POST', `/${set}`, body).headers['odata-entityid'] ?? '').slice(serviceRoot.length);
const statusFor = (path: string, method = 'GET', body: object | null = null) =>
  lab.send(mona, method, path, body).status;

// Learn: "Manage PrincipalObjectAccess storage", indirect sharing: with Reparent, related subrecords are shared to the owner of the parent record.
describe('who owns what a record stands under', () => {
  test('has access to the record of somebody else, over any number of steps, while it owns that', () => {
    const account = make('accounts', { name: 'Of Mona', 'ownerid@odata.bind': `/systemusers(${user})` });
    const contact = make('contacts', {
      lastname: 'Of another',
      'parentcustomerid_account@odata.bind': account,
    });
    const task = make('tasks', { subject: 'Below', 'regardingobjectid_contact_task@odata.bind': contact });
    expect([statusFor(contact), statusFor(task)]).toEqual([200, 200]);
    expect(statusFor(contact, 'PATCH', { lastname: 'Changed' })).toBe(204);
    expect(rowsOf(lab.get(mona, '/contacts?$select=lastname'))).toHaveLength(1);
    const id = /\((.*)\)/.exec(contact)?.[1] ?? '';
    const origin = lab.get(
      admin,
      `/RetrieveAccessOrigin(ObjectId=${id},LogicalName='contact',PrincipalId=${user})`,
    );
    expect(textAt(origin.json, 'Response')).toBe(`PrincipalId is owner of a parent entity of object (${id})`);
    const other = lab.userId('otto@lab.demo.test');
    lab.send(admin, 'PATCH', account, { 'ownerid@odata.bind': `/systemusers(${other})` });
    expect([statusFor(account), statusFor(contact), statusFor(task)]).toEqual([403, 403, 403]);
  });

  // The mask is that of rows which clients of the real service know.
  test("has a row in the table of shares for each record below that is somebody else's", () => {
    const account = make('accounts', { name: 'Of Mona', 'ownerid@odata.bind': `/systemusers(${user})` });
    const contact = make('contacts', { lastname: 'x', 'parentcustomerid_account@odata.bind': account });
    make('contacts', {
      lastname: 'Her own',
      'parentcustomerid_account@odata.bind': account,
      'ownerid@odata.bind': `/systemusers(${user})`,
    });
    const task = make('tasks', { subject: 'Below', 'regardingobjectid_contact_task@odata.bind': contact });
    const shares = () =>
      rowsOf(
        lab.get(admin, `/principalobjectaccessset?$filter=principalid eq ${user}&$orderby=objecttypecode`),
      ).map((row) => [
        row['objecttypecode'],
        row['objectid'],
        row['accessrightsmask'],
        row['inheritedaccessrightsmask'],
      ]);
    const idIn = (path: string) => /\((.*)\)/.exec(path)?.[1];
    expect(shares()).toEqual([
      ['contact', idIn(contact), 0, 135_069_719],
      ['task', idIn(task), 0, 135_069_719],
    ]);
    lab.send(admin, 'PATCH', contact, { 'parentcustomerid_account@odata.bind': null });
    expect(shares()).toEqual([]);
  });

  test('still needs the privilege', () => {
    const account = make('accounts', { name: 'Of Sam', 'ownerid@odata.bind': `/systemusers(${user})` });
    const contact = make('contacts', { lastname: 'x', 'parentcustomerid_account@odata.bind': account });
    lab.send(
      admin,
      'DELETE',
      `/systemusers(${user})/systemuserroles_association(${lab.roleId('Basic User', 'Germany')})/$ref`,
    );
    expect(errorOf(lab.get(mona, contact)).code).toBe('0x80042F09');
  });
});

// Learn: audit table reference, Action.
describe('roles that a move takes', () => {
  const taken = (table: string) =>
    rowsOf(
      lab.get(
        admin,
        `/audits?$select=action,_objectid_value,objecttypecode&$filter=objecttypecode eq '${table}' and (action eq 54 or action eq 56)`,
      ),
    );

  test('are lines in the log of the user', () => {
    lab.send(admin, 'PATCH', `/systemusers(${user})`, {
      'businessunitid@odata.bind': `/businessunits(${lab.unitId('Americas')})`,
    });
    expect(taken('systemuser')).toMatchObject([{ action: 56, _objectid_value: user }]);
  });

  test('are lines in the log of the team', () => {
    const [team] = rowsOf(lab.get(admin, "/teams?$select=teamid&$filter=name eq 'Field Team'"));
    const id = textAt(team, 'teamid');
    const moved = lab.send(admin, 'PATCH', `/teams(${id})`, {
      'businessunitid@odata.bind': `/businessunits(${lab.unitId('EMEA')})`,
    });
    expect(moved.status).toBe(204);
    expect(taken('team')).toMatchObject([{ action: 54, _objectid_value: id }]);
  });

  test('are lines in the log of who held a role of a unit that is no longer above', () => {
    const emea = lab.unitId('EMEA');
    const role = make('roles', { name: 'Of EMEA', 'businessunitid@odata.bind': `/businessunits(${emea})` });
    expect(role).not.toBe('');
    const copy = lab.roleId('Of EMEA', 'Germany');
    lab.send(admin, 'POST', `/systemusers(${user})/systemuserroles_association/$ref`, {
      '@odata.id': `${serviceRoot}/roles(${copy})`,
    });
    lab.send(admin, 'PATCH', `/businessunits(${lab.unitId('Germany')})`, {
      'parentbusinessunitid@odata.bind': `/businessunits(${lab.unitId('Americas')})`,
    });
    expect(taken('systemuser')).toMatchObject([{ action: 56, _objectid_value: user }]);
  });
});

// Learn: "Delete users", soft delete users in Power Platform; the code is one that a script of others knows.
test('a person whom the directory still knows is not deleted', async () => {
  const cloud = await startDemoCloud();
  try {
    const ask = await askAs(cloud, 'adele.admin@contoso.demo.test');
    const [bram] = rowsIn(
      await ask("GET systemusers?$select=systemuserid&$filter=domainname eq 'bram.visser@contoso.demo.test'"),
    );
    const path = `systemusers(${String(bram?.['systemuserid'])})`;
    await ask(`PATCH ${path}`, { isdisabled: true });
    const answer = await ask(`DELETE ${path}`);
    expect([answer.status, codeOf(answer)]).toEqual([400, '0x80048359']);
  } finally {
    await cloud.close();
  }
});
