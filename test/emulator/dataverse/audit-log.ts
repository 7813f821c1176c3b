import { expect } from 'vitest';
import { z } from 'zod';
import { type Ask, rowsIn } from './over-http.ts';

type Values = ReadonlyMap<string, unknown>;

/** What is audited of an environment at a moment: the values of its records, its links, what is shared, and what its roles grant. */
export type Picture = {
  readonly records: ReadonlyMap<string, Values>;
  /** `relationship record other`, once from each record whose history has it. */
  readonly links: ReadonlySet<string>;
  /** Rights as bits, by `record principal`. */
  readonly shares: ReadonlyMap<string, number>;
  /** Privileges with their depths by role; of roles whose name begins with "Role" alone. */
  readonly grants: ReadonlyMap<string, string>;
};

const text = z.string();
const definition = z.looseObject({
  LogicalName: text,
  EntitySetName: text,
  PrimaryIdAttribute: text,
  Attributes: z.array(
    z.looseObject({
      LogicalName: text,
      AttributeType: text,
      IsSecured: z.boolean(),
      AttributeOf: text.nullable(),
      IsAuditEnabled: z.looseObject({ Value: z.boolean() }),
    }),
  ),
});

/** A table that is audited, with the names under which answers have its audited columns. */
export type AuditedTable = {
  readonly name: string;
  readonly set: string;
  readonly key: string;
  readonly properties: ReadonlySet<string>;
};

const lookups = new Set(['Lookup', 'Customer', 'Owner']);

/** The tables that definitions say are audited, with the columns whose changes everybody is told. */
export async function auditedTables(ask: Ask): Promise<readonly AuditedTable[]> {
  const answer = await ask(
    'GET EntityDefinitions?$select=LogicalName,EntitySetName,PrimaryIdAttribute&$filter=IsAuditEnabled/Value eq true' +
      '&$expand=Attributes($select=LogicalName,AttributeType,IsSecured,AttributeOf,IsAuditEnabled)',
  );
  return rowsIn(answer).map((row) => {
    const { Attributes, EntitySetName, LogicalName, PrimaryIdAttribute } = definition.parse(row);
    const secured = new Set(Attributes.filter((it) => it.IsSecured).map((it) => it.LogicalName));
    const shown = Attributes.filter(
      (it) =>
        it.AttributeOf === null &&
        it.IsAuditEnabled.Value &&
        !secured.has(it.LogicalName) &&
        !secured.has(it.LogicalName.replace(/_base$/, '')),
    );
    const property = ({ AttributeType: type, LogicalName: name }: (typeof shown)[number]) =>
      lookups.has(type) ? `_${name}_value` : name;
    return {
      name: LogicalName,
      set: EntitySetName,
      key: PrimaryIdAttribute,
      properties: new Set(shown.map(property)),
    };
  });
}

/** Sets behind the relationships, with the relationship, both columns, and whose history has a link. */
const joins = [
  ['systemuserrolescollection', 'systemuserroles_association', 'systemuserid', 'roleid', false],
  ['teamrolescollection', 'teamroles_association', 'teamid', 'roleid', false],
  ['teammemberships', 'teammembership_association', 'teamid', 'systemuserid', false],
  [
    'systemuserprofilescollection',
    'systemuserprofiles_association',
    'systemuserid',
    'fieldsecurityprofileid',
    true,
  ],
  ['teamprofilescollection', 'teamprofiles_association', 'teamid', 'fieldsecurityprofileid', true],
  [
    'opportunitycompetitorscollection',
    'opportunitycompetitors_association',
    'opportunityid',
    'competitorid',
    true,
  ],
] as const;

const valuesIn = (row: Readonly<Record<string, unknown>>, names: ReadonlySet<string>): Values =>
  new Map(Object.entries(row).filter(([name, value]) => names.has(name) && value !== null));

