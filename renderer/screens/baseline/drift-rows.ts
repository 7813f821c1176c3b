import type { DriftFinding, EnvironmentDrift } from '../../../preload/contract/baseline.ts';
import type { AskedState } from '../../../preload/contract/fleet.ts';
import { driftToDesired } from '../../../preload/contract/words/drift-to-desired.ts';
import type { DriftChange } from '../../../preload/contract/words/drift-to-desired.ts';
import type { ClientId, EnvironmentId } from '../../../preload/contract/words/ids.ts';

/** One difference as a row. */
export type DriftRow = {
  readonly key: string;
  readonly environmentId: EnvironmentId | null;
  readonly environmentName: string;
  readonly clientId: ClientId;
  readonly appName: string;
  readonly finding: DriftFinding;
};

/** Every difference of every environment. */
export const driftRows = (environments: readonly EnvironmentDrift[]): readonly DriftRow[] =>
  environments.flatMap(({ apps, environmentId, environmentName, url }) =>
    apps.flatMap(({ appName, clientId, findings }) =>
      findings.map((finding) => ({
        key: [url, clientId, finding.kind, finding.subject].join(' '),
        environmentId,
        environmentName,
        clientId,
        appName,
        finding,
      })),
    ),
  );

/** Whether a plan can put it right. */
export const isPlannable = ({ environmentId, finding }: DriftRow): boolean =>
  finding.change !== null && environmentId !== null;

/** Apps × environments that one plan takes; the rest is drift of the next comparison. */
const MOST_PLANNED = 4000;

/** What the planner is asked for, one state per app and environment. */
export const desiredOf = (rows: readonly DriftRow[]): readonly AskedState[] => {
  const places = new Map<
    string,
    { place: { environmentId: EnvironmentId; clientId: ClientId }; changes: DriftChange[] }
  >();
  for (const { clientId, environmentId, finding } of rows) {
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
