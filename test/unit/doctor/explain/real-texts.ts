import type { Finding } from '../../../../preload/contract/explain.ts';

/** What a text must yield: the first code of each finding in order, and parts of the first finding. */
export type RealText = {
  readonly name: string;
  readonly text: string;
  readonly codes: readonly string[];
  readonly first?: Partial<Finding>;
  readonly who?: readonly string[];
  readonly ids?: readonly string[];
};

export const A = 'a1b2c3d4-0000-4111-8222-333344445555';
export const B = 'b1b2c3d4-0000-4111-8222-333344445555';
export const C = 'c1b2c3d4-0000-4111-8222-333344445555';
const TRACE = '0b8f2a1c-4d5e-4f60-8a7b-9c0d1e2f3a00';
const CORRELATION = '5c1d2e3f-6a7b-4c8d-9e0f-1a2b3c4d5e6f';
const TAIL = `Trace ID: ${TRACE} Correlation ID: ${CORRELATION} Timestamp: 2026-03-02 08:15:30Z`;
const DENIED = `Principal user (Id=${A}, type=8, roleCount=6, privilegeCount=1491, accessMode='4 Non-interactive', AADObjectId='${B}', MetadataCachePrivilegesCount=5214, businessUnitId=${C}), is missing prvWriteContact privilege (Id=${B}) on OTC=2 for entity 'contact' (LocalizedName='Contact'). context.Caller=${A}. Consider adding missed privilege to one of the principal (user/team) roles.`;
const WRITE_CONTACT: Partial<Finding> = {
  kind: 'permission',
  touch: 'security-role',
  privilege: 'prvWriteContact',
  table: 'contact',
  verb: 'Write',
  depth: 'Basic',
};

