import type { Rotation } from '../../../preload/contract/fleet-tenant.ts';
import { fakeId } from './fake-ids.ts';
import { environments, failureOf } from './fake-world.ts';
import type { Scenario } from './scenario.ts';

const BEGUN = '2026-11-20T09:12:00Z';

/** The rotation of Order sync as far as the scenario says; one environment of the first four always refuses. */
export const fakeRotations = (scenario: Scenario, acknowledged: readonly string[]): Rotation[] => {
  const stage = scenario.rotation;
  if (stage === null) return [];
  const everywhere = stage === 'switched' || stage === 'finished';
  return [
    {
      id: fakeId.rotation(1),
      workspaceId: fakeId.workspace(1),
      appProfileId: fakeId.profile(1),
      appName: 'Order sync',
      type: 'secret',
      label: 'Order sync 2026-11-20 3f9c1a2b',
      credentialId: fakeId.credential(50),
      retires: fakeId.credential(1),
      startedAt: BEGUN,
      stage,
      running: false,
      lastOperation: fakeId.operation(50),
      dismissed: acknowledged.includes(fakeId.operation(50)),
      leftOut: [],
      proofs:
        stage === 'adding'
          ? []
          : environments.slice(0, 4).map(({ id, name, production }, at) => ({
              environmentId: id,
              environmentName: name,
              production,
              state: everywhere || at < 2 ? 'proved' : at === 2 ? 'failed' : 'open',
              at: everywhere || at < 3 ? BEGUN : null,
              error: everywhere || at !== 2 ? null : failureOf(17),
            })),
    },
  ];
};
