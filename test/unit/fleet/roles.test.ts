import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import type { Transport } from '../../../main/http/transport.ts';
import type { Plan } from '../../../preload/contract/fleet.ts';
import { addPrivileges } from '../../../main/security-roles/role-writes.ts';
import { readPrivilegeSet } from '../../../main/security-roles/read-privilege-set.ts';
import { appTokenFor } from '../../emulator/entra/sign-in.ts';
import { appliedFrom, brokenConnection, plainWire, refusalFrom, valueFrom } from './support/fleet-rig.ts';
import type { RigOptions } from './support/fleet-rig.ts';
import { inFolder, must, withJournal } from './support/journal-folder.ts';
import { memoryVault } from './support/memory-vault.ts';
import { roleRig } from './support/role-rig.ts';

const DEV = 'Contoso Development';
const TEST = 'Contoso Test';
const PRODUCTION = 'Contoso Production';
const READER = 'Integration – Contacts Reader';
const SURVEY = 'Litware Survey Connector';
const HUB = 'Contoso Integration Hub';
const ADELE = 'adele.admin@contoso.demo.test';
const SYNC = { prvReadAccount: 'Global', prvWriteAccount: 'Basic', prvReadContact: 'Local' };

let spare: Promise<DemoCloud>;
beforeAll(() => {
  spare = startDemoCloud({ control: true });
});
afterAll(async () => (await spare).close());

type Rig = ReturnType<typeof roleRig>;

/** Each test has a cloud of its own, because each changes it. */
const withRoles = async (
  work: (rig: Rig, cloud: DemoCloud) => Promise<void>,
  options: Partial<RigOptions> = {},
): Promise<void> => {
  const cloud = await spare;
  spare = startDemoCloud({ control: true });
  try {
    await inFolder((path) =>
      withJournal(path, memoryVault(), (journal) =>
        work(roleRig({ cloud: cloud.description, journal, account: ADELE, ...options }), cloud),
      ),
    );
  } finally {
    await cloud.close();
  }
};

const problemOf = ({ environments }: Plan) => environments[0]?.problem ?? null;
const kindsOf = ({ environments }: Plan) => environments.map(({ steps }) => steps.map(({ kind }) => kind));

const applied = async (rig: Rig, plan: Plan) => appliedFrom((await rig.apply(plan)).result);

describe('C5: creating roles', () => {
  test('gives the role and its privileges in every environment, verified, and asking again changes nothing', () =>
    withRoles(async (rig) => {
      const changes = [DEV, TEST].map((name) => rig.create(name, 'Nightly sync', SYNC));
      const plan = await rig.planRoles(changes);
      expect(kindsOf(plan)).toEqual([
        ['create-role', 'set-privileges'],
        ['create-role', 'set-privileges'],
      ]);
      expect(plan.environments[0]).toMatchObject({ clientId: null, appName: 'Nightly sync', problem: null });
      expect(plan.environments[0]?.steps[1]?.privileges).toEqual([
        { name: 'prvReadAccount', before: 'None', after: 'Global' },
        { name: 'prvReadContact', before: 'None', after: 'Local' },
        { name: 'prvWriteAccount', before: 'None', after: 'Basic' },
      ]);
      const { result, events } = await rig.apply(plan);
      expect(appliedFrom(result)).toMatchObject({ state: 'succeeded', counts: { succeeded: 2 } });
      expect(events.filter(({ state }) => state === 'verified')).toHaveLength(4);
      expect(await rig.grants(DEV, 'Nightly sync')).toEqual(SYNC);
      const units = (await rig.findRole(DEV, READER))?.copies.length;
      expect((await rig.findRole(DEV, 'Nightly sync'))?.copies).toHaveLength(units ?? 0);
      expect(kindsOf(await rig.planRoles(changes))).toEqual([[], []]);
      const [operation] = await rig.operations();
      expect(operation?.title).toBe(
        'Nightly sync in Contoso Development and Contoso Test: create security role, set privileges',
      );
    }));

  test('takes on what an interrupted run left, and refuses the role of somebody else', () =>
    withRoles(async (rig) => {
      await applied(rig, await rig.planRoles([rig.create(DEV, 'Half', { prvReadAccount: 'Global' })]));
      const more = await rig.planRoles([rig.create(DEV, 'half', { ...SYNC, prvReadAccount: 'Global' })]);
      expect(kindsOf(more)).toEqual([['set-privileges']]);
      const other = await rig.planRoles([rig.create(DEV, READER, { prvDeleteAccount: 'Basic' })]);
      expect(problemOf(other)).toMatchObject({ code: 'role-exists', params: { role: READER } });
    }));

  test.each([
    ['a privilege that is not there', { prvReadNosuchtable: 'Global' }, 'privilege-not-found'],
    ['a depth that it does not have', { prvReadBusinessUnit: 'Basic' }, 'privilege-depth'],
  ])('%s is said before anything is changed', (_, privileges, code) =>
    withRoles(async (rig) => {
      expect(problemOf(await rig.planRoles([rig.create(DEV, 'Wrong', privileges)]))?.code).toBe(code);
    }),
  );

  test('a clone has the privileges of its original by name, also in another environment', () =>
    withRoles(async (rig) => {
      const original = must(await rig.findRole(DEV, READER));
      const plan = await rig.planRoles([
        {
          kind: 'clone',
          environmentId: rig.environment(TEST).id,
          from: { environmentId: rig.environment(DEV).id, roleId: original.rootRoleId },
          name: 'Contacts of the portal',
          description: 'Cloned',
        },
      ]);
      await applied(rig, plan);
      expect(await rig.grants(TEST, 'Contacts of the portal')).toEqual(await rig.grants(DEV, READER));
    }));
});

