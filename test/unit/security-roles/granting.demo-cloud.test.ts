import { describe, expect, test } from 'vitest';
import { readGrantingRoles } from '../../../main/security-roles/read-granting-roles.ts';
import { readCatalogue } from '../../../main/security-roles/read-privilege-set.ts';
import { readRolePrivileges } from '../../../main/security-roles/read-role-privileges.ts';
import { readSecurityRoles } from '../../../main/security-roles/read-security-roles.ts';
import { demoCloud } from '../dataverse/demo-cloud.ts';
import { signal, valueOf } from '../dataverse/local-service.ts';

const cloud = demoCloud();
const production = () => cloud.clientAsAdmin(cloud.environment('Contoso Production'));

describe('C11: who may do something', () => {
  test('every role that grants it is found, as far as the role itself says, and no other', async () => {
    const client = await production();
    const names = ['prvReadContact', 'prvBulkDelete'];
    const { absent, roles } = valueOf(await readGrantingRoles(client, names, signal()));
    expect(absent).toEqual([]);
    const found = new Map(roles.map(({ grants, rootRoleId }) => [rootRoleId, grants]));
    const all = valueOf(await readSecurityRoles(client, signal()));
    expect(found.size).toBeGreaterThan(3);
    // One of several dozen each time: each is a request.
    for (const role of all.filter((_each, index) => index % 9 === 0)) {
      const privileges = valueOf(await readRolePrivileges(client, role.rootRoleId, signal()));
      const granted = privileges
        .filter(({ name }) => names.includes(name))
        .map(({ name, depth }) => ({ privilege: name, depth }));
      expect(new Set(found.get(role.rootRoleId) ?? [])).toEqual(new Set(granted));
    }
  });

  test('names the application users that hold a role, with the team through which they do', async () => {
    const { roles } = valueOf(await readGrantingRoles(await production(), ['prvReadContact'], signal()));
    const held = roles.flatMap(({ apps, name }) => apps.map((app) => [name, app.name, app.team]));
    expect(held).toContainEqual(['Integration – Local Data Reader', 'Contoso Portal Sync', 'Data Stewards']);
    expect(held.filter(([, , team]) => team === null).length).toBeGreaterThan(0);
  });

  test('a privilege that the environment does not have is said to be absent', async () => {
    const read = await readGrantingRoles(await production(), ['prvDeleteNothing'], signal());
    expect(valueOf(read)).toEqual({ roles: [], absent: ['prvDeleteNothing'] });
  });

  test('the catalogue has every privilege with the depths that it can be granted at', async () => {
    const catalogue = valueOf(await readCatalogue(await production(), signal()));
    const depthsOf = (wanted: string) => catalogue.find(({ name }) => name === wanted)?.depths;
    expect(depthsOf('prvReadAccount')).toEqual(['Basic', 'Local', 'Deep', 'Global']);
    expect(depthsOf('prvReadBusinessUnit')).toEqual(['Local', 'Deep', 'Global']);
    expect(depthsOf('prvExportToExcel')).toEqual(['Global']);
  });
});
