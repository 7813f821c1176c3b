import type { ReactElement } from 'react';
import type { ManagementApp } from '../../../../preload/contract/management-apps.ts';
import {
  APPLICATIONS_TEXTS,
  MANAGEMENT_APPS_TEXTS as TEXTS,
} from '../../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../../bridge/index.ts';
import { usePlaceParams } from '../../../places/index.ts';
import { DataTable, EmptyState, ErrorPanel, NoticeBar, Page, SecurityRolesIcon } from '../../../ui/index.ts';
import { ApplicationViews } from '../application-views.tsx';
import { MANAGEMENT_COLUMNS } from './management-columns.tsx';
import { ManagementPanel } from './management-panel.tsx';

const NO_APPS: readonly ManagementApp[] = [];

/** Apps that administer every environment of the tenant, which no admin center shows. */
export const ManagementView = (): ReactElement => {
  const workspace = useWorkspace();
  const list = useCall('managementApps.list', { workspaceId: workspace.id });
  const [params, change] = usePlaceParams();
  const apps = list.data?.apps ?? NO_APPS;
  const open = apps.find(({ clientId }) => clientId === params['row']);
  return (
    <Page
      title={APPLICATIONS_TEXTS.title}
      purpose={TEXTS.purpose}
      asOf={list.asOf}
      refreshing={list.refreshing}
      onRefresh={list.refresh}
      banners={
        <>
          {list.error !== null && list.data !== undefined ? <ErrorPanel error={list.error} /> : null}
          <NoticeBar intent="info" title={TEXTS.meaning.title}>
            {` ${TEXTS.meaning.text} ${TEXTS.meaning.pac}`}
          </NoticeBar>
        </>
      }
      details={
        open === undefined ? null : (
          <ManagementPanel key={open.clientId} app={open} onClose={() => change({ row: null })} />
        )
      }
    >
      <ApplicationViews />
      <DataTable
        label={TEXTS.table}
        columns={MANAGEMENT_COLUMNS}
        rows={apps}
        rowKey={(app) => app.clientId}
        initialSort={{ column: 'name', descending: false }}
        loading={list.loading}
        onOpen={(app) => change({ row: app.clientId })}
        openKey={open?.clientId ?? null}
        empty={
          list.error !== null ? (
            <ErrorPanel error={list.error} handlers={{ retry: list.refresh }} />
          ) : (
            <EmptyState icon={SecurityRolesIcon} title={TEXTS.noneTitle} text={TEXTS.noneText} />
          )
        }
      />
    </Page>
  );
};
