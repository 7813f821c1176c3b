import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { WORKSPACES_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall } from '../../bridge/index.ts';
import { useGo, usePlaceParams } from '../../places/index.ts';
import { AddIcon, Button, DataTable, EmptyState, ErrorPanel, Page, WorkspacesIcon } from '../../ui/index.ts';
import { workspaceColumns } from './workspace-columns.tsx';
import { WorkspacePanel } from './workspace-panel.tsx';
import type { WorkspaceRow } from './workspace-row.ts';
import { workspaceRows } from './workspace-row.ts';

const TEXTS = WORKSPACES_TEXTS.overview;
const keyOf = (row: WorkspaceRow): string => row.workspace.id;

/** All workspaces side by side: whose they are, who is signed in, and how much is in them. */
export const WorkspacesScreen = (): ReactElement => {
  const go = useGo();
  const [params, change] = usePlaceParams();
  const list = useCall('workspaces.list', {});
  const overview = useCall('workspaces.overview', {});
  const clouds = useCall('clouds.list', {}).data?.clouds;
  const rows = useMemo(
    () => workspaceRows(list.data?.workspaces ?? [], overview.data?.workspaces ?? [], clouds ?? []),
    [clouds, list.data, overview.data],
  );
  const columns = useMemo(() => workspaceColumns(), []);
  const open = rows.find((row) => row.workspace.id === params['workspace']) ?? null;
  return (
    <Page
      title={TEXTS.title}
      purpose={TEXTS.purpose}
      asOf={overview.asOf}
      refreshing={overview.refreshing}
      onRefresh={() => {
        list.refresh();
        overview.refresh();
      }}
      actions={
        <Button appearance="primary" icon={<AddIcon />} onClick={() => go({ page: 'workspaces/new' })}>
          {TEXTS.add}
        </Button>
      }
      banners={
        overview.error === null ? null : (
          <ErrorPanel error={overview.error} handlers={{ retry: overview.refresh }} />
        )
      }
      details={
        open === null ? null : (
          <WorkspacePanel
            key={open.workspace.id}
            row={open}
            rows={rows}
            onClose={() => change({ workspace: null })}
          />
        )
      }
    >
      <DataTable
        label={TEXTS.title}
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        onOpen={(row) => change({ workspace: row.workspace.id })}
        openKey={open?.workspace.id ?? null}
        loading={list.loading}
        empty={
          list.error === null ? (
            <EmptyState icon={WorkspacesIcon} title={TEXTS.emptyTitle} text={TEXTS.emptyText}>
              <Button appearance="primary" onClick={() => go({ page: 'workspaces/new' })}>
                {TEXTS.add}
              </Button>
              <Button onClick={() => go({ page: 'start' })}>{TEXTS.demo}</Button>
            </EmptyState>
          ) : (
            <ErrorPanel error={list.error} handlers={{ retry: list.refresh }} />
          )
        }
      />
    </Page>
  );
};
