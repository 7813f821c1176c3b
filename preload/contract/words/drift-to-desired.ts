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
  readonly addProfiles?: readonly string[] | undefined;
  readonly removeProfiles?: readonly string[] | undefined;
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
  const names = (of: `${'add' | 'remove'}${'Roles' | 'Teams' | 'Profiles'}`): string[] =>
    [...new Set(changes.flatMap((change) => change[of] ?? []))].slice(0, MOST_NAMES);
  const addProfiles = names('addProfiles');
  const removeProfiles = names('removeProfiles');
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
    ...(addProfiles.length === 0 ? {} : { addProfiles }),
    ...(removeProfiles.length === 0 ? {} : { removeProfiles }),
    delete: removed ? ('soft' as const) : null,
    purgeTwin: changes.some(({ purgeTwin }) => purgeTwin === true),
  };
};

/** One difference at its place; `environmentId` null: the workspace does not know the environment. `change` null: no plan puts it right. */
type DriftAt = {
  readonly environmentId: EnvironmentId | null;
  readonly clientId: ClientId;
  readonly finding: { readonly change: DriftChange | null };
};

/** Apps × environments that one plan takes; the rest is drift of the next comparison. */
const MOST_PLANNED = 4000;

/** What the planner is asked for to put differences right, one state for each app and environment. */
export const desiredStates = (drift: readonly DriftAt[]) => {
  const places = new Map<
    string,
    { place: { environmentId: EnvironmentId; clientId: ClientId }; changes: DriftChange[] }
  >();
  for (const { clientId, environmentId, finding } of drift) {
    if (environmentId === null || finding.change === null) continue;
    const key = `${environmentId} ${clientId}`;
    const known = places.get(key) ?? { place: { environmentId, clientId }, changes: [] };
    known.changes.push(finding.change);
    places.set(key, known);
  }
  return [...places.values()]
    .slice(0, MOST_PLANNED)
    .map(({ changes, place }) => driftToDesired(place, changes));
};
