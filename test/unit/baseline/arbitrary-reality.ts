import { fc } from '@fast-check/vitest';
import type { ApplicationUserThere } from '../../../main/application-users/to-application-user.ts';
import type { Reality } from '../../../main/fleet/baseline/reality.ts';
import type { BusinessUnit, SecurityRole } from '../../../preload/contract/security-roles.ts';
import {
  parseBusinessUnitId,
  parseClientId,
  parseOrgUrl,
  parseRoleId,
  parseSystemUserId,
} from '../../../preload/contract/words/ids.ts';

const must = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('not an id');
  return value;
};
export const guid = (number: number): string =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

export const UNITS: readonly BusinessUnit[] = ['Contoso', 'Sales', 'Service'].map((name, at) => ({
  id: must(parseBusinessUnitId(guid(0x100 + at))),
  name,
  parentId: at === 0 ? null : must(parseBusinessUnitId(guid(0x100))),
  disabled: false,
}));

/** Roles with a copy in every business unit; the last two have one name. */
export const ROLES: readonly SecurityRole[] = [
  'Basic User',
  'Order Import',
  '007: "quoted"',
  'Twin',
  'Twin',
].map((name, at) => ({
  rootRoleId: must(parseRoleId(guid(0x200 + at * 16))),
  name,
  copies: UNITS.map((unit, index) => ({
    roleId: must(parseRoleId(guid(0x200 + at * 16 + index))),
    businessUnitId: unit.id,
    businessUnitName: unit.name,
  })),
  managed: false,
  customizable: true,
  systemAdministrator: false,
  membersInherit: true,
}));
export const TEAMS = ['Field Agents', 'Interns', 'no', 'Double', 'double'];
export const PROFILES = ['Salaries', 'Bank details', 'Twice', 'twice'];

/** An application user of app `app` in a business unit with roles by their place in the lists. */
export const userOf = (
  app: number,
  unit: number,
  roles: readonly number[],
  change: Partial<ApplicationUserThere> = {},
): ApplicationUserThere => {
  const held = roles.flatMap((role) => {
    const found = ROLES[role];
    const copy = found?.copies[unit];
    return found === undefined || copy === undefined
      ? []
      : [{ roleId: copy.roleId, rootRoleId: found.rootRoleId, name: found.name, systemAdministrator: false }];
  });
  const home = UNITS[unit];
  return {
    systemUserId: must(parseSystemUserId(guid(0x1000 + app * 16 + unit))),
    clientId: must(parseClientId(guid(0x300 + app))),
    name: `App ${app}`,
    servicePrincipalId: null,
    state: 'enabled',
    entraState: 'exists',
    accessMode: 'Non-interactive',
    businessUnit: home === undefined ? null : { id: home.id, name: home.name },
    roles: held,
    systemAdministrator: false,
    platform: false,
    createdOn: null,
    modifiedOn: null,
    ...change,
  };
};

export const realityOf = (
  environment: number,
  users: readonly ApplicationUserThere[],
  teams: Readonly<Record<string, readonly string[]>> = {},
  profiles: Readonly<Record<string, readonly string[]>> = {},
): Reality => ({
  url: must(parseOrgUrl(`https://env${environment}.crm.dynamics.com`)),
  users,
  teamsOf: new Map(users.map((user) => [user.systemUserId, teams[user.name] ?? []])),
  teams: TEAMS,
  profiles: {
    all: PROFILES,
    of: new Map(users.map((user) => [user.systemUserId, profiles[user.name] ?? []])),
  },
  roles: ROLES,
  units: UNITS,
});

const anyUser = (app: number) =>
  fc
    .record({
      unit: fc.nat(2),
      roles: fc.subarray([0, 1, 2, 3]),
      state: fc.constantFrom('enabled' as const, 'disabled' as const, 'soft-deleted' as const),
      platform: fc.constantFrom(false, false, false, true),
    })
    .map(({ unit, roles, state, platform }) => userOf(app, unit, roles, { state, platform }));

/** Environments with the application users of a few apps; names stand for their place, so that each is there once. */
export const anyRealities = fc
  .array(
    fc.tuple(
      fc.subarray([0, 1, 2, 3]).chain((apps) => fc.tuple(...apps.map(anyUser))),
      fc.dictionary(
        fc.constantFrom('App 0', 'App 1', 'App 2'),
        fc.subarray(['Field Agents', 'Interns', 'no']),
      ),
      fc.dictionary(fc.constantFrom('App 0', 'App 1'), fc.subarray(['Salaries', 'Bank details'])),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.map(([users, teams, profiles], at) => realityOf(at, users, teams, profiles)));
