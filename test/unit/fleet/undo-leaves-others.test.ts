import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAsPlanned } from '../../../main/fleet/apply/is-as-planned.ts';
import { opposite } from '../../../main/fleet/operations/ask-again.ts';
import { planEnvironment } from '../../../main/fleet/planner/plan-environment.ts';
import type { PlannedApp } from '../../../main/fleet/planner/plan-environment.ts';
import { effectHolds } from '../../../main/fleet/planner/step-action.ts';
import type { AppNow, StepAction } from '../../../main/fleet/planner/step-action.ts';
import type { OperationDetail } from '../../../preload/contract/fleet.ts';
import type { ClientId } from '../../../preload/contract/words/ids.ts';
import { isReached } from '../../../preload/contract/words/status.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';
import {
  arbitraryCase,
  arbitraryDesires,
  carryOut,
  environmentOf,
  essence,
  TARGET,
  withoutEntraTeams,
} from './support/model-environment.ts';
import type { World } from './support/model-environment.ts';

const nowOf = ({ users, teamsOf }: World, clientId: ClientId): AppNow => {
  const mine = users.filter((user) => user.clientId === clientId);
  const user = mine.find(({ state }) => state !== 'soft-deleted') ?? null;
  return {
    user,
    deleted: mine.filter(({ state }) => state === 'soft-deleted').map(({ systemUserId }) => systemUserId),
    profiles: null,
    teams: new Set(user === null ? [] : (teamsOf.get(user.systemUserId) ?? []).map(({ id }) => id)),
    owns: null,
  };
};

/** One step as it is carried out: seen first, and refused where the service or the guard refuses. */
const attempt = (
  world: World,
  clientId: ClientId,
  action: StepAction,
): { readonly world: World; readonly state: StepState } => {
  if (action.kind === 'prove-credential') return { world, state: 'done' };
  const now = nowOf(world, clientId);
  if (effectHolds(action, now)) return { world, state: 'already' };
  if (now.user !== null && !isAsPlanned(action, { ...now, user: now.user }))
    return { world, state: 'failed' };
  try {
    return { world: carryOut(world, clientId, action), state: 'verified' };
  } catch {
    return { world, state: 'failed' };
  }
};

/** What an operation tells of a plan that met a world other than the one it was made from, and the world after it. */
const applied = (plan: readonly PlannedApp[], begin: World) => {
  let world = begin;
  const told: OperationDetail['environments'] = plan
    .filter(({ steps }) => steps.length > 0)
    .map(({ environment, steps }) => {
      let stopped = false;
      return {
        environmentId: environment.environmentId,
        environmentName: environment.environmentName,
        clientId: environment.clientId,
        appName: environment.appName,
        problem: environment.problem,
        rolesMissing: [],
        steps: steps.map(({ step, action }) => {
          if (stopped) return { ...step, state: 'skipped' as const, error: null };
          const tried = attempt(world, environment.clientId, action);
          world = tried.world;
          stopped = !isReached(tried.state);
          return { ...step, state: tried.state, error: null };
        }),
      };
    });
  return { told, world };
};

test('C17: whatever somebody else did between plan and apply, the undo leaves it', () => {
  let shared = 0;
  fc.assert(
    fc.property(arbitraryCase, arbitraryDesires, ({ world: any, desired }, theirs) => {
      const world = withoutEntraTeams(any);
      const plan = planEnvironment(TARGET, desired, environmentOf(world));
      const others = applied(planEnvironment(TARGET, theirs, environmentOf(world)), world).world;
      const { told, world: after } = applied(plan, others);
      const states = told.flatMap(({ steps }) => steps.map(({ state }) => state));
      if (states.includes('already') && states.includes('verified')) shared += 1;
      const undo = planEnvironment(TARGET, opposite(told), environmentOf(after));
      expect(undo.map(({ environment }) => environment.problem)).toEqual(undo.map(() => null));
      expect(essence(applied(undo, after).world)).toEqual(essence(others));
    }),
    { numRuns: 3000 },
  );
  // A plan of which a part had been done by somebody else is no rare case among them.
  expect(shared).toBeGreaterThan(20);
});
