import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';

let cloud: DemoCloud;
let admin: Ask;
let seller: Ask;
let publisher: string;
let rootUnit: string;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  seller = await askAs(cloud, 'bram.visser@contoso.demo.test');
  publisher = createdId(
    await admin('POST publishers', {
      uniquename: 'contosoit',
      friendlyname: 'Contoso IT',
      customizationprefix: 'cit',
      customizationoptionvalueprefix: 41_000,
    }),
  );
  const units = await admin('GET businessunits?$select=businessunitid&$filter=parentbusinessunitid eq null');
  rootUnit = String(rowsIn(units)[0]?.['businessunitid']);
});
afterAll(() => cloud.close());

const solution = (uniquename: string, more: object = {}) =>
  admin('POST solutions', {
    uniquename,
    friendlyname: 'Integration roles',
    version: '1.0.0.0',
    'publisherid@odata.bind': `/publishers(${publisher})`,
    ...more,
  });
const role = (name: string, headers: Readonly<Record<string, string>> = {}) =>
  admin('POST roles', { name, 'businessunitid@odata.bind': `/businessunits(${rootUnit})` }, headers);
const add = (solutionName: string, id: string, type = 20) =>
  admin('POST AddSolutionComponent', {
    ComponentId: id,
    ComponentType: type,
    SolutionUniqueName: solutionName,
    AddRequiredComponents: false,
  });
const remove = (solutionName: string, id: string, type = 20) =>
  admin('POST RemoveSolutionComponent', {
    SolutionComponent: {
      '@odata.type': 'Microsoft.Dynamics.CRM.solutioncomponent',
      solutioncomponentid: id,
    },
    ComponentType: type,
    SolutionUniqueName: solutionName,
  });
const contents = async (id: string) =>
  rowsIn(
    await admin(`GET solutioncomponents?$select=objectid,componenttype&$filter=_solutionid_value eq ${id}`),
  );

// Learn: "Work with solutions using the Dataverse SDK"; solution and publisher table references; Web service error codes.
describe('Unmanaged solutions', () => {
  test('are created, changed and deleted by name, version and publisher; what is in them stays', async () => {
    const id = createdId(await solution('cit_roles'));
    const read = await admin(`GET solutions(${id})?$expand=publisherid($select=uniquename)`);
    expect(read.json).toMatchObject({
      uniquename: 'cit_roles',
      ismanaged: false,
      isvisible: true,
      version: '1.0.0.0',
      installedon: expect.any(String),
      publisherid: { uniquename: 'contosoit' },
    });
    expect((await admin(`PATCH solutions(${id})`, { version: '1.1' })).status).toBe(204);
    const kept = createdId(await role('Kept'));
    expect((await add('CIT_roles', kept)).status).toBe(200);
    expect((await admin(`DELETE solutions(${id})`)).status).toBe(204);
    expect((await admin(`GET roles(${kept})`)).status).toBe(200);
    expect(await contents(id)).toEqual([]);
  });

  test('names, versions and publishers that no solution has are refused', async () => {
    const refusals = [
      await solution('1st'),
      await solution('with blank'),
      await solution('Default'),
      await solution('cit_v', { version: 'one' }),
      await solution('cit_v', { version: undefined }),
      await solution('cit_v', {
        'publisherid@odata.bind': '/publishers(d21aab70-79e7-11dd-8874-00188b01e34f)',
      }),
      await admin('POST publishers', { friendlyname: 'Nameless' }),
      // Learn: pac solution, `--publisher-prefix`.
      await admin('POST publishers', { uniquename: 'own', customizationprefix: 'mscrmx' }),
      await admin('POST publishers', { uniquename: 'own', customizationprefix: 'a_b' }),
      await admin(`PATCH publishers(${publisher})`, { customizationprefix: '1st' }),
      await admin('PATCH publishers(d21aab70-79e7-11dd-8874-00188b01e34f)', { friendlyname: 'Mine' }),
      await admin('DELETE publishers(d21aab71-79e7-11dd-8874-00188b01e34f)'),
      await admin('PATCH solutions(fd140aaf-4df4-11dd-bd17-0019b9312238)', { version: '2.0' }),
      await admin('DELETE solutions(fd140aaf-4df4-11dd-bd17-0019b9312238)'),
    ];
    expect(refusals.map(codeOf)).toEqual([
      '0x8004F002',
      '0x8004F002',
      '0x8004F022',
      '0x8004F01E',
      '0x8004F01E',
      '0x8004F034',
      '0x8004F01C',
      '0x80040203',
      '0x80040203',
      '0x80040203',
      '0x8004F033',
      '0x8004F006',
      '0x8004F00A',
      '0x8004F005',
    ]);
    const id = createdId(await solution('cit_once'));
    expect(codeOf(await solution('CIT_once'))).toBe('0x8004F023');
    expect(codeOf(await admin(`DELETE publishers(${publisher})`))).toBe('0x80040227');
    expect(codeOf(await admin(`PATCH solutions(${id})`, { version: '' }))).toBe('0x8004F01E');
    await admin(`DELETE solutions(${id})`);
  });

  test('a seller may not create them', async () => {
    const answer = await seller('POST solutions', { uniquename: 'cit_mine', version: '1.0' });
    expect([answer.status, codeOf(answer)]).toEqual([403, '0x80040220']);
  });
});

