import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { applicationUserPages } from '../../../main/application-users/read-application-users.ts';
import type { ApplicationUserThere } from '../../../main/application-users/to-application-user.ts';
import type { DataverseClient } from '../../../main/dataverse/dataverse-client.ts';
import { readEffectiveAccess } from '../../../main/security-roles/read-effective-access.ts';
import { disassociate } from '../../../main/dataverse/associate.ts';
import { userRole } from '../../../main/security-roles/role-membership.ts';
import { readGrants } from '../../../preload/contract/words/depth.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { demoCloud } from '../dataverse/demo-cloud.ts';
import { signal, valueOf } from '../dataverse/local-service.ts';

const cloud = demoCloud();

const usersAt = async (client: DataverseClient): Promise<readonly ApplicationUserThere[]> => {
  const users = [];
  for await (const page of applicationUserPages(client, signal())) users.push(...valueOf(page));
  return users;
};

const answer = z.object({
  RolePrivileges: z.array(z.object({ PrivilegeName: z.string(), Depth: z.string() })),
});

/** The depths that the service itself tells, of privileges by name (RetrieveUserSetOfPrivilegesByNames). */
const depthsThere = async (
  client: DataverseClient,
  { systemUserId }: ApplicationUserThere,
  names: readonly string[],
): Promise<Readonly<Record<string, string>>> => {
  const list = encodeURIComponent(JSON.stringify(names).replaceAll('"', "'"));
  const path = `systemusers(${systemUserId})/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)?@p=${list}`;
  const body = answer.parse(valueOf(await client.get(path, { signal: signal() })).body);
  return Object.fromEntries(body.RolePrivileges.map(({ PrivilegeName, Depth }) => [PrivilegeName, Depth]));
};

const tablesSchema = z.object({
  value: z.array(
    z.object({
      EntitySetName: z.string(),
      OwnershipType: z.string(),
      Privileges: z.array(z.object({ Name: z.string(), PrivilegeType: z.string() })),
    }),
  ),
});

const AT_ONCE = 60;

describe('C6: effective access is what the service says', () => {
  test.each(['Contoso Development', 'Contoso Production', 'Fabrikam Production', 'Adventure Works Sandbox'])(
    'of every application user of %s, privilege by privilege',
    async (name) => {
      const client = await cloud.clientAsAdmin(cloud.environment(name));
      const users = await usersAt(client);
      let compared = 0;
      for (const user of users) {
        const { privileges } = valueOf(await readEffectiveAccess(client, user.systemUserId, signal()));
        // One of several thousand each time, so that a System Administrator is not asked for in a hundred requests.
        const some = privileges.filter(
          (_each, index) => index % Math.ceil(privileges.length / AT_ONCE) === 0,
        );
        const ours = Object.fromEntries(some.map((privilege) => [privilege.name, privilege.depth]));
        expect(await depthsThere(client, user, Object.keys(ours))).toEqual(ours);
        compared += some.length;
      }
      expect(compared).toBeGreaterThan(AT_ONCE);
    },
  );

  test.each([
    ['Contoso Integration Hub', 'Contoso Production'],
    ['Contoso Integration Hub', 'Fabrikam Production'],
    ['Contoso Integration Hub', 'Adventure Works Sandbox'],
    ['Contoso Portal Sync', 'Contoso Production'],
    ['Contoso Portal Sync', 'Fabrikam Production'],
    ['Fabrikam Invoice Bot', 'Fabrikam Production'],
    ['Adventure Works Warehouse', 'Adventure Works Sandbox'],
  ])('%s in %s: what it really tries is refused exactly where the answer says so', async (app, name) => {
    const environment = cloud.environment(name);
    const admin = await cloud.clientAsAdmin(environment);
    const user = (await usersAt(admin)).find(({ clientId }) => clientId === cloud.app(app).clientId);
    if (user === undefined) throw new Error('the seed has no such user');
    const { privileges } = valueOf(await readEffectiveAccess(admin, user.systemUserId, signal()));
    const held = new Set(privileges.map((privilege) => privilege.name));
    const tables = tablesSchema.parse(
      valueOf(
        await admin.get('EntityDefinitions?$select=EntitySetName,OwnershipType,Privileges', {
          signal: signal(),
        }),
      ).body,
    ).value;
    const asApp = cloud.clientAs(app, environment);
    const isRefused = (answer: Result<unknown>): boolean =>
      !answer.ok && answer.error.params['status'] === 403;
    let tried = 0;
    for (const { EntitySetName: set, Privileges, OwnershipType } of tables) {
      const named = (type: string) => Privileges.find((each) => each.PrivilegeType === type)?.Name;
      const read = named('Read');
      if (read === undefined) continue;
      const answer = await asApp.get(`${set}?$top=1`, { signal: signal() });
      expect(`${set} read ${isRefused(answer)}`).toBe(`${set} read ${!held.has(read)}`);
      tried += 1;
      const remove = named('Delete');
      // Users, roles, teams and business units have rules of their own beyond the privilege.
      // Activities are deleted as what they are (Learn: activitypointer table reference, messages).
      if (remove === undefined || OwnershipType !== 'UserOwned' || set === 'activitypointers') continue;
      const gone = await asApp.remove(`${set}(00000000-0000-4000-8000-00000000dead)`, signal());
      expect(`${set} delete ${isRefused(gone)}`).toBe(`${set} delete ${!held.has(remove)}`);
    }
    expect(tried).toBeGreaterThan(10);
  });

  test('a role that comes through a team is told with its team, and stays when the own role goes', async () => {
    const client = await cloud.clientAsAdmin(cloud.environment('Contoso Production'));
    const user = (await usersAt(client)).find(({ name }) => name === 'Contoso Portal Sync');
    const [own] = user?.roles ?? [];
    if (user === undefined || own === undefined) throw new Error('the seed has no such user');
    const before = valueOf(await readEffectiveAccess(client, user.systemUserId, signal()));
    expect(before.roles).toMatchObject([
      { name: own.name, through: { kind: 'direct' } },
      {
        name: 'Integration – Local Data Reader',
        through: { kind: 'team', teamName: 'Data Stewards', teamType: 'Owner' },
      },
    ]);
    const throughTeam = before.privileges.filter(({ grants }) =>
      readGrants(grants).some(({ role }) => role === 1),
    );
    expect(throughTeam.length).toBeGreaterThan(0);

    valueOf(await disassociate(client, userRole(user.systemUserId, own.roleId), signal()));
    const after = valueOf(await readEffectiveAccess(client, user.systemUserId, signal()));
    expect(after.roles).toMatchObject([{ through: { kind: 'team', teamName: 'Data Stewards' } }]);
    expect(after.privileges.map(({ name }) => name)).toEqual(throughTeam.map(({ name }) => name));
  });

  test('a user that lost its only role may do nothing', async () => {
    const client = await cloud.clientAsAdmin(cloud.environment('Contoso Production'));
    const user = (await usersAt(client)).find(({ name }) => name === 'Contoso Integration Hub');
    const [own] = user?.roles ?? [];
    if (user === undefined || own === undefined) throw new Error('the seed has no such user');
    valueOf(await disassociate(client, userRole(user.systemUserId, own.roleId), signal()));
    expect(valueOf(await readEffectiveAccess(client, user.systemUserId, signal()))).toMatchObject({
      roles: [],
      privileges: [],
    });
  });
});
