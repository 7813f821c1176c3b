import type { ReactElement } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { APPLICATION_USERS_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useKept } from '../../bridge/index.ts';
import { useGo, usePlaceParams } from '../../places/index.ts';
import {
  AccessMapIcon,
  Button,
  DataTable,
  EnvironmentMenu,
  GroupedTable,
  Page,
  PersonAddIcon,
} from '../../ui/index.ts';
import { InventoryBanners } from './inventory-banners.tsx';
import { InventoryEmpty } from './inventory-empty.tsx';
import { DifferencesNotice, hasDifferences } from './differences-notice.tsx';
import { GROUP_SUMMARIES } from './group-summaries.tsx';
import { useBeginChange } from './use-begin-change.ts';
import { useInventoryPage } from './use-inventory-page.ts';
import { useWizardDraft } from './use-wizard-draft.ts';
import { CHANGED_COLUMNS, USER_COLUMNS } from './user-columns.tsx';
import { GROUPINGS } from './user-groups.ts';
import { UserDetails } from './user-details.tsx';
import type { UserRow, UserView } from './user-rows.ts';
import { CONCERNS, DEFAULT_VIEW, viewedRows } from './user-rows.ts';
import { UserToolbar } from './user-toolbar.tsx';
import { UserViewMenu } from './user-view-menu.tsx';

const keyOf = (row: UserRow): string => row.key;
const BY_NAME = { column: 'app', descending: false } as const;

/** Every application user of a workspace, over all of its environments. */
export const ApplicationUsersScreen = (): ReactElement => {
  const go = useGo();
  const [params, change] = usePlaceParams();
  const page = useInventoryPage();
  const { differences, environments, inventory, list, rows, workspace } = page;
  const [keptView, keepView] = useKept<UserView>([workspace.id, 'application-users', 'view'], DEFAULT_VIEW);
  const [draft] = useWizardDraft(workspace.id);
  const begin = useBeginChange(workspace.id);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());

  const only = environments.find(({ id }) => id === params['environment']);
  const view = useMemo(
    (): UserView => (only === undefined ? keptView : { ...keptView, environmentIds: [only.id] }),
    [keptView, only],
  );
  const { concern: wished } = params;
  useEffect(() => {
    const concern = CONCERNS.find((each) => each === wished);
    if (wished === undefined) return;
    change({ concern: null }, { replace: true });
    if (concern !== undefined) keepView((before) => ({ ...before, concern, environmentIds: [] }));
  }, [change, keepView, wished]);
  const setView = (next: UserView) => {
    if (params['environment'] !== undefined) change({ environment: null }, { replace: true });
    keepView(() => next);
  };
  const asked = useMemo(
    () =>
      view.environmentIds.length === 0
        ? environments.map(({ id }) => id)
        : environments.filter(({ id }) => view.environmentIds.includes(id)).map(({ id }) => id),
    [environments, view.environmentIds],
  );
  const shown = useMemo(() => viewedRows(rows, view), [rows, view]);
  const { user: openKey = null } = params;
  const loading = list.loading || !inventory.opened || (shown.length === 0 && inventory.running);

  const toolbar = (chosen: readonly UserRow[]) => (
    <UserToolbar chosen={chosen} readOnly={workspace.readOnly} onChange={begin} />
  );
  const filters =
    environments.length === 0 ? null : (
      <>
        <EnvironmentMenu
          label={TEXTS.view.environments}
          environments={environments}
          chosen={new Set(view.environmentIds)}
          onChosen={(chosen) => setView({ ...view, environmentIds: [...chosen] })}
          noneIsAll
        />
        <UserViewMenu view={view} since={differences.since} onView={setView} />
      </>
    );
  const shared = {
    label: TEXTS.table,
    columns: view.concern === 'changed' ? CHANGED_COLUMNS : USER_COLUMNS,
    rows: shown,
    rowKey: keyOf,
    initialSort: BY_NAME,
    onOpen: (row: UserRow) => change({ user: row.key }),
    openKey,
    selected,
    onSelected: setSelected,
    toolbar,
    filters,
    loading,
  };
  const begun = draft.intent !== 'give-access' || draft.clientId !== null || draft.environmentIds.length > 0;
  return (
    <Page
      title={TEXTS.title}
      purpose={TEXTS.purpose}
      asOf={inventory.asOf}
      refreshing={inventory.running}
      onRefresh={() => inventory.read(asked)}
      actions={
        <>
          {begun ? (
            <Button onClick={() => go({ page: 'application-users/new', workspaceId: workspace.id })}>
              {TEXTS.resume}
            </Button>
          ) : null}
          <Button
            icon={<AccessMapIcon />}
            onClick={() => go({ page: 'application-users/map', workspaceId: workspace.id })}
          >
            {TEXTS.map.title}
          </Button>
          <Button
            appearance="primary"
            icon={<PersonAddIcon />}
            onClick={() =>
              go({ page: 'application-users/new', workspaceId: workspace.id, params: { begin: 'new' } })
            }
          >
            {TEXTS.giveAccess}
          </Button>
        </>
      }
      banners={
        <InventoryBanners
          inventory={inventory}
          environments={environments}
          listError={list.error}
          note={
            hasDifferences(differences) ? (
              <DifferencesNotice
                differences={differences}
                {...(view.concern === 'changed'
                  ? {}
                  : { onShow: () => setView({ ...view, concern: 'changed', environmentIds: [] }) })}
              />
            ) : null
          }
        />
      }
      details={<UserDetails shown={page} />}
    >
      {view.group === 'none' || shown.length === 0 ? (
        <DataTable
          {...shared}
          key={view.concern === 'changed' ? 'changed' : 'all'}
          empty={
            list.error !== null ? null : (
              <InventoryEmpty
                rows={rows}
                view={view}
                hasEnvironments={environments.length > 0}
                neverRead={![...inventory.data.answers.values()].some(({ asOf }) => asOf !== null)}
                onView={setView}
                onRead={() => inventory.read(asked)}
                onGoToEnvironments={() => go({ page: 'environments', workspaceId: workspace.id })}
              />
            )
          }
        />
      ) : (
        <GroupedTable
          {...shared}
          key={view.group}
          grouping={GROUPINGS[view.group]}
          summaries={GROUP_SUMMARIES}
        />
      )}
    </Page>
  );
};
