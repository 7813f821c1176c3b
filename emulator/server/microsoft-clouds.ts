/** Microsoft's clouds, as `pac --cloud` and administrators tell them apart. */
export const microsoftCloudNames = ['public', 'gcc', 'gcc-high', 'dod', 'china'] as const;

/** Name of one of Microsoft's clouds. */
export type MicrosoftCloudName = (typeof microsoftCloudNames)[number];

/** A sign-in service of Microsoft's with all names that it has. */
export type SignInService = {
  /** What clients are told to ask. */
  readonly preferred: string;
  /** By which of its names tokens are kept. */
  readonly cachedAs: string;
  readonly aliases: readonly string[];
  /** How it is called when a request is sent on to it (seen: "redirected to the National Cloud"). */
  readonly nationalCloud: string;
};

/** All of them, in the order of a recorded answer of instance discovery; in which cloud each is. */
export const signInServices = {
  global: {
    preferred: 'login.microsoftonline.com',
    cachedAs: 'login.windows.net',
    aliases: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
    nationalCloud: 'MicrosoftOnline.COM',
  },
  china: {
    preferred: 'login.partner.microsoftonline.cn',
    cachedAs: 'login.partner.microsoftonline.cn',
    aliases: ['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'],
    nationalCloud: 'partner.microsoftonline.cn',
  },
  germany: {
    preferred: 'login.microsoftonline.de',
    cachedAs: 'login.microsoftonline.de',
    aliases: ['login.microsoftonline.de'],
    nationalCloud: 'MicrosoftOnline.DE',
  },
  government: {
    preferred: 'login.microsoftonline.us',
    cachedAs: 'login.microsoftonline.us',
    aliases: ['login.microsoftonline.us', 'login.usgovcloudapi.net'],
    nationalCloud: 'microsoftonline.us',
  },
  us: {
    preferred: 'login-us.microsoftonline.com',
    cachedAs: 'login-us.microsoftonline.com',
    aliases: ['login-us.microsoftonline.com'],
    nationalCloud: 'MicrosoftOnline.COM',
  },
} as const satisfies Readonly<Record<string, SignInService>>;

/** A host about which sources disagree: by the names of the values that the rule about it has. */
type Disputed<V extends string> = { readonly [N in V]: string };

/** One of Microsoft's clouds: the hosts of its services, and what the sign-in service says of its tenants. */
export type MicrosoftCloud = {
  readonly name: MicrosoftCloudName;
  readonly signIn: SignInService;
  readonly graph: string;
  readonly discovery: string;
  readonly bap: string;
  /** Azure Resource Manager, by its older name and by what it is called now (`az cloud list`). */
  readonly resourceManager: readonly [older: string, name: string];
  /** Resource of the admin API; by rule `governmentAdminScope` as the module for PowerShell has it, or Terraform's provider. */
  readonly adminScope: string | Disputed<'module' | 'provider'>;
  /** Power Platform API; by rule `highPowerPlatformHost` with a host of its own, or that of DoD. */
  readonly powerPlatform: string | Disputed<'own' | 'dod'>;
  /** What follows the name of an environment in its host; `null` where it follows its region. */
  readonly environmentSuffix: string | null;
  /** `cloud_instance_name`. */
  readonly instanceName: string;
  /** `cloud_graph_host_name`, of the API before Microsoft Graph. */
  readonly olderGraph: string;
  /** Host of the issuer of tokens of version 1. */
  readonly issuer: string;
  /** `rbac_url`. */
  readonly rbac: string;
  /** `tenant_region_scope`; `null` where it follows the tenant's country. */
  readonly regionScope: string | null;
  /** `tenant_region_sub_scope`; `null` where it is left out. */
  readonly regionSubScope: string | null;
};

const global = {
  signIn: signInServices.global,
  graph: 'graph.microsoft.com',
  resourceManager: ['management.core.windows.net', 'management.azure.com'],
  instanceName: 'microsoftonline.com',
  olderGraph: 'graph.windows.net',
  issuer: 'sts.windows.net',
  rbac: 'pas.windows.net',
} as const;

const government = {
  signIn: signInServices.government,
  resourceManager: ['management.core.usgovcloudapi.net', 'management.usgovcloudapi.net'],
  instanceName: 'microsoftonline.us',
  olderGraph: 'graph.windows.net',
  issuer: 'sts.windows.net',
  rbac: 'pasff.usgovcloudapi.net',
  regionScope: 'USGov',
} as const;

/**
 * The clouds that the demo cloud can play. Hosts: Learn (authentication-national-cloud, deployments of Microsoft Graph, discovery-service)
 * and constants of Microsoft's Terraform provider; resources of the admin API: the module for PowerShell (`Get-DefaultAudienceForEndPoint`);
 * scopes of tenants: comments of CISA's ScubaGear, which checks them; `rbac_url`: Learn, howto-vm-sign-in-azure-ad-linux.
 */
export const microsoftClouds: Readonly<Record<MicrosoftCloudName, MicrosoftCloud>> = {
  public: {
    ...global,
    name: 'public',
    discovery: 'globaldisco.crm.dynamics.com',
    bap: 'api.bap.microsoft.com',
    adminScope: 'service.powerapps.com',
    powerPlatform: 'api.powerplatform.com',
    environmentSuffix: null,
    regionScope: null,
    regionSubScope: null,
  },
  gcc: {
    ...global,
    name: 'gcc',
    discovery: 'globaldisco.crm9.dynamics.com',
    bap: 'gov.api.bap.microsoft.us',
    adminScope: { module: 'gov.service.powerapps.us', provider: 'service.powerapps.us' },
    powerPlatform: 'api.gov.powerplatform.microsoft.us',
    environmentSuffix: 'crm9.dynamics.com',
    regionScope: 'NA',
    regionSubScope: 'GCC',
  },
  'gcc-high': {
    ...government,
    name: 'gcc-high',
    graph: 'graph.microsoft.us',
    discovery: 'globaldisco.crm.microsoftdynamics.us',
    bap: 'high.api.bap.microsoft.us',
    adminScope: { module: 'high.service.powerapps.us', provider: 'high.service.apps.appsplatform.us' },
    powerPlatform: { own: 'api.high.powerplatform.microsoft.us', dod: 'api.appsplatform.us' },
    environmentSuffix: 'crm.microsoftdynamics.us',
    regionSubScope: 'DODCON',
  },
  dod: {
    ...government,
    name: 'dod',
    graph: 'dod-graph.microsoft.us',
    discovery: 'globaldisco.crm.appsplatform.us',
    bap: 'api.bap.appsplatform.us',
    adminScope: 'service.apps.appsplatform.us',
    powerPlatform: 'api.appsplatform.us',
    environmentSuffix: 'crm.appsplatform.us',
    regionSubScope: 'DOD',
  },
  china: {
    name: 'china',
    signIn: signInServices.china,
    resourceManager: ['management.core.chinacloudapi.cn', 'management.chinacloudapi.cn'],
    graph: 'microsoftgraph.chinacloudapi.cn',
    discovery: 'globaldisco.crm.dynamics.cn',
    bap: 'api.bap.partner.microsoftonline.cn',
    adminScope: 'service.powerapps.cn',
    powerPlatform: 'api.powerplatform.partner.microsoftonline.cn',
    environmentSuffix: 'crm.dynamics.cn',
    instanceName: 'partner.microsoftonline.cn',
    olderGraph: 'graph.chinacloudapi.cn',
    issuer: 'sts.chinacloudapi.cn',
    rbac: 'pas.chinacloudapi.cn',
    // By the rule `chinaRegionScope`.
    regionScope: null,
    regionSubScope: null,
  },
};
