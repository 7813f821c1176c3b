import type { ClientId, EnvironmentId } from './ids.ts';

/** What putting one difference right asks of the planner; left out: nothing. */
export type DriftChange = {
  readonly ensureUser?: boolean | undefined;
  readonly enabled?: boolean | undefined;
  readonly businessUnit?:
    | { readonly kind: 'root' }
    | { readonly kind: 'named'; readonly name: string }
    | undefined;
  readonly addRoles?: readonly string[] | undefined;
  readonly removeRoles?: readonly string[] | undefined;
  readonly addTeams?: readonly string[] | undefined;
  readonly removeTeams?: readonly string[] | undefined;
  readonly delete?: 'soft' | undefined;
  readonly purgeTwin?: boolean | undefined;
};

/** What the planner takes at most of each kind for one app; what is left over is drift of the next comparison. */
const MOST_NAMES = 50;

/**
 * What the planner is asked for to put several differences of one app in one environment right at once. The names are those of
 * fleet's `DesiredState`.
 */
export const driftToDesired = (
  place: { readonly environmentId: EnvironmentId; readonly clientId: ClientId },
  changes: readonly DriftChange[],
) => {
  const names = (of: 'addRoles' | 'removeRoles' | 'addTeams' | 'removeTeams'): string[] =>
    [...new Set(changes.flatMap((change) => change[of] ?? []))].slice(0, MOST_NAMES);
  const enabled = changes.find((change) => change.enabled !== undefined)?.enabled;
  const removed = changes.some((change) => change.delete === 'soft');
  return {
    ...place,
    ensureUser: changes.some(({ ensureUser }) => ensureUser === true),
    ...(enabled === undefined ? {} : { enabled }),
    businessUnit: changes.find(({ businessUnit }) => businessUnit !== undefined)?.businessUnit ?? null,
    addRoles: names('addRoles'),
    removeRoles: names('removeRoles'),
    addTeams: names('addTeams'),
    removeTeams: names('removeTeams'),
    delete: removed ? ('soft' as const) : null,
    purgeTwin: changes.some(({ purgeTwin }) => purgeTwin === true),
  };
};
