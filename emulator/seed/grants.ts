import type { PermissionGrant } from '../directory/records.ts';
import { resourcePrincipalId } from '../entra/consents.ts';
import { appPlans, principalIdOf } from './app-plan.ts';
import { guidOf } from './deterministic.ts';
import { tenants } from './tenants.ts';

/** What an administrator of each tenant has consented to for everybody: what signing in needs, and nothing of app registrations. */
const consented = [
  { kind: 'dataverse', scope: 'user_impersonation' },
  { kind: 'powerApps', scope: 'User' },
  { kind: 'graph', scope: 'User.Read' },
] as const;

/** The consents to the two public clients, in every tenant. */
export const seedGrants = (): readonly PermissionGrant[] =>
  Object.values(tenants).flatMap(({ id: tenantId }) =>
    [appPlans.console, appPlans.sample].flatMap((plan) =>
      consented.map(({ kind, scope }) => {
        const clientId = principalIdOf(tenantId, plan);
        const resourceId = resourcePrincipalId(tenantId, kind);
        return {
          id: guidOf('grant', clientId, resourceId, 'everybody'),
          tenantId,
          clientId,
          consentType: 'AllPrincipals' as const,
          principalId: null,
          resourceId,
          scope,
        };
      }),
    ),
  );
