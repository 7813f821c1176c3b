import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { readApplicationUsers } from '../../../main/application-users/read-application-users.ts';
import { systemClock } from '../../../main/http/clock.ts';
import { DEFAULT_HTTP_LIMITS } from '../../../main/http/http-limits.ts';
import type { StepProgress } from '../../../preload/contract/fleet.ts';
import { appTokenFor } from '../../emulator/entra/sign-in.ts';
import type { Transport } from '../../../main/http/transport.ts';
import {
  appliedFrom,
  brokenConnection,
  fleetRig,
  hurryingClock,
  plainWire,
  refusalFrom,
  valueFrom,
} from './support/fleet-rig.ts';
import type { RigOptions } from './support/fleet-rig.ts';
import { guid, inFolder, must, withJournal, WORKSPACE } from './support/journal-folder.ts';
import { memoryVault } from './support/memory-vault.ts';

const HUB = 'Contoso Integration Hub';
const READER = 'Integration – Accounts Reader';
const CONTACTS = 'Integration – Contacts Reader';
const CONTOSO = ['Contoso Development', 'Contoso Test', 'Contoso Production'];
const ADELE = 'adele.admin@contoso.demo.test';

/** Each test has a cloud of its own, because each changes it. */
let spare: Promise<DemoCloud>;
beforeAll(() => {
  spare = startDemoCloud({ control: true });
});
afterAll(async () => (await spare).close());

type Rig = ReturnType<typeof fleetRig>;
type Bench = { readonly rig: Rig; readonly cloud: DemoCloud; readonly path: string };

const withFleet = async (
  options: Partial<RigOptions>,
  work: (bench: Bench) => Promise<void>,
): Promise<void> => {
  const cloud = await spare;
  spare = startDemoCloud({ control: true });
  try {
    await inFolder((path) =>
      withJournal(path, memoryVault(), (journal) =>
        work({
          rig: fleetRig({ cloud: cloud.description, journal, account: ADELE, ...options }),
          cloud,
          path,
        }),
      ),
    );
  } finally {
    await cloud.close();
  }
};

const onboard = (rig: Rig, environments: readonly string[] = CONTOSO) =>
  environments.map((name) => rig.desire(HUB, name, { ensureUser: true, addRoles: [READER] }));

const userIn = async (rig: Rig, app: string, environment: string) => {
  const users = await readApplicationUsers(
    rig.client(environment),
    [rig.clientId(app)],
    new AbortController().signal,
  );
  return valueFrom(users).find(({ state }) => state !== 'soft-deleted') ?? null;
};

const control = (cloud: DemoCloud, command: Readonly<Record<string, unknown>> | null): Promise<Response> =>
  fetch(must(cloud.description.control), {
    method: command === null ? 'DELETE' : 'POST',
    ...(command === null ? {} : { body: JSON.stringify(command) }),
  });

const byText = (a: string, b: string): number => a.localeCompare(b);

const lastStates = (events: readonly StepProgress[]) =>
  new Map(events.map(({ environmentId, stepId, state }) => [`${environmentId} ${stepId}`, state]));

