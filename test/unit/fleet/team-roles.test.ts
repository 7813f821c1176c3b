import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { readAllTeams } from '../../../main/application-users/teams.ts';
import { planTeamRole } from '../../../main/fleet/roles/plan-team-role.ts';
import { readRoleWorld } from '../../../main/fleet/roles/read-role-world.ts';
import type { Transport } from '../../../main/http/transport.ts';
import { readRoleTeams } from '../../../main/security-roles/read-role-teams.ts';
import { readRolesOfTeam } from '../../../main/security-roles/team-role-membership.ts';
import type { Plan } from '../../../preload/contract/fleet.ts';
import type { RoleChange } from '../../../preload/contract/fleet-roles.ts';
import { appTokenFor } from '../../emulator/entra/sign-in.ts';
import { appliedFrom, brokenConnection, plainWire, valueFrom } from './support/fleet-rig.ts';
import type { RigOptions } from './support/fleet-rig.ts';
import { must } from './support/journal-folder.ts';
import { withRoleRig } from './support/role-rig.ts';
import type { roleRig } from './support/role-rig.ts';

const DEV = 'Contoso Development';
const TEST = 'Contoso Test';
const PRODUCTION = 'Contoso Production';
const STEWARDS = 'Data Stewards';
const GROUP = 'SG-Integration-Readers';
const HUB = 'Contoso Integration Hub';
const LOCAL_READER = 'Integration – Local Data Reader';
const CONTACTS = 'Integration – Contacts Reader';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());

type Rig = ReturnType<typeof roleRig>;

const withRoles = (work: (rig: Rig) => Promise<void>, options: Partial<RigOptions> = {}): Promise<void> =>
  withRoleRig({ cloud: cloud.description, ...options }, work);

const quiet = (): AbortSignal => new AbortController().signal;

const asked = (
  rig: Rig,
  kind: 'give-to-team' | 'take-from-team',
  role: string,
  team: string,
  environment = PRODUCTION,
): RoleChange => ({
  kind,
  environmentId: rig.environment(environment).id,
  role: { by: 'name', name: role },
  team: { by: 'name', name: team },
});

/** The business units whose copy of a role a team holds. */
const unitsHeld = async (rig: Rig, role: string, team: string): Promise<readonly string[]> => {
  const client = rig.client(PRODUCTION);
  const { id } = must(valueFrom(await readAllTeams(client, quiet())).find(({ name }) => name === team));
  const held = valueFrom(await readRolesOfTeam(client, id, quiet())).map(({ roleId }) => roleId);
  const copies = must(await rig.findRole(PRODUCTION, role)).copies;
  return copies.filter(({ roleId }) => held.includes(roleId)).map(({ businessUnitName }) => businessUnitName);
};

const stepsOf = (plan: Plan) => plan.environments.flatMap(({ steps }) => steps);
const applied = async (rig: Rig, plan: Plan) => appliedFrom((await rig.apply(plan)).result);

