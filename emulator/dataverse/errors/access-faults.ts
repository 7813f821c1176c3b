import type { Privilege } from '../base/privileges.ts';
import type { Table, Verb } from '../schema/table.ts';
import { ServiceFault } from './service-fault.ts';

/** What a denial tells about the caller's row and permissions. */
export type DeniedCaller = {
  readonly userId: string;
  readonly objectId: string | null;
  readonly businessUnitId: string;
  readonly accessMode: number;
  readonly roleCount: number;
  readonly privilegeCount: number;
};

/** Number of privileges that a server's metadata cache reports in denials. */
const cachedPrivileges = 5214;

const accessModes = [
  'Read-Write',
  'Administrative',
  'Read',
  'Support User',
  'Non-interactive',
  'Delegated Admin',
];

const principal = (caller: DeniedCaller): string => {
  const mode = `${caller.accessMode} ${accessModes[caller.accessMode] ?? 'Read-Write'}`;
  const objectId = caller.objectId === null ? '' : ` AADObjectId='${caller.objectId}',`;
  return (
    `Principal user (Id=${caller.userId}, type=8, roleCount=${caller.roleCount}, privilegeCount=${caller.privilegeCount}, ` +
    `accessMode='${mode}',${objectId} MetadataCachePrivilegesCount=${cachedPrivileges}, businessUnitId=${caller.businessUnitId})`
  );
};

const advice = (caller: DeniedCaller): string =>
  `context.Caller=${caller.userId}. Consider adding missed privilege to one of the principal (user/team) roles.`;

/** The caller has a privilege for a table at no depth at all (PrivilegeDenied). */
export const privilegeDenied = (caller: DeniedCaller, privilege: Privilege, table: Table): ServiceFault =>
  new ServiceFault(
    403,
    '0x80040220',
    `${principal(caller)}, is missing ${privilege.name} privilege (Id=${privilege.id}) on OTC=${table.objectTypeCode} ` +
      `for entity '${table.logicalName}' (LocalizedName='${table.displayName}'). ${advice(caller)}`,
  );

/** The caller lacks a privilege that belongs to no table (PrivilegeDenied). */
export const miscPrivilegeDenied = (caller: DeniedCaller, privilege: Privilege): ServiceFault =>
  new ServiceFault(
    403,
    '0x80040220',
    `${principal(caller)}, is missing ${privilege.name} privilege (Id=${privilege.id}). ${advice(caller)}`,
  );

/** A record that is out of reach. */
export type DeniedRecord = {
  readonly id: string;
  readonly ownerId: string;
  /** Object type code of the owner: 8 user, 9 team. */
  readonly ownerType: number;
  readonly businessUnitId: string;
};

/** The caller's depth does not reach a record (unManagedIdsAccessDenied). The text has two blanks before OwnerIdType. */
export const recordDenied = (userId: string, table: Table, verb: Verb, record: DeniedRecord): ServiceFault =>
  new ServiceFault(
    403,
    '0x80048306',
    `SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: ${record.id}, OwnerId: ${record.ownerId},  ` +
      `OwnerIdType: ${record.ownerType} and CallingUser: ${userId}. ObjectTypeCode: ${table.objectTypeCode}, ` +
      `objectBusinessUnitId: ${record.businessUnitId}, AccessRights: ${verb}Access`,
  );

/** The caller would create a row where its depth does not reach (PrivilegeDenied, `SecLib::CheckPrivilege`). */
export const depthDenied = (
  caller: DeniedCaller,
  privilege: Privilege,
  requiredDepth: string,
): ServiceFault =>
  new ServiceFault(
    403,
    '0x80040220',
    `SecLib::CheckPrivilege failed. User: ${caller.userId}, PrivilegeName: ${privilege.name}, PrivilegeId: ${privilege.id}, ` +
      `Required Depth: ${requiredDepth}, BusinessUnitId: ${caller.businessUnitId}, ` +
      `MetadataCache Privileges Count: ${cachedPrivileges}, User Privileges Count: ${caller.privilegeCount}`,
  );

/** Nobody with this identity is a user here, or the token is of another tenant (UserNotMemberOfOrg). */
export const notMember = (): ServiceFault =>
  new ServiceFault(403, '0x80072560', 'The user is not a member of the organization.');

/**
 * The user's row is disabled (unManagedidsusernotenabled). The text is the one that Learn lists, or the one that the service was seen to
 * answer with in 2025, with the places for values left as they are (known limitations of a Terraform demonstration, PPCC25).
 */
export const userDisabled = (): ServiceFault =>
  new ServiceFault(
    403,
    '0x80040225',
    'The specified user is either disabled or is not a member of any business unit.',
    {
      rule: 'disabledUserText',
      answers: {
        seen: new ServiceFault(
          403,
          '0x80040225',
          'The specified user(Id = {0}) is disabled. Consider enabling this user. Additional Details: {1}',
        ),
      },
    },
  );

/** The caller may not act on behalf of others (CannotActOnBehalfOfAnotherUser). */
export const cannotActOnBehalf = (): ServiceFault =>
  new ServiceFault(403, '0x8004A110', 'User does not have the privilege to act on behalf another user.');

/** The header names a directory object that is no user here (BusinessManagementInvalidUserId). */
export const invalidCaller = (id: string): ServiceFault =>
  new ServiceFault(400, '0x80041D1F', `The user Id(s) [${id}] is invalid.`);

/** A user whose access mode is Read would change something (InsufficientAccessMode). */
export const insufficientAccessMode = (): ServiceFault =>
  new ServiceFault(
    403,
    '0x80044502',
    'User does not have read-write access to the Dynamics 365 organization.',
  );

/** A new owner may not read the table (known as `SecLib::CrmCheckPrivilege failed`). */
export const ownerCannotRead = (
  ownerId: string,
  privilege: Privilege,
  unit: { readonly id: string; readonly name: string },
): ServiceFault =>
  new ServiceFault(
    403,
    '0x80040299',
    `SecLib::CrmCheckPrivilege failed. Returned hr = -2147220839 on UserId: ${ownerId} and Privilege: ${privilege.name} in BusinessUnit: ${unit.name} (Id= ${unit.id})`,
  );

/** The user has no role of its own or through a team (UserNotAssignedRoles). */
export const noRoles = (userId: string): ServiceFault =>
  new ServiceFault(403, '0x80042F09', `The user (Id = ${userId}) has not been assigned any roles.`);

/** Audit data is deleted by whole partitions, of which there are none (Learn: "Delete audit data"). */
export const noAuditPartitions = (): ServiceFault =>
  new ServiceFault(400, '0x80040203', 'There are no partitions ending before the given date');
