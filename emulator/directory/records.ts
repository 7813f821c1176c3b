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
  /** First three characters of the value: all that anybody sees of it later (Learn: passwordCredential). */
  readonly hint: string;
  /** True for one that the directory made itself: its value was told once and is shown nowhere again. */
  readonly toldOnce: boolean;
  readonly start: number;
  readonly end: number;
};

/** A certificate registered on an app; where the story made it, with the key that the demo's user is given. */
export type ClientCertificate = {
  readonly keyId: string;
  readonly displayName: string;
  readonly certificatePem: string;
  /** `null` for one that was uploaded: only its owner has the key. */
  readonly privateKeyPem: string | null;
  /** Upper-case hexadecimal SHA-1 of the DER encoding. */
  readonly thumbprintSha1: string;
  /** Upper-case hexadecimal SHA-256 of the DER encoding. */
  readonly thumbprintSha256: string;
  readonly start: number;
  readonly end: number;
};

/** Trust in the tokens of another identity provider instead of a credential (Learn: federatedIdentityCredential resource). */
export type FederatedCredential = {
  readonly id: string;
  /** Unique in the app, never changed. */
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
  readonly description: string | null;
};

/** Who may use an app (Microsoft Graph: application resource, `signInAudience`). */
export type SignInAudience =
  | 'AzureADMyOrg'
  | 'AzureADMultipleOrgs'
  | 'AzureADandPersonalMicrosoftAccount'
  | 'PersonalMicrosoftAccount';

/** Whether people with a personal Microsoft account may use an app of this audience; it takes access tokens of version 2 alone. */
export const takesPersonalAccounts = (audience: unknown): boolean =>
  audience === 'AzureADandPersonalMicrosoftAccount' || audience === 'PersonalMicrosoftAccount';

/** A delegated permission that an app offers as an API (Learn: permissionScope resource). */
export type ApiScope = {
  readonly id: string;
  /** Name in `scp`. */
  readonly value: string;
  readonly type: 'User' | 'Admin';
  readonly isEnabled: boolean;
  readonly adminConsentDisplayName: string | null;
  readonly adminConsentDescription: string | null;
  readonly userConsentDisplayName: string | null;
  readonly userConsentDescription: string | null;
};

/** An app that may use permissions of an API without anybody's consent (Learn: preAuthorizedApplication resource). */
export type PreAuthorizedApp = {
  /** Client id of the app that may. */
  readonly appId: string;
  /** Ids of delegated permissions of the API. */
  readonly permissionIds: readonly string[];
};

/** A role that people or apps can be assigned at an app (Learn: appRole resource). */
export type AppRole = {
  readonly id: string;
  /** Name in `roles`; `null` for one that no token tells. */
  readonly value: string | null;
  readonly displayName: string;
  readonly description: string;
  readonly allowedMemberTypes: readonly ('User' | 'Application')[];
  readonly isEnabled: boolean;
};

/** What an app wants of a resource (Learn: requiredResourceAccess). */
export type RequiredResourceAccess = {
  readonly resourceAppId: string;
  readonly resourceAccess: readonly { readonly id: string; readonly type: 'Scope' | 'Role' }[];
};

/** A claim that an app wants besides (Learn: optionalClaim resource). */
export type OptionalClaim = {
  readonly name: string;
  /** `user` for one of a directory extension. */
  readonly source: string | null;
  readonly essential: boolean;
  /** What changes its value. */
  readonly additionalProperties: readonly string[];
};

/** By kind of token (Learn: optionalClaims resource). */
export type OptionalClaims = Readonly<
  Record<'idToken' | 'accessToken' | 'saml2Token', readonly OptionalClaim[]>
>;

/**
 * What describes an app or a service principal and changes nothing else, as far as it was set: `notes`, `tags`, `info.supportUrl` and the like
 * (Learn: application, servicePrincipal resources).
 */
export type Described = Readonly<Record<string, string | null | readonly string[]>>;

/** An application object in its home tenant. */
export type AppRegistration = {
  readonly objectId: string;
  /** Client id. */
  readonly appId: string;
  readonly displayName: string;
  readonly tenantId: string;
  readonly audience: SignInAudience;
  /** True when the app proves nothing where a request does not tell what kind of client it is (Learn: application, `isFallbackPublicClient`). */
  readonly publicClient: boolean;
  /** Of the platform Web: whoever redeems a code there proves the app with its credential. */
  readonly redirectUris: readonly string[];
  /** Of the platform Mobile and desktop applications: there no credential may be sent (Learn: application, `publicClient`). */
  readonly publicRedirectUris: readonly string[];
  /** Of the platform Single-page application: pages of these addresses redeem codes themselves (Learn: application, `spa`). */
  readonly spaRedirectUris: readonly string[];
  /** Where it is told in a hidden frame that somebody has signed out (Learn: v2-protocols-oidc, "Single sign-out"). */
  readonly logoutUrl: string | null;
  /** Which tokens may come with the answer of a sign-in itself (Learn: implicitGrantSettings resource). */
  readonly implicit: { readonly idToken: boolean; readonly accessToken: boolean };
  readonly secrets: readonly ClientSecret[];
  readonly certificates: readonly ClientCertificate[];
  readonly federatedCredentials: readonly FederatedCredential[];
  /** Object ids of people and service principals of the home tenant. */
  readonly owners: readonly string[];
  /** What it is called as a resource, beside its client id. */
  readonly identifierUris: readonly string[];
  readonly scopes: readonly ApiScope[];
  readonly preAuthorized: readonly PreAuthorizedApp[];
  /** Client ids of apps whose consent counts for this API too (Learn: reference-app-manifest, `knownClientApplications`). */
  readonly knownClients: readonly string[];
  /** Version of the access tokens that it takes as a resource; `null` is 1 (Learn: apiApplication resource, `requestedAccessTokenVersion`). */
  readonly accessTokenVersion: 1 | 2 | null;
  readonly appRoles: readonly AppRole[];
  /** What its id tokens have besides, and access tokens for it as a resource; `null` where nobody has set any. */
  readonly optionalClaims: OptionalClaims | null;
  /** Which groups and directory roles these tokens name (Learn: application resource). */
  readonly groupMembershipClaims: string | null;
  readonly requiredResourceAccess: readonly RequiredResourceAccess[];
  /** Deactivated for all tenants by who owns it; `null` where nobody ever did (Learn: deactivate-app-registration). */
  readonly disabled: boolean | null;
  readonly described: Described;
  /** Milliseconds since the epoch. */
  readonly createdOn: number;
  /** One sentence for the person who explores the demo. */
  readonly note: string;
  /** False for platform apps, which nobody holds a credential of. */
  readonly listed: boolean;
};

