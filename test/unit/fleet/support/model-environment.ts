import * as fc from 'fast-check';
import type { TeamThere } from '../../../../main/application-users/teams.ts';
import type { ApplicationUserThere } from '../../../../main/application-users/to-application-user.ts';
import type { ActualEnvironment } from '../../../../main/fleet/planner/actual-environment.ts';
import type { PlanTarget } from '../../../../main/fleet/planner/plan-environment.ts';
import type { StepAction } from '../../../../main/fleet/planner/step-action.ts';
import type { DesiredState } from '../../../../preload/contract/fleet.ts';
import type { SecurityRole } from '../../../../preload/contract/security-roles.ts';
import {
  parseBusinessUnitId,
  parseClientId,
  parseEnvironmentId,
  parseRoleId,
  parseSystemUserId,
  parseTeamId,
} from '../../../../preload/contract/words/ids.ts';
import type { ClientId, RoleId, SystemUserId } from '../../../../preload/contract/words/ids.ts';
import { guid, must } from './journal-folder.ts';

export const ROOT = { id: must(parseBusinessUnitId(guid(0x100))), name: 'Contoso' };
export const BRANCH = { id: must(parseBusinessUnitId(guid(0x101))), name: 'Contoso Nordic' };
export const CLIENTS: readonly ClientId[] = [1, 2, 3].map((number) =>
  must(parseClientId(guid(0x200 + number))),
);
const team = (number: number, name: string, given: Partial<TeamThere> = {}): TeamThere => ({
  id: must(parseTeamId(guid(0x500 + number))),
  name,
  type: 'Owner',
  isDefault: false,
  businessUnitId: ROOT.id,
  ...given,
});

/** Two teams that can be changed, one that Entra decides, and the default team of the root. */
export const TEAMS: readonly TeamThere[] = [
  team(1, 'Integrations'),
  team(2, 'Project Alpine', { type: 'Access' }),
  team(3, 'Entra Readers', { type: 'Entra security group' }),
  team(4, 'Contoso', { isDefault: true }),
];

const ENVIRONMENT_ID = must(parseEnvironmentId(guid(0x300)));

const copyId = (role: number, unit: number) => must(parseRoleId(guid(0x1000 + role * 16 + unit)));

const role = (number: number, name: string, systemAdministrator = false): SecurityRole => ({
  rootRoleId: copyId(number, 0),
  name,
  copies: [ROOT, BRANCH].map((unit, at) => ({
    roleId: copyId(number, at),
    businessUnitId: unit.id,
    businessUnitName: unit.name,
  })),
  managed: false,
  customizable: true,
  systemAdministrator,
  membersInherit: true,
});

/** A renamed System Administrator among them, so that its name proves nothing. */
export const ROLES: readonly SecurityRole[] = [
  role(0, 'Account Reader'),
  role(1, 'Invoice Writer'),
  role(2, 'Systemadministrator', true),
  role(3, 'System Administrator'),
];

/** A role as a user of that business unit holds it. */
export const held = (name: string, unit: 0 | 1 = 0): ApplicationUserThere['roles'][number] => {
  const found = must(ROLES.find((each) => each.name === name));
  return {
    roleId: must(found.copies[unit]).roleId,
    rootRoleId: found.rootRoleId,
    name,
    systemAdministrator: found.systemAdministrator,
  };
};

/** A row of the first client; whatever is given differs from an enabled user in the root without roles. */
export const user = (given: Partial<ApplicationUserThere> = {}): ApplicationUserThere => {
  const roles = given.roles ?? [];
  return {
    systemUserId: must(parseSystemUserId(guid(0x400))),
    clientId: must(CLIENTS[0]),
    name: 'Contoso Integration Hub',
    servicePrincipalId: null,
    state: 'enabled',
    entraState: 'exists',
    accessMode: 'Non-interactive',
    businessUnit: ROOT,
    roles,
    systemAdministrator: roles.some((each) => each.systemAdministrator),
    platform: false,
    createdOn: null,
    modifiedOn: null,
    ...given,
  };
};

/** What is in the model: rows, who is in which team, and whether a move keeps roles. */
export type World = {
  readonly users: readonly ApplicationUserThere[];
  readonly teamsOf: ReadonlyMap<SystemUserId, readonly TeamThere[]>;
  readonly keepsRoles: boolean;
};

/** A world with these rows, nobody in a team. */
export const worldOf = (users: readonly ApplicationUserThere[]): World => ({
  users,
  teamsOf: new Map(),
  keepsRoles: false,
});

