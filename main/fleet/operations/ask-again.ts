import type { DesiredState, OperationDetail, PlanStep } from '../../../preload/contract/fleet.ts';
import { isMade, isReached, mayBeMade } from '../../../preload/contract/words/status.ts';
import { sameName } from '../../../preload/contract/words/same-name.ts';
import { isLeft } from './is-left.ts';

type ToldPlace = OperationDetail['environments'][number];

const subjects = (steps: readonly PlanStep[], kind: PlanStep['kind']): string[] =>
  steps.filter((step) => step.kind === kind).map(({ subject }) => subject);

const without = (names: readonly string[], others: readonly string[]): string[] =>
  names.filter((name) => !others.some((other) => sameName(other, name)));

const unique = (names: readonly string[]): string[] =>
  names.filter((name, at) => names.findIndex((other) => sameName(other, name)) === at);

/**
 * What is left of an operation, to be planned again: what was asked for wherever a step was not reached or nothing could be planned, and
 * the roles that a move has taken and not given back yet. Whether it is so by now is for the new plan to find out. Pure.
 */
export const leftToDo = (
  environments: readonly ToldPlace[],
  desired: readonly DesiredState[],
): readonly DesiredState[] =>
  environments.filter(isLeft).flatMap(({ environmentId, clientId, steps }) => {
    const asked = desired.find((each) => each.environmentId === environmentId && each.clientId === clientId);
    if (asked === undefined) return [];
    const toGive = subjects(
      steps.filter(({ state }) => !isReached(state)),
      'assign-role',
    );
    return [{ ...asked, addRoles: unique([...asked.addRoles, ...toGive]) }];
  });

/** What nothing brings back, or what changed nothing. */
const NO_OPPOSITE: readonly PlanStep['kind'][] = ['purge-user', 'prove-credential', 'test-request'];

const undoOfDeletion = (base: DesiredState, deleted: PlanStep, wasEnabled: boolean): DesiredState => ({
  ...base,
  ensureUser: true,
  purgeTwin: true,
  enabled: wasEnabled,
  businessUnit:
    deleted.loses?.businessUnit == null ? null : { kind: 'named', name: deleted.loses.businessUnit },
  addRoles: deleted.loses?.roles ?? [],
  addTeams: deleted.loses?.teams ?? [],
  addProfiles: deleted.loses?.profiles ?? [],
});

const undoOfSteps = (base: DesiredState, steps: ToldPlace['steps']): DesiredState => {
  const has = (kind: PlanStep['kind']): boolean => steps.some((step) => step.kind === kind);
  const moved = steps.find((step) => step.kind === 'change-business-unit');
  const lost = moved?.loses?.roles ?? [];
  const givenBack = subjects(
    steps.filter(({ state }) => isMade(state)),
    'assign-role',
  );
  return {
    ...base,
    ...(has('enable-user') ? { enabled: false } : has('disable-user') ? { enabled: true } : {}),
    businessUnit: moved === undefined ? null : { kind: 'named', name: moved.before },
    // What was given back after a move stays; what it took for good, or may have taken, comes back.
    addRoles: unique([...subjects(steps, 'remove-role'), ...without(lost, givenBack)]),
    removeRoles: without(subjects(steps, 'assign-role'), lost),
    addTeams: subjects(steps, 'leave-team'),
    removeTeams: subjects(steps, 'join-team'),
    addProfiles: subjects(steps, 'take-profile'),
    removeProfiles: subjects(steps, 'give-profile'),
  };
};

/**
 * What would take an operation back, to be planned: the opposite of every step that made a change or may have made one, an app's in one
 * environment at once; what was so already stays. A deleted user is made anew, with another id. What nothing brings back is left out. Pure.
 */
export const opposite = (environments: readonly ToldPlace[]): readonly DesiredState[] =>
  environments.flatMap(({ environmentId, clientId, steps: all }) => {
    const steps = all.filter(({ state }) => mayBeMade(state));
    if (clientId === null || steps.length === 0) return [];
    const base: DesiredState = {
      environmentId,
      clientId,
      ensureUser: false,
      businessUnit: null,
      addRoles: [],
      removeRoles: [],
      addTeams: [],
      removeTeams: [],
      delete: null,
      purgeTwin: false,
    };
    const deleted = steps.find(({ kind }) => kind === 'delete-user');
    if (deleted !== undefined)
      return [
        undoOfDeletion(
          base,
          deleted,
          steps.some(({ kind }) => kind === 'disable-user'),
        ),
      ];
    if (steps.some(({ kind }) => kind === 'create-user')) return [{ ...base, delete: 'soft' }];
    return steps.every(({ kind }) => NO_OPPOSITE.includes(kind)) ? [] : [undoOfSteps(base, steps)];
  });
