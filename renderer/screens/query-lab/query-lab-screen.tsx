import type { ReactElement } from 'react';
import { useCallback, useMemo, useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { InputOf } from '../../../preload/contract/index.ts';
import type { HistoryEntry } from '../../../preload/contract/query-history.ts';
import type { CredentialId, EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { fillProblemText, QUERY_LAB_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import {
  EmptyState,
  ErrorPanel,
  makeStyles,
  NoticeBar,
  Page,
  QueryIcon,
  Tab,
  TabList,
  tokens,
} from '../../ui/index.ts';
import { BuilderPanel } from './builder/builder-panel.tsx';
import { CompareRows } from './compare-rows.tsx';
import { EnvironmentRuns } from './environment-runs.tsx';
import { askedQuery, valuesOf } from './asked-query.ts';
import { useQuerySchema } from './editor/use-query-schema.ts';
import { ImpersonationPanel } from './impersonation/impersonation-panel.tsx';
import { ExportPanel } from './export-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { NothingToAsk } from './nothing-to-ask.tsx';
import { QueryActions } from './query-actions.tsx';
import { QueryBar } from './query-bar.tsx';
import type { QueryDraft } from './query-draft.ts';
import { typed, useQueryDraft } from './query-draft.ts';
import { QueryEditor } from './query-editor.tsx';
import { RecordPanel } from './record-panel.tsx';
import { WritePanel } from './write/write-panel.tsx';
import { ResultTable } from './result-table.tsx';
import { RunBanners } from './run-banners.tsx';
import { RunDetails } from './run-details.tsx';
import { draftQuery, isChanged, openedDraft } from './saved/draft-query.ts';
import { SavedPanel } from './saved/saved-panel.tsx';
import { useSavedQueries } from './saved/use-saved-queries.ts';
import { useHiddenColumns } from './use-hidden-columns.ts';
import { useQueryRun } from './use-query-run.ts';
import type { ResultRow } from './use-result-source.ts';

const NO_ENVIRONMENTS: readonly Environment[] = [];
const NO_PROFILES: readonly AppProfile[] = [];

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', flexShrink: 0, gap: tokens.spacingVerticalS },
  banners: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
    ':empty': { display: 'none' },
  },
  tabs: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  result: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: '240px',
    marginTop: tokens.spacingVerticalS,
  },
});

type Details =
  | { readonly kind: 'history' }
  | { readonly kind: 'export' }
  | { readonly kind: 'impersonation' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'write' }
  | { readonly kind: 'builder' }
  | { readonly kind: 'record'; readonly row: ResultRow; readonly index: number }
  | { readonly kind: 'run'; readonly environmentId: EnvironmentId };

