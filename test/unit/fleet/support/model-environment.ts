import * as fc from 'fast-check';
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
} from '../../../../preload/contract/words/ids.ts';
import type { ClientId } from '../../../../preload/contract/words/ids.ts';
import { guid, must } from './journal-folder.ts';

const ROOT = { id: must(parseBusinessUnitId(guid(0x100))), name: 'Contoso' };
export const BRANCH = { id: must(parseBusinessUnitId(guid(0x101))), name: 'Contoso Nordic' };
export const CLIENTS: readonly ClientId[] = [1, 2, 3].map((number) =>
  must(parseClientId(guid(0x200 + number))),
);
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

export const environment = (
  users: readonly ApplicationUserThere[],
  administrators: number | null = null,
): ActualEnvironment => ({ users, roles: ROLES, rootBusinessUnit: ROOT, administrators });

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

/** What the service would make of an action; refuses what it would refuse. */
export const carryOut = (
  users: readonly ApplicationUserThere[],
  clientId: ClientId,
  action: StepAction,
): readonly ApplicationUserThere[] => {
  if (action.kind === 'prove-credential') return users;
  const mine = users.find((each) => each.clientId === clientId && each.state !== 'soft-deleted');
  if (action.kind === 'create-user') {
    if (users.some((each) => each.clientId === clientId)) throw new Error('duplicate application id');
    const unit = [ROOT, BRANCH].find((each) => each.id === action.businessUnitId) ?? null;
    return [...users, user({ clientId, businessUnit: unit })];
  }
  if (mine === undefined) throw new Error('no such user');
  const others = users.filter((each) => each !== mine);
  if (action.kind === 'enable-user') return [...others, { ...mine, state: 'enabled' }];
  if (action.kind === 'disable-user') return [...others, { ...mine, state: 'disabled' }];
  const without = mine.roles.filter((each) => each.roleId !== action.roleId);
  if (action.kind === 'remove-role') return [...others, user({ ...mine, roles: without })];
  const copy = must(
    ROLES.find((each) => each.copies.some(({ roleId }) => roleId === action.roleId))
      ?.copies.map((each, at) => ({ ...each, at }))
      .find(({ roleId }) => roleId === action.roleId),
  );
  if (copy.businessUnitId !== mine.businessUnit?.id) throw new Error('0x80041409 UserInWrongBusiness');
  const added = must(ROLES.find((each) => each.copies.some(({ roleId }) => roleId === action.roleId)));
  return [...others, user({ ...mine, roles: [...without, held(added.name, copy.at === 0 ? 0 : 1)] })];
};

const names = fc.uniqueArray(fc.constantFrom(...ROLES.map(({ name }) => name)), { maxLength: 3 });

const arbitraryUser = (clientId: ClientId) =>
  fc
    .record({
      state: fc.constantFrom('enabled' as const, 'disabled' as const, 'soft-deleted' as const),
      inRoot: fc.boolean(),
      roles: names,
      platform: fc.boolean(),
    })
    .map(({ state, inRoot, roles, platform }) =>
      user({
        clientId,
        state,
        platform,
        businessUnit: inRoot ? ROOT : BRANCH,
        roles: roles.map((name) => held(name, inRoot ? 0 : 1)),
      }),
    );

const maybeMissing = ['Account Reader', 'invoice writer', 'Systemadministrator', 'No such role'];

const arbitraryDesired = (clientId: ClientId) =>
  fc
    .record({
      ensureUser: fc.boolean(),
      enabled: fc.constantFrom(true, false, undefined),
      addRoles: fc.array(fc.constantFrom(...maybeMissing), { maxLength: 3 }),
      removeRoles: fc.array(fc.constantFrom(...maybeMissing, 'System Administrator'), { maxLength: 2 }),
    })
    .map(({ enabled, ...rest }) =>
      desire({ clientId, ...rest, ...(enabled === undefined ? {} : { enabled }) }),
    );

/** Any environment with up to two rows per app, and something asked for each app. */
export const arbitraryCase = fc.record({
  users: fc
    .tuple(...CLIENTS.map((clientId) => fc.array(arbitraryUser(clientId), { maxLength: 2 })))
    .map((each) => each.flat()),
  desired: fc
    .tuple(...CLIENTS.map((clientId) => fc.option(arbitraryDesired(clientId), { nil: null })))
    .map((each) => each.flatMap((one) => (one === null ? [] : [one]))),
  administrators: fc.integer({ min: 1, max: 4 }),
});
