import type { EventOf } from '../../../preload/contract/index.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { nameOffers } from './name-offers.ts';
import type { NameOffer } from './name-offers.ts';

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
export type RoleOffer = NameOffer & { readonly systemAdministrator: boolean };

/** Roles of the environments that have answered: those that exist everywhere first, then by name. */
export const roleOffers = (
  { roles }: RoleNames,
  environments: readonly EnvironmentId[],
): readonly RoleOffer[] => {
  const administrators = new Set(
    environments
      .flatMap((id) => roles.get(id) ?? [])
      .filter(({ systemAdministrator }) => systemAdministrator)
      .map(({ name }) => name),
  );
  const names = new Map([...roles].map(([id, each]) => [id, each.map(({ name }) => name)]));
  return nameOffers(names, environments).map((offer) => ({
    ...offer,
    systemAdministrator: administrators.has(offer.name),
  }));
};
