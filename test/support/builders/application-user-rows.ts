import { createHash } from 'node:crypto';
import { applicationUserSchema } from '../../../preload/contract/application-users.ts';
import type { ApplicationUser } from '../../../preload/contract/application-users.ts';

const guid = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** That many application users of one environment, the same ones each time. */
export const applicationUserRows = (count: number): readonly ApplicationUser[] =>
  Array.from({ length: count }, (_, number) =>
    applicationUserSchema.parse({
      environmentId: guid('environment'),
      systemUserId: guid(`user ${number}`),
      clientId: guid(`client ${number % 97}`),
      name: `# Integration ${number}`,
      servicePrincipalId: guid(`principal ${number % 97}`),
      state: number % 11 === 0 ? 'disabled' : 'enabled',
      entraState: 'exists',
      accessMode: 'Non-interactive',
      businessUnit: { id: guid(`unit ${number % 5}`), name: `Unit ${number % 5}` },
      roles: [
        {
          roleId: guid(`role ${number % 60}`),
          rootRoleId: guid(`root ${number % 60}`),
          name: `Role ${number % 60}`,
          systemAdministrator: false,
        },
      ],
      systemAdministrator: false,
      teamRoles: [],
      platform: false,
      createdOn: '2026-01-02T03:04:05.000Z',
      modifiedOn: '2026-02-03T04:05:06.000Z',
    }),
  );
