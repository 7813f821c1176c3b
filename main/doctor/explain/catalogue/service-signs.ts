import { SOURCES } from '../source.ts';
import type { Sign } from './sign.ts';

/** Errors of Microsoft Graph, by the name in `error.code`. */
const GRAPH_SIGNS: readonly Sign[] = [
  {
    id: 'Authorization_RequestDenied',
    kind: 'permission',
    touch: 'directory-role',
    words: [
      'authorization_requestdenied',
      'insufficient privileges to complete the operation',
      'erroraccessdenied',
      'authorization_identitynotfound',
    ],
    title: 'Microsoft Graph refuses for want of a permission',
    cause:
      'The token lacks the permission of Graph that the call needs, or the person lacks the directory role. Roles in Dataverse have nothing to do with it.',
    steps: [
      'Reading app registrations needs Application.Read.All, changing them Application.ReadWrite.All or Application.ReadWrite.OwnedBy, each with the consent of an administrator.',
      'A delegated call also needs a directory role such as Application Administrator, or ownership of the app.',
    ],
    source: SOURCES.graph,
  },
  {
    id: 'Request_ResourceNotFound',
    kind: 'client',
    touch: 'app-registration',
    words: [
      'request_resourcenotfound',
      'does not exist or one of its queried reference-property objects are not present',
    ],
    title: 'The directory has no such object',
    cause:
      'The ID belongs to another kind of object or to another tenant, or the object was made a moment ago and is not known everywhere yet.',
    steps: [
      "Object ID and application (client) ID differ: /applications/{id} takes the object ID, /applications(appId='…') the client ID.",
      'Look in the right tenant. After creating it, wait a minute.',
    ],
    source: SOURCES.graph,
  },
  {
    id: 'CredentialInvalidLifetimeAsPerAppPolicy',
    kind: 'policy',
    touch: 'policy',
    words: [
      'credentialinvalidlifetimeasperapppolicy',
      'credentialtypenotallowedasperapppolicy',
      'credential type not allowed as per policy',
      'credential lifetime exceeds the max value allowed',
    ],
    title: 'An app management policy of the tenant refuses this credential',
    cause: 'The tenant forbids client secrets, or lets them live for a shorter time.',
    steps: [
      'Use a certificate, or a secret with an earlier end date; or have the app exempted from the policy.',
    ],
    source: SOURCES.graph,
  },
  {
    id: 'Request_MultipleObjectsWithSameKeyValue',
    kind: 'client',
    touch: 'app-registration',
    words: [
      'request_multipleobjectswithsamekeyvalue',
      'objectconflict',
      'another object with the same value for property',
    ],
    title: 'There is one already in the directory',
    cause: 'Another object has the same identifying value, for instance the service principal of this app.',
    steps: ['Use the one that exists. A deleted one keeps its values for 30 days.'],
    source: SOURCES.graph,
  },
  {
    id: 'Directory_QuotaExceeded',
    kind: 'policy',
    touch: 'directory-role',
    words: ['directory_quotaexceeded', 'the directory object quota limit'],
    title: 'The quota of the directory is used up',
    cause: 'The person or the tenant may make no more objects.',
    steps: ['Delete what is not needed, also among the deleted apps, or let somebody else create it.'],
    source: SOURCES.graph,
  },
  {
    id: 'InvalidAuthenticationToken',
    kind: 'sign-in',
    touch: 'request',
    words: [
      'invalidauthenticationtoken',
      'invalidauthenticationtokentenant',
      'the access token is from the wrong issuer',
      'access token has expired or is not yet valid',
      'lifetime validation failed',
      'access token validation failure',
      'invalid audience',
      'idx10223',
      'idx10214',
      'idx10205',
      'invalidauthenticationaudience',
      'obtained from wrong audience or resource',
      'the token is expired',
      'compacttoken parsing failed',
      'expiredauthenticationtoken',
      'authenticationfailedinvalidheader',
      'jwt is not well formed',
    ],
    title: 'The access token is not accepted',
    cause:
      'It has expired, is damaged, or was made for another resource: each service takes only tokens with its own address as audience.',
    steps: [
      'Get a new token, for exactly this service. For an environment the scope is its origin followed by /.default.',
      'If new tokens are refused too, check the clock of the computer and the audience (aud) of the token.',
    ],
    source: SOURCES.graph,
  },
  {
    id: 'Request_BadRequest',
    kind: 'client',
    touch: 'request',
    words: ['request_badrequest', 'request_unsupportedquery', 'badrequest', 'malformed_request'],
    weak: true,
    title: 'The service did not understand the request',
    cause: 'Something in it is misspelt, missing or of the wrong form; the message beside it says what.',
    steps: ['Correct the request. Trying again does not help.'],
    source: SOURCES.graph,
  },
];

