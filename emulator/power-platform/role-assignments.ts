import { guidOf } from '../seed/deterministic.ts';
import type { Restorable } from '../scenario/restorable.ts';

/** A role of Power Platform, with what it may in the words of the service. */
export type RoleDefinition = {
  readonly roleDefinitionId: string;
  readonly roleDefinitionName: string;
  readonly permissions: readonly string[];
};

/** The four that there are (Learn: programmability-tutorial-rbac-role-assignment, role-based-access-control). */
export const roleDefinitions = [
  {
    roleDefinitionId: '0cb07c69-1631-4725-ab35-e59e001c51ea',
    roleDefinitionName: 'Power Platform owner',
    permissions: ['*'],
  },
  {
    roleDefinitionId: 'ff954d61-a89a-4fbe-ace9-01c367b89f87',
    roleDefinitionName: 'Power Platform contributor',
    permissions: ['*'],
  },
  {
    roleDefinitionId: 'c886ad2e-27f7-4874-8381-5849b8d8a090',
    roleDefinitionName: 'Power Platform reader',
    permissions: ['*.Read'],
  },
  {
    roleDefinitionId: '95e94555-018c-447b-8691-bdac8e12211e',
    roleDefinitionName: 'Power Platform role-based access control administrator',
    permissions: ['*.Read', 'Authorization.RoleAssignments.Write', 'Authorization.RoleAssignments.Delete'],
  },
] as const satisfies readonly RoleDefinition[];

/** Who may change assignments: "contributor … can't make or change role assignments" (Learn: programmability-tutorial-rbac-role-assignment). */
const assigners: ReadonlySet<string> = new Set([
  '0cb07c69-1631-4725-ab35-e59e001c51ea',
  '95e94555-018c-447b-8691-bdac8e12211e',
]);

/** Whom a role can be assigned to; an app is meant by the object id of its service principal. */
export const principalTypes = ['User', 'Group', 'ApplicationUser'] as const;

/** Kind of a principal. */
export type PrincipalType = (typeof principalTypes)[number];

/** An assignment as the service shows it (recorded by Microsoft's Terraform provider). */
export type RoleAssignment = {
  readonly roleAssignmentId: string;
  /** `/tenants/<id>`, `/tenants/<id>/environments/<id>`. */
  readonly scope: string;
  readonly principalType: PrincipalType;
  readonly principalObjectId: string;
  readonly roleDefinitionId: string;
  readonly createdByPrincipalType: PrincipalType;
  readonly createdByPrincipalObjectId: string;
  readonly createdOn: string;
  readonly expiresOn: null;
};

/** Role assignments of all tenants. Nothing keeps two from being the same, as at the service. */
export type RoleAssignments = Restorable & {
  at(scope: string): readonly RoleAssignment[];
  add(made: Omit<RoleAssignment, 'roleAssignmentId' | 'expiresOn'>): RoleAssignment;
  /** False where there is none of this id at the scope. */
  remove(scope: string, id: string): boolean;
  /** Ids of the roles at a scope or above it of somebody, who is their own object and their groups. */
  rolesOf(objectIds: readonly string[], scope: string): ReadonlySet<string>;
  /** Whether one of these roles lets assignments be changed. */
  mayAssign(objectIds: readonly string[], scope: string): boolean;
};

/** Nobody has a role at first. */
export function createRoleAssignments(): RoleAssignments {
  let assignments: readonly RoleAssignment[] = [];
  let count = 0;
  const rolesOf = (objectIds: readonly string[], scope: string): ReadonlySet<string> =>
    new Set(
      assignments
        .filter((one) => objectIds.includes(one.principalObjectId) && `${scope}/`.startsWith(`${one.scope}/`))
        .map(({ roleDefinitionId }) => roleDefinitionId),
    );
  return {
    at: (scope) => assignments.filter((one) => one.scope === scope),
    add: (made) => {
      count += 1;
      const roleAssignmentId = guidOf('power platform role assignment', made.scope, String(count));
      const added = { roleAssignmentId, ...made, expiresOn: null };
      assignments = [...assignments, added];
      return added;
    },
    remove: (scope, id) => {
      const left = assignments.filter((one) => one.scope !== scope || one.roleAssignmentId !== id);
      const removed = left.length < assignments.length;
      assignments = left;
      return removed;
    },
    rolesOf,
    mayAssign: (objectIds, scope) => [...rolesOf(objectIds, scope)].some((role) => assigners.has(role)),
    snapshot: () => {
      const kept = assignments;
      return () => {
        assignments = kept;
      };
    },
  };
}
