import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';
import { archiveOf, filesIn, grant, solutionWithRole } from './solution-with-role.ts';

// Learn: ExportSolution and ImportSolution Actions, "Work with solutions"; CustomizationsSolution.xsd; Web service error codes.

let cloud: DemoCloud | undefined;
/** Where solutions are made, and where they go. */
let dev: Ask;
let production: Ask;
beforeEach(async () => {
  await cloud?.close();
  cloud = await startDemoCloud({ control: true });
  dev = await askAs(cloud, 'adele.admin@contoso.demo.test', 'contoso-dev');
  production = await askAs(cloud, 'adele.admin@contoso.demo.test');
});
afterAll(() => cloud?.close());

const exportOf = async (Managed: boolean): Promise<string> =>
  String(
    (await dev('POST ExportSolution', { SolutionName: 'cit_roles', Managed })).json['ExportSolutionFile'],
  );
const importInto = (ask: Ask, CustomizationFile: string, more: object = {}) =>
  ask('POST ImportSolution', {
    OverwriteUnmanagedCustomizations: false,
    PublishWorkflows: true,
    CustomizationFile,
    ...more,
  });
const privilegesOf = async (ask: Ask, role: string) => {
  const { json } = await ask(`GET RetrieveRolePrivilegesRole(RoleId=${role})`);
  const list = json['RolePrivileges'];
  return Array.isArray(list)
    ? list.map(
        (it: Readonly<Record<string, unknown>>) => `${String(it['PrivilegeName'])} ${String(it['Depth'])}`,
      )
    : [];
};

test('a role goes from development to production with its id, its privileges and its depths', async () => {
  const { role } = await solutionWithRole(dev);
  const file = await exportOf(false);
  const files = await filesIn(file);
  expect(Object.keys(files)).toEqual(['solution.xml', 'customizations.xml', '[Content_Types].xml']);
  expect(files['solution.xml']).toContain(`<RootComponent type="20" id="{${role}}" behavior="0"/>`);
  expect(files['solution.xml']).toContain('<Managed>0</Managed>');
  expect(files['customizations.xml']).toContain(
    '<RolePrivileges><RolePrivilege name="prvReadAccount" level="Global"/><RolePrivilege name="prvWriteAccount" level="Local"/></RolePrivileges>',
  );
  expect(await exportOf(false)).toBe(file);

  const importJobId = '00000000-0000-4000-8000-0000000000aa';
  const answer = await importInto(production, file, { ImportJobId: importJobId });
  expect([answer.status, answer.text]).toEqual([204, '']);
  expect(await privilegesOf(production, role)).toEqual(['prvReadAccount Global', 'prvWriteAccount Local']);
  const solution = await production(
    "GET solutions?$filter=uniquename eq 'cit_roles'&$expand=publisherid($select=uniquename),solution_solutioncomponent($select=objectid)",
  );
  expect(rowsIn(solution)).toMatchObject([
    {
      friendlyname: 'Integration & roles',
      version: '1.0.0.0',
      ismanaged: false,
      publisherid: { uniquename: 'contosoit' },
      solution_solutioncomponent: [{ objectid: role }],
    },
  ]);
  // Every business unit has its copy.
  const copies = await production(`GET roles?$filter=_parentrootroleid_value eq ${role}`);
  const units = await production('GET businessunits?$select=businessunitid');
  expect(rowsIn(copies).length).toBe(rowsIn(units).length);
  expect(rowsIn(copies).every((it) => it['isinherited'] === 0)).toBe(true);
  const job = await production(`GET importjobs(${importJobId})`);
  expect(job.json).toMatchObject({ solutionname: 'cit_roles', progress: 100 });
  expect(String(job.json['data'])).toContain(`<securityrole id="{${role}}" LocalizedName="Account sync"`);
});

test('the next version replaces what the role grants, for those who hold it too', async () => {
  const { role, solution } = await solutionWithRole(dev);
  await importInto(production, await exportOf(false));
  const apps = await production(
    'GET systemusers?$select=systemuserid,_businessunitid_value&$filter=applicationid ne null and isdisabled eq false and businessunitid/parentbusinessunitid eq null',
  );
  const user = String(rowsIn(apps)[0]?.['systemuserid']);
  await production(`POST systemusers(${user})/systemuserroles_association/$ref`, {
    '@odata.id': `roles(${role})`,
  });
  await grant(dev, role, { prvReadContact: 'Global' });
  await dev(`PATCH solutions(${solution})`, { version: '1.1.0.0' });
  await dev(`PATCH roles(${role})`, { name: 'Contact sync' });
  expect((await importInto(production, await exportOf(false))).status).toBe(204);
  expect(await privilegesOf(production, role)).toEqual(['prvReadContact Global']);
  expect((await production(`GET roles(${role})?$select=name`)).json['name']).toBe('Contact sync');
  const held = await production(`GET systemusers(${user})/systemuserroles_association?$select=name`);
  expect(rowsIn(held).map((it) => it['name'])).toContain('Contact sync');
});