/** Sign-ins: answers of Entra, and what libraries make of them. */
const SIGN_INS: readonly RealText[] = [
  {
    name: 'the JSON of the token endpoint',
    text: `{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${A}'. ${TAIL}","error_codes":[7000215],"timestamp":"2026-03-02 08:15:30Z","trace_id":"${TRACE}","correlation_id":"${CORRELATION}","error_uri":"https://login.microsoftonline.com/error?code=7000215"}`,
    codes: ['AADSTS7000215'],
    first: { kind: 'sign-in', touch: 'credential', name: 'InvalidClientSecret', count: 1 },
    who: [A],
    ids: [TRACE, CORRELATION, '2026-03-02 08:15:30Z'],
  },
  {
    name: 'the old form with line breaks',
    text: `AADSTS700016: Application with identifier '${A}' was not found in the directory 'contoso.onmicrosoft.com'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.\r\nTrace ID: ${TRACE}\r\nCorrelation ID: ${CORRELATION}\r\nTimestamp: 2019-03-02 08:15:30Z`,
    codes: ['AADSTS700016'],
    first: { kind: 'sign-in', touch: 'workspace' },
    who: [A, 'contoso.onmicrosoft.com'],
    ids: [TRACE],
  },
  {
    name: 'MSAL for .NET',
    text: `Unhandled exception. MSAL.NetCore.4.66.1.0.MsalServiceException:\n\tErrorCode: invalid_client\nMicrosoft.Identity.Client.MsalServiceException: A configuration issue is preventing authentication - check the error message from the server for details. You can modify the configuration in the application registration portal. See https://aka.ms/msal-net-invalid-client for details.  Original exception: AADSTS7000222: The provided client secret keys for app '${A}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret. ${TAIL}\n   at Microsoft.Identity.Client.OAuth2.OAuth2Client.ThrowServerException(HttpResponse response, RequestContext requestContext)\n   at Microsoft.Identity.Client.OAuth2.OAuth2Client.CreateResponse[T](HttpResponse response)\n\tStatusCode: 401\n\tResponseBody: {"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys for app '${A}' are expired. ${TAIL}","error_codes":[7000222]}`,
    codes: ['AADSTS7000222'],
    first: { touch: 'credential' },
    who: [A],
  },
  {
    name: 'MSAL for Python',
    text: `{'error': 'invalid_resource', 'error_description': "AADSTS500011: The resource principal named https://contosso.crm4.dynamics.com was not found in the tenant named Contoso. This can happen if the application has not been installed by the administrator of the tenant. ${TAIL}", 'error_codes': [500011], 'timestamp': '2026-03-02 08:15:30Z'}`,
    codes: ['AADSTS500011'],
    first: { kind: 'sign-in', touch: 'workspace' },
    who: ['https://contosso.crm4.dynamics.com'],
  },
  {
    name: 'MSAL for Node with a stack',
    text: `ServerError: invalid_client: Error(s): 700027 - Timestamp: 2026-03-02 08:15:30Z - Description: AADSTS700027: Client assertion contains an invalid signature. [Reason - The key was not found., Thumbprint of key used by client: '8FC1C5E9B3D0A1F2E3D4C5B6A79889706F5E4D3C', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${A}'. Review the documentation at https://docs.microsoft.com/en-us/graph/deployments to determine the corresponding service endpoint and https://docs.microsoft.com/en-us/graph/api/application-get?view=graph-rest-1.0&tabs=http to build a query request URL, such as 'https://graph.microsoft.com/beta/applications/${A}']. ${TAIL} - Correlation ID: ${CORRELATION} - Trace ID: ${TRACE}\n    at ServerError.AuthError [as constructor] (/app/node_modules/@azure/msal-node/lib/msal-node.cjs:1:1)\n    at async ConfidentialClientApplication.acquireTokenByClientCredential {\n  errorCode: 'invalid_client',\n  subError: ''\n}`,
    codes: ['AADSTS700027'],
    first: { touch: 'credential' },
    who: ['8FC1C5E9B3D0A1F2E3D4C5B6A79889706F5E4D3C', A],
  },
  {
    name: 'Azure Identity',
    text: `AuthenticationRequiredError: CredentialUnavailableError\nClientSecretCredential authentication failed: A configuration issue is preventing authentication. Original exception: AADSTS90002: Tenant '${B}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. ${TAIL}`,
    codes: ['AADSTS90002'],
    who: [B],
  },
  {
    name: 'the address to which a browser returns',
    text: `http://localhost:3000/?error=access_denied&error_description=AADSTS65004%3a+User+declined+to+consent+to+access+the+app.%0d%0aTrace+ID%3a+${TRACE}%0d%0aCorrelation+ID%3a+${CORRELATION}&state=12345`,
    codes: ['AADSTS65004'],
    ids: [TRACE],
  },
  {
    name: 'Conditional Access of a workload identity',
    text: `AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance. ${TAIL}`,
    codes: ['AADSTS53003'],
    first: { kind: 'policy', touch: 'policy' },
  },
  {
    name: 'tenant restrictions',
    text: "AADSTS500021: Access to 'Fabrikam' tenant is denied.",
    codes: ['AADSTS500021'],
    first: { kind: 'policy' },
  },
  {
    name: 'a sign-in log entry',
    text: `"status": { "errorCode": 7000222, "failureReason": "The provided client secret keys are expired." }, "appId": "${A}", "correlationId": "${CORRELATION}"`,
    codes: ['AADSTS7000222'],
    ids: [CORRELATION],
  },
  { name: 'the number alone', text: '700016', codes: ['AADSTS700016'] },
  {
    name: 'a number that is in no list',
    text: 'AADSTS9999999: Something new.',
    codes: ['AADSTS9999999'],
    first: { kind: 'not-understood' },
  },
  {
    name: 'two numbers of a list',
    text: '"error_codes":[50076, 50079]',
    codes: ['AADSTS50076', 'AADSTS50079'],
  },
  {
    name: 'OAuth names only',
    text: '{"error":"unauthorized_client","error_description":""}',
    codes: ['unauthorized_client'],
    first: { kind: 'sign-in' },
  },
  {
    name: 'PowerShell with the tail cut',
    text: `Invoke-RestMethod : {"error":"invalid_scope","error_description":"AADSTS1002012: The provided value for scope https://org.crm.dynamics.com/user_impersonation is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI). ${TAIL}"\nAt C:\\scripts\\token.ps1:12 char:10\n+ $token = Invoke-RestMethod -Method Post -Uri $uri -Body $body\n+          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n    + CategoryInfo          : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [Invoke-RestMethod], WebException\n    + FullyQualifiedErrorId : WebCmdletWebResponseException,Microsoft.PowerShell.Commands.InvokeRestMethodCommand`,
    codes: ['AADSTS1002012'],
    who: ['https://org.crm.dynamics.com/user_impersonation'],
  },
  {
    name: 'MSAL.js without an answer',
    text: 'ClientAuthError: endpoints_resolution_error: Endpoints cannot be resolved',
    codes: ['Authority not found'],
  },
  {
    name: 'Python cannot use the authority',
    text: 'ValueError: Unable to get authority configuration for https://login.microsoftonline.com/contoso. Authority would typically be in a format of https://login.microsoftonline.com/your_tenant',
    codes: ['Authority not found'],
    first: { kind: 'sign-in', touch: 'workspace' },
  },
  {
    name: 'a key that cannot be read',
    text: 'System.Security.Cryptography.CryptographicException: Keyset does not exist',
    codes: ['Private key not usable'],
    first: { touch: 'credential' },
  },
];