export const environmentOf = (world: World, administrators: number | null = null): ActualEnvironment => ({
  ownedBy: new Map(),
  ...world,
  profiles: [],
  profilesOf: new Map(),
  roles: ROLES,
  units: [
    { ...ROOT, parentId: null, disabled: false },
    { ...BRANCH, parentId: ROOT.id, disabled: false },
    { id: must(parseBusinessUnitId(guid(0x102))), name: 'Closed', parentId: ROOT.id, disabled: true },
  ],
  teams: TEAMS,
  administrators,
});

export const environment = (
  users: readonly ApplicationUserThere[],
  administrators: number | null = null,
): ActualEnvironment => environmentOf(worldOf(users), administrators);

export const TARGET: PlanTarget = {
  id: ENVIRONMENT_ID,
  name: 'Contoso Production',
  production: true,
  appName: (clientId) => `App ${clientId.slice(-1)}`,
};

export const desire = (given: Partial<DesiredState> = {}): DesiredState => ({
  environmentId: ENVIRONMENT_ID,
  clientId: must(CLIENTS[0]),
  ensureUser: true,
  businessUnit: null,
  addRoles: [],
  removeRoles: [],
  addTeams: [],
  removeTeams: [],
  delete: null,
  purgeTwin: false,
  ...given,
});

const copyOf = (roleId: RoleId) =>
  must(
    ROLES.flatMap(({ name, copies }) => copies.map((copy, at) => ({ ...copy, name, at }))).find(
      (copy) => copy.roleId === roleId,
    ),
  );

/** What the service would make of an action; refuses what it would refuse. */
export const carryOut = (world: World, clientId: ClientId, action: StepAction): World => {
  if (action.kind === 'prove-credential') return world;
  const { users, teamsOf, keepsRoles } = world;
  if (action.kind === 'purge-user') {
    const row = must(users.find((each) => each.systemUserId === action.systemUserId));
    if (row.state !== 'soft-deleted') throw new Error('would only soft-delete it');
    return { ...world, users: users.filter((each) => each !== row) };
  }
  if (action.kind === 'create-user') {
    if (users.some((each) => each.clientId === clientId)) throw new Error('duplicate application id');
    const unit = [ROOT, BRANCH].find((each) => each.id === action.businessUnitId) ?? null;
    const systemUserId = must(parseSystemUserId(guid(0x900 + CLIENTS.indexOf(clientId))));
    return { ...world, users: [...users, user({ clientId, systemUserId, businessUnit: unit })] };
  }
  const mine = users.find((each) => each.clientId === clientId && each.state !== 'soft-deleted');
  if (mine === undefined) throw new Error('no such user');
  const put = (row: ApplicationUserThere): World => ({
    ...world,
    users: [...users.filter((each) => each !== mine), row],
  });
  const putTeams = (teams: readonly TeamThere[]): World => ({
    ...world,
    teamsOf: new Map(teamsOf).set(mine.systemUserId, teams),
  });
  const memberOf = teamsOf.get(mine.systemUserId) ?? [];
  switch (action.kind) {
    case 'enable-user':
      return put({ ...mine, state: 'enabled' });
    case 'disable-user':
      return put({ ...mine, state: 'disabled' });
    case 'change-business-unit': {
      const unit = must([ROOT, BRANCH].find((each) => each.id === action.businessUnitId));
      return put(user({ ...mine, businessUnit: unit, roles: keepsRoles ? mine.roles : [] }));
    }
    case 'assign-role': {
      const copy = copyOf(action.roleId);
      if (copy.businessUnitId !== mine.businessUnit?.id) throw new Error('0x80041409 UserInWrongBusiness');
      const without = mine.roles.filter((each) => each.roleId !== action.roleId);
      return put(user({ ...mine, roles: [...without, held(copy.name, copy.at === 0 ? 0 : 1)] }));
    }
    case 'remove-role':
      return put(user({ ...mine, roles: mine.roles.filter((each) => each.roleId !== action.roleId) }));
    case 'join-team':
      return putTeams([...memberOf, must(TEAMS.find(({ id }) => id === action.teamId))]);
    case 'leave-team':
      return putTeams(memberOf.filter(({ id }) => id !== action.teamId));
    case 'reassign-records':
      return world;
    case 'give-profile':
    case 'take-profile':
      throw new Error('the model knows no column security profiles');
    case 'delete-user':
      if (mine.state !== 'disabled') throw new Error('0x80040227 CannotDeleteDueToAssociation');
      return {
        ...put(user({ ...mine, state: 'soft-deleted', roles: [] })),
        teamsOf: new Map(teamsOf).set(mine.systemUserId, []),
      };
  }
};

