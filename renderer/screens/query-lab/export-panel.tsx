import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { RunId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { QUERY_EXPORT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Button, ErrorPanel, ExportIcon, NoticeBar, SidePanel, StopIcon, StreamBar } from '../../ui/index.ts';
import { askedFor, firstChoice } from './export-choice.ts';
import { ExportForm } from './export-form.tsx';
import { ExportResult } from './export-result.tsx';
import type { QueryRun } from './run-state.ts';
import { useExportRun } from './use-export-run.ts';

/** Exports the rows of a run: what and how, how far it has come, what came of it. */
export const ExportPanel = (props: {
  readonly workspaceId: WorkspaceId;
  readonly runId: RunId;
  readonly run: QueryRun;
  readonly running: boolean;
  /** Those that were asked. */
  readonly environments: readonly Environment[];
  readonly environmentName: (id: string) => string;
  readonly onClose: () => void;
}): ReactElement => {
  const { run, runId, running } = props;
  const exporting = useExportRun(props.workspaceId);
  const [picked, setPicked] = useState<ReturnType<typeof firstChoice> | null>(null);
  const states = [...run.environments.values()];
  const anyMore = states.some(({ more }) => more);
  const choice = picked ?? firstChoice(anyMore);
  const chosen = states.filter(
    ({ environmentId }) => choice.environments.size === 0 || choice.environments.has(environmentId),
  );
  const rows = chosen.reduce((sum, each) => sum + each.rows, 0);
  const more = chosen.filter((each) => each.more).length;
  const failed = chosen.filter(({ state }) => state === 'failed').length;
  const mine = exporting.data.runId === runId;
  const busy = exporting.running || exporting.state === 'cancelling';
  const { told } = exporting.data;
  return (
    <SidePanel
      title={TEXTS.title}
      subtitle={TEXTS.subtitle}
      onClose={props.onClose}
      startWidth={440}
      actions={
        busy ? (
          <Button icon={<StopIcon />} disabled={exporting.state === 'cancelling'} onClick={exporting.cancel}>
            {TEXTS.cancel}
          </Button>
        ) : (
          <Button
            appearance="primary"
            icon={<ExportIcon />}
            disabled={running}
            onClick={() => void exporting.start(askedFor(runId, choice, run.columns))}
          >
            {TEXTS.start}
          </Button>
        )
      }
    >
      {running ? <NoticeBar intent="info" title={TEXTS.later} /> : null}
      {busy ? (
        <StreamBar
          label={TEXTS.progress(told.rows, told.bytes, told.ended, told.environments)}
          done={told.ended}
          total={told.environments}
        />
      ) : null}
      {mine && exporting.state === 'cancelled' ? <NoticeBar intent="info" title={TEXTS.cancelled} /> : null}
      {mine && exporting.state === 'failed' && exporting.error !== null ? (
        <ErrorPanel error={exporting.error} />
      ) : null}
      {mine && exporting.state === 'done' && exporting.output !== null ? (
        <ExportResult runId={runId} exported={exporting.output} environmentName={props.environmentName} />
      ) : null}
      <div>
        <strong>{TEXTS.what(chosen.length, rows)}</strong>
        {more === 0 ? null : <div>{TEXTS.more(more)}</div>}
        {failed === 0 ? null : <div>{TEXTS.refused(failed)}</div>}
      </div>
      <ExportForm
        choice={choice}
        onChoice={(change) => setPicked({ ...choice, ...change })}
        environments={props.environments}
        columns={run.columns}
        rows={rows}
        more={more > 0}
        disabled={busy}
      />
    </SidePanel>
  );
};
