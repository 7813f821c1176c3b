import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, rowsIn } from './over-http.ts';

// Learn: usersettings table reference; "Specify time zone settings for a user".

let cloud: DemoCloud;
let admin: Ask;
let seller: Ask;
beforeAll(async () => {
  cloud = await startDemoCloud();
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  seller = await askAs(cloud, 'bram.visser@contoso.demo.test');
});
afterAll(() => cloud.close());

const userOf = async (ask: Ask): Promise<string> => String((await ask('GET WhoAmI')).json['UserId']);
const settings = 'usersettingscollection';

test('every user has settings under its own id, which begin as the service sets them', async () => {
  const users = (await admin('GET systemusers?$count=true&$top=1')).json['@odata.count'];
  expect((await admin(`GET ${settings}?$count=true&$top=1`)).json['@odata.count']).toBe(users);
  const id = await userOf(seller);
  const one = await seller(`GET ${settings}(${id})?$select=uilanguageid,localeid,timezonecode,paginglimit`);
  expect(one.json).toMatchObject({
    systemuserid: id,
    uilanguageid: 1033,
    localeid: 1033,
    timezonecode: 92,
    paginglimit: 50,
  });
});

test('a user changes its own; who has no privilege beyond its business unit changes no others', async () => {
  const own = await userOf(seller);
  expect((await seller(`PATCH ${settings}(${own})`, { timezonecode: 110 })).status).toBe(204);
  expect((await seller(`GET ${settings}(${own})?$select=timezonecode`)).json).toMatchObject({
    timezonecode: 110,
  });
  const unit = (await seller('GET WhoAmI')).json['BusinessUnitId'];
  const elsewhere = await admin(
    `GET systemusers?$select=systemuserid&$top=1&$filter=_businessunitid_value ne ${String(unit)}`,
  );
  const other = String(rowsIn(elsewhere)[0]?.['systemuserid']);
  const refused = await seller(`PATCH ${settings}(${other})`, { timezonecode: 110 });
  expect([refused.status, codeOf(refused)]).toEqual([403, '0x80048306']);
});

test('settings are neither made nor deleted by themselves; they move with their user', async () => {
  const id = await userOf(seller);
  for (const request of [`POST ${settings}`, `DELETE ${settings}(${id})`]) {
    const answer = await admin(request, request.startsWith('POST') ? { systemuserid: id } : undefined);
    expect([answer.status, codeOf(answer)]).toEqual([400, '0x80040800']);
  }
  const units = rowsIn(await admin('GET businessunits?$select=businessunitid&$filter=isdisabled eq false'));
  const unit = String(units[0]?.['businessunitid']);
  const moved = await admin(`PATCH systemusers(${id})`, {
    'businessunitid@odata.bind': `/businessunits(${unit})`,
  });
  expect(moved.status).toBe(204);
  expect((await admin(`GET ${settings}(${id})?$select=businessunitid`)).json).toMatchObject({
    businessunitid: unit,
  });
});
