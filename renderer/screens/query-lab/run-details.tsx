import type { ReactElement } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { EnvironmentRun } from '../../../preload/contract/query.ts';
import type { RunId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { useAction } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import { RunPanel } from './run-panel.tsx';
import { isGoing } from './run-state.ts';

/** How a run went in one environment, and where to go from what it was refused for. */
export const RunDetails = (props: {
  readonly workspaceId: WorkspaceId;
  readonly environment: Environment;
  readonly runId: RunId;
  readonly run: EnvironmentRun;
  readonly running: boolean;
  /** Null: the app is gone. */
  readonly profile: AppProfile | null;
  /** What the doctor is asked; null where it cannot ask it. */
  readonly question: string | null;
  readonly onRetry: () => void;
  /** Makes a support pack of the run. */
  readonly onPack: () => void;
  readonly onClose: () => void;
}): ReactElement => {
  const { environment, profile, question, run, runId, running, workspaceId } = props;
  const go = useGo();
  const cancelling = useAction('query.cancel');
  const giveAccess = (grants: Readonly<Record<string, string>>): void =>
    go({
      workspaceId,
      page: 'application-users/new',
      params: { ...(profile === null ? {} : { app: profile.id }), environments: environment.id, ...grants },
    });
  const privilege = run.error?.params['privilege'];
  const showUsers = (): void =>
    go({ workspaceId, page: 'application-users', params: { environment: environment.id } });
  return (
    <RunPanel
      environment={environment}
      runId={runId}
      run={run}
      {...(running && isGoing(run.state)
        ? { onCancel: () => void cancelling.run({ runId, environmentId: environment.id }) }
        : {})}
      handlers={{
        retry: props.onRetry,
        'create-user': () => giveAccess({}),
        'add-role': () => giveAccess(typeof privilege === 'string' ? { grants: privilege } : {}),
        'show-users': showUsers,
        'enable-user': showUsers,
        ...(profile === null
          ? {}
          : {
              'add-credential': () =>
                go({ workspaceId, page: 'applications', params: { app: profile.id, add: 'secret' } }),
            }),
      }}
      {...(profile === null
        ? {}
        : {
            onDiagnose: () =>
              go({
                workspaceId,
                page: 'doctor',
                params: {
                  app: profile.id,
                  environments: environment.id,
                  ...(question === null ? {} : { question }),
                  do: 'run',
                },
              }),
          })}
      {...(running ? {} : { onPack: props.onPack })}
      onClose={props.onClose}
    />
  );
};
