import type { OutputOf } from '../../../preload/contract/index.ts';
import { fakeId } from './fake-ids.ts';
import { privileges } from './fake-world.ts';

const roleCopy = { businessUnitId: fakeId.businessUnit(1), businessUnitName: 'Northwind' } as const;

/** An app with a role of its own and two through teams, one of which its members do not inherit. */
export const effectiveAccess: OutputOf<'securityRoles.effectiveAccess'> = {
  roles: [
    {
      ...roleCopy,
      roleId: fakeId.role(1),
      rootRoleId: fakeId.role(1),
      name: 'Order Sync Integration',
      systemAdministrator: false,
      through: { kind: 'direct' },
    },
    {
      ...roleCopy,
      roleId: fakeId.role(2),
      rootRoleId: fakeId.role(2),
      name: 'Data Steward',
      systemAdministrator: false,
      through: {
        kind: 'team',
        teamId: fakeId.team(1),
        teamName: 'Stewards of the north',
        teamType: 'Owner',
        membersInherit: true,
      },
    },
    {
      ...roleCopy,
      roleId: fakeId.role(3),
      rootRoleId: fakeId.role(3),
      name: 'Archive Reader',
      systemAdministrator: false,
      through: {
        kind: 'team',
        teamId: fakeId.team(2),
        teamName: 'Archive',
        teamType: 'Entra security group',
        membersInherit: false,
      },
    },
  ],
  privileges: privileges
    .filter(({ depth }) => depth !== 'None')
    .map((privilege, index) => ({
      ...privilege,
      grants:
        index % 7 === 2
          ? [{ role: 2, depth: privilege.depth }]
          : [
              { role: 0, depth: privilege.depth },
              ...(index % 3 === 0 ? [{ role: 1, depth: 'Basic' as const }] : []),
            ],
    })),
};
