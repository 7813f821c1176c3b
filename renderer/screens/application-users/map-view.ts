import type { Environment } from '../../../preload/contract/environments.ts';
import { ENVIRONMENT_TYPE_LABELS } from '../../../preload/contract/words/texts/en.ts';
import type { MatrixGroup } from '../../ui/index.ts';
import type { AccessMap, MapApp, MapRow } from './access-map.ts';
import { isProblem } from './access-map.ts';

export const MAP_SHOWS = ['all', 'problems'] as const;
export const MAP_GROUPS = ['none', 'type'] as const;

/** What the person wants to see of the map. */
export type MapView = {
  readonly show: (typeof MAP_SHOWS)[number];
  readonly group: (typeof MAP_GROUPS)[number];
  readonly platform: boolean;
  readonly filter: string;
};

export const DEFAULT_MAP_VIEW: MapView = { show: 'all', group: 'none', platform: false, filter: '' };

/** What is shown of a map. */
export type ShownMap = {
  readonly apps: readonly MapApp[];
  readonly environments: readonly Environment[];
  readonly groups: readonly MatrixGroup<Environment>[];
};

/** The filter narrows apps where it names some, and environments where it names some; nothing stays where it names neither. */
export const named = <Place>(
  apps: readonly MapApp[],
  environments: readonly Place[],
  filter: string,
  namesOf: (environment: Place) => readonly string[],
): readonly [readonly MapApp[], readonly Place[]] => {
  const wanted = filter.trim().toLocaleLowerCase();
  if (wanted === '') return [apps, environments];
  const has = (...texts: readonly string[]): boolean =>
    texts.some((text) => text.toLocaleLowerCase().includes(wanted));
  const someApps = apps.filter(({ clientId, name }) => has(name, clientId));
  const someEnvironments = environments.filter((environment) => has(...namesOf(environment)));
  if (someApps.length === 0 && someEnvironments.length === 0) return [[], []];
  return [
    someApps.length === 0 ? apps : someApps,
    someEnvironments.length === 0 ? environments : someEnvironments,
  ];
};

/** The apps and environments that the view lets through, environments in their groups. */
export const shownMap = (map: AccessMap<MapRow, Environment>, view: MapView): ShownMap => {
  const wanted = map.apps.filter(({ platform }) => view.platform || !platform);
  let [apps, environments] = named(wanted, map.environments, view.filter, ({ name, url }) => [name, url]);
  if (view.show === 'problems') {
    const all = apps;
    environments = environments.filter(
      ({ id }) => map.errorOf(id) !== null || all.some(({ clientId }) => isProblem(map.cellOf(id, clientId))),
    );
    const left = environments;
    apps = apps.filter(({ clientId }) => left.some(({ id }) => isProblem(map.cellOf(id, clientId))));
  }
  if (view.group === 'none')
    return { apps, environments, groups: [{ key: 'all', label: null, rows: environments }] };
  const byType = Map.groupBy(environments, ({ type }) => type);
  const groups = [...byType].map(([type, rows]) => ({
    key: type,
    label: ENVIRONMENT_TYPE_LABELS[type],
    rows,
  }));
  const production = (rows: readonly Environment[]): number => Number(rows.some((one) => one.production));
  return {
    apps,
    environments,
    groups: groups.toSorted(
      (a, b) => production(b.rows) - production(a.rows) || a.label.localeCompare(b.label),
    ),
  };
};