describe('Managed solutions', () => {
  test('lock what they bring, and take it away with them', async () => {
    const { role } = await solutionWithRole(dev);
    const file = await exportOf(true);
    expect((await filesIn(file))['solution.xml']).toContain('<Managed>1</Managed>');
    expect((await importInto(production, file)).status).toBe(204);
    expect((await production(`GET roles(${role})?$select=ismanaged`)).json['ismanaged']).toBe(true);
    expect(codeOf(await production(`PATCH roles(${role})`, { name: 'Mine' }))).toBe('0x8004F026');
    expect(codeOf(await production(`DELETE roles(${role})`))).toBe('0x8004F026');
    const again = await production('POST ExportSolution', { SolutionName: 'cit_roles', Managed: true });
    expect(codeOf(again)).toBe('0x80048036');
    await grant(dev, role, { prvReadLead: 'Global' });
    expect((await importInto(production, await exportOf(true))).status).toBe(204);
    expect(await privilegesOf(production, role)).toEqual(['prvReadLead Global']);
    const [solution] = rowsIn(await production("GET solutions?$filter=uniquename eq 'cit_roles'"));
    const id = String(solution?.['solutionid']);
    expect(codeOf(await production(`PATCH solutions(${id})`, { version: '9.0' }))).toBe('0x8004F024');
    expect((await production(`DELETE solutions(${id})`)).status).toBe(204);
    expect((await production(`GET roles(${role})`)).status).toBe(404);
  });

  test('leave what they only declare', async () => {
    const { role } = await solutionWithRole(dev);
    const headers = { 'MSCRM.SolutionUniqueName': 'cit_roles' };
    const profile = createdId(await dev('POST fieldsecurityprofiles', { name: 'Theirs' }, headers));
    const variable = { schemaname: 'cit_url', displayname: 'Address', type: 100_000_000 };
    await dev('POST environmentvariabledefinitions', variable, headers);
    const files = await filesIn(await exportOf(true));
    const declared = {
      'solution.xml': String(files['solution.xml']),
      '[Content_Types].xml': String(files['[Content_Types].xml']),
      'customizations.xml': String(files['customizations.xml'])
        .replace(/<Roles>.*<\/Roles>/s, '<Roles />')
        .replace(/<FieldSecurityProfiles>.*<\/FieldSecurityProfiles>/s, '<FieldSecurityProfiles />'),
    };
    const [unit] = rowsIn(await production('GET businessunits?$filter=parentbusinessunitid eq null'));
    const own = {
      name: 'Ours',
      roleid: role,
      'businessunitid@odata.bind': `/businessunits(${String(unit?.['businessunitid'])})`,
    };
    expect((await production('POST roles', own)).status).toBe(204);
    await production('POST fieldsecurityprofiles', { name: 'Ours', fieldsecurityprofileid: profile });
    await production('POST environmentvariabledefinitions', { ...variable, displayname: 'Ours' });
    expect((await importInto(production, await archiveOf(declared))).status).toBe(204);
    const gone = await production('POST UninstallSolutionAsync', { SolutionUniqueName: 'cit_roles' });
    expect(gone.status).toBe(200);
    expect((await production(`GET roles(${role})`)).json['name']).toBe('Ours');
    expect((await production(`GET fieldsecurityprofiles(${profile})`)).json['name']).toBe('Ours');
    const variables = await production("GET environmentvariabledefinitions?$filter=schemaname eq 'cit_url'");
    expect(rowsIn(variables)).toMatchObject([{ displayname: 'Ours' }]);
  });

  test("do not replace the service's own roles", async () => {
    const { role } = await solutionWithRole(dev);
    const files = await filesIn(await exportOf(true));
    for (const [name, code] of [
      ['System Administrator', '0x80041D31'],
      ['Basic User', '0x8004F026'],
    ]) {
      const root = await production(
        `GET roles?$filter=name eq '${name}' and _parentroleid_value eq null&$select=roleid`,
      );
      const own = String(rowsIn(root)[0]?.['roleid']);
      const renamed = Object.fromEntries(
        Object.entries(files).map(([file, text]) => [file, text.replaceAll(role, own)]),
      );
      const before = await privilegesOf(production, own);
      expect(codeOf(await importInto(production, await archiveOf(renamed)))).toBe(code);
      expect(await privilegesOf(production, own)).toEqual(before);
    }
  });

  test('do not follow unmanaged ones, nor the other way, nor another publisher', async () => {
    await solutionWithRole(dev);
    const [managed, unmanaged] = [await exportOf(true), await exportOf(false)];
    await importInto(production, unmanaged);
    expect(codeOf(await importInto(production, managed))).toBe('0x80048040');
    const other = await askAs(
      cloud ?? (await startDemoCloud()),
      'adele.admin@contoso.demo.test',
      'contoso-test',
    );
    expect((await importInto(other, managed)).status).toBe(204);
    expect(codeOf(await importInto(other, unmanaged))).toBe('0x80048041');
    const files = await filesIn(managed);
    const foreign = String(files['solution.xml']).replace('>contosoit<', '>fabrikam<');
    expect(codeOf(await importInto(other, await archiveOf({ ...files, 'solution.xml': foreign })))).toBe(
      '0x8004801C',
    );
  });
});