/** What counts of a world: who lives where, with which roles and teams. */
export const essence = ({ users, teamsOf }: World) =>
  users
    .filter(({ state }) => state !== 'soft-deleted')
    .map(({ clientId, state, businessUnit, roles, systemUserId }) => ({
      clientId,
      state,
      unit: businessUnit?.name,
      roles: roles.map(({ roleId }) => roleId).toSorted(),
      teams: (teamsOf.get(systemUserId) ?? [])
        .filter(({ isDefault }) => !isDefault)
        .map(({ name }) => name)
        .toSorted(),
    }))
    .toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1));

/** Teams that Entra decides come back by themselves and by nobody else. */
export const withoutEntraTeams = (world: World): World => ({
  ...world,
  keepsRoles: false,
  teamsOf: new Map(
    [...world.teamsOf].map(([user, teams]) => [
      user,
      teams.filter(({ type, isDefault }) => !isDefault && type !== 'Entra security group'),
    ]),
  ),
});

const names = fc.uniqueArray(fc.constantFrom(...ROLES.map(({ name }) => name)), { maxLength: 3 });

const arbitraryUser = (clientId: ClientId) =>
  fc
    .record({
      state: fc.constantFrom('enabled' as const, 'disabled' as const, 'soft-deleted' as const),
      inRoot: fc.boolean(),
      roles: names,
      platform: fc.boolean(),
      number: fc.integer({ min: 0, max: 255 }),
    })
    .map(({ state, inRoot, roles, platform, number }) =>
      user({
        clientId,
        systemUserId: must(parseSystemUserId(guid(0x10_000 + CLIENTS.indexOf(clientId) * 256 + number))),
        state,
        platform,
        businessUnit: inRoot ? ROOT : BRANCH,
        roles: roles.map((name) => held(name, inRoot ? 0 : 1)),
      }),
    );

const maybeMissing = ['Account Reader', 'invoice writer', 'Systemadministrator', 'No such role'];

const maybeTeams = ['Integrations', 'project alpine', 'Entra Readers', 'No such team'];
const units = fc.constantFrom(
  null,
  { kind: 'root' as const },
  { kind: 'named' as const, name: 'contoso nordic' },
  { kind: 'named' as const, name: 'Closed' },
);

const arbitraryGiving = (clientId: ClientId) =>
  fc
    .record({
      ensureUser: fc.boolean(),
      purgeTwin: fc.boolean(),
      enabled: fc.constantFrom(true, false, undefined),
      businessUnit: units,
      addRoles: fc.array(fc.constantFrom(...maybeMissing), { maxLength: 3 }),
      removeRoles: fc.array(fc.constantFrom(...maybeMissing, 'System Administrator'), { maxLength: 2 }),
      addTeams: fc.array(fc.constantFrom(...maybeTeams), { maxLength: 1 }),
      removeTeams: fc.array(fc.constantFrom(...maybeTeams), { maxLength: 1 }),
    })
    .map(({ enabled, ...rest }) =>
      desire({ clientId, ...rest, ...(enabled === undefined ? {} : { enabled }) }),
    );

const arbitraryDeletion = (clientId: ClientId) =>
  fc
    .constantFrom('soft' as const, 'permanent' as const)
    .map((how) => desire({ clientId, ensureUser: false, delete: how }));

const arbitraryDesired = (clientId: ClientId) =>
  fc.oneof(
    { weight: 4, arbitrary: arbitraryGiving(clientId) },
    { weight: 1, arbitrary: arbitraryDeletion(clientId) },
  );

const arbitraryWorld: fc.Arbitrary<World> = fc
  .record({
    users: fc
      .tuple(
        ...CLIENTS.map((clientId) =>
          fc.uniqueArray(arbitraryUser(clientId), {
            maxLength: 2,
            selector: ({ systemUserId }) => systemUserId,
          }),
        ),
      )
      .map((each) => each.flat()),
    keepsRoles: fc.boolean(),
    members: fc.array(fc.subarray([...TEAMS]), { minLength: 6, maxLength: 6 }),
  })
  .map(({ users, keepsRoles, members }) => ({
    users,
    keepsRoles,
    teamsOf: new Map(
      users
        .filter(({ state }) => state !== 'soft-deleted')
        .map(({ systemUserId }, at) => [systemUserId, members[at] ?? []]),
    ),
  }));

/** Something asked for each app, or for some of them. */
export const arbitraryDesires = fc
  .tuple(...CLIENTS.map((clientId) => fc.option(arbitraryDesired(clientId), { nil: null })))
  .map((each) => each.flatMap((one) => (one === null ? [] : [one])));

/** Any environment with up to two rows per app, and something asked for each app. */
export const arbitraryCase = fc.record({
  world: arbitraryWorld,
  desired: arbitraryDesires,
  administrators: fc.integer({ min: 1, max: 4 }),
});
