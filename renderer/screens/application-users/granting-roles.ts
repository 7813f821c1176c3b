import type { EventOf } from '../../../preload/contract/index.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { compareDepth } from '../../../preload/contract/words/depth.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';

/** How far roles grant a privilege, by their names, in each environment that has answered. */
export type GrantingRoles = ReadonlyMap<EnvironmentId, ReadonlyMap<string, Depth>>;
export const NO_GRANTING_ROLES: GrantingRoles = new Map();

/** Takes in the answer of one environment; one that failed has not answered. */
export const grantingRolesWith = (
  before: GrantingRoles,
  event: EventOf<'securityRoles.granting'>,
): GrantingRoles => {
  const after = new Map(before);
  if (event.kind === 'failed') after.delete(event.environmentId);
  else
    after.set(
      event.environmentId,
      new Map(event.roles.flatMap(({ grants, name }) => grants.map(({ depth }) => [name, depth]))),
    );
  return after;
};

/** The least depth with which a role of this name grants it in any of the environments; null: none does. */
export const leastGrant = (granting: GrantingRoles, name: string): Depth | null =>
  [...granting.values()]
    .flatMap((roles) => roles.get(name) ?? [])
    .toSorted(compareDepth)
    .find((depth) => depth !== 'None') ?? null;
