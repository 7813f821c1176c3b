import type { OutputOf } from '../../../preload/contract/index.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { RecordId } from '../../../preload/contract/words/ids.ts';
import { DEPTHS } from '../../../preload/contract/words/depth.ts';
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
          ? `00${DEPTHS.indexOf(privilege.depth)}`
          : `${DEPTHS.indexOf(privilege.depth)}${index % 3 === 0 ? 1 : 0}0`,
    })),
};

/**
 * An id whose last digits choose the answer: a record that is not there, one that a business unit owns, one that somebody else owns
 * when it is asked about again, or one of another unit.
 */
export const recordAccess = (
  recordId: RecordId,
  asked: number,
): Result<OutputOf<'securityRoles.recordAccess'>> => {
  if (recordId.endsWith('dead')) return failed('not-found', { what: 'record', id: recordId });
  const nothing = { reaching: [], shared: [], changes: [] };
  return ok({
    record: {
      recordId,
      table: 'account',
      tableName: 'Account',
      name: 'Alpine Ski House',
      owner: recordId.endsWith('beef')
        ? null
        : {
            kind: 'team',
            name: `Stewards of the ${recordId.endsWith('feed') && asked > 1 ? 'south' : 'north'}`,
          },
      businessUnitName: 'Europe',
    },
    roles: effectiveAccess.roles,
    sharingKnown: true,
    otherwise: 'unknown',
    rights: [
      {
        ...nothing,
        verb: 'Read',
        allowed: true,
        privilege: 'prvReadAccount',
        depth: 'Deep',
        reaching: [
          { role: 0, depth: 'Deep' },
          { role: 1, depth: 'Basic' },
        ],
      },
      {
        ...nothing,
        verb: 'Write',
        allowed: false,
        privilege: 'prvWriteAccount',
        depth: 'Basic',
        changes: [{ role: 0, depth: 'Deep' }],
      },
      {
        ...nothing,
        verb: 'Append',
        allowed: true,
        privilege: 'prvAppendAccount',
        depth: 'Basic',
        shared: [{ kind: 'user' }, { kind: 'team', teamName: 'Auditors' }],
      },
      {
        ...nothing,
        verb: 'AppendTo',
        allowed: false,
        privilege: 'prvAppendToAccount',
        depth: 'Global',
        reaching: [{ role: 0, depth: 'Global' }],
      },
      {
        ...nothing,
        verb: 'Delete',
        allowed: false,
        privilege: 'prvDeleteAccount',
        depth: 'None',
        changes: [
          { role: 0, depth: 'Deep' },
          { role: 1, depth: 'Deep' },
        ],
      },
    ],
  });
};