describe('C5: editing roles', () => {
  test('adds and removes what was asked for and leaves everything else', () =>
    withRoles(async (rig) => {
      const before = must(await rig.grants(DEV, READER));
      const edit = rig.edit(DEV, READER, {
        set: { prvReadAccount: 'Deep' },
        remove: ['prvReadContact', 'prvDeleteAccount'],
      });
      const plan = await rig.planRoles([edit]);
      expect(kindsOf(plan)).toEqual([['set-privileges', 'remove-privileges']]);
      const { result } = await rig.apply(plan);
      expect(appliedFrom(result).state).toBe('succeeded');
      const { prvReadContact: gone, ...rest } = before;
      expect(gone).toBeDefined();
      expect(await rig.grants(DEV, READER)).toEqual({ ...rest, prvReadAccount: 'Deep' });
      expect(kindsOf(await rig.planRoles([edit]))).toEqual([[]]);
    }));

  test('names the apps that hold the role where something is taken from it', () =>
    withRoles(async (rig) => {
      const plan = await rig.planRoles([rig.edit(TEST, READER, { remove: ['prvReadContact'] })]);
      const [step] = plan.environments[0]?.steps ?? [];
      expect(step).toMatchObject({ risks: ['apps-rely-on-it'] });
      expect(step?.affects).toEqual([SURVEY]);
    }));

  test('narrowing writes the complete set, with everything that it does not show', () =>
    withRoles(async (rig) => {
      await applied(rig, await rig.planRoles([rig.create(DEV, 'Nightly sync', SYNC)]));
      const plan = await rig.planRoles([
        rig.edit(DEV, 'Nightly sync', { set: { prvReadAccount: 'Local' }, remove: ['prvReadContact'] }),
      ]);
      expect(kindsOf(plan)).toEqual([['set-privileges']]);
      expect((await applied(rig, plan)).state).toBe('succeeded');
      expect(await rig.grants(DEV, 'Nightly sync')).toEqual({
        prvReadAccount: 'Local',
        prvWriteAccount: 'Basic',
      });
    }));

  test('a role that somebody changed since the plan is not written over', () =>
    withRoles(async (rig) => {
      await applied(rig, await rig.planRoles([rig.create(DEV, 'Nightly sync', SYNC)]));
      const narrowing = await rig.planRoles([
        rig.edit(DEV, 'Nightly sync', { set: { prvReadAccount: 'Local' } }),
      ]);
      const client = rig.client(DEV);
      const { signal } = new AbortController();
      const privileges = valueFrom(await readPrivilegeSet(client, ['prvReadLead', 'prvReadContact'], signal));
      const give = async (name: string, after: 'Basic' | 'Global') => {
        const { rootRoleId } = must(await rig.findRole(DEV, 'Nightly sync'));
        const { privilegeId } = must(privileges.get(name));
        valueFrom(await addPrivileges(client, rootRoleId, [{ privilegeId, after }], signal));
      };
      await give('prvReadLead', 'Basic');
      const { result, events } = await rig.apply(narrowing);
      expect(appliedFrom(result).state).toBe('failed');
      expect(events.at(-1)?.error?.code).toBe('role-changed');
      expect(await rig.grants(DEV, 'Nightly sync')).toEqual({ ...SYNC, prvReadLead: 'Basic' });
      // The same for a single privilege: adding it at the planned depth would take reach away.
      const widening = await rig.planRoles([
        rig.edit(DEV, 'Nightly sync', { set: { prvReadContact: 'Deep' } }),
      ]);
      await give('prvReadContact', 'Global');
      expect((await rig.apply(widening)).events.at(-1)?.error?.code).toBe('role-changed');
      expect((await rig.grants(DEV, 'Nightly sync'))?.['prvReadContact']).toBe('Global');
    }));

  test('what somebody else has given in the meantime is not taken for ours, and no undo takes it back', () =>
    withRoles(async (rig) => {
      await applied(rig, await rig.planRoles([rig.create(DEV, 'Nightly sync', SYNC)]));
      const lead = { prvReadLead: 'Basic' };
      const one = await rig.planRoles([rig.edit(DEV, 'Nightly sync', { set: lead })]);
      const both = await rig.planRoles([
        rig.edit(DEV, 'Nightly sync', { set: { ...lead, prvReadContact: 'Deep' } }),
      ]);
      await applied(rig, await rig.planRoles([rig.edit(DEV, 'Nightly sync', { set: lead })]));
      const { result, events } = await rig.apply(one);
      expect(events.map(({ state }) => state)).toEqual(['running', 'already']);
      const undo = await rig.again(appliedFrom(result).operationId, 'undo');
      expect(undo.environments).toEqual([]);
      // A part of a step cannot be told apart from the rest, so the step is not done.
      expect((await rig.apply(both)).events.at(-1)?.error?.code).toBe('role-changed');
      expect(await rig.grants(DEV, 'Nightly sync')).toEqual({ ...SYNC, ...lead });
    }));

  test('renames; a name that is taken is refused', () =>
    withRoles(async (rig) => {
      expect(problemOf(await rig.planRoles([rig.edit(DEV, READER, { name: 'Basic User' })]))?.code).toBe(
        'role-exists',
      );
      const plan = await rig.planRoles([rig.edit(DEV, READER, { name: 'Contacts, read only' })]);
      expect((await applied(rig, plan)).state).toBe('succeeded');
      expect(await rig.findRole(DEV, READER)).toBeNull();
    }));

  test.each([
    ['System Administrator', 'system'],
    ['Salesperson', 'managed'],
    ['Delegate', 'managed'],
  ])('%s stays as it is, and the plan says why', (name, reason) =>
    withRoles(async (rig) => {
      const plan = await rig.planRoles([rig.edit(DEV, name, { set: { prvReadAccount: 'Global' } })]);
      expect(problemOf(plan)).toMatchObject({ code: 'role-not-changeable', params: { role: name, reason } });
      expect(refusalFrom((await rig.apply(plan)).result).code).toBe('plan-blocked');
    }),
  );

  test('as wide as System Administrator is a warning', () =>
    withRoles(async (rig) => {
      const administrator = must(await rig.findRole(DEV, 'System Administrator'));
      const environmentId = rig.environment(DEV).id;
      const plan = await rig.planRoles([
        {
          kind: 'clone',
          environmentId,
          from: { environmentId, roleId: administrator.rootRoleId },
          name: 'Everything',
          description: '',
        },
      ]);
      expect(plan.environments[0]?.steps[1]?.risks).toEqual(['administrator-width']);
    }));
});