test('profiles and environment variables with their values go along', async () => {
  await solutionWithRole(dev);
  const headers = { 'MSCRM.SolutionUniqueName': 'cit_roles' };
  const definition = createdId(
    await dev(
      'POST environmentvariabledefinitions',
      { schemaname: 'cit_url', displayname: 'Address', type: 100_000_000, defaultvalue: 'https://dev' },
      headers,
    ),
  );
  await dev(
    'POST environmentvariablevalues',
    {
      schemaname: 'cit_url',
      value: 'https://a?b=1&c="2"',
      'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${definition})`,
    },
    headers,
  );
  const profile = createdId(await dev('POST fieldsecurityprofiles', { name: 'Sync profile' }, headers));
  const files = await filesIn(await exportOf(false));
  const folder = 'environmentvariabledefinitions/cit_url';
  expect(files[`${folder}/environmentvariabledefinition.xml`]).toContain(
    '<defaultvalue>https://dev</defaultvalue>',
  );
  // Only production has secured columns.
  const permission =
    '<FieldPermission><EntityName>account</EntityName><AttributeName>creditlimit</AttributeName><CanRead>4</CanRead><CanUpdate>0</CanUpdate><CanCreate>0</CanCreate></FieldPermission>';
  const customizations = String(files['customizations.xml']).replace(
    '<FieldPermissions/>',
    `<FieldPermissions>${permission}</FieldPermissions>`,
  );
  const file = await archiveOf({ ...files, 'customizations.xml': customizations });
  for (const _ of [1, 2]) {
    const answer = await importInto(production, file);
    expect([answer.status, answer.text]).toEqual([204, '']);
    const variable = await production(
      "GET environmentvariablevalues?$select=value&$filter=schemaname eq 'cit_url'&$expand=EnvironmentVariableDefinitionId($select=displayname,defaultvalue)",
    );
    expect(rowsIn(variable)).toMatchObject([
      {
        value: 'https://a?b=1&c="2"',
        EnvironmentVariableDefinitionId: { displayname: 'Address', defaultvalue: 'https://dev' },
      },
    ]);
    const allowed = await production(
      `GET fieldpermissions?$filter=_fieldsecurityprofileid_value eq ${profile}`,
    );
    expect(rowsIn(allowed)).toMatchObject([{ attributelogicalname: 'creditlimit', canread: 4 }]);
  }
});

