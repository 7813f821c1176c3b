import { expect, test } from 'vitest';
import { type Answer, errorOf, openLab, person, rowsOf, textAt } from './rig.ts';

const admin = person('admin');

function openWorld() {
  const lab = openLab();
  const send = (method: string, url: string, body: unknown = null): Answer => {
    const answer = lab.send(admin, method, encodeURI(url), body);
    return answer;
  };
  const create = (set: string, body: unknown): string => {
    const answer = send('POST', `/${set}`, body);
    expect([set, answer.status, errorOf(answer).message]).toEqual([set, 204, '']);
    return /\(([^)]+)\)$/.exec(answer.headers['odata-entityid'] ?? '')?.[1] ?? '';
  };
  const units = { emea: lab.unitId('EMEA'), de: lab.unitId('Germany'), am: lab.unitId('Americas') };
  const move = (unit: string, parent: string): Answer =>
    send('PATCH', `/businessunits(${unit})`, {
      'parentbusinessunitid@odata.bind': `/businessunits(${parent})`,
    });
  const rolesIn = (unit: string) =>
    rowsOf(send('GET', `/roles?$select=name,_parentroleid_value&$filter=_businessunitid_value eq ${unit}`));
  return { lab, send, create, units, move, rolesIn };
}

test('a unit below another one has the roles of those above it, and who held others has lost them', () => {
  const { lab, send, create, units, move, rolesIn } = openWorld();
  const bind = (unit: string) => ({ 'businessunitid@odata.bind': `/businessunits(${unit})` });
  create('roles', { name: 'Of EMEA', ...bind(units.emea) });
  create('roles', { name: 'Of Americas', ...bind(units.am) });
  create('roles', { name: 'Of Germany', ...bind(units.de) });
  const mona = lab.userId('mona@lab.demo.test');
  const association = `/systemusers(${mona})/systemuserroles_association`;
  send('POST', `${association}/$ref`, { '@odata.id': `roles(${lab.roleId('Of EMEA', 'Germany')})` });
  const names = () => rowsOf(send('GET', `${association}?$select=name`)).map((it) => it['name']);
  expect(names()).toEqual(expect.arrayContaining(['Basic User', 'Of EMEA']));

  expect(move(units.de, units.am).status).toBe(204);
  expect(send('GET', `/businessunits(${units.de})`).json['_parentbusinessunitid_value']).toBe(units.am);
  const now = rolesIn(units.de);
  const inherited = now.map((it) => textAt(it, 'name'));
  expect(inherited).toEqual(expect.arrayContaining(['Basic User', 'Of Americas', 'Of Germany']));
  expect(inherited).not.toContain('Of EMEA');
  expect(names()).toEqual(['Basic User']);
  const parents = new Set(rolesIn(units.am).map((it) => textAt(it, 'roleid')));
  const copies = now.filter((it) => it['name'] !== 'Of Germany');
  expect(copies.filter((it) => !parents.has(textAt(it, '_parentroleid_value')))).toEqual([]);
});

test('who reaches a unit and all below it no longer reaches what has left it', () => {
  const { lab, create, units, move } = openWorld();
  const mona = lab.userId('mona@lab.demo.test');
  const account = create('accounts', { name: 'German', 'ownerid@odata.bind': `/systemusers(${mona})` });
  const dana = () => lab.get(person('dana'), `/accounts(${account})`).status;
  expect(dana()).toBe(200);
  expect(move(units.de, units.am).status).toBe(204);
  expect(dana()).toBe(403);
});

test('what is refused: a loop, the root, who may not', () => {
  const { lab, units, move } = openWorld();
  const loop = move(units.emea, units.de);
  expect([loop.status, errorOf(loop).code]).toEqual([400, '0x80041D21']);
  const root = move(lab.unitId('Contoso'), units.de);
  expect([root.status, errorOf(root).code]).toEqual([400, '0x80041D21']);
  const answer = lab.send(person('dana'), 'PATCH', `/businessunits(${units.de})`, {
    'parentbusinessunitid@odata.bind': `/businessunits(${units.am})`,
  });
  expect(answer.status).toBe(403);
});
