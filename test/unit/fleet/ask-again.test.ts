import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftToDo, opposite } from '../../../main/fleet/operations/ask-again.ts';
import { planEnvironment } from '../../../main/fleet/planner/plan-environment.ts';
import type { PlannedApp } from '../../../main/fleet/planner/plan-environment.ts';
import type { OperationDetail } from '../../../preload/contract/fleet.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';
import {
  arbitraryCase,
  carryOut,
  environmentOf,
  essence,
  TARGET,
  withoutEntraTeams,
} from './support/model-environment.ts';
import type { World } from './support/model-environment.ts';

type Told = OperationDetail['environments'];

/** What an operation tells of a plan of which so many steps were done, and the world after them; of the last of them, and of what was announced with them, nobody wrote the end down. */
const after = (plan: readonly PlannedApp[], world: World, done: number, unwritten = 0) => {
  let now = world;
  let left = done;
  const told: Told = plan
    .filter(({ environment, steps }) => steps.length > 0 || environment.problem !== null)
    .map(({ environment, steps }) => ({
      environmentId: environment.environmentId,
      environmentName: environment.environmentName,
      clientId: environment.clientId,
      appName: environment.appName,
      problem: environment.problem,
      rolesMissing: [],
      steps: steps.map(({ step, action }, at) => {
        left -= 1;
        if (left >= 0) now = carryOut(now, environment.clientId, action);
        const announced = left + at >= -1 && unwritten > 0;
        const notDone: StepState = announced ? 'unrecorded' : 'skipped';
        const state: StepState = left < 0 ? notDone : left < unwritten ? 'unrecorded' : 'verified';
        return { ...step, state, error: null };
      }),
    }));
  return { told, now };
};

const carriedOut = (plan: readonly PlannedApp[], world: World): World => after(plan, world, Infinity).now;

describe('C5, C17, C18, C19: an operation that is planned again', () => {
  test('undone, leaves every app as it was, wherever it had stopped and whatever was not written down; what was made is gone', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.nat(12), fc.nat(3), ({ world: any, desired }, done, unwritten) => {
        const world = withoutEntraTeams(any);
        const plan = planEnvironment(TARGET, desired, environmentOf(world));
        const { told, now } = after(plan, world, done, unwritten);
        const undo = planEnvironment(TARGET, opposite(told), environmentOf(now));
        expect(undo.map(({ environment }) => environment.problem)).toEqual(undo.map(() => null));
        expect(essence(carriedOut(undo, now))).toEqual(essence(world));
      }),
      { numRuns: 3000 },
    );
  });

  test('continued, reaches what the whole plan would have reached, wherever it had stopped and whatever was not written down', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.nat(12), fc.nat(3), ({ world, desired }, done, unwritten) => {
        const plan = planEnvironment(TARGET, desired, environmentOf(world));
        const { told, now } = after(plan, world, done, unwritten);
        const rest = planEnvironment(TARGET, leftToDo(told, desired), environmentOf(now));
        expect(essence(carriedOut(rest, now))).toEqual(essence(carriedOut(plan, world)));
      }),
      { numRuns: 3000 },
    );
  });

  test('a plan that was carried out leaves nothing to continue but what could not be planned', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ world, desired }) => {
        const plan = planEnvironment(TARGET, desired, environmentOf(world));
        const blocked = plan.flatMap(({ environment }) =>
          environment.problem === null ? [] : [environment.clientId],
        );
        expect(leftToDo(after(plan, world, Infinity).told, desired).map(({ clientId }) => clientId)).toEqual(
          blocked,
        );
      }),
    );
  });
});
