import type { DriftFinding, EnvironmentDrift } from '../../../preload/contract/baseline.ts';
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
