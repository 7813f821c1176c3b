import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';

let cloud: DemoCloud;
let admin: Ask;
let unit = '';
beforeAll(async () => {
  cloud = await startDemoCloud({});
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  const [root] = rowsIn(
    await admin('GET businessunits?$select=businessunitid&$filter=parentbusinessunitid eq null'),
  );
  unit = String(root?.['businessunitid']);
});
afterAll(() => cloud.close());

const bind = () => ({ 'businessunitid@odata.bind': `/businessunits(${unit})` });

test('records of a many-to-many relationship are created and linked together with one', async () => {
  const made = await admin('POST teams', {
    name: 'With a role',
    ...bind(),
    teamroles_association: [{ name: 'Of this team', ...bind() }],
    teamprofiles_association: [{ name: 'A profile' }, { name: 'Another profile' }],
  });
  expect(made.status).toBe(204);
  const team = createdId(made);
  const shown = await admin(
    `GET teams(${team})?$select=name&$expand=teamroles_association($select=name),teamprofiles_association($select=name)`,
  );
  expect(shown.json).toMatchObject({
    teamroles_association: [{ name: 'Of this team' }],
    teamprofiles_association: [{ name: 'A profile' }, { name: 'Another profile' }],
  });
});

test('one is created below a record, over the same relationship', async () => {
  const team = createdId(await admin('POST teams', { name: 'Below', ...bind() }));
  const role = await admin(`POST teams(${team})/teamroles_association`, { name: 'Made below', ...bind() });
  expect(role.status).toBe(204);
  expect(rowsIn(await admin(`GET teams(${team})/teamroles_association?$select=roleid`))).toMatchObject([
    { roleid: createdId(role) },
  ]);
});

test('what a link refuses undoes all of it', async () => {
  const refused = await admin('POST teams', {
    name: 'Undone',
    teamtype: 1,
    ...bind(),
    teamroles_association: [{ name: 'Never made', ...bind() }],
  });
  expect(codeOf(refused)).toBe('0x80048331');
  expect(rowsIn(await admin("GET teams?$filter=name eq 'Undone'"))).toEqual([]);
  expect(rowsIn(await admin("GET roles?$filter=name eq 'Never made'"))).toEqual([]);
});

test.each([['x'], [{}], [null], [[1]]])('a collection that is %j is refused', async (value) => {
  const answer = await admin('POST teams', { name: 'x', ...bind(), teamroles_association: value });
  expect([answer.status, codeOf(answer)]).toEqual([400, '0x80048d19']);
});
