import type { ColumnAction } from '../access/column-access.ts';
import type { Column } from '../schema/column.ts';
import type { Table } from '../schema/table.ts';
import { ServiceFault } from './service-fault.ts';

/**
 * A value for a secured column without the permission: AttributePrivilegeCreateIsMissing while a record is made,
 * AttributePermissionUpdateIsMissingDuringUpdate while it is changed (Learn: "Web service error codes"). The text is
 * that of the sample "Column-level security using Dataverse Web API", which shows it for an update; for a create it
 * is taken to read alike.
 */
export const columnDenied = (
  userId: string,
  table: Table,
  column: Column,
  action: Exclude<ColumnAction, 'read'>,
): ServiceFault =>
  new ServiceFault(
    403,
    action === 'create' ? '0x8004f502' : '0x8004f507',
    `Caller user with Id ${userId} does not have ${action} permissions to a ${column.displayName} secured field ` +
      `on entity ${table.displayName} table. The requested operation could not be completed.`,
  );

/** A field permission for a column that is not secured (AttributeNotSecured). */
export const columnNotSecured = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004f508',
    'One or more fields are not enabled for field level security. Field level security is not enabled until you publish the customizations.',
  );

/** A field permission with a value that is none (AttributePermissionIsInvalid). */
export const permissionInvalid = (value: number, column: string, id: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004f50e',
    `Permission '${value}' for field '${column}' with id=${id} is invalid.`,
  );

/** The built-in profile stays as it is (AdminProfileCannotBeEditedOrDeleted). */
export const administratorProfileFixed = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004f50c',
    'The System Administrator field security profile cannot be modified or deleted.',
  );

/** A System Administrator keeps the built-in profile (CannotRemoveSysAdminProfileFromSysAdminUser). */
export const administratorProfileStays = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004f505',
    'The Sys Admin Profile cannot be removed from a user with a Sys Admin Role',
  );
