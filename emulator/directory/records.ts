/** A Microsoft Entra tenant of the demo cloud. */
export type Tenant = {
  readonly id: string;
  readonly displayName: string;
  /** Verified domain, which names the tenant as well as its id does. */
  readonly domain: string;
  /** Two letters; claim `tenant_region_scope` is derived from it. */
  readonly country: string;
};

/** A client secret of an app registration; times in milliseconds since the epoch. */
export type ClientSecret = {
  readonly keyId: string;
  readonly displayName: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
};

/** A certificate registered on an app; the private key belongs to the demo's user, not to the directory. */
export type ClientCertificate = {
  readonly keyId: string;
  readonly displayName: string;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  /** Upper-case hexadecimal SHA-1 of the DER encoding. */
  readonly thumbprintSha1: string;
  /** Upper-case hexadecimal SHA-256 of the DER encoding. */
  readonly thumbprintSha256: string;
  readonly start: number;
  readonly end: number;
};

/** Who may use an app (Microsoft Graph: application resource, `signInAudience`). */
export type SignInAudience = 'AzureADMyOrg' | 'AzureADMultipleOrgs';

/** An application object in its home tenant. */
export type AppRegistration = {
  readonly objectId: string;
  /** Client id. */
  readonly appId: string;
  readonly displayName: string;
  readonly tenantId: string;
  readonly audience: SignInAudience;
  /** True when the app signs users in without a credential of its own. */
  readonly publicClient: boolean;
  readonly redirectUris: readonly string[];
  readonly secrets: readonly ClientSecret[];
  readonly certificates: readonly ClientCertificate[];
  /** One sentence for the person who explores the demo. */
  readonly note: string;
  /** False for platform apps, which nobody holds a credential of. */
  readonly listed: boolean;
};

/** The service principal of an app in one tenant. */
export type ServicePrincipal = {
  readonly objectId: string;
  readonly appId: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly enabled: boolean;
  /** True where Conditional Access for workload identities blocks it. */
  readonly blocked: boolean;
};

/** A person who can sign in. */
export type Account = {
  readonly objectId: string;
  readonly tenantId: string;
  /** User principal name. */
  readonly username: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly kind: 'administrator' | 'user';
  readonly enabled: boolean;
};
