import type { ExportedRole } from './dataverse/environment-seed.ts';
import type { ChosenLimits } from './gateway/request-limit.ts';
import type { RuleChoices } from './scenario/rules.ts';
import type { MicrosoftCloudName } from './server/microsoft-clouds.ts';

/** The story with three tenants and eight environments, or any number of environments for measurements. */
export type DemoCloudSeed =
  | 'demo'
  | {
      readonly environments: number;
      readonly usersPerEnvironment: number;
      /** Application users beside the few of the story. */
      readonly applicationsPerEnvironment?: number;
    };

/** How a demo cloud is started. */
export type DemoCloudOptions = {
  readonly seed?: DemoCloudSeed;
  /** Which of Microsoft's clouds it plays, whose names it knows besides its own; the public one where it is missing. */
  readonly cloud?: MicrosoftCloudName;
  /** Port of the http listener; 0 or nothing for any. */
  readonly port?: number;
  /** Adds an https listener with a certificate authority of its own. */
  readonly https?: boolean;
  /** Makes the http listener a proxy for the hosts of this demo cloud, also by Microsoft's names of them; it has the same certificate authority. */
  readonly proxy?: boolean;
  /** Seconds until a change of permissions is seen; 0 is at once. */
  readonly lagSeconds?: number;
  /** Milliseconds until a new or removed credential counts at the token endpoint; 0 is at once. */
  readonly credentialLagMilliseconds?: number;
  /** Milliseconds until the token endpoint and Dataverse know a new app or service principal; 0 is at once. */
  readonly objectLagMilliseconds?: number;
  /** Limits of service protection in all environments; those of the service where they are missing. */
  readonly limits?: ChosenLimits;
  /** How device codes live; fifteen minutes and five seconds between polls where it is missing. */
  readonly deviceCodes?: { readonly lifetimeSeconds: number; readonly intervalSeconds: number };
  /** Opens the scenario API, through which faults are injected, the clock is set, and more (docs/demo-cloud.md). */
  readonly control?: boolean;
  /** Adds managed identities at Contoso, and what gives their tokens out: the metadata service of a virtual machine, and an App Service's. */
  readonly managedIdentities?: boolean;
  /** With managed identities: a folder for the secrets of a server with Azure Arc, whose agent gives tokens to who can read it. */
  readonly arcTokens?: string;
  /** Roles that were exported from a real environment: every environment has them, and the privileges that they name. */
  readonly roles?: readonly ExportedRole[];
  /** Choices for rules that nobody could confirm (docs/demo-cloud-parity.md). */
  readonly rules?: RuleChoices;
  /** Milliseconds since the epoch; the computer's clock where it is missing. */
  readonly now?: () => number;
};

/** One environment, as a client has to know it. */
export type DescribedEnvironment = {
  readonly name: string;
  /** Canonical https origin, which is also the audience of tokens. */
  readonly url: string;
  /** The same environment in path form, for a client that knows nothing of the demo cloud. */
  readonly pathUrl: string;
  readonly tenantId: string;
  readonly organizationId: string;
  readonly environmentId: string;
  readonly urlName: string;
  readonly type: 'Production' | 'Sandbox' | 'Developer' | 'Default';
};

/** One app with its credentials. */
export type DescribedApp = {
  readonly name: string;
  readonly clientId: string;
  /** Home tenant. */
  readonly tenantId: string;
  readonly secret?: string;
  readonly certificatePem?: string;
  readonly privateKeyPem?: string;
  readonly note: string;
};

/** One person who can sign in, without a password. */
export type DescribedAccount = {
  readonly username: string;
  readonly displayName: string;
  readonly tenantId: string;
  readonly kind: 'administrator' | 'environmentAdministrator' | 'user';
};

/** Managed identities, and how their tokens are got. */
export type DescribedManagedIdentities = {
  /** For `AZURE_POD_IDENTITY_AUTHORITY_HOST`. */
  readonly authorityHost: string;
  /** For `IDENTITY_ENDPOINT`. */
  readonly endpoint: string;
  /** For `IDENTITY_HEADER`. */
  readonly header: string;
  /** For `MSI_ENDPOINT`, without `MSI_SECRET`: Azure Cloud Shell. */
  readonly cloudShell: string;
  /** For `IDENTITY_ENDPOINT` and `IMDS_ENDPOINT` of a server with Azure Arc; only with `arcTokens`. */
  readonly arc?: { readonly endpoint: string; readonly metadata: string };
  readonly identities: readonly {
    readonly name: string;
    readonly clientId: string;
    readonly objectId: string;
    readonly resourceId: string;
    readonly tenantId: string;
    readonly assigned: 'system' | 'user';
  }[];
};

/** Everything a client needs to know of a running demo cloud. It is plain data and can be posted between threads. */
export type DemoCloudDescription = {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** First path segment of every address but the sign-in service's at the root. */
  readonly key: string;
  readonly login: {
    readonly http: string;
    readonly https?: string;
    /** File with the certificate authority; only the command line writes one. */
    readonly caFile?: string;
    /** The certificate authority in PEM. */
    readonly ca?: string;
  };
  /** Only with the option of that name: for `HTTPS_PROXY`. */
  readonly proxy?: string;
  readonly graph: string;
  readonly bap: string;
  readonly discovery: string;
  /** Power Platform API. */
  readonly powerPlatform: string;
  /** Identity provider of workloads elsewhere: `<workloads>/token?subject=…&audience=…` gives a token for federated identity credentials. */
  readonly workloads: string;
  /** Only with the option of that name. */
  readonly managedIdentities?: DescribedManagedIdentities;
  /** Page with the apps' credentials. */
  readonly portal: string;
  /** Where tests inject faults; only with `control`. */
  readonly control?: string;
  /** Public client through which people sign in to the console. */
  readonly adminClientId: string;
  readonly tenants: readonly { readonly id: string; readonly name: string; readonly domain: string }[];
  readonly environments: readonly DescribedEnvironment[];
  readonly apps: readonly DescribedApp[];
  readonly accounts: readonly DescribedAccount[];
};
