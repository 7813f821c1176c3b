import { refuse, ticks } from './entra-error.ts';
import type { EntraError } from './entra-error.ts';

const certificateDocs =
  'Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .';

/** No federated identity credential fits: as recorded, without `error_uri`. */
const noFederatedRecord = (code: number, what: string, detail = ''): EntraError =>
  refuse(
    401,
    'invalid_client',
    code,
    `No matching federated identity record found for presented assertion ${what}. ${detail === '' ? '' : `${detail} `}` +
      'Check your federated identity credential Subject, Audience and Issuer against the presented assertion. ' +
      'https://learn.microsoft.com/entra/workload-id/workload-identity-federation',
    false,
  );

/**
 * Every refusal of the sign-in service, with the codes of "Microsoft Entra authentication and authorization error
 * codes" (Learn: reference-error-codes) and the texts that the service is known to send.
 */
export const aadsts = {
  transient: () =>
    refuse(503, 'temporarily_unavailable', 90033, 'A transient error has occurred. Please try again.'),
  /** Learn: tenant-restrictions. */
  tenantRestricted: () => refuse(400, 'invalid_request', 500021, 'Access to tenant is denied.'),
  tenantMalformed: (tenant: string) =>
    refuse(
      400,
      'invalid_request',
      900023,
      `Specified tenant identifier '${tenant}' is neither a valid DNS name, nor a valid external domain.`,
    ),
  tenantNotFound: (tenant: string, error: 'invalid_request' | 'invalid_tenant') =>
    refuse(
      400,
      error,
      90002,
      `Tenant '${tenant}' not found. This may happen if there are no active subscriptions for the tenant. ` +
        'Check to make sure you have the correct tenant ID. Check with your subscription administrator.',
    ),
  /** As seen. */
  otherNationalCloud: (tenant: string, nationalCloud: string) =>
    refuse(
      400,
      'invalid_request',
      90038,
      `Tenant '${tenant}' request is being redirected to the National Cloud '${nationalCloud}'.`,
    ),
  /** As seen with both numbers. */
  confidentialClientAcrossClouds: (code: 900382 | 900432) =>
    refuse(400, 'invalid_request', code, 'Confidential Client is not supported in Cross Cloud request.'),
  /** As seen. */
  governmentTenantAtPublicEndpoint: () =>
    refuse(
      400,
      'invalid_request',
      900439,
      'Confidential Client requests are not supported on the public endpoint (login.microsoftonline.com) for tenants in the Azure ' +
        'Government cloud. Send your login requests to https://login.microsoftonline.us instead. Please see ' +
        'https://devblogs.microsoft.com/azuregov/azure-government-aad-authority-endpoint-update/ for more details',
    ),
  /** As seen. */
  publicTenantAtGovernmentEndpoint: () =>
    refuse(
      400,
      'invalid_request',
      900440,
      'Requests to tenants hosted in the public cloud are not supported on USGov endpoints. This user must sign into ' +
        'https://login.microsoftonline.com instead of https://login.microsoftonline.us. The application must send the user to the ' +
        'right login endpoint, usually by hosting two versions of the site (e.g. portal.azure.us and portal.azure.com)',
    ),
  instanceUnknown: (instance: string) =>
    refuse(400, 'invalid_instance', 50049, `Unknown or invalid instance '${instance}'.`),
  parameterMissing: (name: string) =>
    refuse(
      400,
      'invalid_request',
      900144,
      `The request body must contain the following parameter: '${name}'.`,
    ),
  parameterRepeated: (name: string) =>
    refuse(
      400,
      'invalid_request',
      9000411,
      `The request is not properly formatted. The parameter '${name}' is duplicated.`,
    ),
  /** A page that was answered already, or of nobody's sign-in, as seen after the browser's Back (AzureAD/microsoft-authentication-library-for-js, issue 3813). */
  pageGone: () =>
    refuse(
      400,
      'invalid_request',
      90014,
      "The required field 'request' is missing from the credential. Ensure that you have all the necessary parameters for the login request.",
    ),
  /** The words are ours. */
  parameterInvalid: (name: string) =>
    refuse(400, 'invalid_request', 90023, `The value of the parameter '${name}' is not valid.`),
  postOnly: (method: string) =>
    refuse(
      400,
      'invalid_request',
      900561,
      `The endpoint only accepts POST requests. Received a ${method} request.`,
    ),
  grantUnsupported: (grant: string) =>
    refuse(
      400,
      'unsupported_grant_type',
      70003,
      `The app requested an unsupported grant type '${grant}'.`,
      false,
    ),
  /** As quoted of apps that sign themselves in (AzureAD/microsoft-identity-web, issue 462; MicrosoftDocs/azure-docs, issue 24064). */
  tenantMissing: () =>
    refuse(
      400,
      'invalid_request',
      50059,
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    ),
  /** As quoted of passwords (AzureAD/microsoft-authentication-library-for-java, issue 382). */
  grantNeedsTenant: () =>
    refuse(
      400,
      'invalid_request',
      9001023,
      'The grant type is not supported over the /common or /consumers endpoints. ' +
        'Please use the /organizations or tenant-specific endpoint.',
    ),
  clientIdMalformed: (clientId: string) =>
    refuse(400, 'unauthorized_client', 700038, `${clientId} is not a valid application identifier.`, false),
  appNotFound: (clientId: string, tenant: string) =>
    refuse(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${tenant}'. ` +
        'This can happen if the application has not been installed by the administrator of the tenant or consented ' +
        'to by any user in the tenant. You may have sent your authentication request to the wrong tenant.',
    ),
  principalMissing: (clientId: string, tenantId: string) =>
    refuse(
      401,
      'invalid_client',
      7000229,
      `The client application ${clientId} is missing service principal in the tenant ${tenantId}. ` +
        'See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119 .',
    ),
  appNotMultiTenant: (clientId: string, name: string) =>
    refuse(
      400,
      'invalid_request',
      50194,
      `Application '${clientId}'(${name}) is not configured as a multi-tenant application. Usage of the /common ` +
        "endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or " +
        'configure the application to be multi-tenant.',
    ),
  appDisabled: (clientId: string, name: string) =>
    refuse(401, 'unauthorized_client', 7000112, `Application '${clientId}'(${name}) is disabled.`),
  /** As recorded of a service principal: whatever a client does about it, the person can only be told; the claims name the policy. */
  blockedByPolicy: (policyId: string): EntraError => ({
    ...refuse(
      400,
      'invalid_grant',
      53003,
      'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    ),
    suberror: 'message_only',
    claims: JSON.stringify({ access_token: { capolids: { essential: true, values: [policyId] } } }),
  }),
  credentialMissing: () =>
    refuse(
      401,
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    ),
  /** As seen. */
  credentialsOfTwoKinds: () =>
    refuse(
      400,
      'invalid_request',
      9002324,
      "Request should not contain more than one client credential parameters, this includes 'client_secret', 'client_assertion' and " +
        "'request' parameters.",
    ),
  /** What OpenID Connect Core, 3.1.2.6 wants of a service that takes no request objects; number and words are ours. */
  requestObjectUnsupported: (name: 'request' | 'request_uri') =>
    refuse(400, `${name}_not_supported`, 90023, `The '${name}' request parameter is not supported.`),
  credentialOnPublicClient: () =>
    refuse(
      401,
      'invalid_client',
      700025,
      "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
    ),
  secretInvalid: (clientId: string) =>
    refuse(
      401,
      'invalid_client',
      7000215,
      'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, ' +
        `not the client secret ID, for a secret added to app '${clientId}'.`,
    ),
  secretExpired: (clientId: string) =>
    refuse(
      401,
      'invalid_client',
      7000222,
      `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys ` +
        'for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added ' +
        'security: https://aka.ms/certCreds.',
    ),
  /** As recorded by MSAL.NET's tests, where the error is `invalid_request`. */
  assertionMalformed: (error: 'invalid_client' | 'invalid_request') =>
    refuse(error === 'invalid_client' ? 401 : 400, error, 50027, 'JWT token is invalid or malformed.'),
  /** As recorded by MSAL.NET's tests. */
  assertionWithoutThumbprint: () =>
    refuse(
      401,
      'invalid_client',
      5002723,
      'Invalid JWT token. No certificate SHA-1 thumbprint, certificate SHA-256 thumbprint, nor keyId specified in token header.',
    ),
  /** As recorded by MSAL.NET's tests of `iss` and `aud`. */
  /** As seen by Microsoft's library for Ruby (AzureAD/azure-activedirectory-library-for-ruby, pull request 53). */
  assertionTypeUnexpected: () => refuse(400, 'invalid_request', 90011, 'Unexpected client assertion type.'),
  assertionWithoutClaim: (name: string) =>
    refuse(
      400,
      'invalid_request',
      90014,
      `The required field '${name}' is missing from the credential. Ensure that you have all the necessary parameters for the login request.`,
    ),
  /** As seen. */
  assertionType: () =>
    refuse(
      400,
      'invalid_request',
      5002727,
      "Invalid JWT header type specified, must be 'JWT' or 'http://openid.net/specs/jwt/1.0'.",
    ),
  /** As recorded by MSAL.NET's tests, and seen of federated credentials with `invalid_request`. */
  assertionAlgorithm: (
    algorithm: string,
    supported: string,
    error: 'invalid_client' | 'invalid_request' = 'invalid_client',
  ) =>
    refuse(
      error === 'invalid_client' ? 401 : 400,
      error,
      5002738,
      `Invalid JWT token. '${algorithm}' is not a supported signature algorithm. ` +
        `Supported signing algorithms are: '${supported}'`,
    ),
  /** As seen (AzureAD/microsoft-authentication-library-for-dotnet, issue 4712). */
  assertionKeyUnsupported: () =>
    refuse(400, 'invalid_request', 5002730, 'Invalid JWT token. Unsupported key for the signing algorithm.'),
  /** As seen (AzureAD/microsoft-authentication-library-for-java, issue 430). */
  assertionSubject: () =>
    refuse(401, 'invalid_client', 50048, 'Subject must match the issuer claim in the client assertion.'),
  /** As seen (Azure/azure-sdk-for-net, issue 29007): with where the app's certificates are shown, and what Microsoft's own tenants may do. */
  assertionKeyUnknown: (thumbprint: string, clientId: string) =>
    refuse(
      401,
      'invalid_client',
      700027,
      `Client assertion contains an invalid signature. [Reason - The key was not found., Thumbprint of key used by client: '${thumbprint}', ` +
        'Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id ' +
        `'${clientId}'. Review the documentation at https://docs.microsoft.com/en-us/graph/deployments to determine the corresponding ` +
        'service endpoint and https://docs.microsoft.com/en-us/graph/api/application-get?view=graph-rest-1.0&tabs=http to build a query ' +
        `request URL, such as 'https://graph.microsoft.com/beta/applications/${clientId}']. Alternatively, SNI may be configured on the ` +
        "app. Please ensure that client assertion is being sent with the x5c claim in the JWT header using MSAL's WithSendX5C() method " +
        'so that Azure Active Directory can validate the certificate being used.',
    ),
  assertionKey: (reason: string) =>
    refuse(
      401,
      'invalid_client',
      700027,
      `Client assertion contains an invalid signature. [Reason - ${reason}] ${certificateDocs}`,
    ),
  assertionForOtherApp: () =>
    refuse(
      401,
      'invalid_client',
      700021,
      `Client assertion application identifier doesn't match 'client_id' parameter. ${certificateDocs}`,
    ),
  assertionAudience: () =>
    refuse(
      401,
      'invalid_client',
      700023,
      `Client assertion audience claim does not match Realm issuer. ${certificateDocs}`,
    ),
  assertionTime: (now: number, from: number, until: number) =>
    refuse(
      401,
      'invalid_client',
      700024,
      `Client assertion is not within its valid time range. Current time: ${ticks(now)}, assertion ` +
        `valid from ${ticks(from)}, expiry time of assertion ${ticks(until)}. ` +
        certificateDocs,
    ),
  assertionUsed: () =>
    refuse(401, 'invalid_client', 50013, 'Assertion is invalid because it has been used before.'),
  /** As seen by a client that sends two. */
  assertionOfManyAudiences: (count: number) =>
    refuse(
      401,
      'invalid_client',
      5002741,
      `Number of audience values in the provided client credential exceed maximum allowed. ${count} audience values ` +
        'provided, maximum allowed is 1.',
    ),
  noFederatedCredentials: (clientId: string, name: string) =>
    refuse(
      401,
      'invalid_client',
      70025,
      `The client '${clientId}'(${name}) has no configured federated identity credentials.`,
      false,
    ),
  federatedIssuerUnknown: (issuer: string) => noFederatedRecord(700211, `issuer '${issuer}'`),
  federatedAudienceUnknown: (audience: string) => noFederatedRecord(700212, `audience '${audience}'`),
  federatedSubjectUnknown: (subject: string) => noFederatedRecord(700213, `subject '${subject}'`),
  federatedSubjectCase: (subject: string) =>
    noFederatedRecord(
      7002138,
      `subject '${subject}'`,
      'The subject matches with case-insensitive comparison, but not with case-sensitive comparison.',
    ),
  /** Learn: workload-identity-federation-considerations. */
  federatedByEntra: () =>
    refuse(
      401,
      'invalid_client',
      700222,
      'AAD-issued tokens may not be used for federated identity flows.',
      false,
    ),
  /** As seen (Azure/azure-workload-identity, issue 1232). */
  federatedKeyUnknown: (keyId: string, issuer: string) =>
    refuse(
      401,
      'invalid_client',
      7000272,
      `The certificate with identifier ${keyId} used to sign the federated credential could not be found in the metadata of identity ` +
        `provider ${issuer}. Please validate that your Identity Provider's metadata exposes the key used to sign the incoming token.`,
    ),
  issuerUnreachable: () =>
    refuse(400, 'invalid_request', 501661, 'Request to External OIDC endpoint failed.'),
  userAssertionMalformed: () => refuse(400, 'invalid_request', 50027, 'JWT token is invalid or malformed.'),
  userAssertionSignature: (reason: string) =>
    refuse(400, 'invalid_grant', 50013, `Assertion failed signature validation. [Reason - ${reason}]`),
  userAssertionExpired: (now: number, until: number) =>
    refuse(
      400,
      'invalid_grant',
      500133,
      'Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user ' +
        `assertion, or request a new token. Current time: ${ticks(now)}, expiry time of assertion ${ticks(until)}.`,
    ),
  /** Text as the service publishes it at its page for the code. */
  userAssertionAudience: (audience: string, expected: string, clientId: string, name: string) =>
    refuse(
      400,
      'invalid_grant',
      500131,
      'Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was ' +
        `'${audience}' and the expected audience is '${expected}' or one of the Application Uris of this application with ` +
        `App ID '${clientId}'(${name}). The downstream client must request a token for the expected audience (the ` +
        'application that made the OBO request) and this application should use that token as the assertion.',
    ),
  idTokenAsAssertion: () =>
    refuse(
      400,
      'invalid_grant',
      240002,
      "Input id_token cannot be used as 'urn:ietf:params:oauth:grant-type:jwt-bearer' grant.",
    ),
  onBehalfOfApp: (clientId: string) =>
    refuse(
      400,
      'unauthorized_client',
      7000114,
      `Application '${clientId}' is not allowed to make application on-behalf-of calls.`,
    ),
  scopeNeedsDefault: (scope: string) =>
    refuse(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with ` +
        '/.default suffixed to the resource identifier (application ID URI).',
      false,
    ),
  /** As recorded by MSAL.NET's tests. */
  scopeInvalid: (scope: string) =>
    refuse(
      400,
      'invalid_scope',
      70011,
      "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. " +
        `The scope ${scope} is not valid.`,
      false,
    ),
  /** As administrators quote it. */
  permissionUnknown: (name: string, scope: string, resourceId: string) =>
    refuse(
      400,
      'invalid_client',
      650053,
      `The application '${name}' asked for scope '${scope}' that doesn't exist on the resource '${resourceId}'. Contact the app vendor.`,
    ),
  scopeOfManyResources: (scope: string) =>
    refuse(
      400,
      'invalid_scope',
      700022,
      `The provided value for the input parameter 'scope' is not valid because it contains more than one resource. ` +
        `Scope ${scope} is not valid.`,
    ),
  resourceNotFound: (resource: string, tenant: string) =>
    refuse(
      400,
      'invalid_resource',
      500011,
      `The resource principal named ${resource} was not found in the tenant named ${tenant}. This can happen if the ` +
        'application has not been installed by the administrator of the tenant or consented to by any user in the ' +
        'tenant. You might have sent your authentication request to the wrong tenant.',
    ),
  /** As administrators quote it. */
  redirectMissing: () => refuse(400, 'invalid_request', 900971, 'No reply address provided.'),
  redirectMismatch: (uri: string, clientId: string) =>
    refuse(
      400,
      'invalid_request',
      50011,
      `The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the ` +
        `application '${clientId}'. Make sure the redirect URI sent in the request matches one added to your ` +
        'application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about ' +
        'how to troubleshoot this error.',
    ),
  responseTypeUnsupported: (type: string) =>
    refuse(
      400,
      'unsupported_response_type',
      70005,
      `The response type '${type}' is not supported. Expected value is 'code'.`,
    ),
  implicitOff: (type: 'id_token' | 'token') =>
    refuse(
      400,
      'unsupported_response_type',
      type === 'token' ? 700051 : 700054,
      `response_type '${type}' is not enabled for the application.`,
    ),
  /** As seen of tokens in a query (MicrosoftDocs/azure-docs, issue 10191). */
  responseModeUnsupported: (mode: string) =>
    refuse(
      400,
      'invalid_request',
      70007,
      `'${mode}' is not a supported value of 'response_mode' when requesting a token.`,
    ),
  /** As developers quote it, of two values too (keycloak/keycloak, issue 15092; opencloud-eu/desktop, issue 871). */
  promptUnsupported: () => refuse(400, 'invalid_request', 90023, "Unsupported 'prompt' value."),
  /** As developers quote it (MicrosoftDocs/azure-docs, issue 42906). */
  challengeSize: () => refuse(400, 'invalid_request', 501491, 'Invalid size of Code_Challenge parameter.'),
  /** Learn: reference-error-codes. */
  challengeMethod: () => refuse(400, 'invalid_request', 50149, 'Invalid Code_Challenge_method parameter.'),
  /** As recorded; the number depends on the authority, the words do not. */
  appForConsumersOnly: (clientId: string, name: string, common: boolean) =>
    refuse(
      400,
      'invalid_request',
      common ? 9002331 : 9002346,
      `Application '${clientId}'(${name}) is configured for use by Microsoft Account users only. Please use the /consumers ` +
        'endpoint to serve this request.',
    ),
  /** Learn: reference-error-codes, AADSTS70000. */
  grantOfOtherAuthority: () =>
    refuse(400, 'invalid_grant', 70000, "Authentication failed. The refresh token isn't valid."),
  appNotForConsumers: () =>
    refuse(
      400,
      'invalid_request',
      90130,
      "The application isn't supported over the /common or /consumers endpoints. Use the /organizations or " +
        'tenant-specific endpoint instead.',
    ),
  /** As seen of codes and of refresh tokens that are none. */
  codeInvalid: () =>
    refuse(400, 'invalid_grant', 9002313, 'Invalid request. Request is malformed or invalid.'),
  codeRedeemed: () =>
    refuse(
      400,
      'invalid_grant',
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    ),
  codeExpired: () =>
    refuse(
      400,
      'invalid_grant',
      70008,
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive ' +
        'authorization request for this user and resource.',
    ),
  refreshExpired: (issuedOn: number) =>
    refuse(
      400,
      'invalid_grant',
      700082,
      `The refresh token has expired due to inactivity. The token was issued on ${ticks(issuedOn)} and ` +
        'was inactive for 90.00:00:00.',
    ),
  spaRefreshExpired: (issuedOn: number) =>
    refuse(
      400,
      'invalid_grant',
      700084,
      'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which ' +
        'cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. ' +
        `The token was issued on ${ticks(issuedOn)}.`,
    ),
  /** As seen: of an app on a computer or phone with another number and more words. */
  crossOriginOfOtherApp: (origin: string, isNative: boolean) =>
    refuse(
      400,
      'invalid_request',
      isNative ? 90023 : 9002326,
      `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type${
        isNative
          ? " or 'Native' client-type with origin registered in AllowedOriginForNativeAppCorsRequestInOAuthToken allow list"
          : ''
      }. Request origin: '${origin}'.`,
    ),
  spaWithoutOrigin: () =>
    refuse(
      400,
      'invalid_request',
      9002327,
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    ),
  spaWithoutChallenge: () =>
    refuse(
      400,
      'invalid_request',
      9002325,
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    ),
  /** Learn: reference-error-codes, AADSTS700005. */
  codeOfOtherTenant: () =>
    refuse(
      400,
      'invalid_grant',
      700005,
      'Provided Authorization Code is intended to use against other tenant, thus rejected. OAuth2 Authorization Code must be ' +
        'redeemed against same tenant it was acquired for (/common or /{tenant-ID} as appropriate).',
    ),
  codeForOtherClient: () => refuse(400, 'invalid_grant', 70000, 'Provided grant is invalid or malformed.'),
  replyAddressMismatch: (uri: string) =>
    refuse(
      400,
      'invalid_client',
      500112,
      `The reply address '${uri}' does not match the reply address provided when requesting Authorization code.`,
    ),
  verifierMismatch: () =>
    refuse(
      400,
      'invalid_grant',
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    ),
  accountAmbiguous: () =>
    refuse(
      400,
      'interaction_required',
      16000,
      'Either multiple user identities are available for the current request or selected account is not supported ' +
        'for the scenario.',
    ),
  resourceUnsupported: () =>
    refuse(400, 'invalid_request', 901002, "The 'resource' request parameter isn't supported."),
  loginRequired: () =>
    refuse(400, 'login_required', 50058, 'A silent sign-in request was sent but no user is signed in.'),
  /** The service hides who it was, as recorded. */
  personNotAssigned: (clientId: string, name: string) =>
    refuse(
      400,
      'invalid_grant',
      50105,
      `Your administrator has configured the application ${name} ('${clientId}') to block users unless they are ` +
        "specifically granted ('assigned') access to the application. The signed in user '{EmailHidden}' is blocked " +
        'because they are not a direct member of a group with access, nor had access directly assigned by an ' +
        'administrator. Please contact your administrator to assign access to this application.',
    ),
  /** As recorded. */
  appNotAssigned: (clientId: string, name: string, resource: string, resourceName: string) =>
    refuse(
      400,
      'invalid_grant',
      501051,
      `Application '${clientId}'(${name}) is not assigned to a role for the application '${resource}'(${resourceName}).`,
    ),
  /** The service hides who it was. */
  accountUnknown: (tenant: string) =>
    refuse(
      400,
      'invalid_grant',
      50034,
      `The user account {EmailHidden} does not exist in the ${tenant} directory. To sign into this application, the ` +
        'account must be added to the directory.',
    ),
  passwordWrong: () =>
    refuse(400, 'invalid_grant', 50126, 'Error validating credentials due to invalid username or password.'),
  tokenForItself: (clientId: string, name: string) =>
    refuse(
      400,
      'invalid_request',
      90009,
      `Application '${clientId}'(${name}) is requesting a token for itself. This scenario is supported only if resource is ` +
        'specified using the GUID based App Identifier.',
    ),
  userDisabled: () => refuse(400, 'invalid_grant', 50057, 'The user account is disabled.'),
  passwordExpired: () => refuse(400, 'invalid_grant', 50055, 'The password is expired.'),
  secondFactorNeeded: (resource: string, claims?: string): EntraError => ({
    ...refuse(
      400,
      'interaction_required',
      50076,
      'Due to a configuration change made by your administrator, or because you moved to a new location, you must use ' +
        `multi-factor authentication to access '${resource}'.`,
    ),
    suberror: 'basic_action',
    ...(claims === undefined ? {} : { claims }),
  }),
  secondFactorDenied: () =>
    refuse(400, 'access_denied', 500121, 'Authentication failed during strong authentication request.'),
  sessionRevoked: (): EntraError => ({
    ...refuse(
      400,
      'invalid_grant',
      50173,
      'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have ' +
        'changed or reset their password.',
    ),
    suberror: 'bad_token',
  }),
  consentMissing: (clientId: string, name: string): EntraError => ({
    ...refuse(
      400,
      'invalid_grant',
      65001,
      `The user or administrator has not consented to use the application with ID '${clientId}' named '${name}'. Send ` +
        'an interactive authorization request for this user and resource.',
    ),
    suberror: 'consent_required',
  }),
  /** As seen (n8n-io/n8n, issue 14542; microsoft/Agents, issue 358). */
  resourceUnlisted: (
    { appId, name }: { readonly appId: string; readonly name: string },
    resource: { readonly requested: string; readonly appId: string },
    listed: readonly string[],
  ) =>
    refuse(
      400,
      'invalid_client',
      650057,
      'Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the ' +
        `client's application registration. Client app ID: ${appId}(${name}). Resource value from request: ${resource.requested}. ` +
        `Resource app ID: ${resource.appId}. List of valid resources from app registration: ${listed.join(', ')}.`,
    ),
  /** As seen (Azure/azure-cli, issue 23485). */
  preauthorizationMissing: (clientId: string, resourceId: string) =>
    refuse(
      400,
      'invalid_request',
      65002,
      `Consent between first party application '${clientId}' and first party resource '${resourceId}' must be configured via ` +
        'preauthorization - applications owned and operated by Microsoft must get approval from the API owner before requesting tokens for ' +
        'that API.',
    ),
  /** What an authorization response says of it (OpenID Connect Core, 3.1.2.6). */
  consentMissingSilently: (
    clientId: string,
    name: string,
    error: 'consent_required' | 'interaction_required',
  ): EntraError => ({ ...aadsts.consentMissing(clientId, name), error }),
  adminConsentNeeded: (name: string) =>
    refuse(
      400,
      'access_denied',
      90094,
      `${name} needs permission to access resources in your organization that only an admin can grant. Ask an admin to ` +
        'grant permission to this app before you can use it.',
    ),
  deviceCodePending: () =>
    refuse(
      400,
      'authorization_pending',
      70016,
      'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
    ),
  devicePollsTooFast: () =>
    refuse(
      400,
      'slow_down',
      70016,
      'OAuth 2.0 device flow error. Authorization is pending. Polling is too frequent.',
    ),
  deviceCodeDeclined: () =>
    refuse(
      400,
      'authorization_declined',
      65004,
      'User declined to consent to access the app on the verification page.',
    ),
  deviceCodeExpired: () =>
    refuse(
      400,
      'expired_token',
      70020,
      "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
    ),
  deviceCodeUnknown: () =>
    refuse(
      400,
      'bad_verification_code',
      70018,
      "Invalid verification code due to User typing in wrong user code for device code flow. Authorization isn't approved.",
    ),
  consentNeedsTenant: () =>
    refuse(
      400,
      'invalid_request',
      // Learn: v2-admin-consent says only that `common` cannot be used; the number is the one of an endpoint that is not served there.
      90124,
      "The resource isn't supported over the /common or /consumers endpoints. Use the /organizations or tenant-specific " +
        'endpoint instead.',
    ),
  adminDeclined: () =>
    refuse(400, 'access_denied', 65004, 'The resource owner or authorization server denied the request.'),
  adminApprovalNeeded: () => refuse(400, 'access_denied', 90094, 'The grant requires admin permission.'),
  userDeclined: () => refuse(400, 'access_denied', 65004, 'User declined to consent to access the app.'),
  userNotInTenant: (username: string, home: string, tenant: string, clientId: string, app: string) =>
    refuse(
      400,
      'interaction_required',
      50020,
      `User account '${username}' from identity provider '${home}' does not exist in tenant '${tenant}' and cannot ` +
        `access the application '${clientId}'(${app}) in that tenant. The account needs to be added as an external ` +
        'user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.',
    ),
} as const;
