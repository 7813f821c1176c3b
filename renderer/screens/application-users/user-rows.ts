import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import type { Status } from '../../../preload/contract/words/status.ts';
import type { Inventory } from '../../inventory/index.ts';
import { allUsers } from '../../inventory/index.ts';

/** One application user as the grid shows it, joined with its environment. */
export type UserRow = {
  readonly key: string;
  readonly user: ApplicationUser;
  readonly environment: Environment;
};

export const CONCERNS = ['all', 'attention', 'system-administrator'] as const;
export const GROUPS = ['none', 'app', 'environment'] as const;

/** What the person wants to see of the inventory. */
export type UserView = {
  readonly platform: boolean;
  readonly concern: (typeof CONCERNS)[number];
  readonly group: (typeof GROUPS)[number];
  /** Empty for all of the workspace. */
  readonly environmentIds: readonly EnvironmentId[];
};

export const DEFAULT_VIEW: UserView = { platform: false, concern: 'all', group: 'none', environmentIds: [] };

/** The word of the one status vocabulary that a user's state stands for. */
export const userStatus = (user: ApplicationUser): Status => {
  if (user.state === 'soft-deleted' || user.entraState === 'not-found') return 'denied';
  if (user.state === 'disabled' || user.entraState === 'soft-deleted' || user.roles.length === 0) {
    return 'attention';
  }
  return 'healthy';
};

/** All rows whose environment still belongs to the workspace, by app and then by environment. */
export const userRows = (inventory: Inventory, environments: readonly Environment[]): readonly UserRow[] => {
  const byId = new Map<EnvironmentId, Environment>(environments.map((each) => [each.id, each]));
  return allUsers(inventory)
    .flatMap((user): UserRow[] => {
      const environment = byId.get(user.environmentId);
      return environment === undefined
        ? []
        : [{ key: `${user.environmentId}/${user.systemUserId}`, user, environment }];
    })
    .toSorted(
      (a, b) =>
        a.user.name.localeCompare(b.user.name) || a.environment.name.localeCompare(b.environment.name),
    );
};

/** Why a user that an address names has no row: its environment has answered without it, or has not answered. Null while it is read. */
export const whyMissing = (
  environment: Environment | undefined,
  inventory: Inventory,
  running: boolean,
): 'gone' | 'not-read' | null => {
  if (environment === undefined) return 'gone';
  switch (inventory.answers.get(environment.id)?.state) {
    case 'done':
      return 'gone';
    case 'failed':
      return 'not-read';
    case 'reading':
    case undefined:
      return running ? null : 'not-read';
  }
};

/** The rows that the view lets through. */
export const viewedRows = (rows: readonly UserRow[], view: UserView): readonly UserRow[] =>
  rows.filter(({ user }) => {
    if (view.environmentIds.length > 0 && !view.environmentIds.includes(user.environmentId)) return false;
    if (user.platform && !view.platform) return false;
    switch (view.concern) {
      case 'all':
        return true;
      case 'attention':
        return userStatus(user) !== 'healthy';
      case 'system-administrator':
        return user.systemAdministrator;
    }
  });

/** Rows that a change may be planned for: the platform's own users are never changed. */
export const changeableRows = (rows: readonly UserRow[]): readonly UserRow[] =>
  rows.filter(({ user }) => !user.platform && user.state !== 'soft-deleted');