describe('C4, C17: onboarding over the demo cloud', () => {
  test('creates where the app is missing, adopts where it is, assigns the copy of its unit, verifies, and is then done', () =>
    withFleet({}, async ({ rig }) => {
      const plan = await rig.plan(onboard(rig));
      expect(
        plan.environments.map(({ environmentName, steps }) => [
          environmentName,
          steps.map(({ kind }) => kind),
        ]),
      ).toEqual([
        ['Contoso Development', ['create-user', 'assign-role']],
        ['Contoso Production', ['assign-role']],
        ['Contoso Test', ['create-user', 'assign-role']],
      ]);
      expect(plan.confirmations).toEqual(['Contoso Production']);

      const { result, events } = await rig.apply(plan);
      const { operationId, counts } = appliedFrom(result);
      expect(counts).toEqual({ environments: 3, succeeded: 3, failed: 0, cancelled: 0 });
      expect([...lastStates(events).values()]).toEqual(Array.from({ length: 5 }, () => 'verified'));

      for (const environment of CONTOSO) {
        const user = must(await userIn(rig, HUB, environment));
        expect(user.roles.map(({ name }) => name)).toContain(READER);
      }
      // Adopting leaves what was held before.
      expect((await userIn(rig, HUB, 'Contoso Production'))?.roles.map(({ name }) => name)).toContain(
        CONTACTS,
      );

      const again = await rig.plan(onboard(rig));
      expect(again.environments.flatMap(({ steps }) => steps)).toEqual([]);
      expect(again.confirmations).toEqual([]);

      const detail = await rig.operation(operationId);
      expect(detail.summary).toMatchObject({
        state: 'succeeded',
        title: `${HUB} in 3 environments: create application user, assign ${READER}`,
        counts: { total: 5, done: 5, failed: 0, notDone: 0, unrecorded: 0 },
      });
    }));

  test('C5: the copy of the business unit in which the user stands is assigned', () =>
    withFleet({}, async ({ rig }) => {
      const before = must(await userIn(rig, 'Contoso Portal Sync', 'Contoso Production'));
      const wanted = rig.desire('Contoso Portal Sync', 'Contoso Production', { addRoles: [READER] });
      appliedFrom((await rig.apply(await rig.plan([wanted]))).result);
      const after = must(await userIn(rig, 'Contoso Portal Sync', 'Contoso Production'));
      expect(before.businessUnit?.name).toBe('Contoso Europe');
      expect(after.roles.map(({ name }) => name).toSorted()).toEqual([
        READER,
        'Integration – Contacts Writer',
      ]);
      // The role held is not the root's copy: every one of its copies points to that one.
      const role = must(after.roles.find(({ name }) => name === READER));
      expect(role.roleId).not.toBe(role.rootRoleId);
    }));

  test('enables, takes a role and disables, each step in the journal before and after with the ids for support', () =>
    withFleet({}, async ({ rig }) => {
      const wanted = rig.desire('Contoso Legacy Loader', 'Contoso Production', {
        enabled: true,
        addRoles: [READER],
        removeRoles: ['integration – sales sync'],
      });
      appliedFrom((await rig.apply(await rig.plan([wanted]))).result);
      const user = must(await userIn(rig, 'Contoso Legacy Loader', 'Contoso Production'));
      expect([user.state, user.roles.map(({ name }) => name)]).toEqual(['enabled', [READER]]);

      const answer = await rig.handlers['activity.list'].run(
        { workspaceId: WORKSPACE, before: null, limit: 50 },
        async () => undefined,
        new AbortController().signal,
      );
      expect(valueFrom(answer)).toMatchObject({
        integrity: { state: 'intact' },
        entries: [
          { kind: 'operation-ended', outcome: 'ok' },
          { kind: 'step-ended', summary: expect.stringContaining('confirms every change') },
          { kind: 'step-ended', outcome: 'ok', requestId: expect.stringMatching(/[0-9a-f-]{36}/) },
          { kind: 'step-ended', outcome: 'ok', requestId: expect.stringMatching(/[0-9a-f-]{36}/) },
          { kind: 'step-ended', outcome: 'ok', requestId: expect.stringMatching(/[0-9a-f-]{36}/) },
          // All are written ahead of the first.
          { kind: 'step-started', environment: 'Contoso Production' },
          { kind: 'step-started' },
          { kind: 'step-started', actor: ADELE, outcome: 'none' },
          { kind: 'operation-started' },
        ],
      });
    }));

  test('a step whose effect is there already sends nothing, is told so, and is nothing to undo', () =>
    withFleet({}, async ({ rig }) => {
      const one = await rig.plan(onboard(rig, ['Contoso Test']));
      const two = await rig.plan(onboard(rig, ['Contoso Test']));
      appliedFrom((await rig.apply(one)).result);
      const { result, events } = await rig.apply(two);
      expect(appliedFrom(result).counts).toMatchObject({ succeeded: 1, failed: 0 });
      expect(events.map(({ state }) => state)).toEqual(['running', 'already', 'running', 'already']);
      const { operationId } = appliedFrom(result);
      const told = await rig.operation(operationId);
      expect(told.environments[0]?.steps.map(({ state }) => state)).toEqual(['already', 'already']);
      expect(told.summary.counts).toMatchObject({ total: 2, done: 2, notDone: 0 });
      expect((await rig.planAgain(operationId, 'undo')).environments).toEqual([]);
      const users = await readApplicationUsers(
        rig.client('Contoso Test'),
        [rig.clientId(HUB)],
        new AbortController().signal,
      );
      expect(valueFrom(users)).toHaveLength(1);
    }));

  test('problems are told per environment and stop no other', () =>
    withFleet({ account: 'felicia.admin@fabrikam.demo.test' }, async ({ rig }) => {
      const plan = await rig.plan([
        rig.desire('Contoso Legacy Loader', 'Fabrikam Sandbox', { ensureUser: true }),
        rig.desire(HUB, 'Fabrikam Sandbox', { ensureUser: true, addRoles: ['No such role'] }),
        rig.desire(HUB, 'Fabrikam Production', { addRoles: [READER] }),
      ]);
      expect(
        plan.environments
          .map(({ appName, problem, steps }) => `${appName} ${problem?.code} ${steps.length}`)
          .toSorted(byText),
      ).toEqual(
        [
          `${HUB} undefined 1`,
          `${HUB} role-not-found 0`,
          'Contoso Legacy Loader user-soft-deleted 0',
        ].toSorted(byText),
      );
      expect(appliedFrom((await rig.apply(plan)).result).counts).toMatchObject({
        environments: 1,
        succeeded: 1,
      });
    }));
});

