import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { ClientId, EnvironmentId } from '../../../preload/contract/words/ids.ts';
import type { EnvironmentAnswer } from '../../inventory/index.ts';
import type { Standing, UserRow } from './user-rows.ts';
import { isGone, userStatus } from './user-rows.ts';
import type { NamedRole } from './user-words.ts';

/** An app of the map: one that has an application user somewhere. */
export type MapApp = { readonly clientId: ClientId; readonly name: string; readonly platform: boolean };

/** What a map needs of an application user. */
export type MapRow = Pick<UserRow, 'asOf' | 'difference'> & {
  readonly user: Standing &
    Pick<
      ApplicationUser,
      'clientId' | 'environmentId' | 'name' | 'platform' | 'systemAdministrator' | 'systemUserId'
    > & { readonly roles: readonly NamedRole[]; readonly teamRoles: readonly NamedRole[] | null };
};

/** What a map needs of an environment. */
export type MapPlace = Pick<Environment, 'id' | 'name'>;

/** How an app stands in an environment. */
export type MapCell<Row extends MapRow = MapRow> =
  | {
      readonly kind: 'healthy' | 'attention' | 'administrator' | 'soft-deleted';
      readonly row: Row;
      /** Its environment did not answer this time: this is from before. */
      readonly old: boolean;
    }
  | { readonly kind: 'none'; readonly old: boolean }
  /** The environment has not answered yet. */
  | { readonly kind: 'unknown' | 'reading' }
  /** It did not answer, and it is not known from before. */
  | { readonly kind: 'unreachable'; readonly error: AppError | null };

/** Apps against environments. */
export type AccessMap<Row extends MapRow = MapRow, Place extends MapPlace = MapPlace> = {
  readonly apps: readonly MapApp[];
  readonly environments: readonly Place[];
  readonly cellOf: (environmentId: EnvironmentId, clientId: ClientId) => MapCell<Row>;
  /** Why an environment did not answer; null where it did. */
  readonly errorOf: (environmentId: EnvironmentId) => AppError | null;
};

const kindOf = ({ user }: MapRow): 'healthy' | 'attention' | 'administrator' | 'soft-deleted' => {
  if (user.state === 'soft-deleted') return 'soft-deleted';
  if (userStatus(user) !== 'healthy') return 'attention';
  return user.systemAdministrator ? 'administrator' : 'healthy';
};

/** Of several rows of one app in an environment the live one counts: the others are what is left of earlier ones. */
const nearer = <Row extends MapRow>(a: Row | undefined, b: Row): Row =>
  a === undefined || a.user.state === 'soft-deleted' ? b : a;

/** Puts the rows of an inventory into a map. */
export const accessMap = <Row extends MapRow, Place extends MapPlace>(
  rows: readonly Row[],
  environments: readonly Place[],
  inventory: {
    readonly answers: ReadonlyMap<EnvironmentId, Pick<EnvironmentAnswer, 'asOf' | 'error' | 'state'>>;
  },
  running: boolean,
): AccessMap<Row, Place> => {
  const apps = new Map<ClientId, MapApp>();
  const byPlace = new Map<EnvironmentId, Map<ClientId, Row>>();
  for (const row of rows) {
    if (isGone(row)) continue;
    const { clientId, environmentId, name, platform } = row.user;
    const app = apps.get(clientId);
    if (app === undefined || (platform && !app.platform)) apps.set(clientId, { clientId, name, platform });
    const there = byPlace.get(environmentId) ?? new Map<ClientId, Row>();
    byPlace.set(environmentId, there.set(clientId, nearer(there.get(clientId), row)));
  }
  const errorOf = (id: EnvironmentId) => inventory.answers.get(id)?.error ?? null;
  const cellAt = (environmentId: EnvironmentId, clientId: ClientId): MapCell<Row> => {
    const answer = inventory.answers.get(environmentId);
    const old = answer?.state === 'failed';
    const row = byPlace.get(environmentId)?.get(clientId);
    if (row !== undefined) return { kind: kindOf(row), row, old };
    if (answer?.asOf != null) return { kind: 'none', old };
    if (old) return { kind: 'unreachable', error: answer.error };
    return { kind: running ? 'reading' : 'unknown' };
  };
  // The same cell each time it is asked for, so that what is drawn of it stays.
  const cells = new Map<EnvironmentId, Map<ClientId, MapCell<Row>>>();
  return {
    apps: [...apps.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
    environments: environments.toSorted((a, b) => a.name.localeCompare(b.name)),
    errorOf,
    cellOf: (environmentId, clientId) => {
      const there = cells.get(environmentId) ?? new Map<ClientId, MapCell<Row>>();
      const cell = there.get(clientId) ?? cellAt(environmentId, clientId);
      cells.set(environmentId, there.set(clientId, cell));
      return cell;
    },
  };
};

/** True for an application user that a person should look at. */
export const isProblem = ({ kind }: MapCell): boolean =>
  kind === 'attention' || kind === 'soft-deleted' || kind === 'administrator';

/** What the map says in numbers. */
export type MapCounts = {
  readonly apps: number;
  readonly environments: number;
  /** Application users that need attention, soft-deleted ones too. */
  readonly attention: number;
  readonly administrators: number;
  /** Environments that did not answer. */
  readonly unanswered: number;
};

/** Counts the shown apps over the shown environments. */
export const mapCounts = (
  map: AccessMap,
  apps: readonly MapApp[] = map.apps.filter(({ platform }) => !platform),
  environments: readonly MapPlace[] = map.environments,
): MapCounts => {
  let attention = 0;
  let administrators = 0;
  for (const { id } of environments) {
    for (const { clientId } of apps) {
      const cell = map.cellOf(id, clientId);
      if (cell.kind === 'attention' || cell.kind === 'soft-deleted') attention += 1;
      if (cell.kind === 'administrator') administrators += 1;
    }
  }
  return {
    apps: apps.length,
    environments: environments.length,
    attention,
    administrators,
    unanswered: environments.filter(({ id }) => map.errorOf(id) !== null).length,
  };
};
