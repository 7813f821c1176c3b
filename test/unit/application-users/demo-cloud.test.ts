import { describe, expect, test } from 'vitest';
import { createApplicationUser } from '../../../main/application-users/create-application-user.ts';
import {
  applicationUserPages,
  readApplicationUsers,
} from '../../../main/application-users/read-application-users.ts';
import { setApplicationUserEnabled } from '../../../main/application-users/set-application-user-enabled.ts';
import { whoAmI } from '../../../main/dataverse/who-am-i.ts';
import { readRolePrivileges } from '../../../main/security-roles/read-role-privileges.ts';
import { readSecurityRoles } from '../../../main/security-roles/read-security-roles.ts';
import { resolveRoleCopy } from '../../../main/security-roles/resolve-role-copy.ts';
import { associate, disassociate } from '../../../main/dataverse/associate.ts';
import { userRole } from '../../../main/security-roles/role-membership.ts';
import { demoCloud } from '../dataverse/demo-cloud.ts';
import { errorOf, signal, valueOf } from '../dataverse/local-service.ts';

const administrator = 'Contoso Portal Sync';
const cloud = demoCloud();

const inventoryAt = async (name: string) => {
  const users = [];
  const client = cloud.clientAs(administrator, cloud.environment(name));
  for await (const page of applicationUserPages(client, signal())) users.push(...valueOf(page));
  return users;
};

describe('against the demo cloud', () => {
  test('C3: the inventory of an environment tells states, roles and platform users apart', async () => {
    const users = await inventoryAt('Fabrikam Production');
    const named = (name: string) => users.find((user) => user.name === name);
    expect(named('Contoso Integration Hub')).toMatchObject({
      state: 'enabled',
      accessMode: 'Non-interactive',
      systemAdministrator: false,
      platform: false,
      roles: [{ name: 'Integration – Sales Sync' }],
    });
    expect(named(administrator)).toMatchObject({ systemAdministrator: true });
    expect(named('Fabrikam Invoice Bot')).toMatchObject({ businessUnit: { name: 'Fabrikam Finance' } });
    expect(named('PowerApps Service')).toMatchObject({ platform: true });
  });

  test('C3, C35: what an application user holds through a team is told with the team', async () => {
    const client = await cloud.clientAsAdmin(cloud.environment('Contoso Production'));
    const users = [];
    for await (const page of applicationUserPages(client, signal())) users.push(...valueOf(page));
    expect(users.find(({ name }) => name === administrator)?.teamRoles).toMatchObject([
      { name: 'Integration – Local Data Reader', team: { name: 'Data Stewards', type: 'Owner' } },
    ]);
    expect(users.find(({ name }) => name === 'Contoso Integration Hub')?.teamRoles ?? []).toEqual([]);
  });

  test('C4, C5: an app gets a user and a role, reads, and loses both again', async () => {
    const environment = cloud.environment('Contoso Development');
    const admin = cloud.clientAs(administrator, environment);
    const hub = cloud.clientAs('Contoso Integration Hub', environment);
    const { clientId } = cloud.app('Contoso Integration Hub');
    const readAccounts = () => hub.get('accounts?$select=name&$top=3', { signal: signal() });

    expect(errorOf(await whoAmI(hub, signal()))).toMatchObject({
      code: 'dataverse',
      params: { hex: '0x80072560', name: 'UserNotMemberOfOrg' },
    });

    const wanted = { clientId, businessUnitId: null };
    const { user, adopted } = valueOf(await createApplicationUser(admin, wanted, signal()));
    expect(adopted).toBe(false);
    expect(user).toMatchObject({ state: 'enabled', roles: [], servicePrincipalId: expect.any(String) });
    expect(valueOf(await createApplicationUser(admin, wanted, signal()))).toMatchObject({ adopted: true });

    const roles = valueOf(await readSecurityRoles(admin, signal()));
    expect(roles.length).toBeGreaterThanOrEqual(60);
    const copy = valueOf(
      resolveRoleCopy(roles, {
        role: 'Integration – Accounts Reader',
        businessUnitId: user.businessUnit?.id ?? roles[0]?.copies[0]?.businessUnitId ?? fail(),
        environment: environment.name,
      }),
    );
    const membership = userRole(user.systemUserId, copy.roleId);
    expect(valueOf(await associate(admin, membership, signal()))).toMatchObject({ status: 204 });
    expect(valueOf(await readAccounts()).body).toHaveProperty('value.length', 3);
    expect(errorOf(await hub.get('contacts?$top=1', { signal: signal() }))).toMatchObject({
      params: { name: 'PrivilegeDenied', privilege: 'prvReadContact', table: 'contact' },
    });

    const disable = { clientId, enabled: false };
    expect(valueOf(await setApplicationUserEnabled(admin, disable, signal()))).toMatchObject({
      changed: true,
      user: { state: 'disabled' },
    });
    expect(errorOf(await readAccounts())).toMatchObject({ params: { hex: '0x80040225' } });
    const enable = { clientId, enabled: true };
    expect(valueOf(await setApplicationUserEnabled(admin, enable, signal()))).toMatchObject({
      changed: true,
    });
    expect(valueOf(await disassociate(admin, membership, signal()))).toMatchObject({ status: 204 });
    expect(errorOf(await readAccounts())).toMatchObject({ code: 'dataverse', params: { status: 403 } });
    const [left] = valueOf(await readApplicationUsers(admin, [clientId], signal()));
    expect(left).toMatchObject({ state: 'enabled', roles: [] });
  });

  test('C34: the service, too, refuses to change a platform user', async () => {
    const admin = cloud.clientAs(administrator, cloud.environment('Contoso Development'));
    const platform = (await inventoryAt('Contoso Development')).find(
      ({ name }) => name === 'PowerApps Service',
    );
    const path = `systemusers(${platform?.systemUserId ?? ''})`;
    expect(errorOf(await admin.patch(path, { isdisabled: true }, signal()))).toMatchObject({
      params: { name: 'ApplicationUserCannotBeUpdated' },
    });
  });

  test('C6: the privileges of a role come with names and depth', async () => {
    const admin = cloud.clientAs(administrator, cloud.environment('Contoso Development'));
    const roles = valueOf(await readSecurityRoles(admin, signal()));
    const reader = roles.find(({ name }) => name === 'Integration – Accounts Reader');
    const privileges = valueOf(await readRolePrivileges(admin, reader?.rootRoleId ?? fail(), signal()));
    const read = privileges.find(({ name }) => name === 'prvReadAccount');
    expect(read).toMatchObject({ verb: 'Read', table: 'Account', depth: 'Global' });
    expect(privileges.some(({ name }) => name === 'prvWriteAccount')).toBe(false);
  });
});

const fail = (): never => {
  throw new Error('the demo cloud lacks what the test needs');
};
