import type { ApiScope } from '../directory/records.ts';
import { hosts } from '../server/address.ts';
import type { HostNames } from '../server/host-names.ts';
import { permissionWords, resourceApps } from './consents.ts';
import type { FirstParty } from './resources.ts';

/** A delegated permission of one of Microsoft's services. */
type ServicePermission = {
  /** In the service's own registration, the same everywhere. */
  readonly id: string;
  readonly name: string;
  /** As administrators read it. */
  readonly text: string;
};

const permission = (id: string, name: string, text: string): ServicePermission => ({ id, name, text });

/** What consent can be given to at Microsoft's services, as far as they are here (Learn: permissions-reference). */
export const servicePermissions: Readonly<Record<FirstParty, readonly ServicePermission[]>> = {
  dataverse: [
    permission(
      '78ce3f0f-a1ce-49c2-8cde-64b5c0896db4',
      'user_impersonation',
      'Access Common Data Service as organization users',
    ),
  ],
  powerApps: [permission('0eb56b90-a7b5-43b5-9402-8137a8083e90', 'User', 'Access the PowerApps Service API')],
  azure: [
    permission(
      '41094075-9dad-400e-a0bd-54e686782033',
      'user_impersonation',
      'Access Azure Service Management as organization users',
    ),
  ],
  graph: [
    permission('e1fe6dd8-ba31-4d61-89e7-88639da4683d', 'User.Read', 'Sign in and read user profile'),
    // To be consented to alone: Graph has neither mail nor calendars here.
    permission('465a38f9-76ea-45b9-9f34-9e8b0d4b0b42', 'Calendars.Read', 'Read user calendars'),
    permission('570282fd-fa5c-430d-a7fd-fc8dc98a9dca', 'Mail.Read', 'Read user mail'),
    permission('e383f46e-2787-4529-855e-0e479a3ffac0', 'Mail.Send', 'Send mail as a user'),
    permission('a154be20-db9c-4678-8ab7-66f6cc099a59', 'User.Read.All', "Read all users' full profiles"),
    permission(
      '204e0828-b5ca-4ad8-b9f3-f32a958e7cc4',
      'User.ReadWrite.All',
      "Read and write all users' full profiles",
    ),
    permission('c79f8feb-a9db-4090-85f9-90d820caa0eb', 'Application.Read.All', 'Read applications'),
    permission(
      'bdfbf15f-ee85-4955-8675-146e8e5296b5',
      'Application.ReadWrite.All',
      'Read and write all applications',
    ),
    permission(
      '41ce6ca6-6826-4807-84f1-1c82854f7ee5',
      'DelegatedPermissionGrant.ReadWrite.All',
      'Manage all delegated permission grants',
    ),
    permission('06da0dbc-49e2-44d2-8312-53f166ab848a', 'Directory.Read.All', 'Read directory data'),
    permission(
      '0e263e50-5827-48a4-b97c-d940288653c7',
      'Directory.AccessAsUser.All',
      'Access directory as the signed in user',
    ),
    permission(
      '84bccea3-f856-4a8a-967b-dbe0a3d53a64',
      'AppRoleAssignment.ReadWrite.All',
      'Manage app permission grants and app role assignments',
    ),
    permission('e4c9e354-4dc5-45b8-9e7c-e1393b0b1a20', 'AuditLog.Read.All', 'Read audit log data'),
    permission('5f8c59db-677d-491f-a6b8-5f174b11ec1d', 'Group.Read.All', 'Read all groups'),
    permission('4e46008b-f24c-477d-8fff-7bb4ec7aafe0', 'Group.ReadWrite.All', 'Read and write all groups'),
    permission('bc024368-1153-4739-b217-4326f2e966d0', 'GroupMember.Read.All', 'Read group memberships'),
    permission(
      'f81125ac-d3b7-4573-a3b2-7099cc39df9e',
      'GroupMember.ReadWrite.All',
      'Read and write group memberships',
    ),
    permission(
      '741c54c3-0c1e-44a1-818b-3f97ab4e8c83',
      'RoleManagement.Read.Directory',
      'Read directory RBAC settings',
    ),
  ],
  // Its permissions are told in tokens; which ids they have in its registration is not known here.
  powerPlatform: [],
  discovery: [],
  tokenExchange: [],
  adminCentre: [],
};

const kindOf = (appId: string): FirstParty | null => {
  const kinds = ['dataverse', 'graph', 'powerApps', 'powerPlatform', 'azure'] as const;
  return kinds.find((kind) => resourceApps[kind] === appId) ?? null;
};

/** The delegated permissions of a service of Microsoft's, as its service principal shows them; none for any other app. */
export function serviceScopes(appId: string): readonly ApiScope[] {
  const kind = kindOf(appId);
  return kind === null
    ? []
    : servicePermissions[kind].map(({ id, name, text }) => {
        const words = permissionWords.get(name);
        const userText = kind === 'azure' ? text : (words?.text ?? text);
        return {
          id,
          value: name,
          type: words?.adminOnly === true ? 'Admin' : 'User',
          isEnabled: true,
          adminConsentDisplayName: text,
          adminConsentDescription: text,
          userConsentDisplayName: userText,
          userConsentDescription: userText,
        };
      });
}

/** Names of a service of Microsoft's besides its client id: Microsoft's, and the demo cloud's own (as seen; tools look a resource up by them). */
export function serviceNames(names: HostNames, appId: string): readonly string[] {
  const both = (host: string): readonly string[] =>
    [names.microsoft(host), host].flatMap((name) => [`https://${name}`, `https://${name}/`]);
  switch (kindOf(appId)) {
    case 'graph':
      return both(hosts.graph);
    case 'powerApps':
      return both(hosts.powerApps);
    case 'powerPlatform':
      return both(hosts.powerPlatform);
    case 'azure':
      return both(hosts.resourceManager);
    case 'dataverse':
      return ['https://admin.services.crm.dynamics.com/'];
    case 'discovery':
    case 'tokenExchange':
    case 'adminCentre':
    case null:
      return [];
  }
}
