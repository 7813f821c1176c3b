import type { Standing } from '../../../preload/contract/baseline.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { AskedState } from '../../../preload/contract/fleet.ts';
import type { ClientId } from '../../../preload/contract/words/ids.ts';
import type { UserRow } from './user-rows.ts';
import { isGone } from './user-rows.ts';

/** Where a copy goes, and who is there now as far as it is known. */
export type CopyTarget = {
  readonly environment: Environment;
  readonly clientId: ClientId;
  /** Null: none is known. */
  readonly row: UserRow | null;
};

const nameKey = (name: string): string => name.trim().toLowerCase();
const without = (names: readonly string[], others: readonly string[]): readonly string[] => {
  const known = new Set(others.map(nameKey));
  return names.filter((name) => !known.has(nameKey(name)));
};

/** How a target differs from what is copied, as far as the inventory knows. */
export type Comparison = {
  readonly lacks: readonly string[];
  readonly beyond: readonly string[];
  /** The business unit that it is in, where that is another one; the root has another name in each environment. */
  readonly elsewhere: string | null;
};

/** Compares roles and business unit; null where there is no application user. */
export const compareTarget = (source: Standing, { row }: CopyTarget): Comparison | null => {
  if (row === null || row.user.state === 'soft-deleted') return null;
  const held = row.user.roles.map(({ name }) => name);
  const unit = row.user.businessUnit?.name ?? '';
  const named = source.businessUnit?.kind === 'named' ? source.businessUnit.name : null;
  return {
    lacks: without(source.roles, held),
    beyond: without(held, source.roles),
    elsewhere: named !== null && nameKey(named) !== nameKey(unit) ? unit : null,
  };
};

/** The targets of a copy: an app in the chosen environments. */
export const copyTargets = (
  clientId: ClientId,
  environments: readonly Environment[],
  rows: readonly UserRow[],
): readonly CopyTarget[] =>
  environments.map((environment) => ({
    environment,
    clientId,
    row:
      rows.find(
        (one) =>
          one.user.clientId === clientId &&
          one.environment.id === environment.id &&
          one.user.state !== 'soft-deleted' &&
          !isGone(one),
      ) ?? null,
  }));

/** What the planner is asked for so that each target is as the source: the same names, found anew in each environment. */
export const copiesOf = (
  source: Standing,
  targets: readonly CopyTarget[],
  exact: boolean,
): readonly AskedState[] =>
  targets.map((target) => ({
    environmentId: target.environment.id,
    clientId: target.clientId,
    ensureUser: true,
    businessUnit: source.businessUnit,
    addRoles: source.roles.slice(0, 50),
    removeRoles: exact ? [...(compareTarget(source, target)?.beyond ?? [])].slice(0, 50) : [],
    addTeams: source.teams.slice(0, 50),
    ...(source.profiles.length === 0 ? {} : { addProfiles: source.profiles.slice(0, 50) }),
  }));
