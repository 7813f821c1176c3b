import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import { guidOf } from '../seed/deterministic.ts';
import { json } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { bapFailure, bapMethodRefused } from './bap-failure.ts';
import { answerLocations } from './locations.ts';

/** All with their defaults (Learn: list-tenantsettings; the newer ones as Microsoft's Terraform provider recorded them). */
const settings = {
  walkMeOptOut: false,
  disableNPSCommentsReachout: false,
  disableNewsletterSendout: false,
  disableEnvironmentCreationByNonAdminUsers: false,
  disablePortalsCreationByNonAdminUsers: false,
  disableSurveyFeedback: false,
  disableUserInitiatedFeedback: false,
  disableSurveyScreenshots: false,
  disableTrialEnvironmentCreationByNonAdminUsers: false,
  disableCapacityAllocationByEnvironmentAdmins: false,
  disableSupportTicketsVisibleByAllUsers: false,
  powerPlatform: {
    search: { disableDocsSearch: false, disableCommunitySearch: false, disableBingVideoSearch: false },
    teamsIntegration: { shareWithColleaguesUserLimit: 10_000 },
    powerApps: {
      disableShareWithEveryone: false,
      enableGuestsToMake: false,
      disableMakerMatch: false,
      disableUnusedLicenseAssignment: false,
      disableCreateFromImage: false,
      disableCreateFromFigma: false,
      disableConnectionSharingWithEveryone: false,
      disableCopilot: false,
      enableCanvasAppInsights: false,
    },
    powerAutomate: {
      disableCopilot: false,
      disableCopilotWithBing: false,
      enableComputerUseSharedMachines: false,
      disableFlowRunResubmission: false,
    },
    environments: { disablePreferredDataLocationForTeamsEnvironment: false },
    governance: {
      additionalAdminDigestEmailRecipients: '',
      disableAdminDigest: false,
      disableDeveloperEnvironmentCreationByNonAdminUsers: false,
      enableDefaultEnvironmentRouting: false,
      policy: { enableDesktopFlowDataPolicyManagement: false },
    },
    licensing: {
      disableBillingPolicyCreationByNonAdminUsers: false,
      enableTenantCapacityReportForEnvironmentAdmins: false,
      storageCapacityConsumptionWarningThreshold: 85,
      enableTenantLicensingReportForEnvironmentAdmins: false,
      disableUseOfUnassignedAIBuilderCredits: true,
      applyAutoClaimToOnlyManagedEnvironments: true,
      applyPAutoAutoClaimToOnlyManagedEnvironments: false,
    },
    powerPages: {},
    champions: { disableChampionsInvitationReachout: false, disableSkillsMatchInvitationReachout: false },
    intelligence: { disableCopilot: false, enableOpenAiBotPublishing: false },
    modelExperimentation: { enableModelDataSharing: false, disableDataLogging: false },
    catalogSettings: { powerCatalogAudienceSetting: 'All' },
    userManagementSettings: { enableDeleteDisabledUserinAllEnvironments: false },
  },
} as const;

/** The location that a tenant's default environment is in. */
function homeOf(cloud: Cloud, tenantId: string): string {
  const country = cloud.directory.tenant(tenantId)?.country;
  return country === 'US' ? 'unitedstates' : country === 'GB' ? 'unitedkingdom' : 'europe';
}

/** What the service knows of a tenant (recorded by Microsoft's Terraform provider). */
function describeTenant(cloud: Cloud, tenantId: string): unknown {
  const geo = homeOf(cloud, tenantId);
  return {
    tenantId,
    state: 'Enabled',
    location: geo,
    aadCountryGeo: geo,
    dataStorageGeo: geo,
    defaultEnvironmentGeo: geo,
    aadDataBoundary: 'none',
    fedRAMPHighCertificationRequired: false,
  };
}

/** When the policy of the story was made. */
const made = '2023-10-02T07:38:50.3269899Z';

/** The one data policy of every tenant, in the shape that Microsoft's Terraform provider recorded; its connectors are nobody's here. */
const policyOf = (tenantId: string) => {
  const name = guidOf('data policy', tenantId);
  return {
    policyDefinition: {
      name,
      displayName: 'Tenant default',
      defaultConnectorsClassification: 'General',
      connectorGroups: ['Confidential', 'General', 'Blocked'].map((classification) => ({
        classification,
        connectors: [],
      })),
      environmentType: 'AllEnvironments',
      environments: [],
      createdBy: { displayName: 'admin' },
      createdTime: made,
      lastModifiedBy: { displayName: 'admin' },
      lastModifiedTime: made,
      etag: guidOf('etag', name),
      isLegacySchemaVersion: false,
    },
    customConnectorUrlPatternsDefinition: {
      rules: [{ order: 1, customConnectorRuleClassification: 'Ignore', pattern: '*' }],
    },
  };
};

/**
 * What tools that take stock of a tenant read besides its environments, and nothing of which can be changed here: `listTenantSettings` (Learn
 * has it with POST, older pages and clients with GET), `tenant`, data policies of version 2, tenant isolation, and locations (requests of Microsoft's
 * Terraform provider, the module for PowerShell, CISA's ScubaGear). `null` for any other path.
 */
export function answerGovernance(
  cloud: Cloud,
  caller: Caller,
  request: ServiceRequest,
  path: string,
): ServiceResponse | null {
  const { tenantId, objectId } = caller;
  const isolation =
    /^\/providers\/powerplatform\.governance\/v1\/tenants\/([^/]+)\/tenantisolationpolicy$/.exec(path);
  const policies = /^\/providers\/powerplatform\.governance\/v2\/policies(?:\/([^/]+))?$/.exec(path);
  const isSettings = path === '/providers/microsoft.businessappplatform/listtenantsettings';
  const isTenant = path === '/providers/microsoft.businessappplatform/tenant';
  if (isolation === null && policies === null && !isSettings && !isTenant) {
    return answerLocations(request, path, homeOf(cloud, tenantId));
  }
  const methods = isSettings ? ['POST', 'GET'] : ['GET'];
  if (!methods.includes(request.method)) {
    return bapMethodRefused(request.method, methods.join(', '));
  }
  if (isSettings) {
    return json(200, settings);
  }
  if (isTenant) {
    return json(200, describeTenant(cloud, tenantId));
  }
  const administers =
    caller.kind === 'app' || cloud.directory.accountById(tenantId, objectId)?.kind === 'administrator';
  if (!administers || (isolation !== null && isolation[1] !== tenantId)) {
    return bapFailure(
      403,
      'Forbidden',
      `The caller with object id '${objectId}' does not have permission to access the path '${request.path}'.`,
    );
  }
  if (isolation !== null) {
    return json(200, { properties: { tenantId, isDisabled: true, allowedTenants: [] } });
  }
  const policy = policyOf(tenantId);
  const id = policies?.[1];
  if (id === undefined) {
    return json(200, { value: [policy] });
  }
  return id === policy.policyDefinition.name
    ? json(200, policy)
    : bapFailure(404, 'PolicyNotFound', `The policy '${id}' could not be found.`);
}
