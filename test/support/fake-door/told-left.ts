import type { Environment } from '../../../preload/contract/environments.ts';
import type { OperationDetail } from '../../../preload/contract/fleet.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import { fakeId } from './fake-ids.ts';

type Told = OperationDetail['environments'][number];

/** Two environments in which something is left: a move whose role could not be given again, and one that could not be planned. */
export const toldLeft = (environments: readonly Environment[], problem: AppError): Told[] =>
  environments.map(({ id, name }, at): Told => {
    const place = {
      environmentId: id,
      environmentName: name,
      clientId: fakeId.client(1),
      appName: 'Order sync',
    };
    if (at > 0) return { ...place, steps: [], problem, rolesMissing: [] };
    const role = 'Order Sync Integration';
    return {
      ...place,
      steps: [
        {
          id: 'moved',
          kind: 'change-business-unit',
          subject: 'Order sync',
          before: 'Northwind',
          after: 'Europe',
          risks: ['loses-roles'],
          loses: { roles: [role], teams: [] },
          state: 'verified',
          error: null,
        },
        {
          id: 'given',
          kind: 'assign-role',
          subject: role,
          before: 'Not held',
          after: 'Held in Europe',
          risks: [],
          state: 'failed',
          error: problem,
        },
      ],
      problem: null,
      rolesMissing: [role],
    };
  });