/** Errors of the admin service of Power Platform (BAP), of Power Automate and of connectors. */
const PLATFORM_SIGNS: readonly Sign[] = [
  {
    id: 'EnvironmentNotFound',
    kind: 'client',
    touch: 'workspace',
    words: [
      'environmentnotfound',
      'the environment could not be found in the tenant',
      'environmentnotfoundforuser',
    ],
    title: 'The admin service does not know this environment',
    cause:
      'The environment ID is wrong, the environment was deleted, or it belongs to another tenant. The ID of the organization in Dataverse is another one.',
    steps: ['Take the environment ID from the Power Platform admin center, in the right tenant.'],
    source: SOURCES.platform,
  },
  {
    id: 'Not registered for the admin service',
    kind: 'permission',
    touch: 'directory-role',
    words: [
      'does not have permission to access the path',
      'usermissingrequiredpermission',
      'environmentaccess',
      'environmentaccessdenied',
      'userdoesnothaveaccess',
      'does not have access to the environment',
      'does not have access to permission',
      'is not authorized to access environment',
    ],
    title: 'The admin service of Power Platform refuses',
    cause:
      'The person lacks the directory role Power Platform Administrator, or the app was not registered as a management app. Security roles in an environment do not count here.',
    steps: [
      'Give the person Power Platform Administrator or Dynamics 365 Administrator.',
      'Register the app once, signed in as such an administrator: New-PowerAppManagementApp -ApplicationId <client ID>. An app cannot register itself.',
    ],
    source: SOURCES.platform,
  },
  {
    id: 'Environment not found',
    kind: 'permission',
    touch: 'application-user',
    words: [
      'no dataverse organization was found matching',
      'no organization was found matching',
      'no environment was found matching',
    ],
    title: 'Nothing like this is among the environments of this sign-in',
    cause:
      'The address is misspelt, or who signed in has no user there: pac looks for it in the list of environments that the account or app may enter.',
    steps: [
      'Compare the address with the one in the Power Platform admin center.',
      'Look whether the app has an application user in the environment: without one it is not in the list.',
    ],
    source: SOURCES.platform,
  },
  {
    id: 'Environment not entered',
    kind: 'permission',
    touch: 'application-user',
    words: ['unable to validate connection to default environment'],
    title: 'The sign-in worked, and the environment did not let it in',
    cause:
      'pac has a token, and the call to the environment failed: the app has no application user there, it is disabled, or it has no role.',
    steps: [
      'Look whether the app has an application user in the environment, enabled and with a role.',
      'Check the address of the environment; pac env who says the reason.',
    ],
    source: SOURCES.platform,
  },
  {
    id: 'No environment in the connection',
    kind: 'client',
    touch: 'request',
    words: ['invalid organization url'],
    title: 'The connection names no environment',
    cause: 'The connector was called without the address of an environment, or with one that is none.',
    steps: [
      'Choose the environment in the action, or fill the variable that its address comes from: https://….crm….dynamics.com',
    ],
    source: SOURCES.flows,
  },
  {
    id: 'GraphUserDetailNotFound',
    kind: 'client',
    touch: 'request',
    words: ['graphuserdetailnotfound'],
    title: 'The import of a canvas app looks for a person',
    cause:
      'Power Apps asked Microsoft Graph about the one who imports, and an app is no person there. Roles of the app play no part.',
    steps: [
      'Use current Power Platform Build Tools or pac for the import, which hand canvas apps over in another way.',
      'If it stays so, import the solution with the account of a person.',
    ],
    source: SOURCES.platform,
  },
  {
    id: 'Key Vault refused',
    kind: 'permission',
    touch: 'nothing',
    words: ['forbiddenbyrbac', 'forbiddenbypolicy', 'is not authorized to read secrets from'],
    title: 'Azure Key Vault lets nobody like this read the secret',
    cause:
      'An environment variable of type secret is checked with the rights of who imports or saves it. Security roles in the environment do not count there.',
    steps: [
      'Give the app the role Key Vault Secrets User on the vault or the secret, and Dataverse itself too.',
    ],
    source: SOURCES.secrets,
  },
  {
    id: 'InvalidTemplate',
    kind: 'client',
    touch: 'request',
    words: ['unable to process template language expressions'],
    title: 'An expression of the flow could not be worked out',
    cause:
      'The action never asked the service: an expression has a value that it cannot take, often nothing.',
    steps: ['Look at the named action and its inputs in the run; guard the expression against empty values.'],
    source: SOURCES.flows,
  },
  {
    id: 'Data policy',
    kind: 'policy',
    touch: 'policy',
    words: [
      'connectorsviolatingpolicy',
      'dlpviolation',
      'datalosspreventionpolicyviolation',
      'apim_dlp',
      'is blocked by data loss prevention',
      'violates data loss prevention',
      'data loss prevention polic',
      'data loss prevention (dlp)',
    ],
    title: 'A data policy blocks the connector',
    cause:
      'A data policy of the tenant forbids this connector, or using it together with another. Rights of the app play no part.',
    steps: [
      'Ask who looks after data policies (Power Platform admin center, Policies) to allow it in this environment.',
    ],
    source: SOURCES.policies,
  },
  {
    id: 'Connection not authorized',
    kind: 'sign-in',
    touch: 'credential',
    words: [
      'connectionauthorizationfailed',
      'does not have permission for connection',
      'directapiauthorizationrequired',
      'unauthenticatedconnection',
      'the connection is not authenticated',
      'invokerconnectionoverridefailed',
      'connectionnotfound',
      'apiconnectionnotfound',
    ],
    title: 'The connection of the flow is not signed in',
    cause: 'The connection has lost its sign-in, its secret has expired, or the run may not use it.',
    steps: [
      'Open the connection in Power Automate and sign it in again, or give it the new secret of the app.',
      'Check that the owner of the flow may use the connection.',
    ],
    source: SOURCES.flows,
  },
  {
    id: 'Action failed',
    kind: 'client',
    touch: 'nothing',
    weak: true,
    wraps: true,
    words: [
      'actionfailed',
      'an action failed. no dependent actions succeeded',
      'workflowrunactionfailed',
      'dynamicoperationrequestclientfailure',
      'operationfailed',
    ],
    title: 'An action of the flow failed',
    cause: 'This only says that something inside failed.',
    steps: ['Open the run and look at the outputs of the action with the red mark; paste its body here.'],
    source: SOURCES.flows,
  },
  {
    id: 'TDS endpoint',
    kind: 'policy',
    touch: 'policy',
    words: ['tds protocol endpoint is disabled', 'tds endpoint is disabled', 'tds endpoint is not enabled'],
    title: 'The environment takes no SQL',
    cause: 'Its TDS endpoint, through which SQL is asked, is switched off. The Web API is not affected.',
    steps: [
      'Have it switched on in the admin center: environment, Settings, Product, Features, TDS endpoint.',
      'Or ask by the Web API (OData or FetchXML) instead.',
    ],
    source: SOURCES.sql,
  },
];

/** Everything that services of Microsoft tell by name. */
export const SERVICE_SIGNS: readonly Sign[] = [...GRAPH_SIGNS, ...PLATFORM_SIGNS];
