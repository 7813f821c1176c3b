import type { ReactElement } from 'react';
import type { ManagementApp } from '../../../../preload/contract/management-apps.ts';
import {
  APPLICATIONS_TEXTS,
  MANAGEMENT_APPS_TEXTS as TEXTS,
} from '../../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../../bridge/index.ts';
import { usePlaceParams } from '../../../places/index.ts';
import { ChangePanel } from '../../../plans/index.ts';
import {
  AddIcon,
  Button,
  DataTable,
  EmptyState,
  ErrorPanel,
  NoticeBar,
  Page,
  SecurityRolesIcon,
} from '../../../ui/index.ts';
import { ApplicationViews } from '../application-views.tsx';
import { DirectoryNotice } from './directory-notice.tsx';
import { MANAGEMENT_COLUMNS } from './management-columns.tsx';
import { RegisterPanel } from './register-panel.tsx';
import { ManagementPanel } from './management-panel.tsx';

const NO_APPS: readonly ManagementApp[] = [];

/** Apps that administer every environment of the tenant, which no admin center shows. */
export const ManagementView = (): ReactElement => {
  const workspace = useWorkspace();
  const list = useCall('managementApps.list', { workspaceId: workspace.id });
  const [params, change] = usePlaceParams();
  const apps = list.data?.apps ?? NO_APPS;
  const open = apps.find(({ clientId }) => clientId === params['row']);
  const close = () => change({ row: null, panel: null });
  // In either list: once it is carried out, the app has gone over to the other one, and the outcome is still to be read.
  const changing = params['panel'] === 'unregister' ? params['row'] : params['panel'];
  const wanted =
    params['panel'] === undefined
      ? undefined
      : [...apps, ...(list.data?.others ?? [])].find(({ clientId }) => clientId === changing);
  const details = (() => {
    if (wanted !== undefined) {
      const registered = params['panel'] !== 'unregister';
      return (
        <ChangePanel
          key={params['panel']}
          title={registered ? TEXTS.registerTitle : TEXTS.unregisterTitle}
          change={{ kind: 'set-management-application', clientId: wanted.clientId, registered }}
          onDone={list.refresh}
          onClose={close}
        />
      );
    }
    if (params['panel'] === 'register' && list.data !== undefined) {
      return (
        <RegisterPanel
          others={list.data.others}
          onChosen={(clientId) => change({ panel: clientId })}
          onClose={close}
        />
      );
    }
    return open === undefined ? null : (
      <ManagementPanel
        key={open.clientId}
        app={open}
        onUnregister={() => change({ panel: 'unregister' })}
        onClose={close}
      />
    );
  })();
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
          {list.data?.directory == null ? null : (
            <DirectoryNotice error={list.data.directory} onAgain={list.refresh} />
          )}
          <NoticeBar intent="info" title={TEXTS.meaning.title}>
            {` ${TEXTS.meaning.text} ${TEXTS.meaning.pac}`}
          </NoticeBar>
        </>
      }
      actions={
        <Button
          icon={<AddIcon />}
          disabled={list.data === undefined || workspace.readOnly}
          onClick={() => change({ panel: 'register', row: null })}
        >
          {TEXTS.register}
        </Button>
      }
      details={details}
    >
      <ApplicationViews />
      <DataTable
        label={TEXTS.table}
        columns={MANAGEMENT_COLUMNS}
        rows={apps}
        rowKey={(app) => app.clientId}
        initialSort={{ column: 'name', descending: false }}
        loading={list.loading}
        onOpen={(app) => change({ row: app.clientId, panel: null })}
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
