import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorOf, openLab, person, rowsOf, textAt } from './rig.ts';

/** `npm run fuzz` asks for more. */
const numRuns = Math.ceil(Number(process.env['FUZZ_INPUTS'] ?? 8_000) / 320);

// Reports may be in any business unit, of which hierarchy security looks at those below the manager's.
const lab = openLab({
  seed: {
    generatedUsers: 0,
    records: { accounts: 0, contacts: 0 },
    settings: { enableOwnershipAcrossBusinessUnits: true },
  },
});
const admin = person('admin');
const send = (method: string, url: string, body: unknown = null): string => {
  const answer = lab.send(admin, method, url, body);
  expect([method, url, answer.status, errorOf(answer).message]).toEqual([method, url, 204, '']);
  return /\(([^)]+)\)$/.exec(answer.headers['odata-entityid'] ?? '')?.[1] ?? '';
};

const units = ['Contoso', 'EMEA', 'Germany', 'Americas'] as const;
type Unit = (typeof units)[number];
const above: Readonly<Record<Unit, Unit | null>> = {
  Contoso: null,
  EMEA: 'Contoso',
  Germany: 'EMEA',
  Americas: 'Contoso',
};
const isBelow = (unit: Unit, top: Unit): boolean => {
  const parent = above[unit];
  return unit === top || (parent !== null && isBelow(parent, top));
};
const unitIds = new Map(units.map((it) => [it, lab.unitId(it)]));
const inUnit = (unit: Unit) => ({
  'businessunitid@odata.bind': `/businessunits(${unitIds.get(unit) ?? ''})`,
});

const people = [
  { name: 'sam', unit: 'EMEA' },
  { name: 'dana', unit: 'EMEA' },
  { name: 'mona', unit: 'Germany' },
  { name: 'tess', unit: 'Americas' },
  { name: 'idle', unit: 'Contoso' },
] as const;
const userIds = people.map(({ name }) => lab.userId(`${name === 'idle' ? 'ivy' : name}@lab.demo.test`));

const tables = ['account', 'contact'] as const;
type TableName = (typeof tables)[number];
const verbs = ['Read', 'Write', 'Delete'] as const;
type VerbName = (typeof verbs)[number];
const depths = ['Basic', 'Local', 'Deep', 'Global'] as const;
type Depth = (typeof depths)[number];

const suffix = { account: 'Account', contact: 'Contact' } as const;
const privilegeIds = new Map(
  tables.flatMap((table) =>
    verbs.map((verb) => {
      const name = `prv${verb}${suffix[table]}`;
      const [row] = rowsOf(lab.get(admin, `/privileges?$select=privilegeid&$filter=name eq '${name}'`));
      return [name, textAt(row, 'privilegeid')] as const;
    }),
  ),
);

/** A role of the root business unit, made of what it grants. */
const makeRole = (name: string, grants: Grants, isInherited: boolean): void => {
  const role = send('POST', '/roles', { name, isinherited: isInherited ? 1 : 0, ...inUnit('Contoso') });
  const Privileges = tables.flatMap((table) =>
    verbs.flatMap((verb) => {
      const Depth = grants[`${verb}:${table}`];
      return Depth === null ? [] : [{ Depth, PrivilegeId: privilegeIds.get(`prv${verb}${suffix[table]}`) }];
    }),
  );
  send('POST', `/roles(${role})/Microsoft.Dynamics.CRM.AddPrivilegesRole`, { Privileges });
};
const link = (path: string, to: string): string => send('POST', `/${path}/$ref`, { '@odata.id': to });

// Everybody begins with nothing but the role that lets them own records.
for (const id of userIds)
  for (const it of rowsOf(lab.get(admin, `/systemusers(${id})/systemuserroles_association?$select=roleid`)))
    send('DELETE', `/systemusers(${id})/systemuserroles_association(${textAt(it, 'roleid')})/$ref`);
for (const it of rowsOf(lab.get(admin, "/teams?$select=teamid&$filter=name eq 'Field Team'")))
  send('DELETE', `/teams(${textAt(it, 'teamid')})`);
type Grants = Readonly<Record<`${VerbName}:${TableName}`, Depth | null>>;
const nothing: Grants = {
  'Read:account': null,
  'Read:contact': null,
  'Write:account': null,
  'Write:contact': null,
  'Delete:account': null,
  'Delete:contact': null,
};
makeRole('Owner', { ...nothing, 'Read:account': 'Basic', 'Read:contact': 'Basic' }, false);
const owning = new Map(units.map((it) => [it, lab.roleId('Owner', it)]));
const restore = lab.environment.snapshot();

