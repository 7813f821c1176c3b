import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { ApplicationUser, UserDifference } from '../../../preload/contract/application-users.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { ClientId, EnvironmentId } from '../../../preload/contract/words/ids.ts';
import type { Status } from '../../../preload/contract/words/status.ts';
import type { Differences, Inventory } from '../../inventory/index.ts';
import { userKey } from '../../inventory/index.ts';

/** One application user as the grid shows it, joined with its environment. */
export type UserRow = {
  readonly key: string;
  readonly user: ApplicationUser;
  readonly environment: Environment;
  /** When its environment said so; null while it is being read for the first time. */
  readonly asOf: string | null;
  /** What became different about it; null when nothing did. */
  readonly difference: UserDifference | null;
  /** Where the console knows the app: when the first of its credentials that still work ends, or the last one that ended. */
  readonly credentialEnds: string | null;
};

export const CONCERNS = [
  'all',
  'attention',
  'system-administrator',
  'orphaned',
  'soft-deleted',
  'changed',
] as const;
export const GROUPS = ['none', 'app', 'environment', 'role'] as const;

/** What the person wants to see of the inventory. */
export type UserView = {
  readonly platform: boolean;
  readonly concern: (typeof CONCERNS)[number];
  readonly group: (typeof GROUPS)[number];
  /** Empty for all of the workspace. */
  readonly environmentIds: readonly EnvironmentId[];
};

export const DEFAULT_VIEW: UserView = { platform: false, concern: 'all', group: 'none', environmentIds: [] };

/** True for one that is not there any more; its row says how it was. */
export const isGone = ({ difference }: Pick<UserRow, 'difference'>): boolean =>
  difference !== null && difference.gone !== null;

/** What says how an application user stands. */
export type Standing = Pick<ApplicationUser, 'entraState' | 'state'> & {
  readonly roles: readonly unknown[];
  readonly teamRoles: readonly unknown[] | null;
};

/** Neither a role of its own nor one through a team; one through a team is possible where the teams could not be read. */
export const holdsNoRole = (user: Pick<Standing, 'roles' | 'teamRoles'>): boolean =>
  user.roles.length === 0 && (user.teamRoles === null || user.teamRoles.length === 0);

/** The word of the one status vocabulary that a user's state stands for. */
export const userStatus = (user: Standing): Status => {
  if (user.state === 'soft-deleted' || user.entraState === 'not-found') return 'denied';
  if (user.state === 'disabled' || user.entraState === 'soft-deleted' || holdsNoRole(user)) {
    return 'attention';
  }
  return 'healthy';
};

/** When the first of an app's credentials that still work ends; where none works any more, when the last one ended. */
export const credentialEnd = (
  { credentials }: Pick<AppProfile, 'credentials'>,
  now: number,
): string | null => {
  const ends = credentials.flatMap(({ expiresOn }) => expiresOn ?? []).toSorted();
  const usable = credentials.filter(
    ({ expiresOn, kept, retiring }) =>
      kept !== 'missing' && !retiring && expiresOn !== null && Date.parse(expiresOn) > now,
  );
  const [first] = usable.flatMap(({ expiresOn }) => expiresOn ?? []).toSorted();
  return first ?? ends.at(-1) ?? null;
};

/** All rows whose environment still belongs to the workspace, those that are gone too, by app and then by environment. */
export const userRows = (
  inventory: Inventory,
  environments: readonly Environment[],
  also: {
    readonly differences: Pick<Differences, 'of'>;
    readonly credentials: ReadonlyMap<ClientId, string | null>;
  },
): readonly UserRow[] => {
  const { credentials, differences } = also;
  const gone = new Map<EnvironmentId, readonly UserDifference[]>();
  for (const one of differences.of.values())
    if (one.gone !== null) gone.set(one.environmentId, [...(gone.get(one.environmentId) ?? []), one]);
  return environments
    .flatMap((environment) => {
      const answer = inventory.answers.get(environment.id);
      const row = (user: ApplicationUser): UserRow => {
        const key = userKey(user);
        return {
          key,
          user,
          environment,
          asOf: answer?.asOf ?? null,
          difference: differences.of.get(key) ?? null,
          credentialEnds: credentials.get(user.clientId) ?? null,
        };
      };
      const users = answer?.users ?? [];
      const left = (gone.get(environment.id) ?? []).flatMap((one) => one.gone ?? []);
      return [
        ...users,
        ...left.filter((user) => !users.some(({ systemUserId: id }) => id === user.systemUserId)),
      ].map(row);
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
    case 'known':
    case 'reading':
    case undefined:
      return running ? null : 'not-read';
  }
};

const concerns = (row: UserRow, concern: UserView['concern']): boolean => {
  const { user } = row;
  if (concern === 'changed') return row.difference !== null;
  if (isGone(row)) return false;
  switch (concern) {
    case 'all':
      return true;
    case 'attention':
      return userStatus(user) !== 'healthy';
    case 'system-administrator':
      return user.systemAdministrator;
    case 'orphaned':
      return user.entraState === 'not-found' || user.entraState === 'soft-deleted';
    case 'soft-deleted':
      return user.state === 'soft-deleted';
  }
};

/** The rows that the view lets through. What became different is shown of platform users too. */
export const viewedRows = (rows: readonly UserRow[], view: UserView): readonly UserRow[] =>
  rows.filter((row) => {
    const { user } = row;
    if (view.environmentIds.length > 0 && !view.environmentIds.includes(user.environmentId)) return false;
    if (user.platform && !view.platform && view.concern !== 'changed') return false;
    return concerns(row, view.concern);
  });

/** Rows that a change may be planned for: the platform's own users are never changed, and what is gone cannot be. */
export const changeableRows = (rows: readonly UserRow[]): readonly UserRow[] =>
  rows.filter((row) => !row.user.platform && row.user.state !== 'soft-deleted' && !isGone(row));

/** Rows that can be deleted: also those of which the first of the two steps is done. */
export const deletableRows = (rows: readonly UserRow[]): readonly UserRow[] =>
  rows.filter(({ user }) => !user.platform);
