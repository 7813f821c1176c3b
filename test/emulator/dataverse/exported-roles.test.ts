import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ExportedRole } from '../../../emulator/dataverse/environment-seed.ts';
import { type DemoCloud, startDemoCloud } from '../../../emulator/index.ts';
import { readRoles } from '../../../emulator/read-options.ts';
import { reference } from '../reference.ts';
import { asAdmin } from '../server/as-admin.ts';
import { errorOf, openLab, person, rowsOf, textAt } from './rig.ts';

const exported: readonly ExportedRole[] = [
  {
    name: 'Freight Planner',
    roleId: '60000000-0000-4000-8000-000000000001',
    roleTemplateId: '00000000-0000-0000-0000-000000000000',
    grants: [
      ['account', 'Read', 'Deep', 'bldg'],
      ['frt_shipment', 'Read', 'Local', 'bldg'],
      ['frt_carrier', 'AppendTo', 'Global', 'g'],
    ],
  },
  { name: 'Delegate', grants: [['account', 'Read', 'Basic', 'bldg']] },
];
const admin = person('admin');

describe('roles of another environment', () => {
  const lab = openLab({ seed: { exportedRoles: exported } });
  const grantsOf = (role: string): unknown =>
    Object.fromEntries(
      z
        .array(z.object({ PrivilegeName: z.string(), Depth: z.string() }))
        .parse(lab.get(admin, `/RetrieveRolePrivilegesRole(RoleId=${role})`).json['RolePrivileges'])
        .map((it) => [it.PrivilegeName, it.Depth]),
    );
  const privilege = (name: string) => rowsOf(lab.get(admin, `/privileges?$filter=name eq '${name}'`))[0];

  test('grant what they grant there, on tables that are not here too', () => {
    expect(lab.roleId('Freight Planner')).toBe('60000000-0000-4000-8000-000000000001');
    expect(grantsOf(lab.roleId('Freight Planner'))).toEqual({
      prvReadAccount: 'Deep',
      prvReadfrt_shipment: 'Local',
      prvAppendTofrt_carrier: 'Global',
    });
    expect(privilege('prvAppendTofrt_carrier')).toMatchObject({
      accessright: 16,
      canbebasic: false,
      canbeglobal: true,
    });
  });

  test('replace what a role of the same name grants on tables, and nothing else of it', () => {
    expect(grantsOf(lab.roleId('Delegate'))).toEqual({
      prvReadAccount: 'Basic',
      prvActOnBehalfOfAnotherUser: expect.any(String),
    });
  });

  test('System Administrator holds their privileges, and gives them to others', () => {
    const shipment = textAt(privilege('prvReadfrt_shipment'), 'privilegeid');
    const role = lab.roleId('Integration – Accounts Reader');
    const give = (Depth: string, PrivilegeId: string) =>
      lab.send(admin, 'POST', `/roles(${role})/Microsoft.Dynamics.CRM.AddPrivilegesRole`, {
        Privileges: [{ PrivilegeId, Depth }],
      });
    expect(give('Deep', shipment).status).toBe(204);
    expect(grantsOf(role)).toMatchObject({ prvReadfrt_shipment: 'Deep' });
    const carrier = textAt(privilege('prvAppendTofrt_carrier'), 'privilegeid');
    expect(errorOf(give('Basic', carrier)).code).toBe('0x8004140B');
  });

  test('an environment without them does not know their privileges', () => {
    expect(rowsOf(openLab().get(admin, "/privileges?$filter=name eq 'prvReadfrt_shipment'"))).toEqual([]);
  });
});

test.each(['{', '[{"name":"x"}]', '[{"name":"x","grants":[["account","Look","Basic","b"]]}]'])(
  'a file with %s is refused',
  (text) => {
    expect(() => readRoles(text)).toThrow(/JSON|^Roles: /);
  },
);

const real = reference('roles.json');

describe.skipIf(real.path === null)(`roles of a real environment${real.note}`, () => {
  const roles = real.path === null ? [] : readRoles(readFileSync(real.path, 'utf8'));
  let cloud: DemoCloud;
  beforeAll(async () => {
    cloud = await startDemoCloud({ roles });
  });
  afterAll(() => cloud.close());

  const found = z.object({ value: z.array(z.object({ roleid: z.string(), name: z.string() })) });
  const granted = z.object({
    RolePrivileges: z.array(z.object({ PrivilegeName: z.string(), Depth: z.string() })),
  });

  const defined = z.object({
    value: z.array(
      z.object({
        LogicalName: z.string(),
        Privileges: z.array(z.object({ Name: z.string(), PrivilegeType: z.string() })),
      }),
    ),
  });

  test('are all there, each with its grants at their depth', async () => {
    const definitions = defined.parse(
      await (await asAdmin(cloud, 'GET EntityDefinitions?$select=LogicalName,Privileges')).json(),
    );
    // Users and activities have privileges of other names than their own.
    const names = new Map(
      definitions.value.flatMap((it) =>
        it.Privileges.map(({ Name, PrivilegeType }) => [`${PrivilegeType} ${it.LogicalName}`, Name] as const),
      ),
    );
    const list = await asAdmin(cloud, 'GET roles?$select=name&$filter=_parentroleid_value eq null');
    const ids = new Map(found.parse(await list.json()).value.map((it) => [it.name, it.roleid]));
    expect(roles.length).toBeGreaterThan(100);
    for (const role of roles) {
      const answer = await asAdmin(
        cloud,
        `GET RetrieveRolePrivilegesRole(RoleId=${ids.get(role.name) ?? ''})`,
      );
      const { RolePrivileges: privileges } = granted.parse(await answer.json());
      const depths = new Map(privileges.map((it) => [it.PrivilegeName, it.Depth]));
      const differences = role.grants.filter(
        ([table, verb, depth]) => depths.get(names.get(`${verb} ${table}`) ?? `prv${verb}${table}`) !== depth,
      );
      expect([role.name, differences]).toEqual([role.name, []]);
    }
  });
});