const optional = <T>(it: fc.Arbitrary<T>) => fc.option(it, { nil: null });
const depth = optional(fc.constantFrom(...depths));
const somebody = fc.integer({ min: 0, max: people.length - 1 });
const teamCount = 2;
/** A user, or a team by the numbers that follow. */
const principal = fc.integer({ min: 0, max: people.length + teamCount - 1 });
const recordCount = 7;

const worlds = fc.record({
  teams: fc.array(
    fc.record({ unit: fc.constantFrom(...units), members: fc.uniqueArray(somebody, { maxLength: 3 }) }),
    { minLength: teamCount, maxLength: teamCount },
  ),
  roles: fc.array(
    fc.record({
      holder: principal,
      isInherited: fc.boolean(),
      grants: fc.record({
        'Read:account': depth,
        'Read:contact': depth,
        'Write:account': depth,
        'Write:contact': depth,
        'Delete:account': depth,
        'Delete:contact': depth,
      }),
    }),
    { minLength: 3, maxLength: 6 },
  ),
  records: fc.array(
    fc.record({
      table: fc.constantFrom(...tables),
      owner: principal,
      parent: optional(fc.integer({ min: 0, max: recordCount - 1 })),
    }),
    { minLength: recordCount, maxLength: recordCount },
  ),
  shares: fc.array(
    fc.record({
      record: fc.integer({ min: 0, max: recordCount - 1 }),
      to: principal,
      verbs: fc.uniqueArray(fc.constantFrom(...verbs), { minLength: 1 }),
    }),
    { maxLength: 4 },
  ),
  /** The manager of each but the first, among those before. */
  managers: fc.tuple(...people.slice(1).map((_, index) => optional(fc.integer({ min: 0, max: index })))),
  /** The position of each among three, one below the other. */
  positions: fc.tuple(...people.map(() => optional(fc.integer({ min: 0, max: 2 })))),
  hierarchy: optional(
    fc.record({ by: fc.constantFrom('manager', 'position'), depth: fc.integer({ min: 1, max: 3 }) }),
  ),
});
type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never;

/** The record that a record stands under: an earlier account. */
const parentOf = ({ records }: World, index: number): number | null => {
  const parent = records[index]?.parent ?? null;
  return parent !== null && parent < index && records[parent]?.table === 'account' ? parent : null;
};

