import { describe, expect, test } from 'vitest';
import { desiredStateSchema } from '../../../preload/contract/fleet.ts';
import type { UserRow } from '../../../renderer/screens/application-users/user-rows.ts';
import {
  compareTarget,
  copiesOf,
  copyTargets,
} from '../../../renderer/screens/application-users/copy-targets.ts';
import { fakeId } from '../../support/fake-door/fake-ids.ts';
import { environments, usersOf } from '../../support/fake-door/fake-world.ts';

const [first, second] = environments;
const [someone] = usersOf(0);
if (first === undefined || second === undefined || someone === undefined)
  throw new Error('the fake world has users');

const rowOf = (roles: readonly string[], change: Partial<UserRow['user']> = {}): UserRow => ({
  key: 'x',
  environment: second,
  asOf: null,
  difference: null,
  credentialEnds: null,
  user: {
    ...someone,
    environmentId: second.id,
    state: 'enabled',
    roles: roles.map((name) => ({
      roleId: fakeId.role(1),
      rootRoleId: fakeId.role(1),
      name,
      systemAdministrator: false,
    })),
    ...change,
  },
});
const source = {
  enabled: true,
  businessUnit: { kind: 'named' as const, name: 'Sales' },
  businessUnitName: 'Sales',
  roles: ['Reader', 'Writer'],
  teams: ['Field Agents'],
  profiles: ['Bank details'],
};
const targetOf = (row: UserRow) => copyTargets(row.user.clientId, [second], [row]);

describe('C15: copying an application user', () => {
  test('compares roles by name, ignoring case, and the business unit where it is no root', () => {
    const row = rowOf(['reader', 'Auditor'], {
      businessUnit: { id: fakeId.businessUnit(1), name: 'Service' },
    });
    expect(targetOf(row).map((one) => compareTarget(source, one))).toEqual([
      { lacks: ['Writer'], beyond: ['Auditor'], elsewhere: 'Service' },
    ]);
    const root = { ...source, businessUnit: { kind: 'root' as const } };
    expect(targetOf(row).map((one) => compareTarget(root, one))).toMatchObject([{ elsewhere: null }]);
  });

  test('takes a deleted row for none', () => {
    const row = rowOf([], { state: 'soft-deleted' });
    expect(targetOf(row)).toMatchObject([{ row: null }]);
    expect(targetOf(row).map((one) => compareTarget(source, one))).toEqual([null]);
  });

  test('asks the planner for the same names; only when wanted for nothing beyond them', () => {
    const row = rowOf(['Reader', 'Auditor']);
    const asked = (exact: boolean) =>
      copiesOf(source, targetOf(row), exact).map((one) => desiredStateSchema.parse(one));
    expect(asked(false)).toMatchObject([
      {
        environmentId: second.id,
        clientId: someone.clientId,
        ensureUser: true,
        businessUnit: { kind: 'named', name: 'Sales' },
        addRoles: ['Reader', 'Writer'],
        removeRoles: [],
        addTeams: ['Field Agents'],
        addProfiles: ['Bank details'],
      },
    ]);
    expect(asked(true)).toMatchObject([{ removeRoles: ['Auditor'] }]);
  });
});