describe('C27: what main refuses, whatever the window says', () => {
  test('a plan that it did not issue, that was changed, or that was applied', () =>
    withFleet({}, async ({ rig }) => {
      const plan = await rig.plan(onboard(rig, ['Contoso Test']));
      const forged = { ...plan, id: plan.id.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) };
      const apply = (what: object) =>
        rig.handlers['fleet.apply'].run(what, async () => undefined, new AbortController().signal);
      const asked = { planId: plan.id, digest: plan.digest, confirmations: [] };
      expect(refusalFrom(await apply({ ...asked, planId: forged.id })).code).toBe('plan-unknown');
      expect(refusalFrom(await apply({ ...asked, digest: 'f'.repeat(64) })).code).toBe('plan-changed');
      appliedFrom(await apply(asked));
      expect(refusalFrom(await apply(asked)).code).toBe('plan-unknown');
      expect(await rig.operations()).toHaveLength(1);
    }));

  test('a change of production whose name was not typed', () =>
    withFleet({}, async ({ rig }) => {
      const plan = await rig.plan(onboard(rig));
      const { result } = await rig.apply({ ...plan, confirmations: ['contoso production'] });
      expect(refusalFrom(result)).toMatchObject({
        code: 'confirmation-missing',
        params: { environment: 'Contoso Production' },
      });
      expect(await userIn(rig, HUB, 'Contoso Test')).toBeNull();
      expect(await rig.operations()).toEqual([]);
      appliedFrom((await rig.apply(plan)).result);
    }));

  test('an environment that became production after the plan was made', async () => {
    let production: readonly string[] = [];
    await withFleet({ production: () => production }, async ({ rig }) => {
      const plan = await rig.plan(onboard(rig, ['Contoso Test']));
      production = ['Contoso Test'];
      expect(refusalFrom((await rig.apply(plan)).result).code).toBe('plan-changed');
    });
  });

  test('a read-only workspace, when planning and when applying', async () => {
    let readOnly = true;
    await withFleet({ readOnly: () => readOnly }, async ({ rig }) => {
      expect(refusalFrom(await rig.tryPlan(onboard(rig))).code).toBe('workspace-read-only');
      readOnly = false;
      const plan = await rig.plan(onboard(rig));
      readOnly = true;
      expect(refusalFrom((await rig.apply(plan)).result).code).toBe('workspace-read-only');
      expect(await userIn(rig, HUB, 'Contoso Test')).toBeNull();
    });
  });

  test('a plan with nothing but problems, and an app that is asked for twice in an environment', () =>
    withFleet({}, async ({ rig }) => {
      const missing = rig.desire(HUB, 'Contoso Test', { enabled: true });
      const plan = await rig.plan([missing]);
      expect(refusalFrom((await rig.apply(plan)).result)).toMatchObject({
        code: 'plan-blocked',
        params: { count: 1 },
      });
      expect(refusalFrom(await rig.tryPlan([missing, missing])).code).toBe('invalid-input');
    }));
});

