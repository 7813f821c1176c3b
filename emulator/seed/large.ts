import type { EnvironmentRecord } from '../gateway/environment-record.ts';
import { appPlans } from './app-plan.ts';
import { recordOf } from './environment-plan.ts';

/**
 * Any number of environments of one tenant, all alike, for measurements: the hub may read accounts in each of them. Where there are
 * more application users than those of the story, Portal Sync administers every environment, so that an app may read them.
 */
export function largeEnvironments(
  environments: number,
  usersPerEnvironment: number,
  applicationsPerEnvironment = 0,
): readonly EnvironmentRecord[] {
  return Array.from({ length: environments }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    return recordOf({
      tenant: 'contoso',
      name: `Client ${number}`,
      urlName: `client${number}`,
      sku: index % 3 === 0 ? 'Production' : 'Sandbox',
      isDefault: index === 0,
      units: { [`Client ${number}`]: { North: { Coast: {} }, South: {} } },
      appUsers: [
        { app: appPlans.hub, roles: ['Integration – Accounts Reader'] },
        {
          app: appPlans.portalSync,
          roles: index % 10 === 0 || applicationsPerEnvironment > 0 ? ['System Administrator'] : [],
        },
        { app: appPlans.legacyLoader, roles: ['Integration – Sales Sync'], state: 'disabled' },
      ],
      generatedUsers: usersPerEnvironment,
      generatedApplications: applicationsPerEnvironment,
      records: { accounts: 60, contacts: 90 },
      createdOn: '2023-05-04T10:00:00Z',
      version: '9.2.25104.00189',
    });
  });
}
