import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicationUserRow } from '../../../main/application-users/application-user-row.ts';
import { oneApplicationUser } from '../../../main/application-users/one-application-user.ts';
import { isPlatformUser } from '../../../main/application-users/platform-user.ts';
import { toApplicationUser } from '../../../main/application-users/to-application-user.ts';
import { applicationUserSchema } from '../../../preload/contract/application-users.ts';
import { parseRoleId } from '../../../preload/contract/words/ids.ts';
import { errorOf, valueOf } from '../dataverse/local-service.ts';
import { ids, serviceRow } from './service-row.ts';

const root = parseRoleId(ids.administratorRoot);
const administratorRoles = new Set(root === null ? [] : [root]);
const mapped = (change: Record<string, unknown> = {}) =>
  toApplicationUser(applicationUserRow.parse(serviceRow(change)), administratorRoles);

describe('a row as an application user', () => {
  test('C3: who, where, which state', () => {
    expect(mapped()).toEqual({
      systemUserId: ids.user,
      clientId: ids.client,
      name: 'Contoso Integration Hub',
      servicePrincipalId: ids.servicePrincipal,
      state: 'enabled',
      entraState: 'exists',
      accessMode: 'Non-interactive',
      businessUnit: { id: ids.unit, name: 'Contoso' },
      roles: [
        { roleId: ids.role, rootRoleId: ids.roleRoot, name: 'Integration', systemAdministrator: false },
      ],
      systemAdministrator: false,
      platform: false,
      createdOn: '2026-01-02T03:04:05.000Z',
      modifiedOn: null,
    });
  });

  test('System Administrator is known by template and root copy, whatever it is called', () => {
    const copy = { roleid: ids.administratorCopy, name: 'Systemadministrator' };
    const byRoot = { ...copy, _parentrootroleid_value: ids.administratorRoot };
    const byTemplate = { ...copy, _roletemplateid_value: '627090FF-40A3-4053-8790-584EDC5BE201' };
    expect(mapped({ systemuserroles_association: [byRoot] }).systemAdministrator).toBe(true);
    expect(mapped({ systemuserroles_association: [byTemplate] }).systemAdministrator).toBe(true);
    const namesake = { ...copy, name: 'System Administrator', _parentrootroleid_value: ids.roleRoot };
    expect(mapped({ systemuserroles_association: [namesake] }).systemAdministrator).toBe(false);
  });

  test('states', () => {
    expect(mapped({ isdisabled: true }).state).toBe('disabled');
    expect(mapped({ isdisabled: true, deletedstate: 1 }).state).toBe('soft-deleted');
    expect(mapped({ azurestate: 2 }).entraState).toBe('not-found');
    expect(mapped({ azurestate: null }).entraState).toBe('unknown');
    expect(mapped({ fullname: null }).name).toBe(ids.client);
  });

  test.each([
    [0, 'Read-Write'],
    [5, 'Delegated Admin'],
    [6, 'Unknown'],
    [192350000, 'Unknown'],
    [-1, 'Unknown'],
    [null, 'Unknown'],
  ])('an access mode that is not in the documentation is not guessed: %j', (accessmode, shown) => {
    expect(mapped({ accessmode }).accessMode).toBe(shown);
  });

  test('columns that the service leaves out or adds do no harm', () => {
    const full = { ...serviceRow(), brandnew: { x: 1 } };
    fc.assert(
      fc.property(
        fc.subarray([
          'azurestate',
          'deletedstate',
          'accessmode',
          'fullname',
          'domainname',
          'createdon',
          'businessunitid',
          'azureactivedirectoryobjectid',
          'systemuserroles_association',
        ]),
        (missing) => {
          const row = Object.fromEntries(Object.entries(full).filter(([name]) => !missing.includes(name)));
          const user = toApplicationUser(applicationUserRow.parse(row), administratorRoles);
          const shown = { ...user, environmentId: '00000000-0000-0000-0000-000000000001', teamRoles: [] };
          expect(applicationUserSchema.safeParse(shown).success).toBe(true);
        },
      ),
    );
  });
});

describe('application users of the platform', () => {
  test.each([
    ['bap_sa@microsoft.com', true],
    ['CDSUserManagement@onmicrosoft.com', true],
    ['provisionapp@fabrikam.com', true],
    ['hub_b@contoso.onmicrosoft.com', false],
    ['someone@notmicrosoft.com', false],
    ['someone@fabrikam.com', false],
    ['', false],
    ['onmicrosoft.com', false],
  ])('C34: %s', (userName, platform) => {
    expect(isPlatformUser({ clientId: ids.client, userName })).toBe(platform);
  });

  test('are also known by their client id', () => {
    const clientId = '475226c6-020e-4fb2-8a90-7a972cbfc1d4';
    expect(isPlatformUser({ clientId, userName: 'x@contoso.com' })).toBe(true);
  });
});

describe('the one row of an app', () => {
  const live = mapped();
  const deleted = mapped({ deletedstate: 1 });

  test('is the live one beside a soft-deleted twin', () => {
    expect(valueOf(oneApplicationUser([deleted, live], ids.client, 'contoso'))).toBe(live);
    expect(valueOf(oneApplicationUser([live], ids.otherClient, 'contoso'))).toBeNull();
  });

  test('is refused when it is soft-deleted or not one', () => {
    expect(errorOf(oneApplicationUser([deleted], ids.client, 'contoso'))).toMatchObject({
      code: 'user-soft-deleted',
      params: { environment: 'contoso' },
    });
    expect(errorOf(oneApplicationUser([live, live], ids.client, 'contoso'))).toMatchObject({
      code: 'user-ambiguous',
      params: { count: 2 },
    });
  });
});
