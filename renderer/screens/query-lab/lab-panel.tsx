import type { ReactElement } from 'react';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { SupportPackPanel } from '../../packs/index.ts';
import { BuilderPanel } from './builder/builder-panel.tsx';
import { ExportPanel } from './export-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { ImpersonationPanel } from './impersonation/impersonation-panel.tsx';
import { rowNameOf } from './record-address.ts';
import { RecordPanel } from './record-panel.tsx';
import { RunDetails } from './run-details.tsx';
import { openedDraft } from './saved/draft-query.ts';
import { SavedPanel } from './saved/saved-panel.tsx';
import type { QueryLab } from './use-query-lab.ts';
import type { ResultRow } from './use-result-source.ts';
import { WritePanel } from './write/write-panel.tsx';

/** What stands in the panel at the right. */
export type Details =
  | { readonly kind: 'history' }
  | { readonly kind: 'export' }
  | { readonly kind: 'impersonation' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'write' }
  | { readonly kind: 'builder' }
  | { readonly kind: 'pack' }
  | { readonly kind: 'record'; readonly row: ResultRow; readonly index: number }
  | { readonly kind: 'run'; readonly environmentId: EnvironmentId };

/** The panel that is open; null where what it is about is not there (any more). */
export const labPanel = (
  lab: QueryLab,
  details: Details | null,
  onDetails: (details: Details | null) => void,
): ReactElement | null => {
  const onClose = () => onDetails(null);
  const {
    asked,
    draft,
    environment,
    environmentName,
    environments,
    hidden,
    profile,
    saved,
    setDraft,
    shown,
    tables,
    workspace,
  } = lab;
  const { run, running } = shown;
  const { runId } = run;
  switch (details?.kind) {
    case undefined:
      return null;
    case 'history':
      return (
        <HistoryPanel
          running={running}
          onTake={(entry) => setDraft(lab.takenUp(entry))}
          onRunAgain={lab.runAgain}
          onClose={onClose}
        />
      );
    case 'impersonation':
      return (
        <ImpersonationPanel
          workspaceId={workspace.id}
          environments={environments}
          environment={environment}
          profile={profile}
          credentialId={draft.credentialId}
          query={asked.problem === null ? asked.query : { ...asked.query, text: '' }}
          onClose={onClose}
        />
      );
    case 'write':
      return (
        <WritePanel
          environments={environments}
          environment={environment}
          profile={profile}
          credentialId={draft.credentialId}
          onClose={onClose}
        />
      );
    case 'builder':
      return draft.language === 'fetchxml' ? null : (
        <BuilderPanel
          text={draft.text}
          tables={tables}
          environmentName={environment?.name ?? ''}
          onText={(text) => setDraft({ text })}
          onClose={onClose}
        />
      );
    case 'saved':
      return (
        <SavedPanel
          saved={saved.list}
          now={saved.now}
          opened={saved.opened}
          onOpen={(entry) => setDraft(openedDraft(entry, draft))}
          onSaved={({ id }) => setDraft({ savedId: id })}
          onClose={onClose}
        />
      );
    case 'export':
      return runId === null ? null : (
        <ExportPanel
          key={runId}
          workspaceId={workspace.id}
          runId={runId}
          run={run}
          running={running}
          environments={environments.filter(({ id }) => run.environments.has(id))}
          environmentName={environmentName}
          onClose={onClose}
        />
      );
    case 'pack':
      return runId === null ? null : (
        <SupportPackPanel key={runId} source={{ kind: 'query', runId }} onClose={onClose} />
      );
    case 'record':
      return runId === null ? null : (
        <RecordPanel
          key={`${runId} ${details.index}`}
          runId={runId}
          row={details.row}
          columns={run.columns}
          environment={environments.find(({ id }) => id === details.row.environmentId) ?? null}
          name={lab.ran === null ? null : rowNameOf(lab.ran, tables.schema, run.columns, details.row.cells)}
          hiddenIn={hidden.hiddenIn}
          onClose={onClose}
        />
      );
    case 'run': {
      const one = run.environments.get(details.environmentId);
      const there = environments.find(({ id }) => id === details.environmentId);
      return one === undefined || there === undefined || runId === null ? null : (
        <RunDetails
          key={there.id}
          workspaceId={workspace.id}
          environment={there}
          runId={runId}
          run={one}
          running={running}
          profile={profile}
          question={draft.language === 'fetchxml' || asked.filled === '' ? null : asked.filled}
          onRetry={lab.runQuery}
          onPack={() => onDetails({ kind: 'pack' })}
          onClose={onClose}
        />
      );
    }
  }
};