describe('C5: deleting roles', () => {
  test('refuses one that is held, by whom; one that nobody holds goes', () =>
    withRoles(async (rig) => {
      const remove = (name: string, environment: string) =>
        rig.planRoles([
          { kind: 'delete', environmentId: rig.environment(environment).id, role: { by: 'name', name } },
        ]);
      expect(problemOf(await remove(READER, TEST))).toMatchObject({
        code: 'role-in-use',
        params: { holders: SURVEY },
      });
      await applied(rig, await rig.planRoles([rig.create(DEV, 'Nightly sync', SYNC)]));
      const plan = await remove('Nightly sync', DEV);
      expect(plan.environments[0]?.steps[0]?.privileges).toHaveLength(3);
      expect((await applied(rig, plan)).state).toBe('succeeded');
      expect(kindsOf(await remove('Nightly sync', DEV))).toEqual([[]]);
    }));
});

describe('C5: taking changes of roles back', () => {
  test('an edit goes back to what each privilege and the name were, a deletion is made again', () =>
    withRoles(async (rig) => {
      await applied(rig, await rig.planRoles([rig.create(DEV, 'Nightly sync', SYNC)]));
      const edit = rig.edit(DEV, 'Nightly sync', {
        name: 'Hourly sync',
        set: { prvReadAccount: 'Local', prvReadLead: 'Basic' },
        remove: ['prvReadContact'],
      });
      const edited = await applied(rig, await rig.planRoles([edit]));
      expect(await rig.grants(DEV, 'Nightly sync')).toBeNull();
      expect((await applied(rig, await rig.again(edited.operationId, 'undo'))).state).toBe('succeeded');
      expect(await rig.grants(DEV, 'Nightly sync')).toEqual(SYNC);

      const gone = await applied(
        rig,
        await rig.planRoles([
          {
            kind: 'delete',
            environmentId: rig.environment(DEV).id,
            role: { by: 'name', name: 'Nightly sync' },
          },
        ]),
      );
      const back = await applied(rig, await rig.again(gone.operationId, 'undo'));
      expect(await rig.grants(DEV, 'Nightly sync')).toEqual(SYNC);
      await applied(rig, await rig.again(back.operationId, 'undo'));
      expect(await rig.grants(DEV, 'Nightly sync')).toBeNull();
    }));

  test('what was said of a role comes back, after another description and after a deletion', () =>
    withRoles(async (rig) => {
      const { id: environmentId } = rig.environment(DEV);
      const role = { by: 'name', name: 'Nightly sync' } as const;
      const saysOf = async (): Promise<unknown> => {
        const found = await rig.findRole(DEV, role.name);
        const answer = await rig.client(DEV).get(`roles(${found?.rootRoleId ?? ''})?$select=description`, {
          signal: AbortSignal.timeout(10_000),
        });
        return answer.ok ? answer.value.body : answer.error;
      };
      await applied(rig, await rig.planRoles([rig.create(DEV, role.name, SYNC)]));
      const first = {
        kind: 'edit',
        environmentId,
        role,
        name: null,
        description: 'Runs at night',
        set: [],
        remove: [],
      } as const;
      await applied(rig, await rig.planRoles([{ ...first, set: [], remove: [] }]));
      const planned = await rig.planRoles([
        { ...first, description: 'Runs every hour', set: [], remove: [] },
      ]);
      expect(planned.environments[0]?.steps).toMatchObject([
        { before: '“Runs at night”', after: '“Runs every hour”' },
      ]);
      const edited = await applied(rig, planned);
      expect(await saysOf()).toMatchObject({ description: 'Runs every hour' });
      await applied(rig, await rig.again(edited.operationId, 'undo'));
      expect(await saysOf()).toMatchObject({ description: 'Runs at night' });

      const gone = await applied(rig, await rig.planRoles([{ kind: 'delete', environmentId, role }]));
      await applied(rig, await rig.again(gone.operationId, 'undo'));
      expect(await saysOf()).toMatchObject({ description: 'Runs at night' });
    }));

  test('what failed is planned again from what was asked for, where it failed', () => {
    let breaks = true;
    const transport: Transport = async (request) => {
      if (breaks && request.url.includes('AddPrivilegesRole')) throw brokenConnection();
      return plainWire(request);
    };
    return withRoles(
      async (rig) => {
        const failed = await applied(rig, await rig.planRoles([rig.create(DEV, 'Nightly sync', SYNC)]));
        expect(failed.state).toBe('partly-failed');
        breaks = false;
        const rest = await rig.again(failed.operationId, 'continue');
        expect(kindsOf(rest)).toEqual([['set-privileges']]);
        await applied(rig, rest);
        expect(await rig.grants(DEV, 'Nightly sync')).toEqual(SYNC);
      },
      { transport },
    );
  });
});