describe('What is refused changes nothing', () => {
  test('files that are no solution', async () => {
    await solutionWithRole(dev);
    const files = await filesIn(await exportOf(false));
    const refused = async (changed: Readonly<Record<string, string>>): Promise<string> => {
      const answer = await importInto(production, await archiveOf({ ...files, ...changed }));
      return codeOf(answer) === '' ? String(answer.status) : codeOf(answer);
    };
    const swap = (name: string, from: string, to: string) => ({
      [name]: String(files[name]).replace(from, to),
    });
    expect(codeOf(await importInto(production, 'bm8gemlw'))).toBe('0x80048060');
    expect(codeOf(await importInto(production, await archiveOf({ 'solution.xml': '<a/>' })))).toBe(
      '0x80048060',
    );
    // More than any solution holds, in a few bytes.
    expect(await refused({ 'customizations.xml': `<a>${'<b/>'.repeat(3_000_000)}</a>` })).toBe('0x80048060');
    expect(await refused({ 'customizations.xml': '<ImportExportXml>' })).toBe('0x8004802C');
    expect(await refused(swap('solution.xml', 'type="20"', 'type="twenty"'))).toBe('0x8004802C');
    const publisher = (from: string, to: string) =>
      refused({
        'solution.xml': String(files['solution.xml']).replace('contosoit', 'other').replace(from, to),
      });
    expect(await publisher('>41000<', '>many<')).toBe('0x8004802C');
    expect(await publisher('>41000<', '>1<')).toBe('0x8004432f');
    const variable = (inside: string) =>
      refused({
        'environmentvariabledefinitions/cit_url/environmentvariabledefinition.xml': `<environmentvariabledefinition schemaname="cit_url">${inside}</environmentvariabledefinition>`,
      });
    expect(await variable('<type>text</type>')).toBe('0x8004802C');
    expect(await variable('<type>99</type>')).toBe('0x8004431a');
    expect(await refused(swap('customizations.xml', 'level="Global"', 'level="All"'))).toBe('0x8004802C');
    expect(await refused(swap('customizations.xml', 'prvReadAccount', 'prvReadcit_thing'))).toBe(
      '0x8004801D',
    );
    expect(
      await refused(
        swap('customizations.xml', 'prvReadAccount" level="Global"', 'prvReadSolution" level="Basic"'),
      ),
    ).toBe('0x8004140B');
    expect(await refused(swap('solution.xml', 'type="20"', 'type="70"'))).toBe('0x8004803A');
    expect(
      await refused(
        swap(
          'solution.xml',
          '<RootComponents>',
          '<RootComponents><RootComponent type="380" schemaName="cit_none" behavior="0" />',
        ),
      ),
    ).toBe('0x8004801F');
    expect(
      await refused(
        swap(
          'solution.xml',
          '<RootComponents>',
          '<RootComponents><RootComponent type="1" schemaName="account" behavior="0" />',
        ),
      ),
    ).toBe('0x80040315');
    expect(
      await refused(swap('customizations.xml', '<Entities></Entities>', '<Entities><Entity /></Entities>')),
    ).toBe('0x80040315');
    expect(await refused(swap('solution.xml', '>cit_roles<', '>Default<'))).toBe('0x8004F007');
    const long = 'a'.repeat(300);
    expect(await refused(swap('customizations.xml', 'name="Account sync"', `name="${long}"`))).toBe(
      '0x80044331',
    );
    expect(await refused(swap('solution.xml', 'Integration &amp; roles', long))).toBe('0x80044331');
    expect(rowsIn(await production("GET solutions?$filter=uniquename eq 'cit_roles'"))).toEqual([]);
    expect(rowsIn(await production("GET roles?$filter=name eq 'Account sync'"))).toEqual([]);
    expect(rowsIn(await production("GET publishers?$filter=uniquename eq 'contosoit'"))).toEqual([]);
  });

  test('a role of the same name with another id', async () => {
    await solutionWithRole(dev);
    const units = await production('GET businessunits?$filter=parentbusinessunitid eq null');
    const unit = String(rowsIn(units)[0]?.['businessunitid']);
    await production('POST roles', {
      name: 'Account sync',
      'businessunitid@odata.bind': `/businessunits(${unit})`,
    });
    expect(codeOf(await importInto(production, await exportOf(false)))).toBe('0x80041403');
  });

  test('callers without the privileges, solutions that there are not', async () => {
    await solutionWithRole(dev);
    const file = await exportOf(false);
    const seller = await askAs(cloud ?? (await startDemoCloud()), 'bram.visser@contoso.demo.test');
    expect(codeOf(await importInto(seller, file))).toBe('0x80040220');
    expect(codeOf(await seller('POST ExportSolution', { SolutionName: 'cit_roles', Managed: false }))).toBe(
      '0x80040220',
    );
    expect(codeOf(await dev('POST ExportSolution', { SolutionName: 'none', Managed: false }))).toBe(
      '0x80048037',
    );
    expect(codeOf(await dev('POST ExportSolution', { SolutionName: 'cit_roles' }))).toBe('0x80040203');
    expect((await dev('POST ExportSolution', { SolutionName: 'Default', Managed: false })).status).toBe(501);
    expect((await importInto(production, file, { HoldingSolution: true })).status).toBe(501);
  });
});