async function allRows(ask: Ask, query: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const answer = await ask(`GET ${query}`);
  expect([query, answer.status]).toEqual([query, 200]);
  expect(answer.json['@odata.nextLink']).toBeUndefined();
  return rowsIn(answer);
}

const principal = z.looseObject({ systemuserid: text.optional(), teamid: text.optional() });
const privileges = z.array(z.looseObject({ PrivilegeId: text, Depth: text }));

const idOfPrincipal = ({ systemuserid, teamid }: z.infer<typeof principal>): string =>
  systemuserid ?? teamid ?? '';
const granted = (list: z.infer<typeof privileges>): string =>
  list
    .map((it) => `${it.PrivilegeId} ${it.Depth}`)
    .toSorted()
    .join();

/** Ids of the records of a table. */
const idsOf = (records: ReadonlyMap<string, Values>, table: string): readonly string[] =>
  [...records.keys()].flatMap((it) => (it.startsWith(`${table} `) ? [it.slice(table.length + 1)] : []));

/** Rights by their names (Learn: AccessRights EnumType). */
const bits: Readonly<Record<string, number>> = {
  ReadAccess: 1,
  WriteAccess: 2,
  AppendAccess: 4,
  AppendToAccess: 16,
  DeleteAccess: 65_536,
  ShareAccess: 262_144,
  AssignAccess: 524_288,
};
const maskOf = (rights = 'None'): number =>
  rights.split(', ').reduce((mask, name) => mask + (bits[name] ?? 0), 0);

/** What is shared of records that are there and audited. */
async function sharesOf(
  ask: Ask,
  records: ReadonlyMap<string, Values>,
): Promise<ReadonlyMap<string, number>> {
  const columns = 'objectid,objecttypecode,principalid,accessrightsmask';
  const rows = await allRows(ask, `principalobjectaccessset?$select=${columns}`);
  return new Map(
    rows
      .filter((it) => records.has(`${String(it['objecttypecode'])} ${String(it['objectid'])}`))
      .filter((it) => it['accessrightsmask'] !== 0)
      .map((it) => [
        `${String(it['objectid'])} ${String(it['principalid'])}`,
        Number(it['accessrightsmask']),
      ]),
  );
}

async function grantsIn(
  ask: Ask,
  records: ReadonlyMap<string, Values>,
): Promise<ReadonlyMap<string, string>> {
  const grants = new Map<string, string>();
  for (const id of idsOf(records, 'role')) {
    if (!String(records.get(`role ${id}`)?.get('name')).startsWith('Role ')) continue;
    const { json } = await ask(`GET RetrieveRolePrivilegesRole(RoleId=${id})`);
    grants.set(id, granted(privileges.parse(json['RolePrivileges'])));
  }
  return grants;
}

/** Takes down what is audited. */
export async function pictureOf(ask: Ask, tables: readonly AuditedTable[]): Promise<Picture> {
  const records = new Map<string, Values>();
  for (const { key, name, properties, set } of tables)
    for (const row of await allRows(ask, set))
      records.set(`${name} ${String(row[key])}`, valuesIn(row, properties));
  const links = new Set<string>();
  for (const [set, relationship, one, other, isOnBoth] of joins)
    for (const row of await allRows(ask, set)) {
      links.add(`${relationship} ${String(row[one])} ${String(row[other])}`);
      if (isOnBoth) links.add(`${relationship} ${String(row[other])} ${String(row[one])}`);
    }
  return { records, links, shares: await sharesOf(ask, records), grants: await grantsIn(ask, records) };
}

const auditRow = z
  .looseObject({
    auditid: text,
    action: z.number(),
    operation: z.number(),
    objecttypecode: text,
    _objectid_value: text,
    changedata: text.nullable(),
  })
  .transform(({ _objectid_value: record, objecttypecode: table, ...rest }) => ({ ...rest, record, table }));

/** One line of the log. */
export type AuditRow = z.infer<typeof auditRow>;

