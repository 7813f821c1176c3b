/**
 * Microsoft's own applications that have rows in an environment (Microsoft Learn: application ids of commonly used
 * Microsoft applications).
 */
const FIRST_PARTY = new Set([
  '00000007-0000-0000-c000-000000000000', // Dataverse
  '475226c6-020e-4fb2-8a90-7a972cbfc1d4', // Power Apps Service
  '7df0a125-d3be-4c96-aa54-591f83ff541c', // Microsoft Flow Service
  '065d9450-1e87-434e-ac2f-69af271549ed', // Power Platform admin center
  '8578e004-a5c6-46e7-913e-12f58912df43', // Power Platform API
  '00000003-0000-0000-c000-000000000000', // Microsoft Graph
]);

/** The two documented accounts that carry a sample company's domain. */
const DOCUMENTED_ACCOUNTS = new Set(['provisionapp@fabrikam.com', 'enterprisesurveyappuser@contoso.com']);

/**
 * Tells application users that the platform makes and maintains, which must not be changed (Microsoft Learn:
 * system-application-users). They are known by their user name: its domain is `microsoft.com` or the bare
 * `onmicrosoft.com`, which no customer's tenant can have. A full name that begins with `#` proves nothing: the system
 * writes `#` for the missing first name of every application user.
 */
export const isPlatformUser = (user: { readonly clientId: string; readonly userName: string }): boolean => {
  const userName = user.userName.trim().toLowerCase();
  const domain = userName.slice(userName.lastIndexOf('@') + 1);
  return (
    FIRST_PARTY.has(user.clientId) ||
    DOCUMENTED_ACCOUNTS.has(userName) ||
    (userName.includes('@') && (domain === 'microsoft.com' || domain === 'onmicrosoft.com'))
  );
};
