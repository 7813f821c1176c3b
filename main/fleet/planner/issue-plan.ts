import type { DesiredState, Plan, PlannedEnvironment } from '../../../preload/contract/fleet.ts';
import type { RoleChange } from '../../../preload/contract/fleet-roles.ts';
import { parsePlanId } from '../../../preload/contract/words/ids.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { Clock } from '../../http/clock.ts';
import { newId } from '../../settings/new-id.ts';
import { planDigest } from './issued-plans.ts';
import type { IssuedPlan } from './issued-plans.ts';
import { inWords } from './plan-environment.ts';
import { planTitle } from './plan-title.ts';

/** Names of production environments that the plan changes: they must be typed before apply. */
const confirmationsOf = (environments: readonly PlannedEnvironment[]): readonly string[] => [
  ...new Set(
    environments
      .filter(({ production, steps }) => production && steps.length > 0)
      .map(({ environmentName }) => environmentName)
      .toSorted(),
  ),
];

const keyOf = ({ environment }: IssuedPlan['apps'][number]): string => {
  const { appName, clientId, environmentId, environmentName } = environment;
  return `${environmentName}\n${environmentId}\n${clientId ?? appName}`;
};

/** A plan of environments alone, in their order, with what was asked for and its digest. */
export const issuePlan = (
  workspaceId: WorkspaceId,
  planned: IssuedPlan['apps'],
  asked: { readonly desired: readonly DesiredState[]; readonly roles: readonly RoleChange[] },
  clock: Clock,
): IssuedPlan => {
  const apps = planned.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const environments = apps.map(inWords);
  const plan: Omit<Plan, 'digest'> = {
    id: newId(parsePlanId),
    workspaceId,
    madeAt: new Date(clock.now()).toISOString(),
    tenant: null,
    environments,
    confirmations: [...confirmationsOf(environments)],
  };
  return {
    ...asked,
    plan: { ...plan, digest: planDigest(plan) },
    title: planTitle(plan),
    apps,
    tenant: null,
    rotation: null,
  };
};
