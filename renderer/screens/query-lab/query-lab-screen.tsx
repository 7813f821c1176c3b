import type { ReactElement } from 'react';
import { useState } from 'react';
import { QUERY_LAB_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import { EmptyState, ErrorPanel, makeStyles, NoticeBar, Page, QueryIcon, tokens } from '../../ui/index.ts';
import type { Details } from './lab-panel.tsx';
import { labPanel } from './lab-panel.tsx';
import { LabResults } from './lab-results.tsx';
import { NothingToAsk } from './nothing-to-ask.tsx';
import { queryActions } from './query-actions.tsx';
import { QueryBar } from './query-bar.tsx';
import { typed } from './query-draft.ts';
import { QueryEditor } from './query-editor.tsx';
import { RunBanners } from './run-banners.tsx';
import { isChanged } from './saved/draft-query.ts';
import { useQueryLab } from './use-query-lab.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', flexShrink: 0, gap: tokens.spacingVerticalS },
  banners: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
    ':empty': { display: 'none' },
  },
});

/** Runs a query as an app over many environments and shows what each lets it read. */
export const QueryLabScreen = (): ReactElement => {
  const styles = useStyles();
  const [, changeParams] = usePlaceParams();
  const start = useCall('app.start', {});
  const [details, setDetails] = useState<Details | null>(null);
  const close = () => setDetails(null);
  const lab = useQueryLab(() => {
    close();
    changeParams({ tab: null }, { replace: true });
  });
  const {
    asked,
    draft,
    environment,
    environments,
    hidden,
    missing,
    profile,
    profiles,
    saved,
    setDraft,
    shown,
  } = lab;
  const { run, running } = shown;
  const page = { title: TEXTS.title, purpose: TEXTS.purpose };
  if (lab.listError !== null) {
    return (
      <Page {...page}>
        <ErrorPanel error={lab.listError} />
      </Page>
    );
  }
  if (lab.lacking !== null) return <NothingToAsk what={lab.lacking} workspaceId={lab.workspace.id} />;
  const fetch = draft.language === 'fetchxml';
  const begun = shown.asked !== 'idle' && (run.environments.size > 0 || running);
  return (
    <Page
      {...page}
      {...(begun ? { asOf: shown.current.asOf } : {})}
      details={labPanel(lab, details, setDetails)}
      actionBar={queryActions({
        saved: saved.list,
        now: saved.now,
        opened: saved.opened,
        onSaved: () => setDetails({ kind: 'saved' }),
        onWrite: () => setDetails({ kind: 'write' }),
        onCaller: () => setDetails({ kind: 'impersonation' }),
        onExport: begun && run.rows > 0 ? () => setDetails({ kind: 'export' }) : null,
        onHistory: () => setDetails({ kind: 'history' }),
        onPack: begun && !running ? () => setDetails({ kind: 'pack' }) : null,
      })}
    >
      <div className={styles.form}>
        <QueryBar
          draft={draft}
          onDraft={setDraft}
          profiles={profiles}
          environments={environments}
          onUnfold={details === null ? null : close}
        />
        <QueryEditor
          language={draft.language}
          text={fetch ? draft.fetchXml : draft.text}
          environment={environment}
          saved={
            saved.opened === null
              ? null
              : { name: saved.opened.name, changed: isChanged(saved.opened, saved.now) }
          }
          tables={lab.tables}
          parameters={asked.parameters}
          onValue={(name, value) => setDraft({ values: { ...draft.values, [name]: value } })}
          onConverted={(language, text) =>
            setDraft(language === 'fetchxml' ? { language, fetchXml: text } : { language, text })
          }
          onText={(text) => setDraft(typed(draft, text))}
          notes={asked.notes}
          status={missing ?? TEXTS.runAs(profile?.name ?? '', lab.chosen.length)}
          running={running}
          ready={missing === null && !running}
          shortcut={start.data?.platform === 'macos' ? TEXTS.runHintMac : TEXTS.runHint}
          onBuild={() => setDetails({ kind: 'builder' })}
          onRun={lab.runQuery}
          onCancel={shown.cancel}
        />
      </div>
      <div className={styles.banners}>
        <RunBanners
          query={shown.current}
          environments={environments}
          step={draft.rowsPerEnvironment}
          onMore={shown.readMore}
          note={
            hidden.columns.length === 0 ? null : (
              <NoticeBar
                intent="info"
                title={TEXTS.hiddenColumns(hidden.columns.join(', '), hidden.environments)}
              />
            )
          }
        />
      </div>
      {begun ? (
        <LabResults lab={lab} details={details} onDetails={setDetails} />
      ) : shown.asked === 'failed' ? null : (
        <EmptyState icon={QueryIcon} title={TEXTS.neverTitle} text={TEXTS.neverText} />
      )}
    </Page>
  );
};