/** The resource whose identity a service principal is, instead of that of an app (Learn: managed identities overview). */
export type ManagedIdentity = {
  /** Whether it comes and goes with one resource, or stands for itself and is given to resources. */
  readonly assigned: 'system' | 'user';
  /** Azure's id of the resource, or of the identity itself. */
  readonly resourceId: string;
};

/** The service principal of an app, or of a managed identity, in one tenant. */
export type ServicePrincipal = {
  readonly objectId: string;
  readonly appId: string;
  readonly tenantId: string;
  readonly displayName: string;
  /** Home tenant of the app, which the principal outlives (Learn: servicePrincipal, `appOwnerOrganizationId`). */
  readonly ownerTenantId: string;
  readonly enabled: boolean;
  /** Milliseconds since the epoch. */
  readonly createdOn: number;
  /** True where only people who were assigned to the app may sign in with it (Learn: servicePrincipal, `appRoleAssignmentRequired`). */
  readonly assignmentRequired: boolean;
  /** True where Conditional Access for workload identities blocks it. */
  readonly blocked: boolean;
  /** Its own, which count in its tenant alone (Learn: serviceprincipal-addpassword). */
  readonly secrets: readonly ClientSecret[];
  readonly certificates: readonly ClientCertificate[];
  /** Object ids of people and service principals of its tenant. */
  readonly owners: readonly string[];
  readonly described: Described;
  /** `null` for that of an app. */
  readonly managedIdentity: ManagedIdentity | null;
};

/** A group of one tenant (Learn: group resource). */
export type Group = {
  readonly objectId: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly mailNickname: string;
  /** True for a Microsoft 365 group. */
  readonly unified: boolean;
  readonly mailEnabled: boolean;
  readonly securityEnabled: boolean;
  readonly visibility: 'Public' | 'Private' | 'HiddenMembership' | null;
  /** Rule of a dynamic group; `null` where members are assigned. */
  readonly membershipRule: string | null;
  /** Object ids of people, service principals and groups. */
  readonly members: readonly string[];
  /** Object ids of people and service principals. */
  readonly owners: readonly string[];
  /** Milliseconds since the epoch. */
  readonly createdOn: number;
  /** Given by who made it, and never changed (Learn: group-upsert). */
  readonly uniqueName: string | null;
};

/** What was deleted and can be restored (Learn: directory-deleteditems). */
export type DeletedItem = (
  | { readonly kind: 'application'; readonly record: AppRegistration }
  | { readonly kind: 'servicePrincipal'; readonly record: ServicePrincipal }
  | { readonly kind: 'group'; readonly record: Group }
) & {
  /** Milliseconds since the epoch. */
  readonly deletedOn: number;
};

/** A delegated permission that was consented to (Learn: oAuth2PermissionGrant). */
export type PermissionGrant = {
  readonly id: string;
  readonly tenantId: string;
  /** Object id of the service principal of the app that may act. */
  readonly clientId: string;
  readonly consentType: 'AllPrincipals' | 'Principal';
  /** Object id of the one person whom it is about; `null` for everybody. */
  readonly principalId: string | null;
  /** Object id of the resource's service principal. */
  readonly resourceId: string;
  /** Permission names, separated by spaces. */
  readonly scope: string;
};

/** An app role that a principal was assigned at a resource (Learn: appRoleAssignment). */
export type AppRoleAssignment = {
  readonly id: string;
  readonly tenantId: string;
  /** Object id of the service principal or person that has the role. */
  readonly principalId: string;
  /** Object id of the resource's service principal. */
  readonly resourceId: string;
  readonly appRoleId: string;
  /** Milliseconds since the epoch. */
  readonly createdOn: number;
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
  /** Administrator of the tenant, of single environments (System Administrator there and nothing elsewhere), or neither. */
  readonly kind: 'administrator' | 'environmentAdministrator' | 'user';
  readonly enabled: boolean;
  /** Where a guest comes from; `null` for a member (Learn: user-properties, "B2B guest"). */
  readonly home: { readonly tenantId: string; readonly name: string } | null;
  /** What stands in the way of signing in: a second factor, Conditional Access, an expired password. */
  readonly trouble: 'none' | 'mfa' | 'blocked' | 'password-expired';
  /** Tenants on whose sign-in page the person is offered although not invited there. */
  readonly triesAt: readonly string[];
};
