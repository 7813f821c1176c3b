import type { WorkspaceId } from '../../../../preload/contract/words/ids.ts';
import { ALL_CLIENTS_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { WORKSPACE_TOKENS } from '../../../theme/index.ts';
import type { MatrixGroup } from '../../../ui/index.ts';
import { formatMoment } from '../../../ui/index.ts';
import type { MapApp, MapCell } from '../access-map.ts';
import { isProblem } from '../access-map.ts';
import { named } from '../map-view.ts';
import type { ClientPlace, ClientsMap } from './clients-map.ts';

export const CLIENT_SHOWS = ['all', 'problems', 'attention', 'administrators', 'unread'] as const;

/** What the person wants to see of all clients. */
export type ClientsView = {
  readonly show: (typeof CLIENT_SHOWS)[number];
  readonly platform: boolean;
  /** None chosen means all. */
  readonly workspaceIds: readonly WorkspaceId[];
  readonly filter: string;
};

export const DEFAULT_CLIENTS_VIEW: ClientsView = {
  show: 'all',
  platform: false,
  workspaceIds: [],
  filter: '',
};

/** What is shown of all clients. */
export type ShownClients = {
  readonly apps: readonly MapApp[];
  readonly environments: readonly ClientPlace[];
  readonly groups: readonly MatrixGroup<ClientPlace>[];
};

const WANTED: Readonly<Record<ClientsView['show'], (cell: MapCell) => boolean>> = {
  all: (cell) => 'row' in cell,
  problems: isProblem,
  attention: ({ kind }) => kind === 'attention' || kind === 'soft-deleted',
  administrators: ({ kind }) => kind === 'administrator',
  unread: ({ kind }) => kind === 'unknown',
};

const day = (moment: string): string => formatMoment(moment, 'date');

/** How old what is shown of a workspace is, and how much of it was never read. */
const noteOf = (places: readonly ClientPlace[]): string => {
  const read = places.flatMap(({ asOf }) => asOf ?? []).toSorted();
  const [oldest, newest] = [read[0], read.at(-1)];
  const age =
    oldest === undefined || newest === undefined
      ? []
      : [day(oldest) === day(newest) ? TEXTS.asOf(day(oldest)) : TEXTS.between(day(oldest), day(newest))];
  const unread = places.length - read.length;
  return [...age, ...(unread === 0 ? [] : [TEXTS.unread(unread, places.length)])].join(' · ');
};

/** The apps and environments that the view lets through, by workspace in the order of workspaces. */
export const shownClients = (
  { map, workspaces }: Omit<ClientsMap, 'neverRead'>,
  view: ClientsView,
): ShownClients => {
  const wantedApps = map.apps.filter(({ platform }) => view.platform || !platform);
  const wantedPlaces = map.environments.filter(
    ({ workspace }) => view.workspaceIds.length === 0 || view.workspaceIds.includes(workspace.id),
  );
  const [namedApps, namedPlaces] = named(wantedApps, wantedPlaces, view.filter, ({ name, workspace }) => [
    name,
    workspace.name,
  ]);
  const wanted = WANTED[view.show];
  // An environment without any app says something too, unless an app was asked for by name.
  const appsNamed = namedApps.length < wantedApps.length;
  const environments =
    view.show === 'all' && !appsNamed
      ? namedPlaces
      : namedPlaces.filter(({ id }) => namedApps.some(({ clientId }) => wanted(map.cellOf(id, clientId))));
  const apps = namedApps.filter(({ clientId }) =>
    environments.some(({ id }) => wanted(map.cellOf(id, clientId))),
  );
  const byWorkspace = Map.groupBy(environments, ({ workspace }) => workspace.id);
  const whole = Map.groupBy(map.environments, ({ workspace }) => workspace.id);
  const groups = workspaces.flatMap((workspace) => {
    const rows = byWorkspace.get(workspace.id);
    return rows === undefined
      ? []
      : [
          {
            key: workspace.id,
            label: workspace.name,
            colour: WORKSPACE_TOKENS[workspace.colour],
            note: noteOf(whole.get(workspace.id) ?? rows),
            rows,
          },
        ];
  });
  return { apps, environments, groups };
};