/** Makes a world by requests of its administrator; the answer is the ids of its records. */
function build(world: World): readonly string[] {
  const teams = world.teams.map(({ unit, members }, index) => {
    const team = send('POST', '/teams', { name: `Team ${index}`, ...inUnit(unit) });
    for (const it of members)
      link(`teams(${team})/teammembership_association`, `systemusers(${userIds[it]})`);
    link(`teams(${team})/teamroles_association`, `roles(${owning.get(unit)})`);
    return team;
  });
  for (const [index, { unit }] of people.entries())
    link(`systemusers(${userIds[index]})/systemuserroles_association`, `roles(${owning.get(unit)})`);
  const idOf = (index: number): string => userIds[index] ?? teams[index - people.length] ?? '';
  const setOf = (index: number): string => (index < people.length ? 'systemusers' : 'teams');

  const ids: string[] = [];
  for (const [index, { owner, table }] of world.records.entries()) {
    const parent = parentOf(world, index);
    const lookup = table === 'account' ? 'parentaccountid' : 'parentcustomerid_account';
    ids.push(
      send('POST', `/${table}s`, {
        ...(table === 'account' ? { name: 'x' } : { lastname: 'x' }),
        'ownerid@odata.bind': `/${setOf(owner)}(${idOf(owner)})`,
        ...(parent === null ? {} : { [`${lookup}@odata.bind`]: `/accounts(${ids[parent]})` }),
      }),
    );
  }
  for (const { record, to, verbs: shared } of world.shares) {
    const kind = to < people.length ? 'systemuser' : 'team';
    const { table = 'account' } = world.records[record] ?? {};
    send('POST', '/GrantAccess', {
      Target: { '@odata.id': `${table}s(${ids[record]})` },
      PrincipalAccess: {
        AccessMask: shared.map((it) => `${it}Access`).join(', '),
        Principal: { '@odata.type': `Microsoft.Dynamics.CRM.${kind}`, [`${kind}id`]: idOf(to) },
      },
    });
  }
  for (const [index, manager] of world.managers.entries())
    if (manager !== null)
      send('PATCH', `/systemusers(${userIds[index + 1]})`, {
        'parentsystemuserid@odata.bind': `/systemusers(${userIds[manager]})`,
      });
  const positions: string[] = [];
  for (const name of ['Chief', 'Lead', 'Clerk'])
    positions.push(
      send('POST', '/positions', {
        name,
        ...(positions.length === 0
          ? {}
          : { 'parentpositionid@odata.bind': `/positions(${positions.at(-1)})` }),
      }),
    );
  for (const [index, position] of world.positions.entries())
    if (position !== null)
      send('PATCH', `/systemusers(${userIds[index]})`, {
        'positionid@odata.bind': `/positions(${positions[position]})`,
      });
  if (world.hierarchy !== null) {
    const [row] = rowsOf(lab.get(admin, '/organizations?$select=organizationid'));
    send('PATCH', `/organizations(${textAt(row, 'organizationid')})`, {
      ishierarchicalsecuritymodelenabled: true,
      usepositionhierarchy: world.hierarchy.by === 'position',
      maxdepthforhierarchicalsecuritymodel: world.hierarchy.depth,
    });
  }
  for (const [index, { unit }] of people.entries())
    send('DELETE', `/systemusers(${userIds[index]})/systemuserroles_association(${owning.get(unit)})/$ref`);
  for (const [index, { unit }] of world.teams.entries())
    send('DELETE', `/teams(${teams[index]})/teamroles_association(${owning.get(unit)})/$ref`);
  for (const [index, { grants, holder, isInherited }] of world.roles.entries()) {
    makeRole(`Role ${index}`, grants, isInherited);
    const unit = people[holder]?.unit ?? world.teams[holder - people.length]?.unit ?? 'Contoso';
    const through = holder < people.length ? 'systemuserroles_association' : 'teamroles_association';
    link(`${setOf(holder)}(${idOf(holder)})/${through}`, `roles(${lab.roleId(`Role ${index}`, unit)})`);
  }
  return ids;
}

/** How many steps somebody is below somebody else, by the hierarchy that counts; null for not at all. */
function levelsBelow({ hierarchy, managers, positions }: World, user: number, top: number): number | null {
  if (hierarchy === null || user === top) return null;
  if (hierarchy.by === 'position') {
    const [mine, theirs] = [positions[user] ?? null, positions[top] ?? null];
    const levels = mine === null || theirs === null ? 0 : mine - theirs;
    return levels > 0 && levels <= hierarchy.depth ? levels : null;
  }
  const [here, there] = [people[user]?.unit ?? 'Contoso', people[top]?.unit ?? 'Contoso'];
  let at: number | null = user;
  for (let level = 1; level <= hierarchy.depth; level += 1) {
    at = at === null || at === 0 ? null : (managers[at - 1] ?? null);
    if (at === top) return isBelow(here, there) ? level : null;
  }
  return null;
}

const teamsIn = (world: World, of: number): readonly number[] =>
  world.teams.flatMap(({ members }, index) => (members.includes(of) ? [people.length + index] : []));

/** The roles of somebody, its own and those of its teams, that grant a verb on a record's table. */
const granting = (world: World, user: number, verb: VerbName, record: number): World['roles'] => {
  const table = world.records[record]?.table ?? 'account';
  return world.roles.filter(
    ({ grants, holder }) =>
      (holder === user || teamsIn(world, user).includes(holder)) && grants[`${verb}:${table}`] !== null,
  );
};
const holds = (...asked: Parameters<typeof granting>): boolean => granting(...asked).length > 0;

