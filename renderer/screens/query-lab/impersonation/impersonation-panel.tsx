import type { ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile } from '../../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../../preload/contract/environments.ts';
import type { CallerAnswer, CallerUser } from '../../../../preload/contract/query-callers.ts';
import type { Query } from '../../../../preload/contract/query.ts';
import type { CredentialId, WorkspaceId } from '../../../../preload/contract/words/ids.ts';
import { CALLERS } from '../../../../preload/contract/words/status.ts';
import { CALLER_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useStream } from '../../../bridge/index.ts';
import { useGo } from '../../../places/index.ts';
import {
  Button,
  EnvironmentSelect,
  ErrorPanel,
  Field,
  NoticeBar,
  RunIcon,
  SidePanel,
  StopIcon,
  StreamBar,
} from '../../../ui/index.ts';
import { CallerAnswers } from './caller-answers.tsx';
import { CallerResult } from './caller-result.tsx';
import { UserSearch } from './user-search.tsx';

/** Rows that are read as each caller: one page. */
const ROWS = 5000;
const NO_ANSWERS: readonly CallerAnswer[] = [];

/** The query of the page as the app, on behalf of a user, and as the user: what each reads, and why. */
export const ImpersonationPanel = (props: {
  readonly workspaceId: WorkspaceId;
  readonly environments: readonly Environment[];
  /** The one that is offered first. */
  readonly environment: Environment | null;
  readonly profile: AppProfile | null;
  readonly credentialId: CredentialId | null;
  readonly query: Query;
  readonly onClose: () => void;
}): ReactElement => {
  const { environments, profile, query, workspaceId } = props;
  const go = useGo();
  const [chosenId, setChosenId] = useState(props.environment?.id ?? environments[0]?.id ?? null);
  const environment = environments.find(({ id }) => id === chosenId);
  const [user, setUser] = useState<CallerUser | null>(null);
  const stream = useStream('query.asCallers', {
    scope: workspaceId,
    title: TEXTS.streamTitle,
    initial: NO_ANSWERS,
    reduce: (answers, answer) => [...answers, answer],
    count: (answers) => ({ done: answers.length, total: null }),
  });
  const { output, running } = stream;
  const missing =
    query.text === ''
      ? TEXTS.missing.query
      : profile === null
        ? TEXTS.missing.app
        : user === null
          ? TEXTS.missing.user
          : null;
  const ask = (): void => {
    if (profile === null || user === null || environment === undefined || missing !== null) return;
    void stream.start({
      workspaceId,
      environmentId: environment.id,
      appProfileId: profile.id,
      credentialId: props.credentialId,
      query,
      systemUserId: user.systemUserId,
      rows: ROWS,
    });
  };
  const giveAccess = (): void =>
    go({
      workspaceId,
      page: 'application-users/new',
      params: {
        ...(profile === null ? {} : { app: profile.id }),
        ...(environment === undefined ? {} : { environments: environment.id }),
      },
    });
  const handlers = { retry: ask, 'create-user': giveAccess, 'add-role': giveAccess };
  const busy = running || stream.state === 'cancelling';
  return (
    <SidePanel
      title={TEXTS.title}
      subtitle={TEXTS.subtitle}
      startWidth={640}
      onClose={props.onClose}
      actions={
        busy ? (
          <Button icon={<StopIcon />} disabled={!running} onClick={stream.cancel}>
            {TEXTS.cancel}
          </Button>
        ) : (
          <Button appearance="primary" icon={<RunIcon />} disabledFocusable={missing !== null} onClick={ask}>
            {TEXTS.run}
          </Button>
        )
      }
    >
      <Field label={TEXTS.environment}>
        <EnvironmentSelect
          label={TEXTS.environment}
          placeholder={TEXTS.environment}
          environments={environments}
          chosen={environment}
          onChosen={(id) => {
            setChosenId(id);
            setUser(null);
          }}
        />
      </Field>
      {environment === undefined ? null : (
        <UserSearch
          key={environment.id}
          workspaceId={workspaceId}
          environmentId={environment.id}
          chosen={user}
          onChosen={setUser}
        />
      )}
      {missing === null ? null : <span>{missing}</span>}
      {busy ? (
        <StreamBar
          label={TEXTS.progress(stream.data.length)}
          done={stream.data.length}
          total={CALLERS.length}
        />
      ) : null}
      {stream.state === 'failed' && stream.error !== null ? (
        <ErrorPanel error={stream.error} handlers={handlers} />
      ) : null}
      {stream.state === 'cancelled' ? <NoticeBar intent="info" title={TEXTS.cancelled} /> : null}
      {busy && user !== null && stream.data.length > 0 ? (
        <CallerAnswers
          answers={stream.data}
          appName={profile?.name ?? ''}
          userName={user.name}
          handlers={{}}
        />
      ) : null}
      {busy || stream.state !== 'done' || output === null ? null : (
        <CallerResult
          output={output}
          appName={profile?.name ?? ''}
          handlers={handlers}
          onGiveRole={giveAccess}
        />
      )}
    </SidePanel>
  );
};