/** The lines of the log that came after a version, in their order. */
export const linesAfter = async (ask: Ask, version: number): Promise<readonly AuditRow[]> =>
  (await allRows(ask, `audits?$filter=versionnumber gt ${version}&$orderby=versionnumber asc`)).map((row) =>
    auditRow.parse(row),
  );

const someValues = z.record(z.string(), z.unknown());
const detail = z.looseObject({
  '@odata.type': text,
  OldValue: someValues.optional(),
  NewValue: someValues.optional(),
  RelationshipName: text.optional(),
  TargetRecords: z.array(someValues).optional(),
  OldPrivileges: text.optional(),
  NewPrivileges: text.optional(),
  Principal: principal.optional(),
  OldRolePrivileges: privileges.optional(),
  NewRolePrivileges: privileges.optional(),
});
const change = z.object({
  changedAttributes: z.array(
    z.object({ logicalName: text, oldValue: text.nullable(), newValue: text.nullable() }),
  ),
});

const propertiesOf = (values: Readonly<Record<string, unknown>> = {}): Values =>
  new Map(Object.entries(values).filter(([name]) => !name.includes('@')));

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const columnOf = (property: string): string => /^_(.*)_value$/.exec(property)?.[1] ?? property;

const associations = new Set([31, 33, 53, 55]);

type Detail = z.infer<typeof detail>;

/** A picture that lines are done to. */
type Draft = {
  readonly records: Map<string, Map<string, unknown>>;
  readonly links: Set<string>;
  readonly shares: Map<string, number>;
  readonly grants: Map<string, string>;
};

/** What a line is about, beside what is expected of it. */
const about = ({ action, changedata, record, table }: AuditRow): string =>
  `${action} ${table} ${record} ${changedata ?? ''}`;

function doLink({ links }: Draft, line: AuditRow, { RelationshipName, TargetRecords }: Detail): void {
  const [target = {}] = TargetRecords ?? [];
  const other = [...propertiesOf(target).values()].join('');
  const link = `${RelationshipName ?? ''} ${line.record} ${other}`;
  const isMade = associations.has(line.action);
  expect([about(line), link, links.has(link)]).toEqual([about(line), link, !isMade]);
  if (isMade) links.add(link);
  else links.delete(link);
}

function doShare({ shares }: Draft, line: AuditRow, told: Detail): void {
  const share = `${line.record} ${idOfPrincipal(told.Principal ?? {})}`;
  expect([about(line), share, maskOf(told.OldPrivileges)]).toEqual([
    about(line),
    share,
    shares.get(share) ?? 0,
  ]);
  if (told.NewPrivileges === 'None') shares.delete(share);
  else shares.set(share, maskOf(told.NewPrivileges));
}

function doGrants({ grants }: Draft, line: AuditRow, told: Detail): void {
  const [old, fresh] = [granted(told.OldRolePrivileges ?? []), granted(told.NewRolePrivileges ?? [])];
  expect([about(line), old]).toEqual([about(line), grants.get(line.record) ?? '']);
  expect(fresh).not.toBe(old);
  grants.set(line.record, fresh);
}

/** Change data says of the same columns whether they had a value before and have one after. */
function expectChangeData(line: AuditRow, old: Values, fresh: Values): void {
  const { changedAttributes } = change.parse(JSON.parse(line.changedata ?? '{}'));
  const namesOf = (side: Values) => [...side.keys()].map(columnOf).toSorted();
  const listed = (side: 'oldValue' | 'newValue') =>
    changedAttributes.flatMap((it) => (it[side] === null ? [] : [it.logicalName])).toSorted();
  expect([about(line), listed('oldValue'), listed('newValue')]).toEqual([
    about(line),
    namesOf(old),
    namesOf(fresh),
  ]);
}

