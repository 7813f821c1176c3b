/** The page that a fact of the catalogue stands on. */
export type Source = { readonly page: string; readonly url: string };

const learn = (page: string, path: string): Source => ({
  page: `Microsoft Learn: ${page}`,
  url: `https://learn.microsoft.com/en-us/${path}`,
});

/** Pages that entries of the catalogue are taken from. */
export const SOURCES = {
  entraCodes: learn(
    'Microsoft Entra authentication and authorization error codes',
    'entra/identity-platform/reference-error-codes',
  ),
  dataverseCodes: learn(
    'Web service error codes',
    'power-apps/developer/data-platform/reference/web-service-error-codes',
  ),
  httpErrors: learn(
    'Compose HTTP requests and handle errors',
    'power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors',
  ),
  limits: learn('Service protection API limits', 'power-apps/developer/data-platform/api-limits'),
  security: learn('Security concepts in Microsoft Dataverse', 'power-platform/admin/wp-security-cds'),
  columns: learn('Column-level security', 'power-platform/admin/field-level-security'),
  firewall: learn('IP firewall in Power Platform environments', 'power-platform/admin/ip-firewall'),
  restrictions: learn('Tenant restrictions', 'entra/identity/enterprise-apps/tenant-restrictions'),
  challenge: learn(
    'Claims challenges, claims requests, and client capabilities',
    'entra/identity-platform/claims-challenge',
  ),
  graph: learn('Microsoft Graph error responses', 'graph/errors'),
  platform: learn(
    'Create service principals for Power Platform',
    'power-platform/admin/powerplatform-api-create-service-principal',
  ),
  policies: learn('Data policies', 'power-platform/admin/wp-data-loss-prevention'),
  secrets: learn(
    'Use environment variables for Azure Key Vault secrets',
    'power-apps/maker/data-platform/environmentvariables-azure-key-vault-secrets',
  ),
  sql: learn('Use SQL to query data', 'power-apps/developer/data-platform/dataverse-sql-query'),
  flows: learn('Troubleshoot a cloud flow', 'power-automate/fix-flow-failures'),
  msal: learn('Handle errors in MSAL', 'entra/msal/dotnet/advanced/exceptions/msal-error-handling'),
  node: { page: 'Node.js: Errors', url: 'https://nodejs.org/api/errors.html' },
  status: {
    page: 'RFC 9110: HTTP Semantics',
    url: 'https://www.rfc-editor.org/rfc/rfc9110#name-status-codes',
  },
  oauth: { page: 'RFC 6749: OAuth 2.0', url: 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2' },
  adal: learn(
    'Xrm.Tooling connection strings',
    'power-apps/developer/data-platform/xrm-tooling/use-connection-strings-xrm-tooling-connect',
  ),
} as const satisfies Readonly<Record<string, Source>>;
