import { expect } from 'vitest';
import type { RealText } from './real-texts.ts';
import { A, B, C } from './real-texts.ts';

const TRACE = 'Trace ID: 0b8f2a1c-4d5e-4f60-8a7b-9c0d1e2f3a00 Timestamp: 2026-03-02 08:15:30Z';
const OF_RECORD = `{"error":{"code":"0x80048306","message":"user with id ${A} does not have ReadAccess right(s) for record with id ${B} of entity Connection Reference. Consider assigning a role with the required access level to the user or team. More details: {\\"CallerPrincipal\\":{\\"PrincipalId\\":\\"${A}\\",\\"Type\\":8,\\"IsUserPrincipal\\":true},\\"OwnerPrincipal\\":{\\"PrincipalId\\":\\"${C}\\",\\"Type\\":8},\\"ObjectId\\":\\"${B}\\",\\"ObjectTypeCode\\":10093,\\"EntityName\\":\\"connectionreference\\",\\"ObjectBusinessUnitId\\":\\"${B}\\",\\"RightsToCheck\\":\\"ReadAccess\\"}"}}`;

/** What the tools of the trade write around an error. */
export const TOOL_TEXTS: readonly RealText[] = [
  {
    name: 'a right of a record as it is written today, with its details',
    text: OF_RECORD,
    codes: ['0x80048306'],
    first: { table: 'connectionreference', verb: 'Read', kind: 'permission' },
    who: [A, C, B],
  },
  {
    name: 'a right of a record with the level that it needs',
    text: `403: user with id ${A} does not have AppendToAccess\nright(s) for record with id ${B} of entity Contact. Consider assigning a\nrole with the level BusinessUnitLevel to the user or team.`,
    codes: ['record-right'],
    first: { table: 'Contact', verb: 'AppendTo', depth: 'Local' },
  },
  {
    name: 'a right of a record of a team, and of a table whose name has spaces',
    text: `team with id ${A} does not have WriteAccess right(s) for record with id ${B} of entity Work Order.`,
    codes: ['record-right'],
    first: { table: null, verb: 'Write', title: 'No access to this row' },
  },
  {
    name: 'a check of a record by its second form',
    text: `SecLib::AccessCheckEx2 failed. Returned hr = -2147187962, ObjectID: ${B}, OwnerId: ${C},  OwnerIdType: 8 and CallingUser: ${A}. ObjectTypeCode: 1, objectBusinessUnitId: ${C}, AccessRights: WriteAccess`,
    codes: ['0x80048306'],
    first: { table: 'account', verb: 'Write' },
  },
  {
    name: 'Data Factory that is not let in: an answer, and no network',
    text: "ErrorCode=DynamicsFailedToConnect,'Type=Microsoft.DataTransfer.Common.Shared.HybridDeliveryException,Message=Failed to connect to Dynamics: Unable to Login to Dynamics CRM: The remote server returned an error: (401) Unauthorized.,Source=Microsoft.DataTransfer.ClientLibrary.DynamicsPlugin,'",
    codes: ['HTTP 401'],
    first: { kind: 'sign-in' },
  },
  {
    name: 'Data Factory without a reason',
    text: "ErrorCode=DynamicsFailedToConnect,'Type=Microsoft.DataTransfer.Common.Shared.HybridDeliveryException,Source=x'",
    codes: ['Unable to log in to Dataverse'],
  },
  {
    name: 'ServiceClient with a challenge inside: the challenge says more',
    text: `Microsoft.PowerPlatform.Dataverse.Client.Utils.DataverseConnectionException: Failed to connect to Dataverse\n ---> System.ServiceModel.Security.MessageSecurityException: The HTTP request is unauthorized with client authentication scheme 'Anonymous'. The authentication header received from the server was 'Bearer authorization_uri=https://login.microsoftonline.com/${B}/oauth2/authorize, resource_id=https://org.crm4.dynamics.com/'.`,
    codes: ['Bearer challenge'],
    who: [B],
  },
  {
    name: 'pac',
    text: `Microsoft PowerPlatform CLI\nVersion: 1.30.7\nError: Unable to login to Dynamics CRM, message:One or more errors occurred. (AADSTS700016: Application with identifier '${A}' was not found in the directory 'Contoso'. ${TRACE})`,
    codes: ['AADSTS700016'],
    who: [A, 'Contoso'],
  },
  {
    name: 'MSAL for Java',
    text: `com.microsoft.aad.msal4j.MsalServiceException: AADSTS7000215: Invalid client secret provided. ${TRACE}\n\tat com.microsoft.aad.msal4j.MsalServiceExceptionFactory.fromHttpResponse(MsalServiceExceptionFactory.java:45)`,
    codes: ['AADSTS7000215'],
  },
  {
    name: 'MSAL for Java without DNS',
    text: 'java.util.concurrent.ExecutionException: com.microsoft.aad.msal4j.MsalClientException: java.net.UnknownHostException: login.microsoftonline.com',
    codes: ['ENOTFOUND'],
    who: ['login.microsoftonline.com'],
  },
  {
    name: 'a connector whose secret has expired, JSON in JSON',
    text: `{"error":{"code":401,"source":"europe-001.azure-apim.net","clientRequestId":"${B}","message":"Unauthorized","innerError":{"status":401,"message":"Failed to refresh access token for service: aadcertificate. Error: Failed to acquire token from AAD: {\\"error\\":\\"invalid_client\\",\\"error_description\\":\\"AADSTS7000222: The provided client secret keys for app '${A}' are expired.\\"}"}}}`,
    codes: ['AADSTS7000222'],
    who: [A],
  },
  {
    name: 'a connector that was throttled and says 502',
    text: `{"error":{"code":502,"source":"europe-001.azure-apim.net","message":"BadGateway","innerError":{"error":{"code":"0x80072322","message":"Number of requests exceeded the limit of 6000 over time window of 300 seconds."}}}}`,
    codes: ['0x80072322'],
    first: { kind: 'throttle' },
  },
  {
    name: 'the admin service with a token for somebody else',
    text: `Get-AdminPowerAppEnvironment : {"error":{"code":"InvalidAuthenticationAudience","message":"The received access token has been obtained from wrong audience or resource 'https://management.azure.com/'. It should exactly match (including forward slash) with one of the allowed audiences 'https://service.powerapps.com/'."}}`,
    codes: ['InvalidAuthenticationToken'],
  },
  {
    name: 'a socket that waited in vain',
    text: 'System.Net.Sockets.SocketException (10060): A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed',
    codes: ['ETIMEDOUT'],
  },
  {
    name: 'axios that waited in vain',
    text: 'AxiosError: timeout of 10000ms exceeded',
    codes: ['ETIMEDOUT'],
  },
  {
    name: 'curl that is refused',
    text: 'curl: (7) Failed to connect to org.crm4.dynamics.com port 443 after 21 ms: Connection refused',
    codes: ['ECONNREFUSED'],
  },
  {
    name: 'the page of a front door',
    text: "<html><h2>Our services aren't available right now</h2><p>We're working to restore all services as soon as possible. Please check back soon.</p></html>",
    codes: ['HTTP 503'],
    first: { kind: 'service' },
  },
  {
    name: 'a page that speaks of a directory of files, which is no tenant',
    text: '<html><head><title>403 - Forbidden: Access is denied.</title></head><body><h3>You do not have permission to view this directory or page using the credentials that you supplied.</h3></body></html>',
    codes: ['HTML page with 403'],
    first: { who: [], kind: 'network' },
  },
  {
    name: 'a sign-in page',
    text: '<!DOCTYPE html><html><head><title>Sign in to your account</title></head><body>AADSTS90002: Tenant &#39;contos.onmicrosoft.com&#39; not found.</body></html>',
    codes: ['AADSTS90002'],
    who: ['contos.onmicrosoft.com'],
  },
  {
    name: 'German, with a number',
    text: `AADSTS700016: Die Anwendung mit dem Bezeichner "${A}" wurde im Verzeichnis "Contoso" nicht gefunden.`,
    codes: ['AADSTS700016'],
  },
  {
    name: 'German DNS',
    text: "System.Net.WebException: Der Remotename konnte nicht aufgelöst werden: 'contoso.crm16.dynamics.com'",
    codes: ['ENOTFOUND'],
    who: ['contoso.crm16.dynamics.com'],
  },
  {
    name: 'French DNS',
    text: "System.Net.WebException: Le nom distant n'a pas pu être résolu: 'contoso.crm12.dynamics.com'",
    codes: ['ENOTFOUND'],
  },
  {
    name: 'French, with a status',
    text: 'Le serveur distant a retourné une erreur : (407) Authentification proxy requise.',
    codes: ['HTTP 407'],
  },
  {
    name: 'rows that are not there',
    text: `Contact With Ids = ${A} Do Not Exist`,
    codes: ['0x80040217'],
  },
  {
    name: 'an option that Dataverse has not, which is no name',
    text: '{"error":{"code":"0x80060888","message":"Skip Clause is not supported in CRM"}}',
    codes: ['0x80060888'],
    first: { kind: 'client', title: 'The query was not understood' },
  },
  {
    name: 'a body with a property that is not known, which is no query',
    text: `{"error":{"code":"0x80048d19","message":"Error identified in Payload provided by the user for Entity :'contacts', InnerException : Microsoft.OData.ODataException: An undeclared property 'parentaccountid' which only has property annotations in the payload."}}`,
    codes: ['0x80048D19'],
    first: { title: 'The body of the request was not understood' },
  },
  {
    name: 'a cross-tenant policy, which is no network',
    text: "AADSTS500212: The user's administrator has set an outbound access policy that doesn't allow access to the resource tenant.",
    codes: ['AADSTS500212'],
    first: { kind: 'policy', touch: 'policy', title: 'Cross-tenant access settings refuse this sign-in' },
  },
  {
    name: 'a role that a team cannot get, which is no sign-in',
    text: `Cannot assign security role with "Team Privileges only" Inheritance to AAD Group or Office Group teams. (TeamId = ${A})`,
    codes: ['0x80048350'],
    first: { kind: 'client', touch: 'security-role' },
  },
  {
    name: 'the admin service without the role for it',
    text: `{"error":{"code":"Forbidden","message":"The user with object id '${A}' in tenant '${B}' does not have access to permission 'ListEnvironmentsAsAdmin' in environment '${C}'."}}`,
    codes: ['Not registered for the admin service'],
    first: { kind: 'permission', touch: 'directory-role' },
  },
  {
    name: 'an unknown app by its old number',
    text: `AADSTS70001: Application with identifier '${A}' was not found in the directory '${B}'.`,
    codes: ['AADSTS70001'],
    first: { title: 'The app is not known in this tenant', touch: 'workspace' },
    who: [A, B],
  },
  {
    name: 'an app that is switched off, by the same number',
    text: `AADSTS70001: Application '${A}' is disabled.`,
    codes: ['AADSTS70001'],
    first: { title: 'The app is switched off in this tenant' },
  },
  {
    name: 'two of Microsoft without preauthorization, where no consent helps',
    text: `AADSTS65002: Consent between first party application '${A}' and first party resource '${B}' must be configured via preauthorization.`,
    codes: ['AADSTS65002'],
    first: { title: 'The client may not be used for this resource' },
  },
  {
    name: 'acting on behalf of somebody, words only',
    text: 'System.ServiceModel.FaultException: User does not have the privilege to act on behalf another user. (Fault Detail is equal to Microsoft.Xrm.Sdk.OrganizationServiceFault).',
    codes: ['0x8004A110'],
  },
  {
    name: 'a sign-in of support that is over, in an environment that is on',
    text: '0x8004A108',
    codes: ['0x8004A108'],
    first: { kind: 'sign-in', title: 'Dataverse says: Support login is expired' },
  },
  {
    name: 'a message that ends within the name of the privilege',
    text: `Principal user (Id=${A}, type=8, roleCount=6, privilegeCount=1491, accessMode='4 Non-interactive'), is missing prvWriteCon`,
    codes: ['0x80040220'],
    first: { kind: 'permission', privilege: null, table: null },
  },
  {
    name: 'a message that ends before the name of the privilege',
    text: `{"error":{"code":"0x80040220","message":"Principal user (Id=${A}, type=8, roleCount=6, privileg`,
    codes: ['0x80040220'],
    first: { privilege: null, count: 1 },
  },
  {
    name: 'a description that is cut',
    text: `{"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys for app '${A}' are exp`,
    codes: ['AADSTS7000222'],
  },
  {
    name: 'a table of codes',
    text: 'time;code;message\n08:15;-2147015902;x\n08:16;-2147220960;y',
    codes: ['0x80072322', '0x80040220'],
  },
  {
    name: 'the page of nginx before the service, with its head',
    text: 'HTTP/1.1 403 Forbidden\r\nServer: nginx\r\nContent-Type: text/html\r\n\r\n<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>',
    codes: ['HTML page with 403'],
    first: { kind: 'network', touch: 'network' },
  },
  {
    name: 'the page of a content network',
    text: '<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\nYou don\'t have permission to access "http&#58;&#47;&#47;contoso.crm.dynamics.com&#47;" on this server.<P>\nReference&#32;&#35;18&#46;2d351ab8\n</BODY></HTML>',
    codes: ['HTML page with 403'],
  },
  {
    name: 'the page of a web application firewall',
    text: '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 12345678</body></html>',
    codes: ['HTML page with 403'],
  },
  {
    name: 'a device that is not known, as a suberror',
    text: '{"error":"interaction_required","error_description":"AADSTS50097: Device authentication is required.","suberror":"message_only"}',
    codes: ['AADSTS50097'],
    first: { kind: 'policy', touch: 'policy' },
  },
  {
    name: 'an account of another tenant',
    text: `AADSTS90072: User account 'x@contoso.com' from identity provider 'https://sts.windows.net/${A}/' does not exist in tenant 'Fabrikam' and cannot access the application '${B}'`,
    codes: ['AADSTS90072'],
    first: { kind: 'sign-in', touch: 'account' },
  },
  {
    name: 'a message whose words a console cut',
    text: `Principal user (Id=${A}, type=8, roleCount=2, privilegeCount=\n412, accessMode=0), is missing prvReadPlugin\nAssembly privilege (Id=${B}) on OTC=4605 for entity 'pluginassembly'`,
    codes: ['prvReadPluginAssembly'],
    first: { kind: 'permission', table: 'pluginassembly' },
  },
  {
    name: 'an answer that is encoded as a whole',
    text: '?answer=%7B%22error%22%3A%22unauthorized_client%22%2C%22error_description%22%3A%22AADSTS700016%3A%20Application%22%7D',
    codes: ['AADSTS700016'],
  },
  {
    name: 'Python that has no name, which is no refusal',
    text: "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='contoso.crm4.dynamics.com', port=443): Max retries exceeded with url: / (Caused by NewConnectionError('<urllib3.connection.HTTPSConnection object at 0x7f8b1c>: Failed to establish a new connection: [Errno -2] Name or service not known'))",
    codes: ['ENOTFOUND'],
  },
  {
    name: 'pac that knows no such environment',
    text: "Error: The value passed to '--url' is invalid. No Dataverse organization was found matching the specified criteria (--url https://***test.crm4.dynamics.com/).",
    codes: ['Environment not found'],
    first: { kind: 'permission', touch: 'application-user' },
  },
  {
    name: 'a pipeline whose user is in no environment',
    text: "##[error]Error: The user is not a member of the organization.\n    Operation returned an invalid status code 'Forbidden'",
    codes: ['0x80072560'],
  },
  {
    name: 'a canvas app in a solution',
    text: `Import-XrmSolution : Solution import Failed. Error: CanvasApp import: FAILURE: Code: GraphUserDetailNotFound Message: The user '${A}' was not found in Graph.`,
    codes: ['GraphUserDetailNotFound'],
  },
  {
    name: 'a secret of Key Vault in a solution',
    text: `User is not authorized to read secrets from '/subscriptions/${A}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv/secrets/s' resource.`,
    codes: ['Key Vault refused'],
    first: { kind: 'permission' },
  },
  {
    name: 'an expression of a flow, which is no invitation',
    text: '{"error":{"code":"InvalidTemplate","message":"Unable to process template language expressions in action \'Compose\' inputs at line \'1\' and column \'2147\'"}}',
    codes: ['InvalidTemplate'],
  },
  {
    name: 'an address that the Web API has not',
    text: '{"error":{"code":"0x0","message":"No HTTP resource was found that matches the request URI \'https://x.crm.dynamics.com/api/data/v9.2/account\'."}}',
    codes: ['HTTP 404'],
  },
  {
    name: 'no role, and the user between the words',
    text: `The user with id ${A} has not been assigned any roles.`,
    codes: ['0x80042F09'],
  },
  {
    name: 'a token of another tenant',
    text: `{"code":"InvalidAuthenticationTokenTenant","message":"The access token is from the wrong issuer 'https://sts.windows.net/${A}/'."}`,
    codes: ['InvalidAuthenticationToken'],
  },
  {
    name: 'a secured column by the name that people see',
    text: `Caller user with Id ${A} does not have Update permissions to a Salary secured field on entity Contact table. The requested operation could not be completed.`,
    codes: ['column'],
    first: { touch: 'column-profile' },
  },
  {
    name: 'German words around a check of a record',
    text: `Die angeforderte Operation wurde verweigert. SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: ${A}, OwnerId: ${B},  OwnerIdType: 8 and CallingUser: ${B}. ObjectTypeCode: 1, objectBusinessUnitId: ${A}, AccessRights: ReadAccess`,
    codes: ['0x80048306'],
    first: { table: 'account' },
  },
  {
    name: 'the number that .NET gives every exception',
    text: 'Microsoft.Powerplatform.Cds.Client.Utils.CdsConnectionException\n  HResult=0x80131500\n  Message=Failed to connect to Common Data Service\n  Source=Microsoft.Powerplatform.Cds.Client',
    codes: ['Unable to log in to Dataverse'],
  },
  {
    name: 'an owner without a role, and which privilege it needs',
    text: `Error: Read Privilege Check For Owner failed with exception: RetrievePrivilegeForUser: The user with id ${A} has not used any functions . They need a role with the prvReadAsyncOperation privilege.`,
    codes: ['prvReadAsyncOperation'],
    first: { privilege: 'prvReadAsyncOperation', table: 'AsyncOperation', verb: 'Read' },
    who: [A],
  },
  {
    name: 'privileges that are filtered for want of a license',
    text: `Principal user (Id=${A}, type=8, roleCount=1, privilegeCount=568, accessMode=1, MetadataCachePrivilegesCount=4500, businessUnitId=${C}(Setup/Stub unlicensed user with filtered privileges from associated roles. Consider assigning License.)), is missing prvCreatedatalakefolder privilege (Id=${B}) on OTC=10027 for entity 'datalakefolder' (LocalizedName='Data Lake Folder').`,
    codes: ['prvCreatedatalakefolder'],
    first: {
      steps: [
        expect.stringContaining('no license'),
        expect.stringContaining('prvCreatedatalakefolder'),
        expect.anything(),
        expect.anything(),
      ],
    },
  },
  {
    name: 'too many requests at once',
    text: 'Number of concurrent requests exceeded the limit of 52.',
    codes: ['0x80072326'],
    first: { kind: 'throttle' },
  },
  {
    name: 'a connection reference without an environment',
    text: '{"Message": "Invalid organization URL \'\' provided.", "OperationId": "ListRecordsWithOrganization"}',
    codes: ['No environment in the connection'],
  },
  {
    name: 'a sign-in page that wants an administrator',
    text: 'DataverseDevTools needs permission to access resources in your organization that only an admin can grant. Please ask an admin to grant permission to this app before you can use it.',
    codes: ['AADSTS90094'],
  },
  {
    name: 'pac signed in, and did not get into the environment',
    text: "'***' authenticated successfully.\nValidating connection...\nConnected to... Unable to validate connection to default environment.\nAuthentication profile created",
    codes: ['Environment not entered'],
  },
  {
    name: 'a page of IIS for what is not there',
    text: '<html><head><title>404 - File or directory not found.</title></head><body>The resource you are looking for might have been removed</body></html>',
    codes: ['HTTP 404'],
  },
  {
    name: 'a redirect URI that was never registered',
    text: 'AADSTS500113: No reply address is registered for the application.',
    codes: ['AADSTS500113'],
    first: { kind: 'sign-in', touch: 'app-registration' },
  },
  {
    name: 'a column that the table has not',
    text: `{"error":{"code":"0x80060888","message":"Could not find a property named 'primarycontact' on type 'Microsoft.Dynamics.CRM.account'."}}`,
    codes: ['0x80060888'],
    first: {
      table: 'account',
      column: 'primarycontact',
      cause: 'The table account has no property primarycontact.',
    },
  },
  {
    name: 'a table that is not there',
    text: `{"error":{"code":"0x8006088a","message":"Resource not found for the segment 'acounts'."}}`,
    codes: ['0x8006088A'],
    first: { table: 'acounts', cause: 'No table, function or relationship is called acounts.' },
  },
  {
    name: 'an ID that is none',
    text: "Expected an 'Edm.Guid' value. Unrecognized 'Edm.Guid' string 'undefined' in 'accounts(undefined)'.",
    codes: ['0x80060888'],
    first: { cause: expect.stringContaining('where an ID belongs is none') },
  },
  {
    name: 'a lookup that was written like another column',
    text: `{"error":{"code":"0x80048d19","message":"Error identified in Payload provided by the user for Entity :'' ---->  InnerException : Microsoft.OData.ODataException: The property 'customerid' does not exist on type 'Microsoft.Dynamics.CRM.incident'. Make sure to only use property names that are defined by the type."}}`,
    codes: ['0x80048D19'],
    first: { table: 'incident', column: 'customerid' },
  },
  {
    name: 'a value of another type',
    text: `{"error":{"code":"0x80048d19","message":"Error identified in Payload provided by the user for Entity :'accounts' InnerException : Microsoft.OData.ODataException: Cannot convert the literal 'abc' to the expected type 'Edm.Decimal'. ---> System.FormatException"}}`,
    codes: ['0x80048D19'],
    first: { cause: 'A value has another form than its column, which takes Decimal.' },
  },
  {
    name: 'what Power Apps says of a missing privilege',
    text: "Network error when using Patch function: You don't have permission to create this row.",
    codes: ['0x80040220'],
    first: { kind: 'permission' },
  },
  {
    name: 'a call of the old endpoint that took too long',
    text: "The HTTP request to 'https://contoso.crm4.dynamics.com/XRMServices/2011/Organization.svc/web?SDKClientVersion=9.2' has exceeded the allotted timeout of 00:02:00. The time allotted to this operation may have been a portion of a longer timeout.",
    codes: ['ETIMEDOUT'],
  },
  {
    name: 'an environment that the admin service does not open',
    text: 'Error: unexpected HTTP status code. Expected: [200], received: [403] 403 Forbidden | {"error":{"code":"EnvironmentAccess","message":"The caller is not allowed"}}',
    codes: ['Not registered for the admin service'],
  },
  {
    name: 'a property that a body may not have',
    text: `{"error":{"code":"0x80048d19","message":"Error identified in Payload provided by the user for Entity :'accounts', For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293  ---->  InnerException : Microsoft.OData.ODataException: An undeclared property 'new_foo' which only has property annotations in the payload but no property value was found in the payload."}}`,
    codes: ['0x80048D19'],
    first: { column: 'new_foo', cause: 'The table has no property new_foo.' },
  },
  {
    name: 'colours of a terminal',
    text: '\u001b[31mError: AADSTS7000215: Invalid client secret provided.\u001b[0m',
    codes: ['AADSTS7000215'],
  },
];

/** What speaks of nothing that is known here, whatever it looks like. */
export const OTHERS_TEXTS: readonly RealText[] = [
  'An unexpected error occurred while saving the file C:\\x.txt',
  'Error: An unexpected error occurred.',
  'The specified object was not found in the bucket.',
  'An error occurred (AccessDenied) when calling the ListBuckets operation: Access Denied',
  'CategoryInfo          : InvalidOperation: (:) [Get-Item], RuntimeException',
  'npm ERR! insufficient permissions to write /usr/lib',
  'We raised the timeout of the session to 30 minutes.',
  'OdbcException: connection is not valid',
  'INC 80040220 opened by Bob, order 80072560',
  'call me at 2147220960 tomorrow',
  'Loaded 50012 rows in 700016 ms, status ok',
  '  File "app.py", line 401, in main\nNameError: name \'x\' is not defined',
  'ORA-12541: TNS:no listener',
  "System.Data.SqlClient.SqlException: Login failed for user 'sa'.",
  'remote: Invalid username or password. fatal: Authentication failed for https://example.test/x',
].map((text) => ({ name: text.slice(0, 60).trim(), text, codes: [] }));
