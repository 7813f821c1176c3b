import type { ReactElement } from 'react';
import { useEffect, useMemo, useState } from 'react';
import type { ExpiryRow } from '../../../preload/contract/expiry.ts';
import { localTimeZone } from '../../../preload/contract/words/expiry.ts';
import { EXPIRY_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { useAction, useCall, useKept } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import {
  Badge,
  Button,
  CalendarIcon,
  DataTable,
  EmptyState,
  ErrorPanel,
  ExpiryIcon,
  GroupedTable,
  Page,
  SidePanel,
  SnoozeIcon,
  useToasts,
  WorkspaceMenu,
} from '../../ui/index.ts';
import { ExpiryBanners } from './expiry-banners.tsx';
import { EXPIRY_COLUMNS } from './expiry-columns.tsx';
import { ExpiryPanel } from './expiry-panel.tsx';
import { ExpiryViewMenu } from './expiry-view-menu.tsx';
import { BY_APP, BY_WORKSPACE, GROUP_SUMMARIES } from './group-summaries.tsx';
import type { ExpiryView, JudgedRow } from './judged-rows.ts';
import { DEFAULT_VIEW, inWorkspaces, judgedRows, perWorkspace, viewedRows, WINDOWS } from './judged-rows.ts';
import { lastMonth, readMonth, timelineOf } from './months.ts';
import { SnoozeForm } from './snooze-form.tsx';
import { longMonth, Timeline } from './timeline.tsx';
import { useExpiry } from './use-expiry.ts';

const NO_WORKSPACES: readonly Workspace[] = [];
const BY_DAYS = { column: 'days', descending: false } as const;
const keyOf = ({ line }: JudgedRow): string => line;
/** The contract's limit of expiry.saveCalendar. */
const MOST_ENTRIES = 10_000;

/** When the credentials of every app end, over all workspaces; read-only. */
export const ExpiryScreen = (): ReactElement => {
  const stream = useExpiry();
  const list = useCall('workspaces.list', {});
  const workspaces = list.data?.workspaces ?? NO_WORKSPACES;
  const [params, change] = usePlaceParams();
  const toasts = useToasts();
  const calendar = useAction('expiry.saveCalendar');
  const [keptView, keepView] = useKept<ExpiryView>(['all', 'expiry', 'view'], DEFAULT_VIEW);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [snoozing, setSnoozing] = useState<readonly ExpiryRow[] | null>(null);
  const [now] = useState(() => Date.now());
  const [timeZone] = useState(localTimeZone);

  const { ask } = stream;
  const idle = stream.state === 'idle';
  useEffect(() => {
    if (idle) ask('all');
  }, [ask, idle]);

  // What another page asked for stands in the address and goes before what was looked at last.
  const asked = WINDOWS.find((window) => window === params['window']);
  const only = workspaces.find(({ id }) => id === params['workspace']);
  const view = useMemo(
    (): ExpiryView => ({
      ...keptView,
      ...(asked === undefined ? {} : { window: asked }),
      ...(only === undefined ? {} : { workspaceIds: [only.id] }),
    }),
    [asked, keptView, only],
  );
  const setView = (next: ExpiryView) => {
    if (params['window'] !== undefined || params['workspace'] !== undefined)
      change({ window: null, workspace: null }, { replace: true });
    keepView(() => next);
  };
  const month = readMonth(params['month']);

  const all = useMemo(
    () => judgedRows([...stream.data.apps.values()].flat(), workspaces, now, timeZone),
    [now, stream.data.apps, timeZone, workspaces],
  );
  const here = useMemo(() => inWorkspaces(all, view), [all, view]);
  const months = useMemo(() => timelineOf(here, now, timeZone), [here, now, timeZone]);
  const shown = useMemo(() => {
    const viewed = viewedRows(here, view, month, now, timeZone);
    return view.group === 'workspace' ? perWorkspace(viewed, view) : viewed;
  }, [here, month, now, timeZone, view]);
  const open = all.find(({ row }) => row.id === params['credential']);

  const readAgain = () => ask([]);
  const save = async (rows: readonly JudgedRow[]) => {
    const ids = [...new Set(rows.map(({ row }) => row.id))].slice(0, MOST_ENTRIES);
    const result = await calendar.run({ ids });
    if (!result.ok) toasts.failure(result.error);
    else if (result.value.entries === 0) toasts.info(TEXTS.calendar.none);
    else if (result.value.saved)
      toasts.success(TEXTS.calendar.savedTitle, TEXTS.calendar.saved(result.value.entries));
  };
  const toolbar = (chosen: readonly JudgedRow[]) => (
    <>
      {chosen.length === 0 ? null : (
        <Button icon={<SnoozeIcon />} onClick={() => setSnoozing(chosen.map(({ row }) => row))}>
          {TEXTS.snooze.action}
        </Button>
      )}
      {shown.length === 0 ? null : (
        <Button
          appearance="subtle"
          icon={<CalendarIcon />}
          disabled={calendar.busy}
          onClick={() => void save(chosen.length > 0 ? chosen : shown)}
        >
          {TEXTS.calendar.save}
        </Button>
      )}
    </>
  );
  const filters =
    all.length === 0 ? null : (
      <>
        {month === null ? null : (
          <Button appearance="subtle" title={TEXTS.view.clearMonth} onClick={() => change({ month: null })}>
            {month === 'later'
              ? TEXTS.view.afterMonth(longMonth(lastMonth(now, timeZone)))
              : TEXTS.view.inMonth(longMonth(month))}{' '}
            ×
          </Button>
        )}
        <WorkspaceMenu
          workspaces={workspaces}
          chosen={view.workspaceIds}
          onChosen={(workspaceIds) => setView({ ...view, workspaceIds })}
        />
        <ExpiryViewMenu view={view} onView={setView} />
      </>
    );
  const shared = {
    label: TEXTS.table,
    columns: EXPIRY_COLUMNS,
    rows: shown,
    rowKey: keyOf,
    initialSort: BY_DAYS,
    onOpen: ({ row }: JudgedRow) => {
      setSnoozing(null);
      change({ credential: row.id });
    },
    openKey: open?.line ?? null,
    selected,
    onSelected: setSelected,
    toolbar,
    filters,
    loading: all.length === 0 && stream.running,
  };
  const details = (() => {
    if (snoozing !== null)
      return (
        <SidePanel title={TEXTS.snooze.title(snoozing.length)} onClose={() => setSnoozing(null)}>
          <SnoozeForm
            rows={snoozing}
            onCancel={() => setSnoozing(null)}
            onDone={() => {
              setSnoozing(null);
              setSelected(new Set());
              readAgain();
            }}
          />
        </SidePanel>
      );
    return open === undefined ? null : (
      <ExpiryPanel
        key={open.row.id}
        judged={open}
        onSnooze={() => setSnoozing([open.row])}
        onChanged={readAgain}
        onClose={() => change({ credential: null })}
      />
    );
  })();
  const showAll = () => {
    change({ month: null, window: null, workspace: null }, { replace: true });
    keepView(() => DEFAULT_VIEW);
  };
  const calm = view.window === 'attention' && here.length > 0;
  return (
    <Page
      title={TEXTS.title}
      purpose={TEXTS.purpose}
      asOf={stream.asOf}
      refreshing={stream.running}
      onRefresh={() => ask('all')}
      actions={
        <Badge appearance="outline" shape="rounded">
          {TEXTS.scope}
        </Badge>
      }
      banners={
        <>
          {list.error === null ? null : <ErrorPanel error={list.error} handlers={{ retry: list.refresh }} />}
          <ExpiryBanners stream={stream} workspaces={workspaces} />
        </>
      }
      details={details}
    >
      {all.length === 0 ? null : (
        <Timeline
          months={months}
          chosen={view.window === 'expired' ? 'expired' : month}
          onChosen={(chosen) => {
            if (chosen === 'expired' || view.window === 'expired')
              setView({ ...view, window: chosen === 'expired' ? 'expired' : 'all' });
            change({ month: chosen === 'expired' ? null : chosen }, { replace: true });
          }}
        />
      )}
      {view.group === 'none' || shown.length === 0 ? (
        <DataTable
          {...shared}
          empty={
            all.length === 0 ? (
              <EmptyState icon={ExpiryIcon} title={TEXTS.empty.title} text={TEXTS.empty.text} />
            ) : (
              <EmptyState
                icon={ExpiryIcon}
                title={calm ? TEXTS.empty.fineTitle : TEXTS.empty.noneTitle}
                text={calm ? TEXTS.empty.fineText : TEXTS.empty.noneText}
              >
                <Button onClick={showAll}>{TEXTS.empty.showAll}</Button>
              </EmptyState>
            )
          }
        />
      ) : (
        <GroupedTable
          {...shared}
          key={view.group}
          grouping={view.group === 'app' ? BY_APP : BY_WORKSPACE}
          summaries={GROUP_SUMMARIES}
        />
      )}
    </Page>
  );
};
