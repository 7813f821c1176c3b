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
import {
  arbitraryCase,
  BRANCH,
  carryOut,
  CLIENTS,
  desire,
  environment,
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

const isReached = (asked: DesiredState, users: readonly ApplicationUserThere[]): boolean => {
  const live = users.filter((row) => row.clientId === asked.clientId && row.state !== 'soft-deleted');
  const names = new Set(live.flatMap((row) => row.roles.map((role) => role.name.toLowerCase())));
  return (
    (!asked.ensureUser || live.length === 1) &&
    (asked.enabled === undefined || live[0]?.state === (asked.enabled ? 'enabled' : 'disabled')) &&
    asked.addRoles.every((name) => names.has(name.toLowerCase())) &&
    asked.removeRoles.every((name) => !names.has(name.toLowerCase()))
  );
};

const isAskedFor = (step: PlanStep, asked: DesiredState): boolean => {
  const names = (roles: readonly string[]) => roles.map((name) => name.toLowerCase());
  switch (step.kind) {
    case 'create-user':
      return asked.ensureUser;
    case 'enable-user':
      return asked.enabled === true;
    case 'disable-user':
      return asked.enabled === false;
    case 'assign-role':
      return names(asked.addRoles).includes(step.subject.toLowerCase());
    case 'remove-role':
      return names(asked.removeRoles).includes(step.subject.toLowerCase());
    default:
      // The planner of environments makes no other.
      return false;
  }
};

describe('C4, C5: what the planner promises, for any environment', () => {
  test('carrying out the plan reaches what was asked, and planning again finds nothing to do', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ users, desired, administrators }) => {
        const plan = planEnvironment(TARGET, desired, environment(users, administrators));
        let now: readonly ApplicationUserThere[] = users;
        for (const app of plan) {
          for (const { action } of app.steps) now = carryOut(now, app.environment.clientId, action);
        }
        const again = planEnvironment(TARGET, desired, environment(now, administrators));
        for (const [at, app] of again.entries()) {
          expect(app.steps).toEqual([]);
          expect(app.environment.problem).toEqual(plan[at]?.environment.problem);
        }
        const planned = desired.filter(({ clientId }) =>
          plan.some(({ environment: { clientId: id, problem } }) => id === clientId && problem === null),
        );
        expect(planned.filter((each) => !isReached(each, now))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('nothing is touched that was not asked for', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ users, desired, administrators }) => {
        const plan = planEnvironment(TARGET, desired, environment(users, administrators));
        expect(plan.map(({ environment }) => environment.clientId).toSorted()).toEqual(
          desired.map(({ clientId }) => clientId).toSorted(),
        );
        for (const app of plan) {
          const asked = must(desired.find(({ clientId }) => clientId === app.environment.clientId));
          expect(app.steps.filter(({ step }) => !isAskedFor(step, asked))).toEqual([]);
        }
        const platform = users.filter((row) => row.platform && row.state !== 'soft-deleted');
        const touched = plan.filter(({ steps }) => steps.length > 0).map((app) => app.environment.clientId);
        expect(platform.filter((row) => touched.includes(row.clientId))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('the order of rows, roles and requests changes nothing', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.integer(), ({ users, desired, administrators }, seed) => {
        const plan = planEnvironment(TARGET, desired, environment(users, administrators));
        const shuffled = planEnvironment(
          TARGET,
          shuffledWith(
            desired.map((each) => ({
              ...each,
              addRoles: [...shuffledWith(each.addRoles, seed)],
              removeRoles: [...shuffledWith(each.removeRoles, seed)],
            })),
            seed,
          ),
          {
            ...environment(
              shuffledWith(users, seed).map((row) => ({ ...row, roles: [...shuffledWith(row.roles, seed)] })),
              administrators,
            ),
            roles: shuffledWith(ROLES, seed),
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
