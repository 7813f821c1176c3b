import { describe, expect, test } from 'vitest';
import { securityRolesHandlers } from '../../../main/security-roles/handlers.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import { accessTo, environmentNamed, runMethod, workspaceId } from '../dataverse/local-environments.ts';
import { localService } from '../dataverse/local-service.ts';
import type { Answer, Asked } from '../dataverse/local-service.ts';
import { ADMINISTRATOR, role, roleRow, unit, unitRow } from './role-rows.ts';

const north = environmentNamed('north', 1);
const south = environmentNamed('south', 2);

const roomOver = async (answer: (asked: Asked) => Answer) => {
  const service = await localService(answer);
  const handlers = securityRolesHandlers({ environments: accessTo(service, [north, south]) });
  return { service, handlers };
};
const there = { workspaceId, environmentId: north.id };

describe('roles of an environment', () => {
  test('are listed with their copies and the names of the units', async () => {
    const { handlers, service } = await roomOver(({ path }) => ({
      body: {
        value: path.startsWith('roles?')
          ? [
              roleRow(11, 'Integration', 1),
              roleRow(12, 'Integration', 2, { _parentrootroleid_value: role(11) }),
            ]
          : [unitRow(1, 'Contoso', null), unitRow(2, 'Sales', 1)],
      },
    }));
    const { result } = await runMethod(handlers['securityRoles.list'], there);
    expect(result).toMatchObject({
      value: {
        roles: [
          { name: 'Integration', copies: [{ businessUnitName: 'Contoso' }, { businessUnitName: 'Sales' }] },
        ],
      },
    });
    const units = await runMethod(handlers['securityRoles.businessUnits'], there);
    expect(units.result).toEqual(
      ok({
        businessUnits: [
          { id: unit(1), name: 'Contoso', parentId: null, disabled: false },
          { id: unit(2), name: 'Sales', parentId: unit(1), disabled: false },
        ],
      }),
    );
    expect(service.asked.every(({ host }) => host === 'north.crm.demo.test')).toBe(true);
  });

  test('of another workspace are not read', async () => {
    const { handlers, service } = await roomOver(() => ({ body: { value: [] } }));
    const other = { workspaceId: '00000000-0000-0000-0000-000000000077', environmentId: north.id };
    const { result } = await runMethod(handlers['securityRoles.list'], other);
    expect(result).toMatchObject({ error: { code: 'not-found' } });
    expect(service.asked).toEqual([]);
  });

  test('their names stream, each once, and a refusing environment says why', async () => {
    const { handlers } = await roomOver(({ host }) =>
      host.startsWith('south')
        ? { status: 403, body: { error: { code: '0x80040220', message: 'no' } } }
        : {
            body: {
              value: [
                roleRow(11, 'Integration', 1),
                roleRow(13, 'Integration', 2),
                roleRow(21, 'Administrator', 1, { _roletemplateid_value: ADMINISTRATOR }),
              ],
            },
          },
    );
    const input = { workspaceId, environmentIds: [north.id, south.id] };
    const { result, events } = await runMethod(handlers['securityRoles.names'], input);
    expect(result).toEqual(ok({ environments: 2, succeeded: 1, failed: 1, cancelled: 0 }));
    expect(events).toContainEqual({
      kind: 'names',
      environmentId: north.id,
      roles: [
        { name: 'Administrator', systemAdministrator: true },
        { name: 'Integration', systemAdministrator: false },
      ],
    });
    expect(events).toContainEqual(expect.objectContaining({ kind: 'failed', environmentId: south.id }));
  });
});

describe('privileges of a role', () => {
  const grant = (number: number, Depth: string, PrivilegeName: string | null) => ({
    PrivilegeId: unit(number),
    Depth,
    PrivilegeName,
    BusinessUnitId: unit(1),
  });

  test('C6: come with depth, verb and table in one call', async () => {
    const { handlers, service } = await roomOver(() => ({
      body: {
        RolePrivileges: [
          grant(2, 'Global', 'prvReadAccount'),
          grant(1, 'Basic', 'prvActOnBehalfOfAnotherUser'),
          grant(3, 'RecordFilter', 'prvWriteContact'),
        ],
      },
    }));
    const { result } = await runMethod(handlers['securityRoles.privileges'], { ...there, roleId: role(11) });
    expect(result).toEqual(
      ok({
        privileges: [
          {
            privilegeId: unit(1),
            name: 'prvActOnBehalfOfAnotherUser',
            verb: 'Other',
            table: null,
            depth: 'Basic',
          },
          { privilegeId: unit(2), name: 'prvReadAccount', verb: 'Read', table: 'Account', depth: 'Global' },
          { privilegeId: unit(3), name: 'prvWriteContact', verb: 'Write', table: 'Contact', depth: 'Basic' },
        ],
      }),
    );
    expect(service.asked.map(({ path }) => path)).toEqual([
      `RetrieveRolePrivilegesRole(RoleId=@r)?@r=${role(11)}`,
    ]);
  });

  test('are named by a second call where the first leaves names out', async () => {
    const { handlers } = await roomOver(({ path }) => ({
      body: path.startsWith('Retrieve')
        ? { RolePrivileges: [grant(2, 'Deep', null)] }
        : { value: [{ privilegeid: unit(2), name: 'prvReadLead' }] },
    }));
    const { result } = await runMethod(handlers['securityRoles.privileges'], { ...there, roleId: role(11) });
    expect(result).toMatchObject({
      value: { privileges: [{ name: 'prvReadLead', verb: 'Read', depth: 'Deep' }] },
    });
  });
});
