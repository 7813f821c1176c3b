import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operationJournal } from '../../../main/fleet/apply/operation-journal.ts';
import type { OperationJournal } from '../../../main/fleet/apply/operation-journal.ts';
import type { ActivityJournal } from '../../../main/fleet/journal/activity-journal.ts';
import { foldOperation } from '../../../main/fleet/operations/fold-operation.ts';
import type { IssuedPlan } from '../../../main/fleet/planner/issued-plans.ts';
import type { PlannedApp } from '../../../main/fleet/planner/plan-environment.ts';
import type { OperationDetail } from '../../../preload/contract/fleet.ts';
import {
  parseClientId,
  parseEnvironmentId,
  parseOperationId,
  parsePlanId,
} from '../../../preload/contract/words/ids.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';
import { appOf, arbitraryApply, nameOf } from './support/arbitrary-apply.ts';
import type { Reality } from './support/arbitrary-apply.ts';
import { guid, inFolder, must, withJournal, WORKSPACE } from './support/journal-folder.ts';
import { memoryVault } from './support/memory-vault.ts';

const ID = must(parseOperationId(guid(0x1)));
const ENDINGS = ['succeeded', 'partly-failed', 'failed', 'cancelled'] as const;

const issued = (apps: readonly PlannedApp[]): IssuedPlan => ({
  plan: {
    id: must(parsePlanId(guid(0x2))),
    digest: '',
    workspaceId: WORKSPACE,
    madeAt: '2026-01-01T00:00:00Z',
    tenant: null,
    environments: apps.map(({ environment, steps }) => ({
      ...environment,
      steps: steps.map(({ step }) => step),
    })),
    confirmations: [],
  },
  title: 'Enable everything',
  apps,
  desired: [],
  roles: [],
  tenant: null,
  rotation: null,
});

const writing = (journal: ActivityJournal): OperationJournal =>
  operationJournal({ journal, actorOf: () => 'adele' }, WORKSPACE, ID);

/** Every told step with the name that the model gives it. */
const stepsOf = ({ environments }: Pick<OperationDetail, 'environments'>, apps: readonly PlannedApp[]) =>
  environments.flatMap((told) =>
    told.steps.map((step) => {
      const app = must(apps.find(({ steps }) => steps.some((one) => one.step.id === step.id)));
      return {
        name: nameOf(told.environmentId, app.environment.clientId, step.id),
        environment: told.environmentId,
        app: appOf(told.environmentId, app.environment.clientId),
        state: step.state,
      };
    }),
  );

/** Whoever is at work knows that a step is only announced; of a process that is gone nobody does. */
const asTold = (known: Reality, running: boolean): Reality => {
  if (known === 'skipped') return 'no';
  return known === 'announced' ? (running ? 'no' : 'either') : known;
};

const CLAIMS: Readonly<Record<StepState, Reality>> = {
  pending: 'no',
  skipped: 'no',
  cancelled: 'no',
  failed: 'no',
  done: 'yes',
  verified: 'yes',
  already: 'yes',
  running: 'either',
  unrecorded: 'either',
};

describe('C17, C22: an operation told from its journal', () => {
  test('also one that asks for more roles than anybody chooses by hand, as the undo of a deletion may', () =>
    inFolder((path) =>
      withJournal(path, memoryVault('session'), async (journal) => {
        const desired: IssuedPlan['desired'] = [
          {
            environmentId: must(parseEnvironmentId(guid(0x3))),
            clientId: must(parseClientId(guid(0x4))),
            ensureUser: true,
            businessUnit: null,
            addRoles: Array.from({ length: 400 }, (_, at) => `Role ${at}`),
            removeRoles: [],
            addTeams: Array.from({ length: 400 }, (_, at) => `Team ${at}`),
            removeTeams: [],
            delete: null,
            purgeTwin: true,
          },
        ];
        await writing(journal).started({ ...issued([]), desired });
        expect(foldOperation(await journal.ofOperation(ID), false)).not.toBeNull();
        expect(await journal.verify()).not.toMatchObject({ state: 'broken' });
      }),
    ));

  test('any prefix of the lines of any apply tells of every step what is so', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryApply,
        fc.constantFrom(...ENDINGS),
        fc.boolean(),
        ({ plan, moments }, ending, running) =>
          inFolder((path) =>
            withJournal(path, memoryVault('session'), async (journal) => {
              const write = writing(journal);
              await Promise.all([
                write.started(issued(plan)),
                ...moments.map((moment) => moment.write(write)),
                write.ended(ending, 'title'),
              ]);
              const lines = await journal.ofOperation(ID);
              expect(lines).toHaveLength(moments.length + 2);
              expect(foldOperation([], running)).toBeNull();

              const reality = new Map<string, Reality>();
              const failing = new Set<string>();
              for (let length = 1; length <= lines.length; length += 1) {
                const moment = length === 1 ? undefined : moments[length - 2];
                for (const [name, known] of moment?.known ?? []) reality.set(name, known);
                if (moment !== undefined && moment.fails !== null) failing.add(moment[moment.fails]);
                const ended = length === lines.length;

                const { summary, environments } = must(foldOperation(lines.slice(0, length), running));
                const steps = stepsOf({ environments }, plan);
                expect(steps).toHaveLength(plan.flatMap((app) => app.steps).length);
                for (const { app, name, environment, state } of steps) {
                  const known = reality.get(name) ?? 'no';
                  expect([name, CLAIMS[state]]).toEqual([name, asTold(known, running)]);
                  // What a failure has stopped is not still to come, and nothing else was skipped.
                  const stopped = failing.has(environment) || failing.has(app);
                  const skipped = known === 'skipped' || (!reality.has(name) && stopped);
                  expect([name, state === 'skipped']).toEqual([name, skipped]);
                  expect([name, state === 'running' && !running]).toEqual([name, false]);
                }
                const count = (...states: readonly StepState[]) =>
                  steps.filter(({ state }) => states.includes(state)).length;
                expect(summary.counts).toEqual({
                  total: steps.length,
                  done: count('done', 'verified', 'already'),
                  failed: count('failed'),
                  unrecorded: count('unrecorded'),
                  notDone: count('pending', 'skipped', 'cancelled', 'running'),
                });
                const unfinished = running ? 'running' : 'interrupted';
                expect(summary.state).toBe(ended ? ending : unfinished);
                expect(summary.endedAt === null).toBe(!ended);
              }
            }),
          ),
      ),
      { numRuns: 150 },
    );
  });

  test('without the line that began it, there is nothing to tell', () =>
    inFolder((path) =>
      withJournal(path, memoryVault('session'), async (journal) => {
        await writing(journal).ended('succeeded', 'title');
        expect(foldOperation(await journal.ofOperation(ID), false)).toBeNull();
      }),
    ));

  test('what a person has seen stays seen, and what was planned without a step is left out', () =>
    inFolder((path) =>
      withJournal(path, memoryVault('session'), async (journal) => {
        const [app] = fc.sample(arbitraryApply, 1);
        const [first] = must(app).plan;
        const idle = { ...must(first), steps: [] };
        await writing(journal).started(issued([idle]));
        await journal.append({
          workspaceId: WORKSPACE,
          actor: '',
          kind: 'operation-ended',
          environment: '',
          summary: 'Seen',
          outcome: 'none',
          requestId: '',
          operation: { type: 'acknowledged', operationId: ID },
        });
        expect(foldOperation(await journal.ofOperation(ID), false)).toMatchObject({
          summary: { state: 'interrupted', acknowledged: true, counts: { total: 0 } },
          environments: [],
        });
      }),
    ));
});
