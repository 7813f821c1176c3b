/** A refusal of Microsoft Graph: thrown where it is found, turned into an answer at one place. */
export class GraphFault extends Error {
  readonly status: number;
  readonly code: string;
  /** The property that is at fault and its own code, where the service names it apart from the message; `null` elsewhere. */
  readonly detail: { readonly target: string; readonly code: string } | null;

  constructor(status: number, code: string, message: string, detail: GraphFault['detail'] = null) {
    super(message);
    this.name = 'GraphFault';
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}

const bad = (message: string): GraphFault => new GraphFault(400, 'Request_BadRequest', message);

/** Every refusal with the code and text of the service (Learn: errors; texts as administrators quote them). */
export const graphFaults = {
  notFound: (name: string) =>
    new GraphFault(
      404,
      'Request_ResourceNotFound',
      `Resource '${name}' does not exist or one of its queried reference-property objects are not present.`,
    ),
  /** As quoted by administrators and developers. */
  noPhoto: () =>
    new GraphFault(
      404,
      'ImageNotFound',
      "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.",
    ),
  denied: () =>
    new GraphFault(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'),
  delegatedOnly: () =>
    new GraphFault(400, 'BadRequest', '/me request is only valid with delegated authentication flow.'),
  noSegment: (name: string) =>
    new GraphFault(400, 'BadRequest', `Resource not found for the segment '${name}'.`),
  /** As seen in a client that joined two addresses. */
  noVersion: (name: string) => new GraphFault(404, 'ResourceNotFound', `Invalid version: ${name}`),
  method: () =>
    new GraphFault(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.'),
  /** As quoted by developers (microsoftgraph/msgraph-sdk-powershell, issue 832). */
  typeMissing: () =>
    new GraphFault(
      400,
      'Request_UnsupportedQuery',
      'Searches against this resource are not supported. Only specific instances can be queried.',
    ),
  /** As quoted of `$select` and `$expand` (mguessan/davmail, issue 488; microsoftgraph/msgraph-sdk-powershell, issue 2103). */
  noProperty: (name: string, type: string) =>
    new GraphFault(
      400,
      'BadRequest',
      `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
    ),
  /** As developers quote it (microsoftgraph/msgraph-sdk-dotnet, issue 2254). */
  pageToken: () =>
    new GraphFault(
      400,
      'Directory_ExpiredPageToken',
      'The specified page token value has expired and can no longer be included in your request.',
    ),
  body: () =>
    new GraphFault(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set.',
    ),
  /** As administrators quote them. */
  groupProperty: (name: string) =>
    new GraphFault(
      400,
      'Request_BadRequest',
      `Invalid value specified for property '${name}' of resource 'Group'.`,
      { target: name, code: 'InvalidValue' },
    ),
  groupRequired: (name: string) => bad(`A value is required for property '${name}' of resource 'Group'.`),
  /** Learn: group-post-members lists what fits; the words are ours. */
  memberUnfit: (type: string) => bad(`Objects of type '${type}' cannot be added to this relationship.`),
  /** What a Microsoft 365 group cannot take in, as administrators quote it: Azure/azure-cli#29097, microsoftgraph/microsoft-graph-docs#11629. */
  unifiedMember: (what: 'Directory object type: ServicePrincipal' | 'Unified Groups') =>
    new GraphFault(
      400,
      'Request_BadRequest',
      `${what} cannot be added to Unified Groups. paramName: Members, paramValue: , objectType: Microsoft.Online.DirectoryServices.Group`,
      { target: 'members', code: 'InvalidValue' },
    ),
  lastOwner: () => bad('The group must have at least one owner, hence this owner cannot be removed.'),
  /** As seen in clients. */
  noDynamicLicense: () =>
    new GraphFault(
      400,
      'DynamicGroupLicenseError_NoProperLicense',
      'Tenant does not have proper license to create/update dynamic group membership properties.',
    ),
  unsupportedReferenceQuery: () =>
    new GraphFault(
      400,
      'Request_UnsupportedQuery',
      'The specified filter to the reference property query is currently not supported.',
    ),
  /** As recorded in issues of Microsoft's clients. */
  invalidValue: (property: string, what: string) =>
    new GraphFault(400, 'InvalidValue', `Property ${property} ${what}`, {
      target: property,
      code: 'InvalidValue',
    }),
  /** As recorded for a property within another one that there is not. */
  unexpectedContents: () => bad('Unexpected contents in request body.'),
  /** As seen of users (microsoftgraph/msgraph-beta-sdk-java, issue 621). */
  readOnly: (name: string) => bad(`Property '${name}' is read-only and cannot be set.`),
  /** As developers quote it (microsoftgraph/msgraph-bicep-types, issue 38; the code: microsoftgraph/microsoft-graph-docs, issue 6179). */
  passwordsByAction: () => bad('New password credentials must be generated using service actions.'),
  unknownProperty: (name: string) => bad(`Invalid property '${name}'.`),
  badProperty: (name: string, resource = 'Application') =>
    bad(`Invalid value specified for property '${name}' of resource '${resource}'.`),
  required: (name: string, resource = 'Application') =>
    bad(`A value is required for property '${name}' of resource '${resource}'.`),
  query: (message: string) => new GraphFault(400, 'Request_UnsupportedQuery', message),
  badQuery: (message: string) => bad(message),
  /** As administrators quote it of what directory objects cannot be asked for, and of what needs an advanced query. */
  filterUnsupported: (property: string, type: string) =>
    new GraphFault(
      400,
      'Request_UnsupportedQuery',
      `Unsupported or invalid query filter clause specified for property '${property}' of resource '${type.charAt(0).toUpperCase()}${type.slice(1)}'.`,
    ),
  /** As developers quote it, around what Microsoft's OData library says. */
  filterInvalid: (why: string) => new GraphFault(400, 'BadRequest', `Invalid filter clause: ${why}`),
  /** As developers quote it of other lists, in the words of Microsoft's OData library. */
  topInvalid: (text: string) =>
    new GraphFault(
      400,
      'BadRequest',
      `Invalid value '${text}' for $top query option found. The $top query option requires a non-negative integer value.`,
    ),
  optionTwice: (name: string) =>
    new GraphFault(
      400,
      'BadRequest',
      `Query option '${name}' was specified more than once, but it must be specified at most once.`,
    ),
  sortUnsupported: () =>
    new GraphFault(400, 'Request_UnsupportedQuery', 'Sorting not supported for current query.'),
  /** As developers quote it; the first character that stands for itself in no search. */
  searchSyntax: (text: string, at: number) =>
    new GraphFault(
      400,
      'BadRequest',
      `Syntax error: character '${text.charAt(at)}' is not valid at position ${at} in '${text}'.`,
    ),
  /** As seen in clients, with thirty days. */
  deltaExpired: (days: string) =>
    new GraphFault(400, 'Request_UnsupportedQuery', `DeltaLink older than ${days} days is not supported.`),
  /** Of a round that was not read to its end (microsoft/o365-moodle, issue 1841). */
  roundExpired: (days: string) =>
    new GraphFault(400, 'Request_UnsupportedQuery', `Sync must reach steady state within ${days} days.`),
  /** Learn: delta-query-overview has the code; the words are those of mail and calendars (microsoftgraph/microsoft-graph-docs, issue 2350). */
  deltaGone: () =>
    new GraphFault(
      410,
      'syncStateNotFound',
      'The sync state generation is not found; generation=1;[highest=2][2].',
    ),
  /** The words are ours. */
  deltaToken: () => bad('Badly formed token.'),
  needsConsistency: (option: string) =>
    bad(
      `Request with ${option} query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'`,
    ),
  principalExists: (appId: string) =>
    new GraphFault(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
    ),
  appUnknown: (appId: string) =>
    bad(`The appId '${appId}' of the service principal does not reference a valid application object.`),
  referenceExists: (property: string) =>
    bad(
      `One or more added object references already exist for the following modified properties: '${property}'.`,
    ),
  /** As seen in Microsoft's client for clusters. */
  federatedNameTaken: (name: string) =>
    new GraphFault(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      `FederatedIdentityCredential with name ${name} already exists.`,
    ),
  federatedUnknown: (name: string) =>
    new GraphFault(
      404,
      'Request_ResourceNotFound',
      `FederatedIdentityCredential with name ${name} not found.`,
    ),
  /** As recorded in an issue of Microsoft's client for clusters. */
  federatedTwin: (issuer: string, subject: string) =>
    new GraphFault(
      400,
      'InvalidFederatedIdentityCredentialValue',
      `The combination of issuer and subject must be unique for the application. Issuer ${issuer} and Subject: ${subject} already exist. ` +
        `paramName: FederatedIdentityCredential.Subject, paramValue: ${subject}, objectType: Microsoft.Online.DirectoryServices.Application`,
    ),
  /** Learn: federatedIdentityCredential says that names are immutable, and twenty at most; the words of both are ours. */
  nameImmutable: () => bad('Name is immutable and cannot be changed after creation.'),
  tooManyFederated: (most: number) =>
    bad(`The maximum number of ${most} federated identity credentials on the application has been reached.`),
  /** As administrators quote them (Learn: identifier-uri-restrictions). */
  uriTaken: () =>
    new GraphFault(
      400,
      'Request_MultipleObjectsWithSameKeyValue',
      'Another object with the same value for property identifierUris already exists.',
    ),
  uriNotVerified: (uri: string) =>
    new GraphFault(
      400,
      'HostNameNotOnVerifiedDomain',
      `Values of identifierUris property must use a verified domain of the organization or its subdomain: '${uri}'`,
    ),
  /** Learn: identifier-uri-restrictions, with a sentence and the code as administrators quote them. */
  uriNotOwn: (uri: string) =>
    new GraphFault(
      400,
      'InvalidUniqueTenantIdentifierAsPerAppPolicy',
      `Failed to add identifier URI ${uri}. All newly added URIs must contain a tenant verified domain, tenant ID, or app ID, as per the ` +
        'default tenant policy of your organization. If the requestedAccessTokenVersion is set to 2, this restriction may not apply. See ' +
        'https://aka.ms/identifier-uri-addition-error for more information on this error.',
    ),
  scopeEnabled: () =>
    new GraphFault(
      400,
      'CannotDeleteOrUpdateEnabledEntitlement',
      'Permission (scope or role) cannot be deleted or updated unless disabled first.',
    ),
  noPassword: (keyId: string) => bad(`No password credential found with keyId '${keyId}'.`),
  noKey: (keyId: string) => bad(`No key credential found with keyId '${keyId}'.`),
  keyChanged: (keyId: string) => bad(`Update to existing credential with KeyId '${keyId}' is not allowed.`),
  keyInvalid: () => bad('Key value is invalid certificate.'),
  keyEnd: () => new GraphFault(400, 'KeyCredentialsInvalidEndDate', 'Key credential end date is invalid.'),
  passwordEnd: () =>
    new GraphFault(400, 'PasswordCredentialsInvalidEndDate', 'Password credential end date is invalid.'),
  proof: () => new GraphFault(401, 'Authentication_MissingOrMalformed', 'Access Token missing or malformed.'),
  secretBlocked: () =>
    new GraphFault(
      400,
      'CredentialTypeNotAllowedAsPerAppPolicy',
      'Credential type not allowed as per assigned policy.',
    ),
  lifetime: () =>
    new GraphFault(
      400,
      'CredentialInvalidLifetimeAsPerAppPolicy',
      'Credential lifetime exceeds the max value allowed as per assigned policy.',
    ),
  grantExists: () =>
    new GraphFault(409, 'Request_MultipleObjectsWithSameKeyValue', 'Permission entry already exists.'),
  /** Both as administrators quote them. */
  permissionMissing: (name: string) =>
    new GraphFault(
      403,
      'Authentication_MSGraphPermissionMissing',
      `The principal does not have required Microsoft Graph permission(s): ${name} to call this API. For more information ` +
        'about Microsoft Graph permissions, please visit https://learn.microsoft.com/graph/permissions-overview.',
    ),
  noPremium: () =>
    new GraphFault(
      403,
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
      "Neither tenant is B2C or tenant doesn't have premium license",
    ),
  /** Texts as administrators quote them. */
  roleAssigned: () => bad('Permission being assigned already exists on the object'),
  roleUnknown: () => bad('Permission being assigned was not found on application'),
  /** As developers quote both (microsoftgraph/msgraph-sdk-dotnet, issue 1846; microsoftgraph/microsoft-graph-docs, issue 16944). */
  linkInvalid: (relation?: string) =>
    new GraphFault(
      400,
      'BadRequest',
      relation === undefined
        ? 'Invalid URL format specified in payload.'
        : `Invalid URL format specified in @odata.bind for ${relation}`,
    ),
  referenceInvalid: () => bad('Not a valid reference update.'),
  batchPayload: () => new GraphFault(400, 'BadRequest', 'Invalid batch payload format.'),
  /** As developers quote it (microsoftgraph/msgraph-sdk-java, issue 559). */
  batchId: (id: string) => new GraphFault(400, 'BadRequest', `Request Id ${id} has to be unique in a batch.`),
  batchTooLong: (most: number) =>
    new GraphFault(
      400,
      'MaximumValueExceeded',
      `Number of batch request steps exceeds the maximum value of ${most}.`,
    ),
  /** As seen in clients. */
  throttled: () => new GraphFault(429, 'TooManyRequests', 'Too many requests.'),
  /** Learn: errors, "code property". */
  unavailable: () =>
    new GraphFault(503, 'serviceNotAvailable', 'The service is not available. Try again later.'),
} as const;