describe('C35: roles of teams', () => {
  test('one plan gives a role to several teams, and its undo takes it from each', () =>
    withRoles(async (rig) => {
      const role = 'Integration – Sales Sync';
      const plan = await rig.planRoles([
        asked(rig, 'give-to-team', role, STEWARDS),
        asked(rig, 'give-to-team', role, GROUP),
      ]);
      expect(stepsOf(plan).map(({ kind, subject }) => [kind, subject])).toEqual([
        ['give-team-role', STEWARDS],
        ['give-team-role', GROUP],
      ]);
      const given = await applied(rig, plan);
      expect(given.state).toBe('succeeded');
      for (const team of [STEWARDS, GROUP]) expect(await unitsHeld(rig, role, team)).toHaveLength(1);
      expect((await applied(rig, await rig.again(given.operationId, 'undo'))).state).toBe('succeeded');
      for (const team of [STEWARDS, GROUP]) expect(await unitsHeld(rig, role, team)).toEqual([]);
    }));

  test('a role given reaches every member, is verified, is taken back by undo, and by ids', () =>
    withRoles(
      async (rig) => {
        const give = asked(rig, 'give-to-team', CONTACTS, STEWARDS);
        const plan = await rig.planRoles([give]);
        expect(plan).toMatchObject({ confirmations: [PRODUCTION], environments: [{ appName: CONTACTS }] });
        expect(stepsOf(plan)).toMatchObject([
          {
            kind: 'give-team-role',
            subject: STEWARDS,
            before: 'Not held',
            after: 'Held by the team in Contoso',
            risks: ['members-get-it'],
            reaches: { apps: ['Contoso Portal Sync'], people: 0 },
          },
        ]);
        const { result, events } = await rig.apply(plan);
        const { operationId } = appliedFrom(result);
        expect(events.map(({ state }) => state)).toEqual(['running', 'done', 'verified']);
        expect(await unitsHeld(rig, CONTACTS, STEWARDS)).toEqual(['Contoso']);
        expect(stepsOf(await rig.planRoles([give]))).toEqual([]);
        const { rootRoleId } = must(await rig.findRole(PRODUCTION, CONTACTS));
        const [first, ...others] = valueFrom(
          await readRoleTeams(rig.client(PRODUCTION), rootRoleId, quiet()),
        );
        expect(first).toMatchObject({ name: STEWARDS, type: 'Owner', businessUnit: 'Contoso', holds: true });
        expect(others.some(({ holds }) => holds)).toBe(false);
        expect(others.find(({ name }) => name === 'Contoso Europe')?.isDefault).toBe(true);
        expect((await rig.operations()).at(0)?.title).toBe(
          `${CONTACTS} in ${PRODUCTION}: give to team ${STEWARDS}`,
        );
        const undo = await rig.again(operationId, 'undo');
        expect(stepsOf(undo)).toMatchObject([{ kind: 'take-team-role', risks: ['members-lose-it'] }]);
        const undone = await applied(rig, undo);
        expect(await unitsHeld(rig, CONTACTS, STEWARDS)).toEqual([]);
        expect(stepsOf(await rig.again(undone.operationId, 'undo'))).toMatchObject([
          { kind: 'give-team-role' },
        ]);
      },
      { production: () => [PRODUCTION] },
    ));

  test('a default team is its whole business unit, of a group Entra decides who is in it', () =>
    withRoles(async (rig) => {
      const [europe] = stepsOf(await rig.planRoles([asked(rig, 'give-to-team', CONTACTS, 'Contoso Europe')]));
      expect(europe?.risks).toEqual(['members-get-it', 'whole-business-unit']);
      expect(europe?.after).toBe('Held by the team in Contoso Europe');
      const [group] = stepsOf(
        await rig.planRoles([asked(rig, 'give-to-team', 'System Administrator', GROUP)]),
      );
      expect(group?.risks).toEqual(['system-administrator', 'members-get-it', 'entra-decides']);
      const [narrow] = stepsOf(await rig.planRoles([asked(rig, 'give-to-team', 'Service Reader', STEWARDS)]));
      expect(narrow?.risks).toContain('team-privileges-only');
    }));

  test('whoever administrates only through a team may be the last who does', () =>
    withRoles(async (rig) => {
      const role = 'System Administrator';
      await applied(rig, await rig.planRoles([asked(rig, 'give-to-team', role, STEWARDS)]));
      const [take] = stepsOf(await rig.planRoles([asked(rig, 'take-from-team', role, STEWARDS)]));
      expect(take?.risks).toEqual(['members-lose-it']);

      const change = {
        kind: 'take-from-team' as const,
        environmentId: rig.environment(PRODUCTION).id,
        role: { by: 'name' as const, name: role },
        team: { by: 'name' as const, name: STEWARDS },
      };
      const read = valueFrom(
        await readRoleWorld(rig.client(PRODUCTION), PRODUCTION, [{ change, original: [] }], quiet()),
      );
      expect(read.administrators).toBeGreaterThan(0);
      const alone = valueFrom(planTeamRole(change, { ...read, administrators: 0 }));
      expect(alone.steps.map(({ step }) => step.risks)).toEqual([['last-administrator', 'members-lose-it']]);
      await applied(rig, await rig.planRoles([asked(rig, 'take-from-team', role, STEWARDS)]));
    }));

  test.each([
    ['Service Reader', GROUP, 'team-role-refused'],
    [CONTACTS, 'Nobody', 'team-not-found'],
    ['No such role', STEWARDS, 'role-not-found'],
  ])('%s for %s: %s', (role, team, code) =>
    withRoles(async (rig) => {
      const plan = await rig.planRoles([asked(rig, 'give-to-team', role, team)]);
      expect(plan.environments[0]).toMatchObject({ steps: [], problem: { code } });
    }),
  );

  test('what an environment lacks is its own problem, the others are planned', () =>
    withRoles(async (rig) => {
      const places = [DEV, TEST, PRODUCTION];
      const plan = await rig.planRoles(
        places.map((name) => asked(rig, 'take-from-team', LOCAL_READER, STEWARDS, name)),
      );
      const told = plan.environments.map(({ environmentName, problem, steps }) => [
        environmentName,
        problem?.code ?? steps[0]?.kind,
      ]);
      expect(Object.fromEntries(told)).toMatchObject({ [PRODUCTION]: 'take-team-role' });
      expect(told.filter(([, what]) => what === 'team-not-found')).toHaveLength(2);
    }));

  test('what the caller cannot give is named, and the service refuses it', () =>
    withRoles(async (admin) => {
      const hub = admin.desire(HUB, PRODUCTION, { addRoles: ['Integration – Directory Sync'] });
      await admin.apply(await admin.plan([hub]));
      const { tenantId } = must(
        cloud.description.environments.find(({ url }) => url === admin.environment(PRODUCTION).url),
      );
      await withRoles(
        async (rig) => {
          const plan = await rig.planRoles([asked(rig, 'give-to-team', 'Salesperson', STEWARDS)]);
          expect(plan.environments[0]?.lacks).toContain('prvCreateLead (Basic)');
          const { events } = await rig.apply(plan);
          expect(events.find(({ state }) => state === 'failed')?.error?.params['status']).toBe(403);
        },
        { bearer: ({ url }) => appTokenFor(cloud, HUB, tenantId, url) },
      );
    }));

  test('a broken answer is asked of the team itself; what failed is planned again', () => {
    let breaks: 'after' | 'before' | null = 'before';
    const transport: Transport = async (request) => {
      if (breaks === null || request.method !== 'POST' || !request.url.includes('teamroles_association'))
        return plainWire(request);
      if (breaks === 'after') await plainWire(request);
      throw brokenConnection();
    };
    return withRoles(
      async (rig) => {
        const give = [asked(rig, 'give-to-team', CONTACTS, STEWARDS)];
        const failed = await applied(rig, await rig.planRoles(give));
        expect(failed.state).toBe('failed');
        breaks = 'after';
        const rest = await applied(rig, await rig.again(failed.operationId, 'continue'));
        expect(rest.state).toBe('succeeded');
        breaks = null;
        expect(await unitsHeld(rig, CONTACTS, STEWARDS)).toEqual(['Contoso']);
        await applied(rig, await rig.again(rest.operationId, 'undo'));
      },
      { transport },
    );
  });
});
