import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inWords, planEnvironment } from '../../../main/fleet/planner/plan-environment.ts';
import type { PlannedApp } from '../../../main/fleet/planner/plan-environment.ts';
import { planTitle } from '../../../main/fleet/planner/plan-title.ts';
import { planDigest } from '../../../main/fleet/planner/issued-plans.ts';
import type { ApplicationUserThere } from '../../../main/application-users/to-application-user.ts';
import type { DesiredState, PlanStep } from '../../../preload/contract/fleet.ts';
import { parsePlanId } from '../../../preload/contract/words/ids.ts';
import { guid, must, WORKSPACE } from './support/journal-folder.ts';
import type { World } from './support/model-environment.ts';
import {
  arbitraryCase,
  BRANCH,
  carryOut,
  CLIENTS,
  desire,
  environment,
  environmentOf,
  held,
  ROLES,
  TARGET,
  user,
} from './support/model-environment.ts';

const planOne = (
  desired: DesiredState,
  users: readonly ApplicationUserThere[],
  administrators: number | null = null,
): PlannedApp => must(planEnvironment(TARGET, [desired], environment(users, administrators))[0]);

const kinds = (app: PlannedApp) => app.steps.map(({ step }) => `${step.kind} ${step.subject}`);

const shuffledWith = <Item>(items: readonly Item[], seed: number): readonly Item[] =>
  items
    .map((item, at) => ({ item, key: Math.sin(seed + at * 7919) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);

const lower = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase()));

const isReached = (asked: DesiredState, before: World, after: World): boolean => {
  const live = after.users.filter((row) => row.clientId === asked.clientId && row.state !== 'soft-deleted');
  if (asked.delete !== null)
    return (
      live.length === 0 &&
      (asked.delete === 'soft' || !after.users.some((row) => row.clientId === asked.clientId))
    );
  const [row] = live;
  const was = before.users.find(({ systemUserId }) => systemUserId === row?.systemUserId);
  const names = lower(live.flatMap((each) => each.roles.map((role) => role.name)));
  const teams = lower((after.teamsOf.get(must(row ?? user()).systemUserId) ?? []).map(({ name }) => name));
  const removed = lower(asked.removeRoles);
  const kept = (was?.roles ?? []).filter(({ name }) => !removed.has(name.toLowerCase()));
  const unit = asked.businessUnit?.kind === 'root' ? 'contoso' : asked.businessUnit?.name.toLowerCase();
  return (
    (!asked.ensureUser || live.length === 1) &&
    (asked.enabled === undefined || row?.state === (asked.enabled ? 'enabled' : 'disabled')) &&
    (unit === undefined || row?.businessUnit?.name.toLowerCase() === unit) &&
    asked.addRoles.every((name) => names.has(name.toLowerCase())) &&
    asked.removeRoles.every((name) => !names.has(name.toLowerCase())) &&
    kept.every(({ name }) => names.has(name.toLowerCase())) &&
    asked.addTeams.every((name) => teams.has(name.toLowerCase())) &&
    asked.removeTeams.every((name) => !teams.has(name.toLowerCase()))
  );
};

const isAskedFor = (step: PlanStep, asked: DesiredState, world: World): boolean => {
  const subject = step.subject.toLowerCase();
  switch (step.kind) {
    case 'purge-user':
      return asked.purgeTwin || asked.delete === 'permanent';
    case 'create-user':
      return asked.ensureUser;
    case 'enable-user':
      return asked.enabled === true;
    case 'disable-user':
      return asked.enabled === false || asked.delete !== null;
    case 'change-business-unit':
      return asked.businessUnit !== null;
    case 'assign-role': {
      const held = world.users
        .filter(({ clientId }) => clientId === asked.clientId)
        .flatMap((row) => row.roles);
      // A role that was held is given again after a move.
      const again = asked.businessUnit !== null && held.some(({ name }) => name === step.subject);
      return again || lower(asked.addRoles).has(subject);
    }
    case 'remove-role':
      return lower(asked.removeRoles).has(subject);
    case 'join-team':
      return lower(asked.addTeams).has(subject);
    case 'leave-team':
      return lower(asked.removeTeams).has(subject);
    case 'delete-user':
      return asked.delete !== null;
    default:
      // The planner of environments makes no other.
      return false;
  }
};

