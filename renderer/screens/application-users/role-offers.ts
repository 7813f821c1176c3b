import type { EventOf } from '../../../preload/contract/index.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';

type NamedRole = { readonly name: string; readonly systemAdministrator: boolean };

/** Role names by environment, as far as they have been read. */
export type RoleNames = {
  readonly roles: ReadonlyMap<EnvironmentId, readonly NamedRole[]>;
  readonly errors: ReadonlyMap<EnvironmentId, AppError>;
};

export const NO_ROLE_NAMES: RoleNames = { roles: new Map(), errors: new Map() };

/** Takes in the answer of one environment. */
export const roleNamesWith = (names: RoleNames, event: EventOf<'securityRoles.names'>): RoleNames => {
  const errors = new Map(names.errors);
  const roles = new Map(names.roles);
  if (event.kind === 'failed') {
    errors.set(event.environmentId, event.error);
    roles.delete(event.environmentId);
  } else {
    errors.delete(event.environmentId);
    roles.set(event.environmentId, event.roles);
  }
  return { roles, errors };
};

/** A role that can be chosen, and where it is missing. */
export type RoleOffer = {
  readonly name: string;
  readonly systemAdministrator: boolean;
  readonly in: readonly EnvironmentId[];
  /** Environments that were read and do not have it. */
  readonly missingIn: readonly EnvironmentId[];
};

/** Roles of the environments that have answered: those that exist everywhere first, then by name. */
export const roleOffers = (
  names: RoleNames,
  environments: readonly EnvironmentId[],
): readonly RoleOffer[] => {
  const read = environments.filter((id) => names.roles.has(id));
  const found = new Map<string, { systemAdministrator: boolean; in: EnvironmentId[] }>();
  for (const id of read) {
    for (const role of names.roles.get(id) ?? []) {
      const offer = found.get(role.name) ?? { systemAdministrator: false, in: [] };
      if (!offer.in.includes(id)) offer.in.push(id);
      offer.systemAdministrator ||= role.systemAdministrator;
      found.set(role.name, offer);
    }
  }
  return [...found]
    .map(([name, offer]): RoleOffer => {
      const has = new Set(offer.in);
      return { name, ...offer, missingIn: read.filter((id) => !has.has(id)) };
    })
    .toSorted(
      (a, b) =>
        Number(a.missingIn.length > 0) - Number(b.missingIn.length > 0) || a.name.localeCompare(b.name),
    );
};