/** Dataverse: refusals in all the forms in which clients show them. */
const REFUSALS: readonly RealText[] = [
  {
    name: 'the JSON of the Web API',
    text: JSON.stringify({ error: { code: '0x80040220', message: DENIED } }),
    codes: ['0x80040220'],
    first: WRITE_CONTACT,
    who: [A, C],
  },
  {
    name: 'JSON in JSON, escaped twice',
    text: JSON.stringify({
      status: 403,
      body: JSON.stringify({ error: { code: '0x80040220', message: DENIED.replaceAll("'", '\\u0027') } }),
    }),
    codes: ['0x80040220'],
    first: WRITE_CONTACT,
  },
  {
    name: 'a Power Automate run',
    text: `{\n  "status": 403,\n  "message": "${DENIED}\\r\\nclientRequestId: ${CORRELATION}",\n  "error": {\n    "message": "${DENIED}"\n  },\n  "source": "org.crm4.dynamics.com",\n  "errors": []\n}`,
    codes: ['prvWriteContact'],
    first: WRITE_CONTACT,
    ids: [CORRELATION],
  },
  {
    name: 'a fault of the SDK',
    text: `System.ServiceModel.FaultException\`1[[Microsoft.Xrm.Sdk.OrganizationServiceFault, Microsoft.Xrm.Sdk, Version=9.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]: ${DENIED} (Fault Detail is equal to Exception details: \nErrorCode: 0x80040220\nMessage: ${DENIED}\nTimeStamp: 2026-03-02T08:15:30.1234567Z\n--\nException details: \nErrorCode: 0x80040220\nMessage: ${DENIED}`,
    codes: ['0x80040220'],
    first: WRITE_CONTACT,
  },
  {
    name: 'XML of a fault',
    text: `<OrganizationServiceFault xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://schemas.microsoft.com/xrm/2011/Contracts">\n  <ActivityId>${CORRELATION}</ActivityId>\n  <ErrorCode>-2147220960</ErrorCode>\n  <ErrorDetails />\n  <Message>${DENIED.replaceAll("'", '&#39;')}</Message>\n  <Timestamp>2026-03-02T08:15:30Z</Timestamp>\n</OrganizationServiceFault>`,
    codes: ['0x80040220'],
    first: WRITE_CONTACT,
  },
  {
    name: 'the check of a record',
    text: `SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: ${B}, OwnerId: ${C},  OwnerIdType: 8 and CallingUser: ${A}. ObjectTypeCode: 2, objectBusinessUnitId: ${C}, AccessRights: ReadAccess`,
    codes: ['0x80048306'],
    first: { kind: 'permission', table: 'contact', verb: 'Read', depth: null },
    who: [A, C],
  },
  {
    name: 'the check of a depth',
    text: `SecLib::CheckPrivilege failed. User: ${A}, PrivilegeName: prvReadmsdyn_workorder, PrivilegeId: ${B}, Required Depth: Global, BusinessUnitId: ${C}, MetadataCache Privileges Count: 5214, User Privileges Count: 12`,
    codes: ['prvReadmsdyn_workorder'],
    first: {
      kind: 'permission',
      privilege: 'prvReadmsdyn_workorder',
      table: 'msdyn_workorder',
      depth: 'Global',
    },
  },
  {
    name: 'a right of a record',
    text: `Principal with id ${A} does not have ReadAccess right(s) for record with id ${B} of entity account. Details: {"CallingPrincipal":{},"ObjectBusinessUnitId":"${C}"}`,
    codes: ['record-right'],
    first: { table: 'account', verb: 'Read' },
    who: [A],
  },
  {
    name: 'a role that gives more than the giver has',
    text: `RoleService::VerifyCallerPrivileges failed. User: ${A}, UserBU: ${C}, PrivilegeName: prvDeleteAccount, PrivilegeId: ${B}, Depth: Global, BusinessUnitId: ${C}, MissingPrivilegeCount: 16`,
    codes: ['prvDeleteAccount'],
    first: { title: 'Nobody can give more than they have', depth: 'Global' },
  },
  {
    name: 'a business unit',
    text: `SecLib::CrmCheckPrivilege failed. Returned hr = -2147220839 on UserId: ${A} and Privilege: prvAssignLead in BusinessUnit: Sales (Id= ${C})`,
    codes: ['0x80040299'],
    first: { privilege: 'prvAssignLead' },
    who: [A, C],
  },
  {
    name: 'a secured column',
    text: `Caller user with Id ${A} does not have update permissions to a Email secured field on entity Contact table. The requested operation could not be completed.`,
    codes: ['column'],
    first: { touch: 'column-profile', column: 'Email', verb: 'Write' },
  },
  {
    name: 'a new owner',
    text: 'Read Privilege Check For Owner failed. 0x80040299',
    codes: ['0x80040299'],
    first: { kind: 'permission' },
  },
  {
    name: 'a team',
    text: `Principal team (Id=${A}, type=9, teamType=0, privilegeCount=26, businessUnitId=${C}), is missing prvReadContact privilege (Id=${B}) on OTC=2 for entity 'contact' (LocalizedName='Contact').`,
    codes: ['prvReadContact'],
    who: [A],
  },
  {
    name: 'only the end of the message',
    text: 'user is missing prvReadaccount privilege',
    codes: ['prvReadaccount'],
    first: { privilege: 'prvReadaccount', table: 'account', verb: 'Read' },
  },
  {
    name: 'a message broken by a narrow console',
    text: `Principal user (Id=${A}, type=8, roleCount=6, privilegeCount=1491,\naccessMode=4), is\nmissing prvReadAccount\nprivilege (Id=${B}) on OTC=1\nfor entity 'account'`,
    codes: ['prvReadAccount'],
    first: { table: 'account' },
    who: [A],
  },
  { name: 'a signed decimal', text: 'Error code: -2147220960', codes: ['0x80040220'] },
  { name: 'an unsigned decimal', text: 'hr=2147746336', codes: ['0x80040220'] },
  { name: 'hex without a prefix', text: 'The error 80040220 occurred', codes: ['0x80040220'] },
  {
    name: 'hex in prose, lower case',
    text: 'we keep getting 0x80042f09, what is this?',
    codes: ['0x80042F09'],
    first: { kind: 'permission' },
  },
  { name: 'a decimal with grouping', text: 'HRESULT -2,147,220,960', codes: ['0x80040220'] },
  { name: 'hex of 64 bits', text: 'hr: 0xFFFFFFFF80040220', codes: ['0x80040220'] },
  {
    name: 'no application user',
    text: '{"error":{"code":"0x80072560","message":"The user is not a member of the organization."}}',
    codes: ['0x80072560'],
    first: { touch: 'application-user' },
  },
  {
    name: 'the same without its code',
    text: 'The user is not a member of the organization.',
    codes: ['0x80072560'],
  },
  {
    name: 'no roles, words only',
    text: 'Exception: The user has not been assigned any roles. They need a role with the prvReadUser privilege',
    codes: ['0x80042F09'],
  },
  {
    name: 'a disabled user',
    text: 'The specified user(Id = a) is either disabled or is not a member of any business unit. ErrorCode -2147220955',
    codes: ['0x80040225'],
    first: { touch: 'application-user' },
  },
  {
    name: 'a restricted location',
    text: '0x80072561 The user is in an admin restricted location.',
    codes: ['0x80072561'],
    first: { kind: 'policy' },
  },
  {
    name: 'the IP firewall',
    text: '{"error":{"code":"0x80095ffe","message":"Access to your IP is blocked. Contact your administrator"}}',
    codes: ['0x80095FFE'],
    first: { kind: 'policy' },
  },
  {
    name: 'a service principal that is too new',
    text: '{"error":{"code":"0x80072559","message":"Error from AAD"}}',
    codes: ['0x80072559'],
    first: { kind: 'propagation' },
  },
  {
    name: 'a plug-in',
    text: 'ISV code aborted the operation. -2147220891',
    codes: ['0x80040265'],
    first: { kind: 'client' },
  },
  {
    name: 'a plug-in trace',
    text: `Exception type: Microsoft.Xrm.Sdk.InvalidPluginExecutionException\nMessage: ${DENIED}Detail: \n<OrganizationServiceFault><ErrorCode>-2147220960</ErrorCode><Message>${DENIED}</Message></OrganizationServiceFault>`,
    codes: ['0x80040220'],
    first: WRITE_CONTACT,
  },
  {
    name: 'a missing table',
    text: "The entity with a name = 'acount' with namemapping = 'Logical' was not found in the MetadataCache. ErrorCode: 0x80041102",
    codes: ['0x80041102'],
  },
  {
    name: 'KingswaySoft',
    text: `[Dataverse Destination [2]] Error: An error occurred with the following error message: "KingswaySoft.IntegrationToolkit.DynamicsCrm.CrmServiceException: CRM service call returned an error: ${DENIED} (Error Type / Reason: Forbidden, Detailed Message: {"error":{"code":"0x80040220"}}) (SSIS Integration Toolkit for Microsoft Dynamics 365, v22.1)"\nThe ProcessInput method returned a HRESULT of 0xC0209029.`,
    codes: ['0x80040220'],
    first: WRITE_CONTACT,
  },
  {
    name: 'Data Factory',
    text: `ErrorCode=DynamicsOperationFailed,'Type=Microsoft.DataTransfer.Common.Shared.HybridDeliveryException,Message=Dynamics operation failed with error code: -2147220960, error message: ${DENIED}.,Source=Microsoft.DataTransfer.ClientLibrary.DynamicsPlugin,'`,
    codes: ['0x80040220'],
    first: WRITE_CONTACT,
  },
  {
    name: 'an unknown code',
    text: 'failed with 0x8FFFFFF1',
    codes: ['0x8FFFFFF1'],
    first: { kind: 'not-understood' },
  },
  {
    name: 'a code of which only the name is known',
    text: '0x8004853A',
    codes: ['0x8004853A'],
    first: { kind: 'client', name: 'QuickFindSavedQueryAlreadyExists' },
  },
];