const afterPlan = (plan: readonly PlannedApp[], world: World): World => {
  let now = world;
  for (const app of plan) {
    for (const { action } of app.steps) now = carryOut(now, app.environment.clientId, action);
  }
  return now;
};

describe('C4, C5, C18, C19, C35: what the planner promises, for any environment', () => {
  test('carrying out the plan reaches what was asked, and planning again finds nothing to do', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ world, desired, administrators }) => {
        const plan = planEnvironment(TARGET, desired, environmentOf(world, administrators));
        const now = afterPlan(plan, world);
        const again = planEnvironment(TARGET, desired, environmentOf(now, administrators));
        for (const [at, app] of again.entries()) {
          expect(app.steps).toEqual([]);
          expect(app.environment.problem).toEqual(plan[at]?.environment.problem);
        }
        const planned = desired.filter(({ clientId }) =>
          plan.some(({ environment: { clientId: id, problem } }) => id === clientId && problem === null),
        );
        expect(planned.filter((each) => !isReached(each, world, now))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('nothing is touched that was not asked for', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ world, desired, administrators }) => {
        const plan = planEnvironment(TARGET, desired, environmentOf(world, administrators));
        expect(plan.map(({ environment }) => environment.clientId).toSorted()).toEqual(
          desired.map(({ clientId }) => clientId).toSorted(),
        );
        for (const app of plan) {
          const asked = must(desired.find(({ clientId }) => clientId === app.environment.clientId));
          expect(app.steps.filter(({ step }) => !isAskedFor(step, asked, world))).toEqual([]);
        }
        const platform = world.users.filter((row) => row.platform && row.state !== 'soft-deleted');
        const touched = plan.filter(({ steps }) => steps.length > 0).map((app) => app.environment.clientId);
        expect(platform.filter((row) => touched.includes(row.clientId))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('the order of rows, roles, teams and requests changes nothing', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.integer(), ({ world, desired, administrators }, seed) => {
        const actual = environmentOf(world, administrators);
        const plan = planEnvironment(TARGET, desired, actual);
        const mixed = <Item>(items: readonly Item[]): Item[] => [...shuffledWith(items, seed)];
        const shuffled = planEnvironment(
          TARGET,
          mixed(
            desired.map((each) => ({
              ...each,
              addRoles: mixed(each.addRoles),
              removeRoles: mixed(each.removeRoles),
            })),
          ),
          {
            ...actual,
            users: mixed(actual.users).map((row) => ({ ...row, roles: mixed(row.roles) })),
            roles: mixed(actual.roles),
            units: mixed(actual.units),
            teams: mixed(actual.teams),
          },
        );
        expect(shuffled.map(inWords)).toEqual(plan.map(inWords));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('C4, C5: the steps', () => {
  test('create, assign, remove, disable stand in this order, with before and after', () => {
    const app = planOne(desire({ enabled: false, addRoles: ['Account Reader'] }), []);
    expect(app.steps.map(({ step }) => step)).toMatchObject([
      { kind: 'create-user', before: 'No application user', after: 'Application user in Contoso' },
      { kind: 'assign-role', subject: 'Account Reader', before: 'Not held', after: 'Held in Contoso' },
      { kind: 'disable-user', before: 'Enabled', after: 'Disabled' },
    ]);
    const row = user({ state: 'disabled', roles: [held('Invoice Writer')] });
    const wanted = desire({ enabled: true, addRoles: ['account reader'], removeRoles: ['Invoice Writer'] });
    expect(kinds(planOne(wanted, [row]))).toEqual([
      'enable-user App 1',
      'assign-role Account Reader',
      'remove-role Invoice Writer',
    ]);
  });

  test('an existing user is adopted and gets the copy of its own business unit', () => {
    const app = planOne(desire({ addRoles: ['Account Reader'] }), [user({ businessUnit: BRANCH })]);
    expect(app.steps.map(({ action }) => action)).toEqual([
      { kind: 'assign-role', roleId: held('Account Reader', 1).roleId },
    ]);
  });

  test.each([
    ['role-not-found', desire({ addRoles: ['Reader'] }), []],
    ['user-missing', desire({ ensureUser: false, enabled: true }), []],
    ['user-soft-deleted', desire(), [user({ state: 'soft-deleted' })]],
    ['user-ambiguous', desire(), [user(), user({ state: 'disabled' })]],
    ['platform-user', desire({ enabled: false }), [user({ platform: true })]],
    ['invalid-input', desire({ addRoles: ['Account Reader'], removeRoles: ['account reader'] }), []],
  ] as const)('%s is a problem without steps', (code, desired, users) => {
    const app = planOne(desired, [...users]);
    expect(app.environment.problem?.code).toBe(code);
    expect(app.steps).toEqual([]);
  });

  test('an app without a profile is called as its row is, also when only a soft-deleted one is left', () => {
    const [app] = planEnvironment(
      { ...TARGET, appName: () => null },
      [desire({ purgeTwin: true })],
      environment([user({ state: 'soft-deleted', name: 'Retired connector' })]),
    );
    expect(app?.environment.appName).toBe('Retired connector');
    expect(app?.steps.map(({ step }) => step.subject)).toEqual(['Retired connector', 'Retired connector']);
  });

  test('two roles of one name in one business unit are ambiguous', () => {
    const twin = { ...must(ROLES[1]), name: 'Account Reader' };
    const [app] = planEnvironment(TARGET, [desire({ addRoles: ['Account Reader'] })], {
      ...environment([]),
      roles: [...ROLES, twin],
    });
    expect(app?.environment.problem).toMatchObject({ code: 'role-ambiguous', params: { count: 2 } });
  });
});

describe('C5: risks', () => {
  const risks = (app: PlannedApp) => app.steps.map(({ step }) => step.risks);

  test('System Administrator is known by its template, not by its name', () => {
    const app = planOne(desire({ addRoles: ['Systemadministrator', 'System Administrator'] }), [user()]);
    expect(app.steps.map(({ step }) => [step.subject, step.risks])).toEqual([
      ['System Administrator', []],
      ['Systemadministrator', ['system-administrator']],
    ]);
  });

  test('losing the last administrator is told, counting all apps of the plan', () => {
    const roles = [held('Systemadministrator'), held('Account Reader')];
    const [first, second] = [must(CLIENTS[0]), must(CLIENTS[1])];
    const users = [user({ roles }), user({ clientId: second, roles })];
    const takeFrom = (clientId: (typeof CLIENTS)[number]) =>
      desire({ clientId, removeRoles: ['Systemadministrator'] });
    expect(risks(planOne(takeFrom(first), users, 2))).toEqual([[]]);
    expect(risks(planOne(takeFrom(first), users, 1))).toEqual([['last-administrator']]);
    const both = planEnvironment(TARGET, [takeFrom(first), takeFrom(second)], environment(users, 2));
    expect(both.map(risks)).toEqual([[['last-administrator']], [['last-administrator']]]);
    expect(risks(planOne(desire({ enabled: false }), users, 1))).toEqual([
      ['locks-app-out', 'last-administrator'],
    ]);
  });

  test('taking the last role locks the app out', () => {
    const row = user({ roles: [held('Account Reader'), held('Invoice Writer')] });
    expect(risks(planOne(desire({ removeRoles: ['Account Reader'] }), [row]))).toEqual([[]]);
    expect(risks(planOne(desire({ removeRoles: ['Account Reader', 'Invoice Writer'] }), [row]))).toEqual([
      [],
      ['locks-app-out'],
    ]);
  });
});

describe('a plan', () => {
  test('is named so that a person recognises it', () => {
    const app = inWords(planOne(desire({ addRoles: ['Account Reader'] }), []));
    const other = { ...app, environmentName: 'Contoso Test' };
    expect(planTitle({ environments: [app, other], tenant: null })).toBe(
      'App 1 in Contoso Production and Contoso Test: create application user, assign Account Reader',
    );
  });

  test('has a digest that any change of it changes', () => {
    const app = inWords(planOne(desire({ addRoles: ['Account Reader'] }), []));
    const plan = {
      id: must(parsePlanId(guid(1))),
      workspaceId: WORKSPACE,
      madeAt: '2026-01-01T00:00:00.000Z',
      tenant: null,
      environments: [app],
      confirmations: ['Contoso Production'],
    };
    const { id, workspaceId, ...rest } = plan;
    expect(planDigest({ ...rest, workspaceId, id })).toBe(planDigest(plan));
    expect(planDigest({ ...plan, confirmations: [] })).not.toBe(planDigest(plan));
    expect(planDigest({ ...plan, environments: [{ ...app, production: false }] })).not.toBe(planDigest(plan));
  });
});