/** Runs a query as an app over many environments and shows what each lets it read. */
export const QueryLabScreen = (): ReactElement => {
  const styles = useStyles();
  const workspace = useWorkspace();
  const [params, changeParams] = usePlaceParams();
  const start = useCall('app.start', {});
  const environmentList = useCall('environments.list', { workspaceId: workspace.id });
  const profileList = useCall('appProfiles.list', { workspaceId: workspace.id });
  const environments = environmentList.data?.environments ?? NO_ENVIRONMENTS;
  const profiles = profileList.data?.profiles ?? NO_PROFILES;
  const [draft, setDraft] = useQueryDraft(
    workspace.id,
    profileList.data?.profiles,
    environmentList.data?.environments,
  );
  const [details, setDetails] = useState<Details | null>(null);
  const { asked, cancel, current, readMore, run, running, start: startQuery } = useQueryRun(workspace.id);
  const hidden = useHiddenColumns(run, running);
  const names = useMemo(
    () => new Map<string, string>(environments.map(({ id, name }) => [id, name])),
    [environments],
  );
  const environmentName = useCallback((id: string) => names.get(id) ?? id, [names]);

  const profile = profiles.find(({ id }) => id === draft.appId);
  const chosen = draft.environmentIds.filter((id) => names.has(id));
  const fetch = draft.language === 'fetchxml';
  const environment = environments.find(({ id }) => id === chosen[0]) ?? null;
  const where = {
    workspaceId: workspace.id,
    environmentId: environment?.id ?? null,
    appProfileId: profile?.id ?? null,
  };
  const tables = useQuerySchema(where, draft.language, fetch ? draft.fetchXml : draft.text);
  const { filled, notes, parameters, problem, query } = useMemo(
    () => askedQuery(draft, tables.schema),
    [draft, tables.schema],
  );
  const saved = useSavedQueries(workspace.id);
  const opened = saved.queries.find(({ id }) => id === draft.savedId) ?? null;
  const now = draftQuery(draft, { query });
  const missing =
    profile === undefined
      ? TEXTS.missing.app
      : profile.credentials.every(({ kept }) => kept === 'missing')
        ? TEXTS.missing.credential
        : chosen.length === 0
          ? TEXTS.missing.environments
          : query.text === ''
            ? TEXTS.missing.query
            : problem === null
              ? null
              : TEXTS.missing.parameter(fillProblemText(problem));
  const startRun = (
    what: Pick<InputOf<'query.run'>, 'appProfileId' | 'environmentIds' | 'query' | 'rowsPerEnvironment'>,
    credentialId: CredentialId | null,
  ) => {
    setDetails(null);
    changeParams({ tab: null }, { replace: true });
    void startQuery({ workspaceId: workspace.id, credentialId, ...what });
  };
  const runQuery = () => {
    if (profile === undefined || missing !== null || running) return;
    const { credentialId, rowsPerEnvironment } = draft;
    const what = { appProfileId: profile.id, environmentIds: chosen, query };
    startRun({ ...what, rowsPerEnvironment }, credentialId);
  };
  /** What of an earlier run is still here. */
  const takenUp = (entry: HistoryEntry): Partial<QueryDraft> => ({
    language: entry.query.language,
    ...(entry.query.language === 'fetchxml' ? { fetchXml: entry.query.text } : { text: entry.query.text }),
    values: { ...draft.values, ...valuesOf(entry.query) },
    savedId: null,
    appId: entry.appProfileId,
    credentialId: null,
    environmentIds: entry.environmentIds.filter((id) => names.has(id)),
    rowsPerEnvironment: entry.rowsPerEnvironment,
  });
  const runAgain = (entry: HistoryEntry) => {
    const taken = takenUp(entry);
    setDraft(taken);
    const { environmentIds = [] } = taken;
    const { appProfileId, query, rowsPerEnvironment } = entry;
    if (environmentIds.length === 0 || !profiles.some(({ id }) => id === appProfileId)) return;
    startRun({ appProfileId, environmentIds: [...environmentIds], query, rowsPerEnvironment }, null);
  };
  const page = { title: TEXTS.title, purpose: TEXTS.purpose };
  const listError = environmentList.error ?? profileList.error;
  if (listError !== null && (environmentList.data === undefined || profileList.data === undefined)) {
    return (
      <Page {...page}>
        <ErrorPanel error={listError} />
      </Page>
    );
  }
  if (environmentList.data !== undefined && environments.length === 0)
    return <NothingToAsk what="environments" workspaceId={workspace.id} />;
  if (profileList.data !== undefined && profiles.length === 0)
    return <NothingToAsk what="apps" workspaceId={workspace.id} />;
  const begun = asked !== 'idle' && (run.environments.size > 0 || running);
  const tab = params['tab'] ?? (run.rows > 0 ? 'rows' : 'environments');
  const withRows = environments.filter(({ id }) => (run.environments.get(id)?.rows ?? 0) > 0);
  const openRun = details?.kind === 'run' ? run.environments.get(details.environmentId) : undefined;
  const openEnvironment = environments.find(({ id }) => id === openRun?.environmentId);
  const panel = (() => {
    if (details?.kind === 'history') {
      return (
        <HistoryPanel
          running={running}
          onTake={(entry) => setDraft(takenUp(entry))}
          onRunAgain={runAgain}
          onClose={() => setDetails(null)}
        />
      );
    }
    if (details?.kind === 'impersonation') {
      return (
        <ImpersonationPanel
          workspaceId={workspace.id}
          environments={environments}
          environment={environment}
          profile={profile ?? null}
          credentialId={draft.credentialId}
          query={problem === null ? query : { ...query, text: '' }}
          onClose={() => setDetails(null)}
        />
      );
    }
    if (details?.kind === 'write') {
      return (
        <WritePanel
          environments={environments}
          environment={environment}
          profile={profile ?? null}
          credentialId={draft.credentialId}
          onClose={() => setDetails(null)}
        />
      );
    }
    if (details?.kind === 'builder' && !fetch) {
      return (
        <BuilderPanel
          text={draft.text}
          tables={tables}
          environmentName={environment?.name ?? ''}
          onText={(text) => setDraft({ text })}
          onClose={() => setDetails(null)}
        />
      );
    }
    if (details?.kind === 'saved') {
      return (
        <SavedPanel
          saved={saved}
          now={now}
          opened={opened}
          onOpen={(entry) => setDraft(openedDraft(entry, draft))}
          onSaved={({ id }) => setDraft({ savedId: id })}
          onClose={() => setDetails(null)}
        />
      );
    }
    if (details?.kind === 'export' && run.runId !== null) {
      return (
        <ExportPanel
          key={run.runId}
          workspaceId={workspace.id}
          runId={run.runId}
          run={run}
          running={running}
          environments={environments.filter(({ id }) => run.environments.has(id))}
          environmentName={environmentName}
          onClose={() => setDetails(null)}
        />
      );
    }
    if (details?.kind === 'record') {
      return (
        <RecordPanel
          row={details.row}
          columns={run.columns}
          environmentName={environmentName(details.row.environmentId)}
          hiddenIn={hidden.hiddenIn}
          onClose={() => setDetails(null)}
        />
      );
    }
    if (openRun === undefined || openEnvironment === undefined || run.runId === null) return null;
    return (
      <RunDetails
        key={openEnvironment.id}
        workspaceId={workspace.id}
        environment={openEnvironment}
        runId={run.runId}
        run={openRun}
        running={running}
        profile={profile ?? null}
        question={fetch || filled === '' ? null : filled}
        onRetry={runQuery}
        onClose={() => setDetails(null)}
      />
    );
  })();
  const tabs = (
    <TabList
      className={styles.tabs}
      size="small"
      aria-label={TEXTS.tabs}
      selectedValue={tab}
      onTabSelect={(_event, data) => changeParams({ tab: String(data.value) }, { replace: true })}
    >
      <Tab value="rows">{TEXTS.results(run.rows)}</Tab>
      <Tab value="environments">{TEXTS.perEnvironment(run.environments.size)}</Tab>
      {withRows.length < 2 ? null : <Tab value="compare">{TEXTS.compare.tab}</Tab>}
    </TabList>
  );
  return (
    <Page
      {...page}
      {...(begun ? { asOf: current.asOf } : {})}
      details={panel}
      actions={
        <QueryActions
          saved={saved}
          now={now}
          opened={opened}
          onSaved={() => setDetails({ kind: 'saved' })}
          onWrite={() => setDetails({ kind: 'write' })}
          onCaller={() => setDetails({ kind: 'impersonation' })}
          onExport={begun && run.rows > 0 ? () => setDetails({ kind: 'export' }) : null}
          onHistory={() => setDetails({ kind: 'history' })}
        />
      }
    >
      <div className={styles.form}>
        <QueryBar draft={draft} onDraft={setDraft} profiles={profiles} environments={environments} />
        <QueryEditor
          language={draft.language}
          text={fetch ? draft.fetchXml : draft.text}
          environment={environment}
          saved={opened === null ? null : { name: opened.name, changed: isChanged(opened, now) }}
          tables={tables}
          parameters={parameters}
          onValue={(name, value) => setDraft({ values: { ...draft.values, [name]: value } })}
          onConverted={(language, text) =>
            setDraft(language === 'fetchxml' ? { language, fetchXml: text } : { language, text })
          }
          onText={(text) => setDraft(typed(draft, text))}
          notes={notes}
          status={missing ?? TEXTS.runAs(profile?.name ?? '', chosen.length)}
          running={running}
          ready={missing === null && !running}
          shortcut={start.data?.platform === 'macos' ? TEXTS.runHintMac : TEXTS.runHint}
          onBuild={() => setDetails({ kind: 'builder' })}
          onRun={runQuery}
          onCancel={cancel}
        />
      </div>
      <div className={styles.banners}>
        <RunBanners
          query={current}
          environments={environments}
          step={draft.rowsPerEnvironment}
          onMore={readMore}
        />
        {hidden.columns.length === 0 ? null : (
          <NoticeBar
            intent="info"
            title={TEXTS.hiddenColumns(hidden.columns.join(', '), hidden.environments)}
          />
        )}
      </div>
      {begun ? (
        <div className={styles.result}>
          {tab === 'compare' && run.runId !== null && withRows.length > 1 ? (
            <CompareRows
              key={run.runId}
              run={run}
              runId={run.runId}
              running={running}
              environments={withRows}
              tabs={tabs}
            />
          ) : tab === 'rows' && run.runId !== null ? (
            <ResultTable
              key={run.runId}
              run={run}
              runId={run.runId}
              running={running}
              environmentName={environmentName}
              hiddenIn={hidden.hiddenIn}
              tabs={tabs}
              openIndex={details?.kind === 'record' ? details.index : null}
              onOpen={(row, index) => setDetails({ kind: 'record', row, index })}
            />
          ) : (
            <EnvironmentRuns
              run={run}
              environments={environments}
              tabs={tabs}
              openId={openRun?.environmentId ?? null}
              onOpen={(environmentId) => setDetails({ kind: 'run', environmentId })}
            />
          )}
        </div>
      ) : asked === 'failed' ? null : (
        <EmptyState icon={QueryIcon} title={TEXTS.neverTitle} text={TEXTS.neverText} />
      )}
    </Page>
  );
};