/** Throttling, networks, gateways, Graph and the admin service. */
const OTHERS: readonly RealText[] = [
  {
    name: 'requests',
    text: '{"error":{"code":"0x80072322","message":"Number of requests exceeded the limit of 6000 over time window of 300 seconds."}}',
    codes: ['0x80072322'],
    first: { kind: 'throttle' },
  },
  {
    name: 'execution time, decimal',
    text: '-2147015903',
    codes: ['0x80072321'],
    first: { kind: 'throttle' },
  },
  {
    name: 'concurrent requests, unsigned',
    text: '2147951398',
    codes: ['0x80072326'],
    first: { kind: 'throttle' },
  },
  {
    name: 'a head with Retry-After',
    text:
      'HTTP/1.1 429 Too Many Requests\nRetry-After: 37\nx-ms-service-request-id: ' +
      B +
      '\nx-ms-ratelimit-burst-remaining-xrm-requests: 0',
    codes: ['HTTP 429'],
    first: { kind: 'throttle', retryAfterSeconds: 37 },
    ids: [B],
  },
  {
    name: 'curl -v',
    text: `> GET /api/data/v9.2/accounts HTTP/2\n> Host: org.crm4.dynamics.com\n> Authorization: Bearer eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2lnbmF0dXJl\n> \n< HTTP/2 403 \n< content-type: application/json; odata.metadata=minimal\n< x-ms-service-request-id: ${B}\n< date: Mon, 02 Mar 2026 08:15:30 GMT\n< \n{"error":{"code":"0x80042f09","message":"The user has not been assigned any roles."}}`,
    codes: ['0x80042F09'],
    ids: [B],
  },
  {
    name: 'a challenge for a token',
    text: `HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer authorization_uri=https://login.microsoftonline.com/${B}/oauth2/authorize, resource_id=https://org.crm4.dynamics.com/`,
    codes: ['Bearer challenge'],
    first: { kind: 'sign-in' },
    who: [B, 'https://org.crm4.dynamics.com/'],
  },
  {
    name: 'a claims challenge',
    text: 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZX19fQ=="',
    codes: ['insufficient_claims'],
    first: { kind: 'policy' },
  },
  {
    name: 'axios',
    text: 'AxiosError: Request failed with status code 401\n    at settle (/app/node_modules/axios/lib/core/settle.js:19:12)',
    codes: ['HTTP 401'],
  },
  {
    name: 'HttpClient',
    text: 'System.Net.Http.HttpRequestException: Response status code does not indicate success: 503 (Service Unavailable).',
    codes: ['HTTP 503'],
    first: { kind: 'service' },
  },
  {
    name: 'HTML of a gateway',
    text: '<html>\n<head><title>502 Bad Gateway</title></head>\n<body><center><h1>502 Bad Gateway</h1></center><hr><center>Microsoft-Azure-Application-Gateway/v2</center></body>\n</html>',
    codes: ['HTTP 502'],
  },
  {
    name: 'HTML of a firewall',
    text: '<html><head><title>Web Page Blocked</title></head><body>FortiGuard Intrusion Prevention - Access Blocked. HTTP 403 Forbidden</body></html>',
    codes: ['Blocked by a web filter'],
    first: { kind: 'network' },
  },
  {
    name: 'Node DNS',
    text: "Error: getaddrinfo ENOTFOUND contosso.crm4.dynamics.com\n    at GetAddrInfoReqWrap.onlookup [as oncomplete] (node:dns:109:26) {\n  errno: -3008,\n  code: 'ENOTFOUND',\n  syscall: 'getaddrinfo',\n  hostname: 'contosso.crm4.dynamics.com'\n}",
    codes: ['ENOTFOUND'],
    first: { kind: 'network' },
    who: ['contosso.crm4.dynamics.com'],
  },
  {
    name: 'Python DNS',
    text: "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='org.crm4.dynamics.com', port=443): Max retries exceeded with url: /api/data/v9.2/WhoAmI (Caused by NameResolutionError(\"<urllib3.connection.HTTPSConnection object at 0x7f1c>: Failed to resolve 'org.crm4.dynamics.com' ([Errno -2] Name or service not known)\"))",
    codes: ['ENOTFOUND'],
  },
  {
    name: 'a reset',
    text: 'TypeError: fetch failed\n  [cause]: Error: read ECONNRESET',
    codes: ['ECONNRESET'],
  },
  {
    name: '.NET reset',
    text: 'System.IO.IOException: Unable to read data from the transport connection: An existing connection was forcibly closed by the remote host.',
    codes: ['ECONNRESET'],
  },
  {
    name: 'a proxy that opens TLS',
    text: 'FetchError: request to https://login.microsoftonline.com failed, reason: self-signed certificate in certificate chain',
    codes: ['TLS certificate not trusted'],
  },
  {
    name: 'Python TLS',
    text: 'ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1007)',
    codes: ['TLS certificate not trusted'],
  },
  {
    name: 'curl TLS',
    text: 'curl: (60) SSL certificate problem: unable to get local issuer certificate',
    codes: ['TLS certificate not trusted'],
  },
  {
    name: 'old TLS',
    text: 'The request was aborted: Could not create SSL/TLS secure channel.',
    codes: ['TLS version'],
  },
  { name: 'a timeout', text: 'The operation has timed out', codes: ['ETIMEDOUT'] },
  {
    name: 'Graph',
    text: `{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation.","innerError":{"date":"2026-03-02T08:15:30","request-id":"${B}","client-request-id":"${C}"}}}`,
    codes: ['Authorization_RequestDenied'],
    first: { kind: 'permission', touch: 'directory-role' },
    ids: [B, C],
  },
  {
    name: 'Graph, not found',
    text: `{"error":{"code":"Request_ResourceNotFound","message":"Resource '${A}' does not exist or one of its queried reference-property objects are not present."}}`,
    codes: ['Request_ResourceNotFound'],
  },
  {
    name: 'an app management policy',
    text: '{"error":{"code":"CredentialTypeNotAllowedAsPerAppPolicy","message":"Credential type not allowed as per policy"}}',
    codes: ['CredentialInvalidLifetimeAsPerAppPolicy'],
    first: { kind: 'policy' },
  },
  {
    name: 'the admin service',
    text: `{"error":{"code":"EnvironmentNotFound","message":"The environment '${B}' could not be found in the tenant '${C}'."}}`,
    codes: ['EnvironmentNotFound'],
  },
  {
    name: 'an app that is no management app',
    text: `{"error":{"code":"Forbidden","message":"The service principal with id '${A}' for application ${B} does not have permission to access the path 'https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments' in tenant ${C}."}}`,
    codes: ['Not registered for the admin service'],
    first: { kind: 'permission' },
  },
  {
    name: 'several errors, a line each',
    text: `AADSTS7000215: Invalid client secret provided.\nAADSTS700016: Application with identifier '${A}' was not found in the directory 'x'.\n-2147220960\n0x80072322\ngetaddrinfo ENOTFOUND org.crm.dynamics.com\nself signed certificate in certificate chain`,
    codes: [
      'AADSTS7000215',
      'AADSTS700016',
      '0x80040220',
      '0x80072322',
      'ENOTFOUND',
      'TLS certificate not trusted',
    ],
  },
  {
    name: 'the same error again and again',
    text: Array.from(
      { length: 25 },
      (_line, at) =>
        `2026-03-02T08:15:${10 + at}Z ERROR {"error":{"code":"0x80040220","message":"${DENIED}"}}`,
    ).join('\n'),
    codes: ['0x80040220'],
    first: { ...WRITE_CONTACT, count: 25 },
  },
  {
    name: 'two different refusals in one log',
    text: `2026-03-02T08:15:30Z 403 0x80040220 ${DENIED}\n2026-03-02T08:15:31Z 403 0x80040220 ${DENIED.replaceAll('prvWriteContact', 'prvReadAccount').replaceAll("'contact'", "'account'")}`,
    codes: ['0x80040220', '0x80040220'],
    first: WRITE_CONTACT,
  },
  {
    name: 'two different refusals without time stamps',
    text: `code -2147220960: ${DENIED}\ncode -2147220960: ${DENIED.replaceAll('prvWriteContact', 'prvReadContact')}\ncode -2147220960: ${DENIED}`,
    codes: ['0x80040220', '0x80040220'],
    first: WRITE_CONTACT,
  },
  {
    name: 'two messages without their codes',
    text: 'The user is not a member of the organization.\nThe user has not been assigned any roles.',
    codes: ['0x80072560', '0x80042F09'],
  },
  {
    name: 'ADAL, a number that only wraps another',
    text: 'AdalServiceException: AADSTS70002: Error validating credentials. AADSTS50012: Invalid client secret is provided.',
    codes: ['AADSTS50012'],
    first: { title: 'The client secret is wrong' },
  },
  {
    name: 'a message of Entra without its number',
    text: `The user or administrator has not consented to use the application with ID '${A}' named 'My App'. Send an interactive authorization request.`,
    codes: ['AADSTS65001'],
    who: [A, 'My App'],
  },
  { name: 'a row that is not there', text: `account With Id = ${A} Does Not Exist`, codes: ['0x80040217'] },
  {
    name: 'impersonation',
    text: `user ${A} does not have privilege prvActOnBehalfOfAnotherUser. 0x8004A110`,
    codes: ['0x8004A110'],
    first: { privilege: 'prvActOnBehalfOfAnotherUser' },
  },
  {
    name: 'an unknown segment',
    text: `{"error":{"code":"","message":"Resource not found for the segment 'acounts'."}}`,
    codes: ['0x80060888'],
  },
  {
    name: 'an unknown segment with the code of Learn’s example',
    text: `{"error":{"code":"0x8006088a","message":"Resource not found for the segment 'account'."}}`,
    codes: ['0x8006088A'],
    first: { title: 'The query was not understood' },
  },
  {
    name: 'curl without a way',
    text: 'curl: (6) Could not resolve host: contosso.crm4.dynamics.com',
    codes: ['ENOTFOUND'],
    who: ['contosso.crm4.dynamics.com'],
  },
  {
    name: 'a refusal of a connection',
    text: 'Http status code: 403 Body: Unauthorized. The caller does not have permission for connection "x" under Api "shared_commondataserviceforapps".',
    codes: ['Connection not authorized'],
  },
  {
    name: 'no error at all',
    text: 'Dear all,\n\nplease find attached the notes of 2026-03-02. 12 people came; next time in room 404.\n\nBest regards',
    codes: [],
  },
  {
    name: 'a GUID that looks like a code',
    text: 'id 80040220-1234-4abc-8def-0123456789ab and order 2147483',
    codes: [],
  },
];

export const REAL_TEXTS: readonly RealText[] = [...SIGN_INS, ...REFUSALS, ...OTHERS];
