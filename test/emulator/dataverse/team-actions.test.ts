import { beforeEach, expect, test } from 'vitest';
import { errorOf, type Lab, openLab, person, rowsOf, textAt } from './rig.ts';

const admin = person('admin');
let lab: Lab;
let team: string;
beforeEach(() => {
  lab = openLab();
  const found = lab.get(admin, "/teams?$select=teamid&$filter=name%20eq%20'Field%20Team'");
  team = textAt(rowsOf(found)[0], 'teamid');
});

const user = (name: string) => ({
  '@odata.type': 'Microsoft.Dynamics.CRM.systemuser',
  systemuserid: lab.userId(`${name}@lab.demo.test`),
});
const call = (name: string, body: object, id = team, caller = admin) =>
  lab.send(caller, 'POST', `/teams(${id})/Microsoft.Dynamics.CRM.${name}`, body);
const members = () =>
  rowsOf(lab.get(admin, `/teams(${team})/teammembership_association?$select=fullname&$orderby=fullname`)).map(
    (it) => it['fullname'],
  );

// Learn: AddMembersTeam Action, RemoveMembersTeam Action.
test('users become members of a team together, and leave it together', () => {
  const answer = call('AddMembersTeam', { Members: [user('dana'), user('sam')] });
  expect([answer.status, errorOf(answer).message]).toEqual([204, '']);
  expect(members()).toEqual(['Dana Deep', 'Sam Sales', 'Tess Team']);
  expect(call('RemoveMembersTeam', { Members: [user('dana'), user('tess')] }).status).toBe(204);
  expect(members()).toEqual(['Sam Sales']);
});

test('what is refused leaves the team as it was', () => {
  const refusal = (...of: Parameters<typeof call>) => {
    const answer = call(...of);
    return [answer.status, errorOf(answer).code];
  };
  const unit = textAt(
    rowsOf(lab.get(admin, '/teams?$select=teamid&$filter=isdefault%20eq%20true'))[0],
    'teamid',
  );
  expect(refusal('AddMembersTeam', { Members: [user('dana')] }, unit)).toEqual([400, '0x8004830B']);
  expect(refusal('AddMembersTeam', {})).toEqual([400, '0x80060888']);
  const nobody = { ...user('dana'), systemuserid: team };
  expect(refusal('AddMembersTeam', { Members: [user('dana'), nobody] })).toEqual([404, '0x80040217']);
  expect(refusal('AddMembersTeam', { Members: [user('dana')] }, team, person('mona'))[0]).toBe(403);
  expect(lab.get(admin, `/teams(${team})/Microsoft.Dynamics.CRM.AddMembersTeam`).status).toBe(405);
  expect(members()).toEqual(['Tess Team']);
});

test('an action that there is not is a segment that there is not', () => {
  const answer = lab.send(admin, 'POST', '/accounts/Microsoft.Dynamics.CRM.Nope', {});
  expect([answer.status, errorOf(answer).code]).toEqual([404, '0x80060888']);
});
