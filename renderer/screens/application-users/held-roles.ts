import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import type { RoleOffer } from './role-offers.ts';
import type { Target } from './wizard-draft.ts';

/** Roles that the chosen users hold, as offers: `in` are the environments in which one of them holds it. */
export const heldRoles = (
  targets: readonly Target[],
  users: readonly ApplicationUser[],
): readonly RoleOffer[] => {
  const chosen = users.filter((user) =>
    targets.some(
      (target) => target.environmentId === user.environmentId && target.clientId === user.clientId,
    ),
  );
  const environments = [...new Set(targets.map((target) => target.environmentId))];
  const names = [...new Set(chosen.flatMap((user) => user.roles.map((role) => role.name)))];
  return names
    .map((name): RoleOffer => {
      const holders = chosen.filter((user) => user.roles.some((role) => role.name === name));
      const has = new Set(holders.map((user) => user.environmentId));
      return {
        name,
        systemAdministrator: holders.some((user) =>
          user.roles.some((role) => role.name === name && role.systemAdministrator),
        ),
        in: [...has],
        missingIn: environments.filter((id) => !has.has(id)),
      };
    })
    .toSorted((a, b) => b.in.length - a.in.length || a.name.localeCompare(b.name));
};
