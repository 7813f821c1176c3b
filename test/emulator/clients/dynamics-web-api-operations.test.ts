import { readFileSync } from 'node:fs';
import { DynamicsWebApi } from 'dynamics-web-api';
import { xml2json } from 'odata-csdl';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { environmentOf, userTokens } from '../entra/sign-in.ts';
import { reference } from '../reference.ts';

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (node: Node, name: string): Node => {
  const value = node[name];
  return isNode(value) ? value : {};
};
const nameOf = (type: string): string => type.replace(/^(?:mscrm|Microsoft\.Dynamics\.CRM)\./, '');

const primitives: Readonly<Record<string, (value: unknown) => boolean>> = {
  'Edm.String': (value) => typeof value === 'string',
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Int32': Number.isInteger,
  'Edm.Int64': Number.isInteger,
  'Edm.Decimal': (value) => typeof value === 'number',
  'Edm.Double': (value) => typeof value === 'number',
  'Edm.Guid': (value) =>
    typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  'Edm.DateTimeOffset': (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  'Edm.Binary': (value) => typeof value === 'string' && /^[A-Za-z0-9+/]+=*$/.test(value),
};

/** A document that describes what functions answer, as the parser of OData's authors reads it. */
class Described {
  readonly #schema: Node;
  readonly #newer: ReadonlySet<string>;

  constructor(xml: string, newer: readonly string[] = []) {
    this.#schema = at(xml2json(xml), 'Microsoft.Dynamics.CRM');
    this.#newer = new Set(newer);
  }

  /** The type of what a function or an action answers; null where the document does not have it, or it answers nothing. */
  answerOf(operation: string): Node | null {
    const overloads = this.#schema[operation];
    const [first] = Array.isArray(overloads) ? overloads : [];
    const type = isNode(first) ? first['$ReturnType'] : undefined;
    return isNode(type) ? type : null;
  }

  /** Where a value does not have the properties of its type, or has others. */
  problems(type: Node, value: unknown, path = ''): readonly string[] {
    const name = typeof type['$Type'] === 'string' ? type['$Type'] : 'Edm.String';
    if (type['$Collection'] === true)
      return Array.isArray(value)
        ? value.flatMap((it, index) =>
            this.problems({ ...type, $Collection: false }, it, `${path}[${index}]`),
          )
        : [`${path} is no collection`];
    if (value === null) return [];
    if (name.startsWith('Edm.'))
      return primitives[name]?.(value) === true ? [] : [`${path} is no ${name}: ${String(value)}`];
    const definition = at(this.#schema, nameOf(name));
    if (definition['$Kind'] === 'EnumType')
      return typeof value === 'string' && value.split(/, ?/).every((it) => it in definition)
        ? []
        : [`${path} is none of ${name}: ${String(value)}`];
    if (!isNode(value)) return [`${path} is no ${name}`];
    const own = Object.keys(value).filter((it) => !it.includes('@'));
    const derived =
      typeof value['@odata.type'] === 'string' ? nameOf(value['@odata.type'].slice(1)) : nameOf(name);
    const members = this.#members(derived);
    const isRecord = at(this.#schema, derived)['$Kind'] === 'EntityType';
    const inside = (property: string): string => (path === '' ? property : `${path}.${property}`);
    return [
      ...own.flatMap((property) => {
        const member = members.get(property);
        if (member !== undefined) return this.problems(member, value[property], inside(property));
        return this.#newer.has(property) ? [] : [`${inside(property)} is not described`];
      }),
      // Records have what they were asked for; audit details tell nothing of their row (Learn: "Retrieve the history of audited data changes").
      ...[...members.keys()].flatMap((it) =>
        own.includes(it) || isRecord || it === 'AuditRecord' ? [] : [`${inside(it)} is missing`],
      ),
    ];
  }

  #members(type: string): ReadonlyMap<string, Node> {
    const definition = at(this.#schema, type);
    const above =
      typeof definition['$BaseType'] === 'string'
        ? this.#members(nameOf(definition['$BaseType']))
        : new Map();
    return new Map([
      ...above,
      ...Object.entries(definition).filter((it): it is [string, Node] => isNode(it[1])),
    ]);
  }
}

let cloud: DemoCloud;
let api: DynamicsWebApi;
let ours: Described;
const real = reference('dataverse-metadata-v9.0.xml');
/** What types have got since (Learn: RolePrivilege and OrganizationDetail ComplexTypes). */
const newer = [
  'PrivilegeName',
  'RecordFilterId',
  'RecordFilterUniqueName',
  'EnvironmentId',
  'DatacenterId',
  'Geo',
  'TenantId',
];
const theirs = real.path === null ? null : new Described(readFileSync(real.path, 'utf8'), newer);

type Ids = Readonly<
  Record<
    | 'me'
    | 'meInDirectory'
    | 'other'
    | 'unit'
    | 'below'
    | 'account'
    | 'team'
    | 'role'
    | 'privilege'
    | 'currency'
    | 'audit',
    string
  >
>;
let ids: Ids;

async function first(collection: string, select: string, filter: string): Promise<Node> {
  const { value } = await api.retrieveMultiple<Node>({ collection, select: [select], filter, top: 1 });
  return value[0] ?? {};
}

beforeAll(async () => {
  cloud = await startDemoCloud();
  const { pathUrl, url } = environmentOf(cloud, 'fabrikam');
  const admin = 'felicia.admin@fabrikam.demo.test';
  const { access_token: token } = await userTokens(cloud, admin, `${url}/.default`);
  api = new DynamicsWebApi({
    serverUrl: `${pathUrl}/`,
    dataApi: { version: '9.2' },
    onTokenRefresh: () => Promise.resolve(token),
  });
  ours = new Described(await api.retrieveCsdlMetadata());
  const { UserId, BusinessUnitId } =
    await api.callFunction<Readonly<Record<'UserId' | 'BusinessUnitId', string>>>('WhoAmI');
  const create = async (collection: string, data: object): Promise<string> =>
    String(await api.create({ collection, data }));
  const role = await create('roles', {
    name: 'Of a client',
    'businessunitid@odata.bind': `businessunits(${BusinessUnitId})`,
  });
  const account = await create('accounts', { name: 'Of a client', description: 'One' });
  await api.update({ collection: 'accounts', key: account, data: { description: 'Two' } });
  const me = await api.retrieve<Node>({
    collection: 'systemusers',
    key: UserId,
    select: ['azureactivedirectoryobjectid'],
  });
  const text = async (row: Promise<Node>, name: string): Promise<string> => String((await row)[name]);
  ids = {
    me: UserId,
    meInDirectory: String(me['azureactivedirectoryobjectid']),
    other: await text(
      first('systemusers', 'systemuserid', "domainname eq 'dwayne.okoro@fabrikam.demo.test'"),
      'systemuserid',
    ),
    unit: BusinessUnitId,
    below: await text(
      first('businessunits', 'businessunitid', '_parentbusinessunitid_value ne null'),
      'businessunitid',
    ),
    account,
    team: await create('teams', { name: 'Of a client', teamtype: 0 }),
    role,
    privilege: await text(first('privileges', 'privilegeid', "name eq 'prvReadAccount'"), 'privilegeid'),
    currency: await text(
      first('transactioncurrencies', 'transactioncurrencyid', 'transactioncurrencyid ne null'),
      'transactioncurrencyid',
    ),
    audit: await text(
      first('audits', 'auditid', `_objectid_value eq ${account} and operation eq 2`),
      'auditid',
    ),
  };
});
afterAll(() => cloud.close());

type Called = {
  readonly name: string;
  readonly of?: () => readonly [collection: string, key?: string];
  readonly parameters?: () => object;
};
const target = () => ({ '@odata.id': `accounts(${ids.account})` });
const page = { PageNumber: 1, Count: 10, ReturnTotalRecordCount: true };
const meAsUser = (): readonly [string, string] => ['systemusers', ids.me];

const functions: readonly Called[] = [
  { name: 'WhoAmI' },
  { name: 'RetrieveVersion' },
  {
    name: 'RetrieveCurrentOrganization',
    parameters: () => ({ AccessType: "Microsoft.Dynamics.CRM.EndpointAccessType'Default'" }),
  },
  { name: 'RetrieveOrganizationInfo' },
  { name: 'RetrieveTotalRecordCount', parameters: () => ({ EntityNames: ['account', 'contact'] }) },
  { name: 'RetrieveTimestamp' },
  { name: 'RetrieveProvisionedLanguages' },
  { name: 'RetrieveAvailableLanguages' },
  { name: 'RetrieveInstalledLanguagePacks' },
  { name: 'RetrieveDeprovisionedLanguages' },
  { name: 'RetrieveInstalledLanguagePackVersion', parameters: () => ({ Language: 1033 }) },
  { name: 'RetrieveProvisionedLanguagePackVersion', parameters: () => ({ Language: 1033 }) },
  { name: 'IsDataEncryptionActive' },
  { name: 'RetrieveExchangeRate', parameters: () => ({ TransactionCurrencyId: ids.currency }) },
  { name: 'IsComponentCustomizable', parameters: () => ({ ComponentId: ids.role, ComponentType: 20 }) },
  { name: 'RetrieveAuditPartitionList' },
  {
    name: 'FormatAddress',
    parameters: () => ({
      Line1: '123 Maple St.',
      City: 'Seattle',
      StateOrProvince: 'WA',
      PostalCode: '98007',
      Country: 'USA',
    }),
  },
  {
    name: 'GetTimeZoneCodeByLocalizedName',
    parameters: () => ({ LocalizedStandardName: 'Pacific Standard Time', LocaleId: 1033 }),
  },
  { name: 'RetrieveRolePrivilegesRole', parameters: () => ({ RoleId: ids.role }) },
  { name: 'RetrieveUserPrivileges', of: meAsUser },
  {
    name: 'RetrieveUserPrivilegeByPrivilegeId',
    of: meAsUser,
    parameters: () => ({ PrivilegeId: ids.privilege }),
  },
  {
    name: 'RetrieveUserPrivilegeByPrivilegeName',
    of: meAsUser,
    parameters: () => ({ PrivilegeName: 'prvReadAccount' }),
  },
  {
    name: 'RetrieveUserSetOfPrivilegesByNames',
    of: meAsUser,
    parameters: () => ({ PrivilegeNames: ['prvReadAccount'] }),
  },
  {
    name: 'RetrieveUserSetOfPrivilegesByIds',
    of: meAsUser,
    parameters: () => ({ PrivilegeIds: [ids.privilege] }),
  },
  {
    name: 'RetrieveUsersPrivilegesThroughTeams',
    of: meAsUser,
    parameters: () => ({ ExcludeOrgDisabledPrivileges: true, IncludeSetupUserFiltering: false }),
  },
  { name: 'RetrieveTeamPrivileges', of: () => ['teams', ids.team] },
  { name: 'RetrieveAadUserPrivileges', parameters: () => ({ DirectoryObjectId: ids.meInDirectory }) },
  {
    name: 'RetrieveAadUserSetOfPrivilegesByNames',
    parameters: () => ({ DirectoryObjectId: ids.meInDirectory, PrivilegeNames: ['prvReadAccount'] }),
  },
  {
    name: 'RetrieveAadUserSetOfPrivilegesByIds',
    parameters: () => ({ DirectoryObjectId: ids.meInDirectory, PrivilegeIds: [ids.privilege] }),
  },
  { name: 'RetrievePrincipalAccess', of: meAsUser, parameters: () => ({ Target: target() }) },
  { name: 'RetrievePrincipalAttributePrivileges', of: meAsUser },
  { name: 'RetrieveSharedPrincipalsAndAccess', parameters: () => ({ Target: target() }) },
  {
    name: 'RetrieveAccessOrigin',
    parameters: () => ({ ObjectId: ids.account, LogicalName: 'account', PrincipalId: ids.me }),
  },
  { name: 'RetrieveRecordChangeHistory', parameters: () => ({ Target: target(), PagingInfo: page }) },
  {
    name: 'RetrieveAttributeChangeHistory',
    parameters: () => ({ Target: target(), AttributeLogicalName: 'description', PagingInfo: page }),
  },
  { name: 'RetrieveAuditDetails', of: () => ['audits', ids.audit] },
  {
    name: 'IsValidStateTransition',
    parameters: () => ({ Entity: target(), NewState: 'Inactive', NewStatus: 2 }),
  },
  { name: 'searchstatus' },
];
/** Functions whose answers are rows. */
const ofRows: readonly Called[] = [
  { name: 'RetrieveAadUserRoles', parameters: () => ({ DirectoryObjectId: ids.meInDirectory }) },
  { name: 'RetrieveBusinessHierarchyBusinessUnit', of: () => ['businessunits', ids.unit] },
  { name: 'RetrieveAllChildUsersSystemUser', of: meAsUser },
  { name: 'RetrievePrivilegeSet', of: () => ['privileges'] },
  {
    name: 'GetAllTimeZonesWithDisplayName',
    of: () => ['timezonedefinitions'],
    parameters: () => ({ LocaleId: 1033 }),
  },
];

const fullName = ({ name, of }: Called): string =>
  of === undefined ? name : `Microsoft.Dynamics.CRM.${name}`;
const call = ({ name, of, parameters }: Called): Promise<Node> => {
  const [collection, key] = of?.() ?? [];
  return api.callFunction<Node>({
    name: fullName({ name, ...(of === undefined ? {} : { of }) }),
    ...(collection === undefined ? {} : { collection }),
    ...(key === undefined ? {} : { key }),
    ...(parameters === undefined ? {} : { parameters: parameters() }),
  });
};
const plain = (answer: Node): Node =>
  Object.fromEntries(
    Object.entries(answer).filter(([name]) => !name.includes('@') && !name.startsWith('oData')),
  );

/** What an answer has otherwise than the documents say. */
const misfits = (name: string, answer: Node): readonly string[] =>
  [ours, theirs].flatMap((document) => {
    const type = document?.answerOf(name) ?? null;
    return document === null || type === null ? [] : document.problems(type, plain(answer));
  });

describe('functions that dynamics-web-api calls', () => {
  test.each(functions.map((it) => [it.name, it] as const))('%s', async (name, called) => {
    const answer = plain(await call(called));
    expect(Object.keys(answer)).not.toEqual([]);
    expect(misfits(name, answer)).toEqual([]);
    expect(ours.answerOf(name)).not.toBeNull();
  });

  test.each(ofRows.map((it) => [it.name, it] as const))('%s', async (_, called) => {
    expect(await call(called)).toHaveProperty('value');
  });
});

const record = (table: string, key: string, id: string): Node => ({
  '@odata.type': `Microsoft.Dynamics.CRM.${table}`,
  [key]: id,
});
const act = (actionName: string, action: object, collection?: string, key?: string): Promise<Node> =>
  api.callAction<Node>({
    actionName: collection === undefined ? actionName : `Microsoft.Dynamics.CRM.${actionName}`,
    action,
    ...(collection === undefined ? {} : { collection }),
    ...(key === undefined ? {} : { key }),
  });
const accessOf = async (user: string): Promise<string> =>
  String(
    (
      await call({
        name: 'RetrievePrincipalAccess',
        of: () => ['systemusers', user],
        parameters: () => ({ Target: target() }),
      })
    )['AccessRights'],
  );
describe('actions that dynamics-web-api calls', () => {
  test('share a record, change what is shared, tell of it, and take it back', async () => {
    const account = record('account', 'accountid', ids.account);
    const user = record('systemuser', 'systemuserid', ids.other);
    const before = await accessOf(ids.other);
    const shared = async (): Promise<unknown> =>
      (await call({ name: 'RetrieveSharedPrincipalsAndAccess', parameters: () => ({ Target: target() }) }))[
        'PrincipalAccesses'
      ];
    expect(await shared()).toEqual([]);
    await act('GrantAccess', {
      Target: account,
      PrincipalAccess: { Principal: user, AccessMask: 'ReadAccess, WriteAccess' },
    });
    expect(await shared()).toMatchObject([
      { AccessMask: 'ReadAccess, WriteAccess', Principal: { systemuserid: ids.other } },
    ]);
    expect(await accessOf(ids.other)).toContain('WriteAccess');
    const origin = await call({
      name: 'RetrieveAccessOrigin',
      parameters: () => ({ ObjectId: ids.account, LogicalName: 'account', PrincipalId: ids.other }),
    });
    expect(String(origin['Response'])).toMatch(/^PrincipalId /);
    await act('ModifyAccess', {
      Target: account,
      PrincipalAccess: { Principal: user, AccessMask: 'ReadAccess' },
    });
    expect(await shared()).toMatchObject([{ AccessMask: 'ReadAccess' }]);
    await act('RevokeAccess', { Target: account, Revokee: user });
    expect(await shared()).toEqual([]);
    expect(await accessOf(ids.other)).toBe(before);
  });

  test('give a role privileges, replace them, and take one away', async () => {
    const granted = async (): Promise<readonly unknown[]> => {
      const answer = await call({
        name: 'RetrieveRolePrivilegesRole',
        parameters: () => ({ RoleId: ids.role }),
      });
      return Array.isArray(answer['RolePrivileges']) ? answer['RolePrivileges'] : [];
    };
    const write = await first('privileges', 'privilegeid', "name eq 'prvWriteAccount'");
    const one = (PrivilegeId: string, Depth: string) => ({ PrivilegeId, Depth, BusinessUnitId: ids.unit });
    await act('AddPrivilegesRole', { Privileges: [one(ids.privilege, 'Local')] }, 'roles', ids.role);
    expect(await granted()).toMatchObject([{ PrivilegeId: ids.privilege, Depth: 'Local' }]);
    const replaced = [one(ids.privilege, 'Global'), one(String(write['privilegeid']), 'Basic')];
    await act('ReplacePrivilegesRole', { Privileges: replaced }, 'roles', ids.role);
    expect(await granted()).toHaveLength(2);
    const privilege = record('privilege', 'privilegeid', ids.privilege);
    await act('RemovePrivilegeRole', { Privilege: privilege }, 'roles', ids.role);
    expect(await granted()).toMatchObject([{ PrivilegeId: write['privilegeid'], Depth: 'Basic' }]);
  });

  test('put users into a team and take them out', async () => {
    const members = async (): Promise<readonly unknown[]> =>
      (
        await api.retrieve<{ readonly teammembership_association: readonly unknown[] }>({
          collection: 'teams',
          key: ids.team,
          expand: [{ property: 'teammembership_association', select: ['fullname'] }],
        })
      ).teammembership_association;
    const Members = [record('systemuser', 'ownerid', ids.other)];
    await act('AddMembersTeam', { Members }, 'teams', ids.team);
    expect(await members()).toMatchObject([{ systemuserid: ids.other }]);
    await act('RemoveMembersTeam', { Members }, 'teams', ids.team);
    expect(await members()).toEqual([]);
    await act('ConvertOwnerTeamToAccessTeam', {}, 'teams', ids.team);
    expect(await api.retrieve({ collection: 'teams', key: ids.team, select: ['teamtype'] })).toMatchObject({
      teamtype: 1,
    });
  });

  test('give a user a manager, a business unit and a record team', async () => {
    const manager = async () =>
      await api.retrieve<Node>({
        collection: 'systemusers',
        key: ids.other,
        select: ['_parentsystemuserid_value', '_businessunitid_value'],
      });
    await act(
      'SetParentSystemUser',
      { Parent: record('systemuser', 'systemuserid', ids.me), KeepChildUsers: true },
      'systemusers',
      ids.other,
    );
    expect(await manager()).toMatchObject({ _parentsystemuserid_value: ids.me });
    expect(await call({ name: 'RetrieveAllChildUsersSystemUser', of: meAsUser })).toMatchObject({
      value: [{ systemuserid: ids.other }],
    });
    await act('RemoveParent', { Target: record('systemuser', 'systemuserid', ids.other) });
    expect(await manager()).toMatchObject({ _parentsystemuserid_value: null });

    const template = String(
      await api.create({
        collection: 'teamtemplates',
        data: { teamtemplatename: 'Of a client', objecttypecode: 3, defaultaccessrightsmask: 1 },
      }),
    );
    const opportunity = String(
      await api.create({ collection: 'opportunities', data: { name: 'Of a client' } }),
    );
    const asked = {
      Record: record('opportunity', 'opportunityid', opportunity),
      TeamTemplate: record('teamtemplate', 'teamtemplateid', template),
    };
    const joined = await act('AddUserToRecordTeam', asked, 'systemusers', ids.me);
    expect(misfits('AddUserToRecordTeam', joined)).toEqual([]);
    const left = await act('RemoveUserFromRecordTeam', asked, 'systemusers', ids.me);
    expect(left['AccessTeamId']).toBe(joined['AccessTeamId']);

    const reassign = { ReassignPrincipal: record('systemuser', 'systemuserid', ids.me) };
    await act('ReassignObjectsSystemUser', reassign, 'systemusers', ids.other);
    const unit = { BusinessUnit: record('businessunit', 'businessunitid', ids.below), ...reassign };
    await act('SetBusinessSystemUser', unit, 'systemusers', ids.other);
    expect(await manager()).toMatchObject({ _businessunitid_value: ids.below });
  });

  test('make, change and upsert many records at once', async () => {
    const typed = (more: object) => ({ '@odata.type': 'Microsoft.Dynamics.CRM.account', ...more });
    const made = await act(
      'CreateMultiple',
      { Targets: [typed({ name: 'A' }), typed({ name: 'B' })] },
      'accounts',
    );
    expect(misfits('CreateMultiple', made)).toEqual([]);
    const [accountid = ''] = Array.isArray(made['Ids']) ? made['Ids'].map(String) : [];
    await act('UpdateMultiple', { Targets: [typed({ accountid, name: 'C' })] }, 'accounts');
    await act(
      'UpsertMultiple',
      { Targets: [typed({ '@odata.id': `accounts(${accountid})`, telephone1: '1' })] },
      'accounts',
    );
    expect(
      await api.retrieve({ collection: 'accounts', key: accountid, select: ['name', 'telephone1'] }),
    ).toMatchObject({
      name: 'C',
      telephone1: '1',
    });
  });

  test('delete history, publish, and are refused searches', async () => {
    const deleted = await act('DeleteRecordChangeHistory', {
      Target: record('account', 'accountid', ids.account),
    });
    expect(misfits('DeleteRecordChangeHistory', deleted)).toEqual([]);
    expect(deleted['DeletedEntriesCount']).toBeGreaterThan(0);
    await act('PublishXml', {
      ParameterXml: '<importexportxml><entities><entity>account</entity></entities></importexportxml>',
    });
    await act('PublishAllXml', {});
    await expect(act('searchquery', { search: 'contoso' })).rejects.toMatchObject({ code: '0x80048d0b' });
  });

  test('carry a role from one solution file to another', async () => {
    const { publisherid } = await first('publishers', 'publisherid', "uniquename ne 'MicrosoftCorporation'");
    await api.create({
      collection: 'solutions',
      data: {
        uniquename: 'ofaclient',
        friendlyname: 'Of a client',
        version: '1.0.0.0',
        'publisherid@odata.bind': `publishers(${String(publisherid)})`,
      },
    });
    const added = await act('AddSolutionComponent', {
      ComponentId: ids.role,
      ComponentType: 20,
      SolutionUniqueName: 'ofaclient',
      AddRequiredComponents: false,
    });
    expect(misfits('AddSolutionComponent', added)).toEqual([]);
    const exported = await act('ExportSolution', { SolutionName: 'ofaclient', Managed: false });
    expect(misfits('ExportSolution', exported)).toEqual([]);
    const CustomizationFile = String(exported['ExportSolutionFile']);
    const staged = await act('StageSolution', { CustomizationFile });
    expect(misfits('StageSolution', staged)).toEqual([]);
    await act('ImportSolution', {
      OverwriteUnmanagedCustomizations: true,
      PublishWorkflows: false,
      CustomizationFile,
      ImportJobId: '0e76dc8a-41b5-4c11-983f-0022482bf046',
    });
    expect(
      await api.retrieve({
        collection: 'importjobs',
        key: '0e76dc8a-41b5-4c11-983f-0022482bf046',
        select: ['solutionname', 'progress'],
      }),
    ).toMatchObject({ solutionname: 'ofaclient', progress: 100 });
  });
});
