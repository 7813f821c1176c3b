import type { Cloud } from '../cloud.ts';
import { groupsWith } from '../directory/memberships.ts';
import type { Account, AppRole } from '../directory/records.ts';
import { resourcePrincipalId } from './consents.ts';
import type { Resource } from './resources.ts';

/** Microsoft Graph's, as far as the demo cloud's Graph asks for them, with its own ids (Learn: permissions-reference). */
export const graphRoles: readonly AppRole[] = (
  [
    {
      id: '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30',
      value: 'Application.Read.All',
      displayName: 'Read all applications',
    },
    {
      id: '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9',
      value: 'Application.ReadWrite.All',
      displayName: 'Read and write all applications',
    },
    {
      id: '18a4783c-866b-4cc7-a460-3d5e5662c884',
      value: 'Application.ReadWrite.OwnedBy',
      displayName: 'Manage apps that this app creates or owns',
    },
    {
      id: 'b0afded3-3588-46d8-8b3d-9842eff778da',
      value: 'AuditLog.Read.All',
      displayName: 'Read all audit log data',
    },
    {
      id: 'df021288-bdef-4463-88db-98f22de89214',
      value: 'User.Read.All',
      displayName: "Read all users' full profiles",
    },
    {
      id: '06b708a9-e830-4db3-a914-8e69da51d44f',
      value: 'AppRoleAssignment.ReadWrite.All',
      displayName: 'Manage app permission grants and app role assignments',
    },
    {
      id: '7ab1d382-f21e-4acd-a863-ba3e13f7da61',
      value: 'Directory.Read.All',
      displayName: 'Read directory data',
    },
    {
      id: '5b567255-7703-4780-807c-7be8301ae99b',
      value: 'Group.Read.All',
      displayName: 'Read all groups',
    },
    {
      id: '62a82d76-70ea-41e2-9197-370581804d09',
      value: 'Group.ReadWrite.All',
      displayName: 'Read and write all groups',
    },
    {
      id: 'bf7b1a76-6e77-406b-b258-bf5c7720e98f',
      value: 'Group.Create',
      displayName: 'Create groups',
    },
    {
      id: '98830695-27a2-44f7-8c18-0c3ebc9698f6',
      value: 'GroupMember.Read.All',
      displayName: 'Read all group memberships',
    },
    {
      id: 'dbaae8cf-10b5-4b86-a4a1-f871c94c6695',
      value: 'GroupMember.ReadWrite.All',
      displayName: 'Read and write all group memberships',
    },
    {
      id: '483bed4a-2ad3-4361-a73b-c83ccdbdc53c',
      value: 'RoleManagement.Read.Directory',
      displayName: 'Read all directory RBAC settings',
    },
  ] as const
).map(({ id, value, displayName }) => ({
  id,
  value,
  displayName,
  description: displayName,
  allowedMemberTypes: ['Application'],
  isEnabled: true,
}));

/** The roles of a service principal; Dataverse decides by its own security roles and has none. */
export const appRolesOf = (
  cloud: Cloud,
  principal: { readonly tenantId: string; readonly objectId: string; readonly appId: string },
): readonly AppRole[] =>
  resourcePrincipalId(principal.tenantId, 'graph') === principal.objectId
    ? graphRoles
    : (cloud.directory.app(principal.appId)?.appRoles ?? []);

/** Assigns a role of a resource to an app's principal, as consenting to it does; nothing where it is assigned already. */
export function assignRole(
  cloud: Cloud,
  principal: { readonly tenantId: string; readonly objectId: string },
  resourceId: string,
  appRoleId: string,
): void {
  const { directory } = cloud;
  const { tenantId, objectId: principalId } = principal;
  const assigned = directory.records.roleAssignments.some(
    (one) => one.principalId === principalId && one.resourceId === resourceId && one.appRoleId === appRoleId,
  );
  if (!assigned) {
    const id = Buffer.from(directory.newId()).toString('base64url');
    const createdOn = cloud.now();
    directory.changes.saveRoleAssignment({ id, tenantId, principalId, resourceId, appRoleId, createdOn });
  }
}

/** Under which ids roles count for a person: what a group was assigned is for its direct members (Learn: appRoleAssignment resource). */
export const holdersFor = (
  { directory }: Pick<Cloud, 'directory'>,
  { objectId, tenantId }: Pick<Account, 'objectId' | 'tenantId'>,
): readonly string[] => [
  objectId,
  ...groupsWith(directory.records, tenantId, objectId).map((group) => group.objectId),
];

/** Names of the roles that a person or a principal was assigned at a resource: claim `roles` (Learn: access-token-claims-reference). */
export function assignedRoles(
  cloud: Cloud,
  holders: readonly string[],
  { appRoles, principalId: resourceId }: Pick<Resource, 'appRoles' | 'principalId'>,
): readonly string[] {
  const ids = cloud.directory.records.roleAssignments
    .filter((one) => holders.includes(one.principalId) && one.resourceId === resourceId)
    .map(({ appRoleId }) => appRoleId);
  return appRoles
    .filter(({ id, isEnabled }) => isEnabled && ids.includes(id))
    .flatMap(({ value }) => value ?? []);
}
