/** Who may use an app (Microsoft Graph: application resource, `signInAudience`). */
export const DIRECTORY_AUDIENCES = [
  'AzureADMyOrg',
  'AzureADMultipleOrgs',
  'AzureADandPersonalMicrosoftAccount',
  'PersonalMicrosoftAccount',
] as const;
export type DirectoryAudience = (typeof DIRECTORY_AUDIENCES)[number];

/** Where an app is looked for: among the tenant's own registrations, or among those of other tenants that are used here. */
export const APP_PLACES = ['own', 'enterprise'] as const;
export type AppPlace = (typeof APP_PLACES)[number];
