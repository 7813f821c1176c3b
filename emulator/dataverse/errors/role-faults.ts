import { ServiceFault } from './service-fault.ts';

/** A role of this name is there already (RoleAlreadyExists). */
export const roleAlreadyExists = (
  name: string,
  unitId: string,
  roleId: string,
  solutionId: string,
): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041403',
    `A role with the specified name '${name}' already exists on business unit ${unitId} and Solution Id ${solutionId}. Role id: ${roleId}`,
  );

/** A new role without a name (unManagedidsrolesmissrolename). */
export const roleNameMissing = (): ServiceFault =>
  new ServiceFault(400, '0x80041407', 'The role name was unexpectedly missing.');

/** A new role without a business unit (unManagedidsrolesmissbusinessid). */
export const roleUnitMissing = (): ServiceFault =>
  new ServiceFault(400, '0x80041406', "The role's business unit ID was unexpectedly missing.");

/** A copy of a role is changed through its original only (RestrictInheritedRole). */
export const inheritedRole = (): ServiceFault =>
  new ServiceFault(400, '0x80044152', 'Inherited roles cannot be modified.');

/** A copy of a role goes with its original only (unManagedidsrolesdeletenonparentrole). */
export const cannotDeleteInheritedRole = (): ServiceFault =>
  new ServiceFault(400, '0x8004140C', 'Cannot delete a role that is inherited from a parent business.');

/** A privilege cannot be granted at this depth (InvalidPrivilegeDepth). */
export const invalidPrivilegeDepth = (): ServiceFault =>
  new ServiceFault(400, '0x8004140B', 'Invalid privilege depth.');

/** CannotModifySysAdmin. */
export const cannotModifyAdministratorRole = (): ServiceFault =>
  new ServiceFault(400, '0x80041D31', 'The System Administrator Role cannot be modified.');

/** CannotModifySupportUser. */
export const cannotModifySupportRole = (): ServiceFault =>
  new ServiceFault(400, '0x80041D43', 'The Support User Role cannot be modified.');

/** CannotDeleteSysAdmin, CannotDeleteSupportUser, CannotDeleteSystemCustomizer. */
export const cannotDeleteSystemRole = (code: '0x80041D2E' | '0x80041D42' | '0x80041D4A', name: string) =>
  new ServiceFault(400, code, `The ${name} Role cannot be deleted.`);

/** What a solution shipped, or what its publisher locked, stays as it is (GenericManagedPropertyFailure). */
export const managedProperty = (
  name: string,
  id: string,
  operation: 'Update' | 'Delete',
  condition: string,
): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004F026',
    `The evaluation of the current component(name=Role: ${name}, id=${id}) in the current operation (${operation}) failed during managed property evaluation of condition: ${condition}`,
  );

/** Somebody still holds the role, or something refers to the record (CannotDeleteDueToAssociation). */
export const cannotDeleteAssociated = (): ServiceFault =>
  new ServiceFault(
    405,
    '0x80040227',
    'The object you tried to delete is associated with another object and cannot be deleted.',
  );
