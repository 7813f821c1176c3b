import type { PlannedEnvironment } from '../../../preload/contract/fleet.ts';
import type { StepKind } from '../../../preload/contract/words/status.ts';

const VERBS: Readonly<Record<StepKind, string>> = {
  'create-user': 'create application user',
  'enable-user': 'enable',
  'disable-user': 'disable',
  'assign-role': 'assign',
  'remove-role': 'remove',
};

const listed = (names: ReadonlySet<string>, what: string): string =>
  names.size <= 2 ? [...names].join(' and ') : `${names.size} ${what}`;

/** One line that a person recognises the plan by, such as "Portal Sync in 3 environments: create application user, assign Reader". */
export const planTitle = (environments: readonly PlannedEnvironment[]): string => {
  const changed = environments.filter(({ steps }) => steps.length > 0);
  const apps = listed(new Set(changed.map(({ appName }) => appName)), 'apps');
  const places = listed(new Set(changed.map(({ environmentName }) => environmentName)), 'environments');
  const doing = Map.groupBy(
    changed.flatMap(({ steps }) => steps),
    ({ kind }) => kind,
  );
  const words = [...doing].map(([kind, steps]) =>
    kind === 'assign-role' || kind === 'remove-role'
      ? `${VERBS[kind]} ${listed(new Set(steps.map(({ subject }) => subject)), 'roles')}`
      : VERBS[kind],
  );
  return changed.length === 0 ? 'Nothing to change' : `${apps} in ${places}: ${words.join(', ')}`;
};