describe('C17: when things go wrong on the way', () => {
  test('cancelling stops before the next step, and what is told is what is so', () =>
    withFleet({ parallel: 1, clock: systemClock }, async ({ rig }) => {
      const plan = await rig.plan(onboard(rig));
      const cancel = new AbortController();
      const { result } = await rig.apply(
        plan,
        ({ state }) => {
          if (state === 'done') cancel.abort();
        },
        cancel.signal,
      );
      const { operationId, counts } = appliedFrom(result);
      expect(counts.cancelled).toBeGreaterThanOrEqual(2);
      const { summary, environments } = await rig.operation(operationId);
      expect(summary.state).toBe('cancelled');
      expect(summary.counts.done).toBeGreaterThanOrEqual(1);
      expect(summary.counts.done + summary.counts.notDone).toBe(5);
      const left = (await rig.plan(onboard(rig))).environments.flatMap(({ steps }) =>
        steps.map(({ id }) => id),
      );
      const notDone = environments.flatMap(({ steps }) =>
        steps.filter(({ state }) => state === 'cancelled').map(({ id }) => id),
      );
      expect(left.toSorted()).toEqual(notDone.toSorted());
    }));

  test('a throttled environment does not hold up the others', () =>
    withFleet({}, async ({ rig, cloud }) => {
      const plan = await rig.plan(onboard(rig));
      await control(cloud, { target: 'contoso-test', fault: 'throttle', retryAfterSeconds: 1 });
      const throttled = rig.environment('Contoso Test').id;
      const others = new Set<string>();
      const { result, events } = await rig.apply(plan, ({ environmentId, stepId, state }) => {
        if (environmentId !== throttled && state === 'verified') others.add(`${environmentId} ${stepId}`);
        // Only now is the environment let go: it cannot have ended before the others.
        if (others.size === 3) void control(cloud, null);
      });
      expect(appliedFrom(result).counts).toMatchObject({ succeeded: 3 });
      const firstDone = events.findIndex(
        ({ environmentId, state }) => environmentId === throttled && state === 'done',
      );
      const before = events.slice(0, firstDone);
      expect(before.filter(({ state }) => state === 'verified')).toHaveLength(3);
    }));

  test('C5: the service keeps its last administrator; the plan warned, the error says so, and the rest is skipped', () =>
    withFleet(
      {
        production: () => [],
        bearer: async ({ url }) => {
          const cloud = await clouds.current();
          return appTokenFor(cloud, 'Contoso Portal Sync', tenantOfUrl(cloud, url), url);
        },
      },
      async ({ rig, cloud }) => {
        clouds.set(cloud);
        await takeAdministratorFromPeople(rig);
        const wanted = rig.desire('Contoso Portal Sync', 'Contoso Development', {
          enabled: false,
          removeRoles: ['System Administrator'],
        });
        const plan = await rig.plan([wanted]);
        expect(plan.environments[0]?.steps.map(({ kind, risks }) => [kind, risks])).toEqual([
          ['remove-role', ['locks-app-out', 'last-administrator']],
          ['disable-user', ['locks-app-out', 'last-administrator']],
        ]);
        const { result, events } = await rig.apply(plan);
        const { counts, operationId } = appliedFrom(result);
        expect(counts).toMatchObject({ failed: 1, succeeded: 0 });
        expect(events.map(({ state }) => state)).toEqual(['running', 'failed', 'skipped']);
        expect(events[1]?.error).toMatchObject({
          code: 'dataverse',
          params: { hex: '0x80041D30', name: 'CannotRemoveFromSysAdmin' },
        });
        const told = await rig.operation(operationId);
        expect(told.summary).toMatchObject({
          state: 'failed',
          counts: { total: 2, done: 0, failed: 1, notDone: 1 },
        });
        // It was written ahead, so the journal says that it was not begun: nobody has to ask the environment.
        const [, skipped] = must(told.environments[0]).steps;
        expect(skipped).toMatchObject({ kind: 'disable-user', state: 'skipped' });
        const activity = await rig.handlers['activity.list'].run(
          { workspaceId: WORKSPACE, before: null, limit: 50 },
          async () => undefined,
          new AbortController().signal,
        );
        expect(valueFrom(activity)).toMatchObject({
          entries: expect.arrayContaining([
            expect.objectContaining({ summary: expect.stringMatching(/^Not begun: /) }),
          ]),
        });
      },
    ));

  test('an app without service principal is waited for, then told with the code of the service', async () => {
    const clock = hurryingClock();
    await withFleet({ clock }, async ({ rig }) => {
      const wanted = rig.desire('Adventure Works Warehouse', 'Contoso Test', { ensureUser: true });
      const { result, events } = await rig.apply(await rig.plan([wanted]));
      expect(appliedFrom(result).counts.failed).toBe(1);
      expect(events.at(-1)?.error).toMatchObject({ code: 'dataverse', params: { hex: '0x80072559' } });
      expect(clock.slept).toEqual([5, 10, 20, 30, 55]);
    });
  });

  test('while Entra is waited for, a cancel is heard', async () => {
    const cancel = new AbortController();
    const clock = {
      now: () => Date.now(),
      sleep: async (_milliseconds: number, signal: AbortSignal) => {
        cancel.abort();
        signal.throwIfAborted();
      },
    };
    await withFleet({ clock }, async ({ rig }) => {
      const wanted = rig.desire('Adventure Works Warehouse', 'Contoso Test', { ensureUser: true });
      const plan = await rig.plan([wanted]);
      const { result } = await rig.apply(plan, undefined, cancel.signal);
      const { counts, operationId } = appliedFrom(result);
      expect(counts.cancelled).toBe(1);
      expect((await rig.operation(operationId)).summary).toMatchObject({
        state: 'cancelled',
        counts: { notDone: 1 },
      });
    });
  });

  test.each(['request', 'answer'] as const)(
    'a connection that breaks under a change and loses the %s: the change is made, once',
    async (lost) => {
      let left = 1;
      const transport: Transport = async (request) => {
        if (request.method !== 'POST' || left === 0) return plainWire(request);
        left -= 1;
        if (lost === 'answer') await (await plainWire(request)).text();
        throw brokenConnection();
      };
      await withFleet({ transport }, async ({ rig }) => {
        const plan = await rig.plan(onboard(rig, ['Contoso Test']));
        expect(appliedFrom((await rig.apply(plan)).result).counts).toMatchObject({ succeeded: 1 });
        expect(left).toBe(0);
        const again = await rig.plan(onboard(rig, ['Contoso Test']));
        expect(again.environments.flatMap(({ steps }) => steps)).toEqual([]);
      });
    },
  );

  test('a connection that breaks under a change and stays broken leaves the step unrecorded, not failed', async () => {
    let broken = false;
    const transport: Transport = async (request) => {
      if (broken) throw brokenConnection();
      if (request.method !== 'POST') return plainWire(request);
      broken = true;
      await (await plainWire(request)).text();
      throw brokenConnection();
    };
    let later = 0;
    const httpClock = { ...systemClock, now: () => Date.now() + later };
    await withFleet({ transport, httpClock }, async ({ rig }) => {
      const plan = await rig.plan(onboard(rig, ['Contoso Test']));
      const { result, events } = await rig.apply(plan);
      expect(appliedFrom(result).counts).toMatchObject({ failed: 1 });
      expect(events.map(({ state }) => state)).toEqual(['running', 'unrecorded', 'skipped']);
      // What broke, and not that the host is left alone since.
      expect(events[1]?.error?.code).toBe('network-unreachable');
      expect((await rig.operations())[0]).toMatchObject({
        state: 'failed',
        counts: { total: 2, done: 0, unrecorded: 1, notDone: 1 },
      });
      broken = false;
      // The host is left alone for a while after so many failures, and the plan says so instead of "nothing to do".
      expect((await rig.plan(onboard(rig, ['Contoso Test']))).environments[0]).toMatchObject({
        steps: [],
        problem: { code: 'circuit-open' },
      });
      later = DEFAULT_HTTP_LIMITS.breakerOpen;
      // The change had arrived: only the environment could tell.
      expect(
        (await rig.plan(onboard(rig, ['Contoso Test']))).environments[0]?.steps.map(({ kind }) => kind),
      ).toEqual(['assign-role']);
    });
  });

  test('an environment that is gone before a change is sent has not got it: failed for that reason, and nothing is left open', async () => {
    let gone = false;
    const transport: Transport = (request) =>
      gone ? Promise.reject(brokenConnection()) : plainWire(request);
    await withFleet({ transport }, async ({ rig }) => {
      const plan = await rig.plan(onboard(rig, ['Contoso Test']));
      gone = true;
      const { events } = await rig.apply(plan);
      expect(events.map(({ error, state }) => [state, error?.code])).toEqual([
        ['running', undefined],
        ['failed', 'network-unreachable'],
        ['skipped', undefined],
      ]);
      expect((await rig.operations())[0]?.counts).toMatchObject({ failed: 1, unrecorded: 0 });
    });
  });

  test('an unreachable environment is a problem of its own in the plan', () =>
    withFleet({ account: 'alastair.admin@adventureworks.demo.test' }, async ({ rig }) => {
      const plan = await rig.plan(
        ['Adventure Works Production', 'Adventure Works Sandbox'].map((name) =>
          rig.desire(HUB, name, { addRoles: [CONTACTS, READER, 'Integration – Sales Sync'] }),
        ),
      );
      expect(plan.environments.map(({ problem, steps }) => [problem?.code, steps.length])).toEqual([
        ['service-unavailable', 0],
        [undefined, 1],
      ]);
    }));
});

