import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import type { ConsentRow } from '../../../../preload/contract/consent.ts';
import { APPLICATIONS_TEXTS, CONSENT_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../../bridge/index.ts';
import { useGo, usePlaceParams } from '../../../places/index.ts';
import { ChangePanel } from '../../../plans/index.ts';
import {
  ApplicationsIcon,
  Button,
  DataTable,
  EmptyState,
  ErrorPanel,
  LinkIcon,
  NoticeBar,
  Page,
  SidePanel,
  StreamBar,
} from '../../../ui/index.ts';
import { ApplicationViews } from '../application-views.tsx';
import { ChooseClient } from './choose-client.tsx';
import { CONSENT_COLUMNS, consentKey } from './consent-columns.tsx';
import { ConsentDetails } from './consent-details.tsx';
import { findRow } from './find-row.ts';
import { useConsentChecks } from './use-consent-checks.ts';

const TEXTS = CONSENT_TEXTS.page;
const NO_ROWS: readonly ConsentRow[] = [];

/** Apps and client tenants: who has let which app in. */
export const ConsentView = (): ReactElement => {
  const workspace = useWorkspace();
  const list = useCall('consent.list', { workspaceId: workspace.id });
  const [params, change] = usePlaceParams();
  const go = useGo();
  const checks = useConsentChecks(workspace.id, list.refresh);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { found, running } = checks;
  const listed = list.data?.rows ?? NO_ROWS;
  const rows = useMemo(
    () => (running ? listed.map((row) => found.get(consentKey(row)) ?? row) : listed),
    [found, listed, running],
  );
  const checkable = rows.filter(({ hasCredential, tenantId }) => hasCredential && tenantId !== null);
  const untold = running
    ? 0
    : [...found.values()].filter(({ state }) => state.checked?.verdict === 'unknown').length;
  const open = list.data === undefined ? undefined : findRow(list.data, params['row']);
  const here = listed.length > 0 && listed.every(({ workspaceId }) => workspaceId === workspace.id);
  const alone = here && listed.every(({ home }) => home);
  const askable = list.data?.clients.some(({ workspaceId }) => workspaceId !== workspace.id) === true;
  const close = () => change({ row: null, panel: null, ask: null });

  const details =
    params['panel'] === 'create' && open?.workspaceId === workspace.id ? (
      <ChangePanel
        key={consentKey(open)}
        title={CONSENT_TEXTS.createNow}
        change={{ kind: 'create-service-principal', clientId: open.clientId }}
        onDone={() => checks.start([open])}
        onBack={() => change({ panel: null })}
        onClose={close}
      />
    ) : params['panel'] === 'ask' && list.data !== undefined && listed.length > 0 ? (
      <SidePanel title={CONSENT_TEXTS.choose.title} subtitle={CONSENT_TEXTS.choose.subtitle} onClose={close}>
        <ChooseClient
          list={list.data}
          onChosen={(row) => change({ panel: null, row: consentKey(row), ask: '1' })}
          onNewClient={() => go({ page: 'workspaces/new' })}
        />
      </SidePanel>
    ) : open === undefined ? null : (
      <SidePanel
        key={consentKey(open)}
        title={open.appName}
        subtitle={`${CONSENT_TEXTS.tab}: ${open.workspaceName}`}
        onClose={close}
      >
        <ConsentDetails row={open} asking={params['ask'] !== undefined} onChanged={list.refresh} />
      </SidePanel>
    );
  return (
    <Page
      title={APPLICATIONS_TEXTS.title}
      purpose={TEXTS.purpose}
      asOf={list.asOf}
      refreshing={list.refreshing}
      onRefresh={list.refresh}
      actions={
        <Button
          appearance="primary"
          icon={<LinkIcon />}
          disabled={rows.length === 0}
          onClick={() => change({ panel: 'ask', row: null, ask: null })}
        >
          {TEXTS.ask}
        </Button>
      }
      banners={
        <>
          {list.error !== null && list.data !== undefined ? <ErrorPanel error={list.error} /> : null}
          {running ? (
            <StreamBar
              label={TEXTS.progress(found.size, checks.of)}
              done={found.size}
              total={checks.of}
              onCancel={checks.cancel}
            />
          ) : null}
          {checks.cancelled ? (
            <NoticeBar intent="info" title={TEXTS.cancelled(found.size, checks.of)} />
          ) : null}
          {untold > 0 ? <NoticeBar intent="warning" title={TEXTS.incomplete(untold)} /> : null}
          {alone && askable ? (
            <NoticeBar intent="info" title={TEXTS.noneAsked} />
          ) : alone ? (
            <NoticeBar
              intent="info"
              title={TEXTS.noClients}
              actions={<Button onClick={() => go({ page: 'workspaces/new' })}>{TEXTS.addClient}</Button>}
            />
          ) : here ? (
            <NoticeBar intent="info" title={TEXTS.onlyHere} />
          ) : null}
        </>
      }
      details={details}
    >
      <ApplicationViews />
      <DataTable
        label={TEXTS.table}
        columns={CONSENT_COLUMNS}
        rows={rows}
        rowKey={consentKey}
        initialSort={{ column: 'app', descending: false }}
        loading={list.loading}
        onOpen={(row) => change({ row: consentKey(row), panel: null, ask: null })}
        openKey={open === undefined ? null : consentKey(open)}
        selected={selected}
        onSelected={setSelected}
        toolbar={(chosen) =>
          rows.length === 0 ? null : (
            <Button
              disabled={running || checkable.length === 0}
              onClick={() =>
                checks.start(
                  chosen.length === 0 ? checkable : checkable.filter((row) => chosen.includes(row)),
                )
              }
            >
              {chosen.length === 0 ? TEXTS.check : TEXTS.checkChosen(chosen.length)}
            </Button>
          )
        }
        empty={
          list.error !== null ? (
            <ErrorPanel error={list.error} handlers={{ retry: list.refresh }} />
          ) : (
            <EmptyState icon={ApplicationsIcon} title={TEXTS.emptyTitle} text={TEXTS.emptyText}>
              <Button
                appearance="primary"
                onClick={() => go({ page: 'applications', workspaceId: workspace.id })}
              >
                {TEXTS.goToApps}
              </Button>
            </EmptyState>
          )
        }
      />
    </Page>
  );
};
