import type { RoleTeam } from '../../../preload/contract/security-roles.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import { fakeId } from './fake-ids.ts';

const kinds = ['Owner', 'Entra security group', 'Owner', 'Microsoft 365 group'] as const;

/** The teams of an environment as one role sees them: the first two hold it. */
export const fakeTeams = (): RoleTeam[] =>
  ['Data Stewards', 'SG-Integration-Readers', 'Northwind', 'Planners', 'Stewards of the north'].map(
    (name, index) => ({
      teamId: fakeId.team(index + 1),
      name,
      type: kinds[index] ?? 'Owner',
      isDefault: name === 'Northwind',
      businessUnit: index % 2 === 0 ? 'Northwind' : 'Europe',
      holds: index < 2,
    }),
  );

/** What an environment answers whose teams the admin may not read. */
export const teamsDenied = appError('dataverse', {
  hex: '0x80040220',
  name: 'PrivilegeDenied',
  message:
    'Principal user (Id=00000008-5b1c-4c2e-9a3d-00a1b2c3d4e5, type=8) is missing prvReadTeam privilege (Id=c5f5fe1a-7d4f-4f8e-9a07-6b1d2cf4ab3f) on OTC=9 for entity team.',
  status: 403,
  privilege: 'prvReadTeam',
});
