/**
 * Delegated permissions of Microsoft Graph that the console may ask for, each only when something is done that needs it (Microsoft Learn:
 * permissions-reference). The first reads app registrations and service principals, the second also changes them, the third gives consent.
 */
export const GRAPH_PERMISSIONS = [
  'Application.Read.All',
  'Application.ReadWrite.All',
  'DelegatedPermissionGrant.ReadWrite.All',
] as const;
export type GraphPermission = (typeof GRAPH_PERMISSIONS)[number];
