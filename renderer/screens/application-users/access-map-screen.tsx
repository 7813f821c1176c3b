import type { ReactElement } from 'react';
import { useMemo } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import {
  ALL_CLIENTS_TEXTS,
  APPLICATION_USERS_TEXTS,
  explain,
} from '../../../preload/contract/words/texts/en.ts';
import { useKept } from '../../bridge/index.ts';
import { userKey } from '../../inventory/index.ts';
import { useGo, usePlaceParams } from '../../places/index.ts';
import {
  Button,
  formatMoment,
  makeStyles,
  MatrixTable,
  mergeClasses,
  Page,
  PersonAddIcon,
  ProductionBadge,
  StatusBadge,
  TextWithMark,
  tokens,
} from '../../ui/index.ts';
import type { MapApp } from './access-map.ts';
import { accessMap, mapCounts } from './access-map.ts';
import { AppHead } from './app-head.tsx';
import { InventoryBanners } from './inventory-banners.tsx';
import { MapCellView } from './map-cell.tsx';
import { cellText } from './map-words.ts';
import { MapEmpty } from './map-empty.tsx';
import type { MapView } from './map-view.ts';
import { DEFAULT_MAP_VIEW, shownMap } from './map-view.ts';
import { MapViewMenu } from './map-view-menu.tsx';
import { useInventoryPage } from './use-inventory-page.ts';
import { UserDetails } from './user-details.tsx';

const TEXTS = APPLICATION_USERS_TEXTS.map;

const idOf = ({ id }: Environment): string => id;
const nameOf = ({ name }: Environment): string => name;
const clientIdOf = ({ clientId }: MapApp): string => clientId;
const appName = ({ name }: MapApp): string => name;

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, minWidth: 0 },
});

/** Which app may work where, and as what: every app against every environment of the workspace. */
export const AccessMapScreen = (): ReactElement => {
  const styles = useStyles();
  const go = useGo();
  const page = useInventoryPage();
  const { environments, inventory, list, rows, workspace } = page;
  const [params, change] = usePlaceParams();
  const [view, keepView] = useKept<MapView>([workspace.id, 'access-map', 'view'], DEFAULT_MAP_VIEW);
  const setView = (next: MapView) => keepView(() => next);

  const { data, running } = inventory;
  const map = useMemo(
    () => accessMap(rows, environments, data, running),
    [data, environments, rows, running],
  );
  const shown = useMemo(() => shownMap(map, view), [map, view]);
  const counts = useMemo(() => mapCounts(map, shown.apps, shown.environments), [map, shown]);
  const { cellOf, errorOf } = map;
  const exportText = useMemo(
    () => (environment: Environment, app: MapApp) => cellText(cellOf(environment.id, app.clientId)),
    [cellOf],
  );

  const opens = (environment: Environment, app: MapApp): (() => void) | null => {
    const cell = cellOf(environment.id, app.clientId);
    switch (cell.kind) {
      case 'healthy':
      case 'attention':
      case 'administrator':
      case 'soft-deleted':
        return () => change({ user: cell.row.key });
      case 'none':
        return workspace.readOnly || app.platform
          ? null
          : () =>
              go({
                page: 'application-users/new',
                workspaceId: workspace.id,
                params: { client: app.clientId, name: app.name, environments: environment.id },
              });
      case 'unknown':
      case 'unreachable':
        return () => inventory.read([environment.id]);
      case 'reading':
        return null;
    }
  };
  const hint = (environment: Environment, app: MapApp): string => {
    if (opens(environment, app) === null) return '';
    const { kind } = cellOf(environment.id, app.clientId);
    if (kind === 'none') return ` · ${TEXTS.give}`;
    return kind === 'unknown' || kind === 'unreachable' ? ` · ${TEXTS.read}` : '';
  };

  return (
    <Page
      title={TEXTS.title}
      purpose={TEXTS.purpose}
      asOf={inventory.asOf}
      refreshing={running}
      onRefresh={() => inventory.read(environments.map(({ id }) => id))}
      actions={
        <>
          <Button onClick={() => go({ page: 'application-users', workspaceId: workspace.id })}>
            {TEXTS.list}
          </Button>
          <Button onClick={() => go({ page: 'access-map' })}>{ALL_CLIENTS_TEXTS.scope}</Button>
          <Button
            appearance="primary"
            icon={<PersonAddIcon />}
            onClick={() =>
              go({ page: 'application-users/new', workspaceId: workspace.id, params: { begin: 'new' } })
            }
          >
            {APPLICATION_USERS_TEXTS.giveAccess}
          </Button>
        </>
      }
      banners={<InventoryBanners inventory={inventory} environments={environments} listError={list.error} />}
      details={<UserDetails shown={page} />}
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
        rowHead={(environment) => {
          const error = errorOf(environment.id);
          const answer = data.answers.get(environment.id);
          return (
            <>
              <TextWithMark
                text={environment.name}
                mark={environment.production ? <ProductionBadge /> : null}
              />
              {error !== null ? (
                <span className={styles.small} title={explain(error).title}>
                  <StatusBadge status="unreachable" word={explain(error).title} />
                </span>
              ) : answer?.state === 'known' && answer.asOf !== null ? (
                <span className={mergeClasses(styles.small, styles.quiet)}>
                  {TEXTS.from(formatMoment(answer.asOf))}
                </span>
              ) : null}
            </>
          );
        }}
        columnHead={(app) => <AppHead app={app} />}
        cell={(environment, app) => <MapCellView cell={cellOf(environment.id, app.clientId)} />}
        cellName={(environment, app) =>
          `${TEXTS.cell(app.name, environment.name)}: ${exportText(environment, app)}${hint(environment, app)}`
        }
        cellText={exportText}
        opens={opens}
        isOpen={(environment, app) => {
          const cell = cellOf(environment.id, app.clientId);
          return 'row' in cell && userKey(cell.row.user) === params['user'];
        }}
        all={environments.length}
        filter={view.filter}
        onFilter={(filter) => setView({ ...view, filter })}
        toolbar={<span>{TEXTS.counts(counts)}</span>}
        filters={environments.length === 0 ? null : <MapViewMenu view={view} onView={setView} />}
        loading={list.loading || !inventory.opened || (rows.length === 0 && running)}
        empty={
          list.error !== null ? null : (
            <MapEmpty
              hasEnvironments={environments.length > 0}
              hasUsers={rows.length > 0}
              neverRead={![...data.answers.values()].some(({ asOf }) => asOf !== null)}
              view={view}
              onView={setView}
              onRead={() => inventory.read(environments.map(({ id }) => id))}
              onGoToEnvironments={() => go({ page: 'environments', workspaceId: workspace.id })}
            />
          )
        }
      />
    </Page>
  );
};