function doValues({ grants, records, shares }: Draft, line: AuditRow, told: Detail): void {
  const id = `${line.table} ${line.record}`;
  const [old, fresh] = [propertiesOf(told.OldValue), propertiesOf(told.NewValue)];
  const held = records.get(id);
  expect([about(line), held === undefined]).toEqual([about(line), line.operation === 1]);
  const values = held ?? new Map<string, unknown>();
  const names = new Set([...old.keys(), ...fresh.keys()]);
  expect([about(line), names.size > 0]).toEqual([about(line), true]);
  for (const name of names) {
    expect([about(line), name, values.get(name)]).toEqual([about(line), name, old.get(name)]);
    expect([about(line), name, same(old.get(name), fresh.get(name))]).toEqual([about(line), name, false]);
    if (fresh.has(name)) values.set(name, fresh.get(name));
    else values.delete(name);
  }
  expectChangeData(line, old, fresh);
  if (line.operation === 3) {
    expect([about(line), [...values]]).toEqual([about(line), []]);
    records.delete(id);
    // What was shared or granted went with it.
    grants.delete(line.record);
    for (const share of shares.keys()) if (share.startsWith(line.record)) shares.delete(share);
    return;
  }
  records.set(id, values);
  // A copy of a role grants what the role above it grants.
  const above = String(values.get('_parentroleid_value') ?? '');
  if (line.operation === 1 && String(values.get('name')).startsWith('Role '))
    grants.set(line.record, grants.get(above) ?? '');
}

const kinds: Readonly<Record<string, (draft: Draft, line: AuditRow, told: Detail) => void>> = {
  RelationshipAuditDetail: doLink,
  ShareAuditDetail: doShare,
  RolePrivilegeAuditDetail: doGrants,
  AttributeAuditDetail: doValues,
  // That somebody came changes nothing.
  UserAccessAuditDetail: () => undefined,
};

/** Does to a picture what the lines of the log say, and finds fault with each line that does not fit what was there. */
export async function replayed(ask: Ask, before: Picture, lines: readonly AuditRow[]): Promise<Picture> {
  const draft: Draft = {
    records: new Map([...before.records].map(([id, values]) => [id, new Map(values)])),
    links: new Set(before.links),
    shares: new Map(before.shares),
    grants: new Map(before.grants),
  };
  for (const line of lines) {
    const answer = await ask(`GET audits(${line.auditid})/Microsoft.Dynamics.CRM.RetrieveAuditDetails`);
    const told = detail.parse(answer.json['AuditDetail']);
    const kind = kinds[told['@odata.type'].replace('#Microsoft.Dynamics.CRM.', '')];
    expect([told['@odata.type'], kind === undefined]).toEqual([told['@odata.type'], false]);
    kind?.(draft, line, told);
  }
  return draft;
}

/** What differs between two pictures, to be read by whoever looks for the reason. */
export function differences(one: Picture, other: Picture): readonly string[] {
  const found: string[] = [];
  for (const id of new Set([...one.records.keys(), ...other.records.keys()])) {
    const [a, b] = [one.records.get(id), other.records.get(id)];
    if (a === undefined || b === undefined) found.push(`${id} is ${a === undefined ? 'more' : 'missing'}`);
    for (const name of new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]))
      if (a !== undefined && b !== undefined && !same(a.get(name), b.get(name)))
        found.push(`${id} ${name}: ${JSON.stringify(a.get(name))} ${JSON.stringify(b.get(name))}`);
  }
  for (const [kind, a, b] of [
    ['share', one.shares, other.shares],
    ['grants', one.grants, other.grants],
  ] as const)
    for (const id of new Set([...a.keys(), ...b.keys()]))
      if (a.get(id) !== b.get(id)) found.push(`${kind} ${id}: ${String(a.get(id))} ${String(b.get(id))}`);
  for (const link of one.links) if (!other.links.has(link)) found.push(`${link} is missing`);
  for (const link of other.links) if (!one.links.has(link)) found.push(`${link} is more`);
  return found;
}
