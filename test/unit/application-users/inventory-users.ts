import * as fc from 'fast-check';
import type { InventoryUser } from '../../../main/application-users/to-application-user.ts';
import {
  parseBusinessUnitId,
  parseClientId,
  parseRoleId,
  parseSystemUserId,
  parseTeamId,
} from '../../../preload/contract/words/ids.ts';

const made = <Id>(parse: (text: string) => Id | null, kind: number, number: number): Id => {
  const id = parse(
    `${String(kind).padStart(8, '0')}-0000-0000-0000-${number.toString(16).padStart(12, '0')}`,
  );
  if (id === null) throw new Error('no id');
  return id;
};

/** A held role; number 0 is System Administrator. */
export const role = (number: number): InventoryUser['roles'][number] => ({
  roleId: made(parseRoleId, 1, number),
  rootRoleId: made(parseRoleId, 2, number),
  name: `Role ${number}`,
  systemAdministrator: number === 0,
});

export const teamRole = (number: number): NonNullable<InventoryUser['teamRoles']>[number] => ({
  ...role(number),
  team: { id: made(parseTeamId, 3, number), name: `Team ${number}`, type: 'Owner' },
});

/** A healthy application user without roles. */
export const inventoryUser = (number: number, change: Partial<InventoryUser> = {}): InventoryUser => ({
  systemUserId: made(parseSystemUserId, 4, number),
  clientId: made(parseClientId, 5, number),
  name: `App ${number}`,
  servicePrincipalId: null,
  state: 'enabled',
  entraState: 'exists',
  accessMode: 'Non-interactive',
  businessUnit: { id: made(parseBusinessUnitId, 6, 1), name: 'Contoso' },
  roles: [],
  teamRoles: [],
  systemAdministrator: false,
  platform: false,
  createdOn: null,
  modifiedOn: null,
  ...change,
});

const someRoles = fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 3 });

/** A few users of one environment, few enough that two readings often share some. */
export const arbitraryUsers: fc.Arbitrary<readonly InventoryUser[]> = fc.uniqueArray(
  fc
    .record({
      number: fc.integer({ min: 1, max: 6 }),
      state: fc.constantFrom('enabled', 'disabled', 'soft-deleted'),
      entraState: fc.constantFrom('exists', 'not-found'),
      roles: someRoles,
      teamRoles: someRoles,
      modifiedOn: fc.constantFrom(null, '2026-01-01T00:00:00.000Z'),
    })
    .map(({ number, roles, teamRoles, ...rest }) =>
      inventoryUser(number, { ...rest, roles: roles.map(role), teamRoles: teamRoles.map(teamRole) }),
    ),
  { selector: ({ systemUserId }) => systemUserId, maxLength: 6 },
);
