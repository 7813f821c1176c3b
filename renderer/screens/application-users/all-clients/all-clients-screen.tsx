import type { ReactElement } from 'react';
import { useDeferredValue, useEffect, useMemo } from 'react';
import {
  ALL_CLIENTS_TEXTS as TEXTS,
  APPLICATION_USERS_TEXTS,
} from '../../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../../preload/contract/workspaces.ts';
import { useCall, useKept } from '../../../bridge/index.ts';
import { userKey } from '../../../inventory/index.ts';
import { useGo } from '../../../places/index.ts';
import { Badge, ErrorPanel, MatrixTable, Page, WorkspaceMenu } from '../../../ui/index.ts';
import type { MapApp } from '../access-map.ts';
import { mapCounts } from '../access-map.ts';
import { AppHead } from '../app-head.tsx';
import { MapCellView } from '../map-cell.tsx';
import { cellText } from '../map-words.ts';
import { ClientsBanners } from './clients-banners.tsx';
import { ClientsEmpty } from './clients-empty.tsx';
import { clientsMap } from './clients-map.ts';
import type { ClientPlace } from './clients-map.ts';
import type { ClientsView } from './clients-view.ts';
import { DEFAULT_CLIENTS_VIEW, shownClients } from './clients-view.ts';
import { ClientsViewMenu } from './clients-view-menu.tsx';
import { PlaceHead } from './place-head.tsx';
import { useAllClients } from './use-all-clients.ts';

const NO_WORKSPACES: readonly Workspace[] = [];
const idOf = ({ id }: ClientPlace): string => id;
const nameOf = ({ name, workspace }: ClientPlace): string => TEXTS.of(workspace.name, name);
const clientIdOf = ({ clientId }: MapApp): string => clientId;
const appName = ({ name }: MapApp): string => name;
const rowHead = (place: ClientPlace) => <PlaceHead place={place} />;
const columnHead = (app: MapApp) => <AppHead app={app} />;
const never = (): boolean => false;

/** Which app may work where over all workspaces, as it was read last; read-only. */
export const AllClientsScreen = (): ReactElement => {
  const go = useGo();
  const list = useCall('workspaces.list', {});
  const workspaces = list.data?.workspaces ?? NO_WORKSPACES;
  const stream = useAllClients(workspaces.length);
  const [view, keepView] = useKept<ClientsView>(['all', 'access-map', 'view'], DEFAULT_CLIENTS_VIEW);
  const setView = (next: ClientsView) => keepView(() => next);

  // Each time the page is opened: a workspace may have been read meanwhile, and it costs no service anything.
  const { data, open } = stream;
  useEffect(() => open(), [open]);

  // Forty workspaces come within a moment: the map is drawn as often as there is time for it.
  const settled = useDeferredValue(data);
  const all = useMemo(() => clientsMap(settled, workspaces), [settled, workspaces]);
  const shown = useMemo(() => shownClients(all, view), [all, view]);
  const { cellOf } = all.map;
  const counts = useMemo(() => mapCounts(all.map, shown.apps, shown.environments), [all, shown]);
  const oldest = useMemo(() => all.map.environments.flatMap(({ asOf }) => asOf ?? []).toSorted()[0], [all]);
  const exportText = useMemo(
    () => (place: ClientPlace, app: MapApp) => cellText(cellOf(place.id, app.clientId)),
    [cellOf],
  );
  // The same functions as long as the map is the same: what is drawn of it stays while more comes.
  const cellView = useMemo(
    () => (place: ClientPlace, app: MapApp) => <MapCellView cell={cellOf(place.id, app.clientId)} />,
    [cellOf],
  );
  const cellName = useMemo(
    () => (place: ClientPlace, app: MapApp) =>
      `${APPLICATION_USERS_TEXTS.map.cell(app.name, nameOf(place))}: ${exportText(place, app)} · ${TEXTS.opens(place.workspace.name)}`,
    [exportText],
  );
  const opens = useMemo(
    () => (place: ClientPlace, app: MapApp) => () => {
      const cell = cellOf(place.id, app.clientId);
      const workspaceId = place.workspace.id;
      if ('row' in cell)
        go({ page: 'application-users', workspaceId, params: { user: userKey(cell.row.user) } });
      else go({ page: 'application-users/map', workspaceId });
    },
    [cellOf, go],
  );
  const loading = list.loading || stream.state === 'idle' || stream.running || settled !== data;
  const nothing = all.map.environments.length === 0;
  return (
    <Page
      title={TEXTS.title}
      purpose={TEXTS.purpose}
      {...(oldest === undefined ? {} : { asOf: new Date(oldest) })}
      refreshing={stream.running}
      onRefresh={open}
      actions={
        <Badge appearance="outline" shape="rounded">
          {TEXTS.scope}
        </Badge>
      }
      banners={
        <>
          {list.error === null ? null : <ErrorPanel error={list.error} handlers={{ retry: list.refresh }} />}
          <ClientsBanners stream={stream} workspaces={workspaces} neverRead={nothing ? [] : all.neverRead} />
        </>
      }
    >
      <MatrixTable
        label={TEXTS.title}
        corner={APPLICATION_USERS_TEXTS.columns.environment}
        groups={shown.groups}
        columns={shown.apps}
        rowKey={idOf}
        rowName={nameOf}
        columnKey={clientIdOf}
        columnName={appName}
        rowHead={rowHead}
        columnHead={columnHead}
        cell={cellView}
        cellName={cellName}
        cellText={exportText}
        opens={opens}
        isOpen={never}
        all={all.map.environments.length}
        filter={view.filter}
        onFilter={(filter) => setView({ ...view, filter })}
        toolbar={<span>{TEXTS.counts({ ...counts, clients: shown.groups.length })}</span>}
        filters={
          nothing ? null : (
            <>
              <WorkspaceMenu
                workspaces={workspaces}
                chosen={view.workspaceIds}
                onChosen={(workspaceIds) => setView({ ...view, workspaceIds })}
              />
              <ClientsViewMenu view={view} onView={setView} />
            </>
          )
        }
        loading={loading}
        empty={
          list.error !== null || stream.error !== null ? null : (
            <ClientsEmpty
              workspaces={workspaces}
              neverRead={all.neverRead}
              shut={[...data.values()].some(({ error }) => error !== null)}
              view={view}
              environments={all.map.environments.length}
              apps={all.map.apps.length}
              onShowAll={() => setView({ ...DEFAULT_CLIENTS_VIEW, platform: true })}
            />
          )
        }
      />
    </Page>
  );
};