describe('operations', () => {
  test('are listed newest first, found in their own workspace only, and acknowledged once', () =>
    withFleet({}, async ({ rig }) => {
      const ids: string[] = [];
      for (const environment of CONTOSO) {
        const { result } = await rig.apply(await rig.plan(onboard(rig, [environment])));
        ids.push(appliedFrom(result).operationId);
      }
      const [newest] = await rig.operations();
      expect((await rig.operations()).map(({ id }) => id)).toEqual(ids.toReversed());
      expect(newest?.acknowledged).toBe(false);
      valueFrom(await rig.acknowledge(must(newest).id));
      valueFrom(await rig.acknowledge(must(newest).id));
      expect((await rig.operations())[0]).toMatchObject({ acknowledged: true, state: 'succeeded' });
      expect(refusalFrom(await rig.acknowledge(guid(99))).code).toBe('not-found');
    }));
});

const clouds = (() => {
  let tell: (cloud: DemoCloud) => void = () => undefined;
  const known = new Promise<DemoCloud>((resolve) => {
    tell = resolve;
  });
  return { current: () => known, set: (cloud: DemoCloud) => tell(cloud) };
})();

const tenantOfUrl = (cloud: DemoCloud, url: string): string =>
  must(cloud.description.environments.find((one) => one.url === url)).tenantId;

/** Leaves the app that is signed in as the only administrator of Contoso Development. */
const takeAdministratorFromPeople = async (rig: Rig): Promise<void> => {
  const client = rig.client('Contoso Development');
  const { signal } = new AbortController();
  const path = `systemusers?$select=fullname,applicationid&$expand=systemuserroles_association($select=roleid,name)&$filter=${encodeURIComponent('applicationid eq null and isdisabled eq false')}`;
  for await (const page of client.pages(path, { signal })) {
    const { value } = JSON.parse(JSON.stringify(valueFrom(page).body));
    for (const row of value) {
      for (const role of row.systemuserroles_association) {
        if (role.name !== 'System Administrator') continue;
        valueFrom(
          await client.remove(
            `systemusers(${row.systemuserid})/systemuserroles_association(${role.roleid})/$ref`,
            signal,
          ),
        );
      }
    }
  }
};