/** What the documentation says that somebody may, reckoned without the demo cloud. */
function may(world: World, user: number, verb: VerbName, record: number): boolean {
  const teamsOf = (of: number): readonly number[] => teamsIn(world, of);
  const unitOf = (of: number): Unit => people[of]?.unit ?? world.teams[of - people.length]?.unit ?? 'Contoso';
  const { owner, table } = world.records[record] ?? { owner: 0, table: 'account' as const };
  const teams = teamsOf(user);
  const held = granting(world, user, verb, record);
  if (held.length === 0) return false;
  const isReached = held.some(({ grants, holder, isInherited }) => {
    const [from, to, level] = [unitOf(holder), unitOf(owner), grants[`${verb}:${table}`]];
    if (level === 'Global') return true;
    if (level === 'Deep' && isBelow(to, from)) return true;
    if (level === 'Local' && to === from) return true;
    if (holder === user) return owner === user || teams.includes(owner);
    return owner === holder || (isInherited && owner === user);
  });
  if (isReached) return true;
  const reports = people.flatMap((_, other) => {
    const level = levelsBelow(world, other, user);
    const isGiven = level !== null && (verb === 'Read' || (verb === 'Write' && level === 1));
    return isGiven ? [other, ...teamsOf(other)] : [];
  });
  if (reports.includes(owner)) return true;
  const everybody = [user, ...teams, ...reports];
  for (let at: number | null = record; at !== null; at = parentOf(world, at)) {
    const here = at;
    if (here !== record && everybody.includes(world.records[here]?.owner ?? -1)) return true;
    if (world.shares.some((it) => it.record === here && it.verbs.includes(verb) && everybody.includes(it.to)))
      return true;
  }
  return false;
}

const fetchXml = (table: TableName): string =>
  encodeURIComponent(`<fetch><entity name="${table}"><attribute name="${table}id"/></entity></fetch>`);

test('what a query returns, a record by itself and RetrievePrincipalAccess agree with the documentation, and changes with Write', () => {
  const seen = { read: 0, notRead: 0, written: 0, notWritten: 0 };
  fc.assert(
    fc.property(worlds, (world) => {
      restore();
      const ids = build(world);
      for (const row of rowsOf(lab.get(admin, '/principalobjectaccessset'))) {
        const user = userIds.indexOf(textAt(row, 'principalid'));
        const record = ids.indexOf(textAt(row, 'objectid'));
        const mask = Number(row['accessrightsmask']) | Number(row['inheritedaccessrightsmask']);
        // What the table of shares says is so, for whoever has the privilege somewhere.
        if (user < 0 || record < 0 || (mask & 1) === 0) continue;
        const told = may(world, user, 'Read', record);
        expect([user, record, told]).toEqual([user, record, holds(world, user, 'Read', record)]);
      }
      for (const [user, { name }] of people.entries()) {
        const caller = person(name);
        const lists = tables.flatMap((table) => [
          rowsOf(lab.get(caller, `/${table}s?$select=${table}id`)),
          rowsOf(lab.get(caller, `/${table}s?fetchXml=${fetchXml(table)}`)),
        ]);
        const counts = tables.map((table) => lab.get(caller, `/${table}s/$count`));
        for (const [index, table] of tables.entries())
          expect(counts[index]?.status === 200 ? Number(counts[index]?.text.replace('\uFEFF', '')) : 0).toBe(
            world.records.filter((it, at) => it.table === table && may(world, user, 'Read', at)).length,
          );
        for (const [record, { table }] of world.records.entries()) {
          const id = ids[record] ?? '';
          const url = `/${table}s(${id})`;
          const target = encodeURIComponent(JSON.stringify({ '@odata.id': url.slice(1) }));
          const rights = textAt(
            lab.get(
              admin,
              `/systemusers(${userIds[user]})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=${target}`,
            ).json,
            'AccessRights',
          ).split(', ');
          const at = table === 'account' ? 0 : 2;
          const isListed = (list: number): boolean =>
            lists[list]?.some((it) => textAt(it, `${table}id`) === id) ?? false;
          const isRead = may(world, user, 'Read', record);
          const isWritten = may(world, user, 'Write', record);
          expect({
            by: name,
            record,
            listed: isListed(at),
            fetched: isListed(at + 1),
            got: lab.get(caller, url).status === 200,
            told: rights.includes('ReadAccess'),
            changed: lab.send(caller, 'PATCH', url, { description: 'y' }).status === 204,
            toldWrite: rights.includes('WriteAccess'),
            toldDelete: rights.includes('DeleteAccess'),
          }).toEqual({
            by: name,
            record,
            listed: isRead,
            fetched: isRead,
            got: isRead,
            told: isRead,
            changed: isWritten,
            toldWrite: isWritten,
            toldDelete: may(world, user, 'Delete', record),
          });
          seen[isRead ? 'read' : 'notRead'] += 1;
          seen[isWritten ? 'written' : 'notWritten'] += 1;
        }
      }
    }),
    { numRuns },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});