describe('guards and failures', () => {
  test('production asks for its name, a read-only workspace changes no role', () =>
    withRoles(
      async (rig) => {
        const plan = await rig.planRoles([rig.create(PRODUCTION, 'Nightly sync', SYNC)]);
        expect(plan.confirmations).toEqual([PRODUCTION]);
        const answer = await rig.apply({ ...plan, confirmations: [] });
        expect(refusalFrom(answer.result).code).toBe('confirmation-missing');
      },
      { production: () => [PRODUCTION] },
    ));

  test('a workspace that is read-only by now', () => {
    let readOnly = false;
    return withRoles(
      async (rig) => {
        const plan = await rig.planRoles([rig.create(DEV, 'Nightly sync', SYNC)]);
        readOnly = true;
        expect(refusalFrom((await rig.apply(plan)).result).code).toBe('workspace-read-only');
        expect(refusalFrom(await rig.tryPlanRoles([rig.create(DEV, 'Other', SYNC)])).code).toBe(
          'workspace-read-only',
        );
      },
      { readOnly: () => readOnly },
    );
  });

  test('one role asked for twice in an environment is refused', () =>
    withRoles(async (rig) => {
      const twice = [rig.create(DEV, 'Nightly sync', SYNC), rig.create(DEV, 'nightly SYNC', SYNC)];
      expect(refusalFrom(await rig.tryPlanRoles(twice)).code).toBe('invalid-input');
    }));

  test('a broken answer is not a second role: the role itself tells what happened', () => {
    let breaks = true;
    const transport: Transport = async (request) => {
      const answer = await plainWire(request);
      if (request.method !== 'POST' || !request.url.endsWith('/roles') || !breaks) return answer;
      breaks = false;
      throw brokenConnection();
    };
    return withRoles(
      async (rig) => {
        expect((await applied(rig, await rig.planRoles([rig.create(DEV, 'Nightly sync', SYNC)]))).state).toBe(
          'succeeded',
        );
        expect(await rig.grants(DEV, 'Nightly sync')).toEqual(SYNC);
      },
      { transport },
    );
  });

  test('what the caller lacks is named, and the service refuses it', () =>
    withRoles(async (admin, cloud) => {
      // An app that may write roles and little else.
      const editor = { prvReadRole: 'Global', prvWriteRole: 'Global', prvReadBusinessUnit: 'Global' };
      const see = { prvReadUser: 'Global', prvReadTeam: 'Global', prvReadOrganization: 'Global' };
      await applied(admin, await admin.planRoles([admin.create(DEV, 'Role editor', { ...editor, ...see })]));
      const give = admin.desire(HUB, DEV, { ensureUser: true, addRoles: ['Role editor'] });
      await admin.apply(await admin.plan([give]));
      await inFolder((path) =>
        withJournal(path, memoryVault(), async (journal) => {
          const rig = roleRig({
            cloud: cloud.description,
            journal,
            account: ADELE,
            bearer: ({ url, tenantId }) => appTokenFor(cloud, HUB, tenantId ?? '', url),
          });
          const plan = await rig.planRoles([rig.create(DEV, 'Mine', { prvDeleteAccount: 'Global' })]);
          const lacks = plan.environments[0]?.lacks ?? [];
          expect(lacks).toEqual(expect.arrayContaining(['prvCreateRole', 'prvDeleteAccount (Global)']));
          const { result, events } = await rig.apply(plan);
          expect(appliedFrom(result).state).toBe('failed');
          expect(events.at(-2)?.error).toMatchObject({ params: { hex: '0x80040220' } });
        }),
      );
    }));
});

test('C17: an environment that is gone before a change of a role is sent has not got it: failed for that reason', async () => {
  let gone = false;
  const transport: Transport = (request) => (gone ? Promise.reject(brokenConnection()) : plainWire(request));
  await withRoles(
    async (rig) => {
      const plan = await rig.planRoles([rig.create(DEV, 'Nightly sync', SYNC)]);
      gone = true;
      const { events } = await rig.apply(plan);
      expect(events.map(({ error, state }) => [state, error?.code])).toEqual([
        ['running', undefined],
        ['failed', 'network-unreachable'],
        ['skipped', undefined],
      ]);
    },
    { transport },
  );
});
