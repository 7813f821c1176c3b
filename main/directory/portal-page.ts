import type { OutputOf } from '../../preload/contract/index.ts';

type KnownApp = Pick<OutputOf<'directory.app'>, 'application' | 'principal'>;

/**
 * The page of an app in the Entra part of the Azure portal: of its registration where it is at home, else of the enterprise app. The
 * paths are those to which the portal itself leads.
 */
export const portalPage = (portal: string | null, { application, principal }: KnownApp): string | null => {
  if (portal === null) return null;
  const clientId = (blade: string, rest: string) => `${portal}/#view/${blade}${rest}`;
  if (application !== null)
    return clientId(
      'Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview',
      `/objectId/${application.objectId}`,
    );
  return principal === null
    ? null
    : clientId('Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview', `/objectId/${principal.objectId}`);
};
