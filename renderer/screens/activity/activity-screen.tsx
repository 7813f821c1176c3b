import type { ReactElement } from 'react';
import { parseOperationId } from '../../../preload/contract/words/ids.ts';
import { ACTIVITY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import {
  ActivityIcon,
  Button,
  DataTable,
  EmptyState,
  ErrorPanel,
  makeStyles,
  Page,
  Tab,
  TabList,
  tokens,
} from '../../ui/index.ts';
import { ENTRY_COLUMNS, OPERATION_COLUMNS } from './activity-columns.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { ExportJournal } from './export-journal.tsx';
import { IntegrityBadge } from './integrity-badge.tsx';
import { OperationPanel } from './operation-panel.tsx';
import { useActivity } from './use-activity.ts';

const useStyles = makeStyles({
  tabs: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`, paddingBottom: tokens.spacingVerticalS },
});

/** What was done from this workspace: single entries of the journal, or whole operations. */
export const ActivityScreen = (): ReactElement => {
  const styles = useStyles();
  const workspace = useWorkspace();
  const [params, change] = usePlaceParams();
  const activity = useActivity(workspace.id);
  const operations = useCall('fleet.operations', { workspaceId: workspace.id });
  const view = params['view'] === 'operations' ? 'operations' : 'entries';
  const operationId = parseOperationId(params['operation'] ?? '');
  const entry = activity.entries.find(({ seq }) => String(seq) === params['entry']) ?? null;

  const details =
    operationId !== null ? (
      <OperationPanel
        key={operationId}
        workspaceId={workspace.id}
        operationId={operationId}
        onClose={() => change({ operation: null })}
      />
    ) : entry !== null ? (
      <EntryPanel entry={entry} onClose={() => change({ entry: null })} />
    ) : null;
  const failure = view === 'entries' ? activity.error : operations.error;
  return (
    <Page
      title={ACTIVITY_TEXTS.title}
      purpose={ACTIVITY_TEXTS.purpose}
      asOf={activity.asOf}
      refreshing={activity.refreshing || operations.refreshing}
      onRefresh={() => {
        activity.refresh();
        operations.refresh();
      }}
      actions={
        <>
          {activity.integrity === null ? null : <IntegrityBadge integrity={activity.integrity} />}
          <ExportJournal workspaceId={workspace.id} />
        </>
      }
      details={details}
    >
      <TabList
        className={styles.tabs}
        aria-label={ACTIVITY_TEXTS.views}
        selectedValue={view}
        onTabSelect={(_event, data) =>
          change(
            { view: data.value === 'operations' ? 'operations' : null, operation: null, entry: null },
            { replace: true },
          )
        }
      >
        <Tab value="entries">{ACTIVITY_TEXTS.entries}</Tab>
        <Tab value="operations">{ACTIVITY_TEXTS.operations}</Tab>
      </TabList>
      {view === 'entries' ? (
        <DataTable
          key="entries"
          label={ACTIVITY_TEXTS.table}
          columns={ENTRY_COLUMNS}
          rows={activity.entries}
          rowKey={(each) => String(each.seq)}
          loading={activity.loading}
          onOpen={(each) => change({ entry: String(each.seq), operation: null })}
          openKey={entry === null ? null : String(entry.seq)}
          toolbar={() =>
            activity.more ? (
              <Button
                appearance="subtle"
                disabledFocusable={activity.loadingMore}
                onClick={activity.loadMore}
              >
                {activity.loadingMore ? ACTIVITY_TEXTS.loadingMore : ACTIVITY_TEXTS.more}
              </Button>
            ) : null
          }
          empty={
            failure === null ? (
              <EmptyState
                icon={ActivityIcon}
                title={ACTIVITY_TEXTS.emptyTitle}
                text={ACTIVITY_TEXTS.emptyText}
              />
            ) : (
              <ErrorPanel error={failure} handlers={{ retry: activity.refresh }} />
            )
          }
        />
      ) : (
        <DataTable
          key="operations"
          label={ACTIVITY_TEXTS.operationsTable}
          columns={OPERATION_COLUMNS}
          rows={operations.data?.operations ?? NO_OPERATIONS}
          rowKey={(each) => each.id}
          initialSort={{ column: 'startedAt', descending: true }}
          loading={operations.loading}
          onOpen={(each) => change({ operation: each.id, entry: null })}
          openKey={operationId}
          empty={
            failure === null ? (
              <EmptyState
                icon={ActivityIcon}
                title={ACTIVITY_TEXTS.noOperationsTitle}
                text={ACTIVITY_TEXTS.noOperationsText}
              />
            ) : (
              <ErrorPanel error={failure} handlers={{ retry: operations.refresh }} />
            )
          }
        />
      )}
    </Page>
  );
};

const NO_OPERATIONS: NonNullable<ReturnType<typeof useCall<'fleet.operations'>>['data']>['operations'] = [];
