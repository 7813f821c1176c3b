import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePrivilegeDenied } from '../../../main/dataverse/privilege-denied.ts';

const a = 'a1b2c3d4-0000-1111-2222-333344445555';
const b = 'b1b2c3d4-0000-1111-2222-333344445555';
const c = 'c1b2c3d4-0000-1111-2222-333344445555';

describe('messages of denied privileges', () => {
  test.each([
    [
      'user with all its details',
      `Principal user (Id=${a}, type=8, roleCount=6, privilegeCount=1491, accessMode='0 Read-Write', AADObjectId='${b}', MetadataCachePrivilegesCount=5214, businessUnitId=${c}), is missing prvWritemsdyn_flow_approval privilege (Id=${b}) on OTC=10286 for entity 'msdyn_flow_approval' (LocalizedName='Approval'). context.Caller=${a}. Consider adding missed privilege to one of the principal (user/team) roles.`,
      {
        variant: 'missing-privilege',
        principalKind: 'user',
        principalId: a,
        privilege: 'prvWritemsdyn_flow_approval',
        verb: 'Write',
        table: 'msdyn_flow_approval',
        depth: 'Basic',
        businessUnitId: c,
      },
    ],
    [
      'stub user',
      `Principal user (Id=${a}, type=8, roleCount=1, privilegeCount=3, accessMode=4 (Setup/Stub unlicensed user with filtered privileges), MetadataCachePrivilegesCount=5214, businessUnitId=${c}), is missing prvReadAccount privilege (Id=${b}) on OTC=1 for entity 'account' (LocalizedName='Account'). context.Caller=${a}. Or identityUser.SystemUserId=${a}`,
      { variant: 'missing-privilege', principalId: a, privilege: 'prvReadAccount', table: 'account' },
    ],
    [
      'team',
      `Principal team (Id=${a}, type=9, teamType=0, privilegeCount=26, businessUnitId=${c}), is missing prvReadContact privilege (Id=${b}) on OTC=2 for entity 'contact' (LocalizedName='Contact').`,
      { variant: 'missing-privilege', principalKind: 'team', principalId: a, verb: 'Read', table: 'contact' },
    ],
    [
      'old and short',
      `Principal user (Id=${a}, type=8) is missing prvReadworkflow privilege (Id=${b})`,
      { variant: 'missing-privilege', principalId: a, privilege: 'prvReadworkflow', table: 'workflow' },
    ],
    [
      'depth too small for a record',
      `SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: ${b}, OwnerId: ${c},  OwnerIdType: 8 and CallingUser: ${a}. ObjectTypeCode: 2, objectBusinessUnitId: ${c}, AccessRights: ReadAccess`,
      {
        variant: 'record-depth',
        principalId: a,
        verb: 'Read',
        table: 'contact',
        objectTypeCode: 2,
        ownerId: c,
        businessUnitId: c,
        depth: null,
      },
    ],
    [
      'required depth',
      `SecLib::CheckPrivilege failed. User: ${a}, PrivilegeName: prvCreateAccount, PrivilegeId: ${b}, Required Depth: Deep, BusinessUnitId: ${c}, MetadataCache Privileges Count: 5214, User Privileges Count: 12`,
      {
        variant: 'required-depth',
        principalId: a,
        verb: 'Create',
        table: 'Account',
        depth: 'Deep',
        businessUnitId: c,
      },
    ],
    [
      'right on a record',
      `Principal with id ${a} does not have WriteAccess right(s) for record with id ${b} of entity account. {"ObjectBusinessUnitId":"${c}"}`,
      { variant: 'record-right', principalId: a, verb: 'Write', table: 'account', businessUnitId: c },
    ],
    [
      'granting more than one holds',
      `RoleService::VerifyCallerPrivileges failed. User: ${a}, UserBU: ${c}, PrivilegeName: prvDeleteLead, PrivilegeId: ${b}, Depth: Global, BusinessUnitId: ${b}, MissingPrivilegeCount: 16`,
      {
        variant: 'grant-exceeds-caller',
        principalId: a,
        privilege: 'prvDeleteLead',
        depth: 'Global',
        businessUnitId: c,
      },
    ],
    [
      'in a business unit',
      `SecLib::CrmCheckPrivilege failed. Returned hr = -2147220839 on UserId: ${a} and Privilege: prvReadQueue in BusinessUnit: Sales (Id= ${c})`,
      {
        variant: 'business-unit',
        principalId: a,
        privilege: 'prvReadQueue',
        verb: 'Read',
        businessUnitId: c,
      },
    ],
    [
      'column',
      `User with ID ${a} does not have Read permissions for the emailaddress1 attribute in the contact entity. The contactid of the record is ${b}`,
      { variant: 'column', principalId: a, verb: 'Read', column: 'emailaddress1', table: 'contact' },
    ],
    [
      'column, newer words',
      `Caller user with Id ${a} does not have update permissions to a Email secured field on entity Example table. The requested operation could not be completed.`,
      { variant: 'column', principalId: a, verb: 'Write', column: 'Email', table: 'Example' },
    ],
    [
      'column, newer words, of a table that is not called so',
      `Caller user with Id ${a} does not have create permissions to a Is Secure secured field on entity Work Assignment. The requested operation could not be completed.`,
      { variant: 'column', principalId: a, verb: 'Create', column: 'Is Secure', table: 'Work Assignment' },
    ],
    [
      'new owner',
      'Read Privilege Check For Owner failed: owner cannot read',
      { variant: 'new-owner', verb: 'Read' },
    ],
  ])('%s', (_name, message, expected) => {
    expect(parsePrivilegeDenied(message)).toMatchObject(expected);
    expect(parsePrivilegeDenied(`Wrapped: ${message}`)).toMatchObject(expected);
  });

  test('other messages are none', () => {
    expect(parsePrivilegeDenied('The user is not a member of the organization.')).toBeNull();
    expect(parsePrivilegeDenied('')).toBeNull();
  });

  test('garbage and cut messages never throw', () => {
    const pieces = fc.constantFrom(
      'Principal user (Id=',
      a,
      '), is missing prvRead',
      'SecLib::AccessCheckEx failed',
      'Required Depth: ',
      'does not have ReadAccess right(s)',
      '(((',
      "'",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
        const denied = parsePrivilegeDenied(parts.join(''));
        expect(denied === null || typeof denied.variant === 'string').toBe(true);
      }),
    );
  });
});
