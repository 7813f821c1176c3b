import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import { desiredStates } from '../../../preload/contract/words/drift-to-desired.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { BASELINE_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction, useCall, useWorkspace } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import { ChangePanel } from '../../plans/index.ts';
import {
  BaselineIcon,
  Button,
  ConfirmDialog,
  EmptyState,
  ErrorPanel,
  Inline,
  makeStyles,
  MoreActions,
  NoticeBar,
  Page,
  Skeleton,
  SkeletonItem,
  Tab,
  TabList,
  tokens,
  useToasts,
} from '../../ui/index.ts';
import { BaselineBanners } from './baseline-banners.tsx';
import { DocumentView } from './document-view.tsx';
import type { DriftRow } from './drift-rows.ts';
import { DriftView } from './drift-view.tsx';
import { ExportMenu } from './export-menu.tsx';
import { useBaseline } from './use-baseline.ts';
import { useWriting } from './use-writing.ts';
import { WriteControls } from './write-controls.tsx';
import { WritingBanners } from './writing-banners.tsx';

const NO_ENVIRONMENTS: readonly Environment[] = [];

const useStyles = makeStyles({
  tabs: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`, paddingBottom: tokens.spacingVerticalS },
  bar: { paddingBottom: tokens.spacingVerticalS },
});

/** Environments that a plan was made for. */
const touchedBy = (rows: readonly DriftRow[]): readonly EnvironmentId[] => [
  ...new Set(rows.flatMap(({ environmentId }) => environmentId ?? [])),
];

/** What shall be true of apps in environments: the text that says it, and where it is not so. */
export const BaselineScreen = (): ReactElement => {
  const styles = useStyles();
  const workspace = useWorkspace();
  const workspaceId = workspace.id;
  const toasts = useToasts();
  const [params, change] = usePlaceParams();
  const list = useCall('environments.list', { workspaceId });
  const environments = list.data?.environments ?? NO_ENVIRONMENTS;
  const vault = useCall('vault.status', {}).data;
  const baseline = useBaseline(workspaceId);
  const writing = useWriting(workspaceId, environments.length);
  const forget = useAction('baseline.forget', { invalidates: ['baseline.get'] });
  const [planning, setPlanning] = useState<readonly DriftRow[] | null>(null);
  const [removing, setRemoving] = useState(false);
  const { asOf, call, compare, comparing, kept } = baseline;
  const { draft } = writing;

  const view = kept === null || params['view'] === 'document' ? 'document' : 'drift';
  const remove = async () => {
    setRemoving(false);
    const result = await forget.run({ workspaceId });
    if (!result.ok) toasts.failure(result.error);
    else {
      writing.setDraft(null);
      toasts.success(TEXTS.removed);
    }
  };
  const content = (() => {
    if (call.error !== null && call.data === undefined)
      return <ErrorPanel error={call.error} handlers={{ retry: call.refresh }} />;
    if (call.data === undefined) {
      return (
        <Skeleton aria-hidden>
          <SkeletonItem size={36} />
        </Skeleton>
      );
    }
    if (kept === null && draft === null) {
      return (
        <EmptyState icon={BaselineIcon} title={TEXTS.emptyTitle} text={TEXTS.emptyText}>
          <WriteControls environments={environments} writing={writing} first />
        </EmptyState>
      );
    }
    return (
      <>
        {kept === null ? null : (
          <TabList
            className={styles.tabs}
            aria-label={TEXTS.tabs.label}
            selectedValue={view}
            onTabSelect={(_event, data) =>
              change({ view: data.value === 'document' ? 'document' : null }, { replace: true })
            }
          >
            <Tab value="drift">{TEXTS.tabs.drift}</Tab>
            <Tab value="document">{TEXTS.tabs.document}</Tab>
          </TabList>
        )}
        {view === 'document' ? (
          <>
            <Inline wrap className={styles.bar}>
              <WriteControls environments={environments} writing={writing} first={false} />
            </Inline>
            <DocumentView workspaceId={workspaceId} kept={kept} draft={draft} onDraft={writing.setDraft} />
          </>
        ) : (
          <DriftView baseline={baseline} onPlan={setPlanning} />
        )}
      </>
    );
  })();
  return (
    <Page
      title={TEXTS.title}
      purpose={TEXTS.purpose}
      {...(kept === null ? {} : { asOf, refreshing: comparing.running })}
      actions={
        kept === null ? null : (
          <>
            <ExportMenu workspaceId={workspaceId} kept={kept} />
            <MoreActions actions={[{ label: TEXTS.remove, run: () => setRemoving(true) }]} />
            <Button appearance="primary" disabled={comparing.running} onClick={() => compare([])}>
              {TEXTS.compare}
            </Button>
          </>
        )
      }
      banners={
        <>
          {kept !== null && (view === 'drift' || comparing.running) ? (
            <BaselineBanners baseline={baseline} />
          ) : null}
          {kept !== null && vault?.keeps === 'session' ? (
            <NoticeBar intent="warning" title={TEXTS.sessionOnly}>
              {TEXTS.sessionOnlyText}
            </NoticeBar>
          ) : null}
          <WritingBanners writing={writing} environments={environments} />
        </>
      }
      details={
        planning === null ? null : (
          <ChangePanel
            title={TEXTS.planTitle}
            change={{ kind: 'users', desired: desiredStates(planning) }}
            onDone={() => compare(touchedBy(planning))}
            onClose={() => setPlanning(null)}
          />
        )
      }
    >
      {content}
      {removing ? (
        <ConfirmDialog
          title={TEXTS.removeTitle}
          confirmLabel={TEXTS.removeConfirm}
          typed={[]}
          onConfirm={() => void remove()}
          onCancel={() => setRemoving(false)}
        >
          {TEXTS.removeText}
        </ConfirmDialog>
      ) : null}
    </Page>
  );
};
