import { appPlans, survey } from './app-plan.ts';
import { tenants } from './tenants.ts';

/**
 * Management applications that nobody thinks of any more, by tenant id: at Contoso the retired connector and an app whose
 * registration is gone, at Fabrikam the hub, which `pac admin create-service-principal` once registered on the way.
 */
export const managementApps: Readonly<Record<string, readonly string[]>> = {
  [tenants.contoso.id]: [appPlans.retiredConnector.appId, survey.appId],
  [tenants.fabrikam.id]: [appPlans.hub.appId],
};