// Learn: AddSolutionComponent, RemoveSolutionComponent Actions; "Associate a solution component with a solution".
describe('What is in a solution', () => {
  test('is added once, seen, and taken out', async () => {
    const id = createdId(await solution('cit_parts'));
    const reader = createdId(await role('Reader of parts'));
    const added = await add('cit_parts', reader);
    expect(added.json).toEqual({
      '@odata.context': expect.stringMatching(/#Microsoft\.Dynamics\.CRM\.AddSolutionComponentResponse$/),
      id: expect.any(String),
    });
    expect((await add('cit_parts', reader)).json['id']).toBe(added.json['id']);
    expect(await contents(id)).toMatchObject([{ objectid: reader, componenttype: 20 }]);
    const expanded = await admin(`GET solutions(${id})?$expand=solution_solutioncomponent($select=objectid)`);
    expect(expanded.json).toMatchObject({ solution_solutioncomponent: [{ objectid: reader }] });
    expect((await remove('cit_parts', reader)).json['id']).toBe(added.json['id']);
    expect(codeOf(await remove('cit_parts', reader))).toBe('0x8004F021');
    await add('cit_parts', reader);
    await admin(`DELETE roles(${reader})`);
    expect(await contents(id)).toEqual([]);
  });

  test('what is created or changed for a solution is in it', async () => {
    const id = createdId(await solution('cit_made'));
    const headers = { 'MSCRM.SolutionUniqueName': 'cit_made' };
    const made = createdId(await role('Made for a solution', headers));
    const variable = createdId(
      await admin('POST environmentvariabledefinitions', { schemaname: 'cit_url', displayname: 'URL' }),
    );
    expect(
      (await admin(`PATCH environmentvariabledefinitions(${variable})`, { defaultvalue: 'x' }, headers))
        .status,
    ).toBe(204);
    expect(await contents(id)).toMatchObject([
      { objectid: made, componenttype: 20 },
      { objectid: variable, componenttype: 380 },
    ]);
    const nowhere = await role('Made for nothing', { 'MSCRM.SolutionUniqueName': 'cit_none' });
    expect(nowhere.status).toBe(404);
    expect(rowsIn(await admin("GET roles?$filter=name eq 'Made for nothing'"))).toEqual([]);
  });

  test('only what there is, in a solution that there is', async () => {
    await solution('cit_strict');
    const reader = createdId(await role('Strict'));
    const copy = rowsIn(await admin(`GET roles?$filter=_parentroleid_value eq ${reader}`))[0]?.['roleid'];
    expect((await add('cit_none', reader)).status).toBe(404);
    expect(codeOf(await add('cit_strict', publisher))).toBe('0x80040217');
    expect(codeOf(await add('cit_strict', String(copy)))).toBe('0x80040217');
    expect((await add('cit_strict', reader, 29)).status).toBe(501);
    expect(codeOf(await add('cit_strict', 'reader'))).toBe('0x80060888');
    expect(codeOf(await remove('Default', reader))).toBe('0x8004F000');
    expect(codeOf(await remove('System', reader))).toBe('0x8004F024');
    const body = { ComponentId: reader, ComponentType: 20, SolutionUniqueName: 'cit_strict' };
    expect(codeOf(await admin('POST AddSolutionComponent', body))).toBe('0x80040203');
  });
});

// Learn: PublishXml and PublishAllXml Actions, "Publish request schema".
test('publishing needs prvPublishCustomization and has nothing to wait for', async () => {
  const xml = '<importexportxml><entities><entity>account</entity></entities></importexportxml>';
  expect((await admin('POST PublishAllXml', {})).status).toBe(204);
  expect((await admin('POST PublishAllXml')).status).toBe(204);
  expect((await admin('POST PublishXml', { ParameterXml: xml })).status).toBe(204);
  expect(codeOf(await admin('POST PublishXml', { ParameterXml: '<entities/>' }))).toBe('0x80060888');
  expect(codeOf(await admin('POST PublishXml', {}))).toBe('0x80040203');
  // Many names of namespaces, and many elements below them, keep nobody waiting.
  const names = Array.from({ length: 20_000 }, (_, at) => `xmlns:a${at}="b"`).join(' ');
  const many = `<importexportxml ${names}>${'<entities/>'.repeat(20_000)}</importexportxml>`;
  expect((await admin('POST PublishXml', { ParameterXml: many })).status).toBe(204);
  expect(codeOf(await seller('POST PublishAllXml', {}))).toBe('0x80040220');
});
