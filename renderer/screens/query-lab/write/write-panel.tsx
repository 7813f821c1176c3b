import type { ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile } from '../../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../../preload/contract/environments.ts';
import type { WriteAnswer as Answer } from '../../../../preload/contract/fleet-writes.ts';
import type { OutputOf } from '../../../../preload/contract/index.ts';
import type { CredentialId } from '../../../../preload/contract/words/ids.ts';
import { WRITE_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useAction, useStream, useWorkspace } from '../../../bridge/index.ts';
import { useGo } from '../../../places/index.ts';
import { allTyped, useWhileFree } from '../../../plans/index.ts';
import {
  Button,
  EnvironmentSelect,
  ErrorPanel,
  Field,
  NoticeBar,
  SidePanel,
  StreamBar,
  Switch,
} from '../../../ui/index.ts';
import { WriteAnswer } from './write-answer.tsx';
import { bodyProblem, NEW_WRITE, requestOf } from './write-draft.ts';
import type { WriteDraft } from './write-draft.ts';
import { WriteForm } from './write-form.tsx';
import { WritePreview } from './write-preview.tsx';

type Planned = OutputOf<'fleet.planWrite'>;

/** One request that changes something, as the app: written, previewed, sent once; write mode is off before and after. */
export const WritePanel = (props: {
  readonly environments: readonly Environment[];
  readonly environment: Environment | null;
  readonly profile: AppProfile | null;
  readonly credentialId: CredentialId | null;
  readonly onClose: () => void;
}): ReactElement => {
  const { environments, profile } = props;
  const workspace = useWorkspace();
  const go = useGo();
  const [chosenId, setChosenId] = useState(props.environment?.id ?? environments[0]?.id ?? null);
  const environment = environments.find(({ id }) => id === chosenId);
  const [on, setOn] = useState(false);
  const [draft, setDraft] = useState<WriteDraft>(NEW_WRITE);
  const [planned, setPlanned] = useState<Planned | null>(null);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [answer, setAnswer] = useState<Answer | null>(null);
  const planning = useAction('fleet.planWrite');
  const asking = useAction('fleet.writeAnswer');
  const applying = useStream('fleet.apply', {
    scope: `${workspace.id} write test`,
    title: TEXTS.title,
    initial: 0,
    reduce: (steps) => steps + 1,
    count: (steps) => ({ done: steps, total: null }),
  });
  const whileFree = useWhileFree();
  const missing =
    profile === null
      ? TEXTS.missing.app
      : draft.path.trim() === ''
        ? TEXTS.missing.path
        : on
          ? bodyProblem(draft)
          : TEXTS.missing.mode(environment?.name ?? '');

  const preview = async (): Promise<void> => {
    if (profile === null || environment === undefined || missing !== null) return;
    const result = await planning.run({
      workspaceId: workspace.id,
      environmentId: environment.id,
      appProfileId: profile.id,
      credentialId: props.credentialId,
      writeModeFor: environment.name,
      request: requestOf(draft),
    });
    setTyped({});
    setPlanned(result.ok ? result.value : null);
  };
  const send = ({ plan }: Planned) =>
    whileFree(async () => {
      const { confirmations, digest, id: planId } = plan;
      const result = await applying.start({ planId, digest, confirmations });
      // Whatever came of it: nothing is sent a second time by this preview, and not without turning it on again.
      setOn(false);
      setPlanned(null);
      if (!result.ok) return;
      const told = await asking.run({ operationId: result.value.operationId });
      if (told.ok) setAnswer(told.value);
    });
  const giveAccess = (): void =>
    go({
      workspaceId: workspace.id,
      page: 'application-users/new',
      params: {
        ...(profile === null ? {} : { app: profile.id }),
        ...(environment === undefined ? {} : { environments: environment.id }),
      },
    });
  const handlers = { 'create-user': giveAccess, 'add-role': giveAccess };
  const busy = applying.running || applying.state === 'cancelling';

  const actions = (() => {
    if (workspace.readOnly) return null;
    if (busy)
      return (
        <Button disabledFocusable={!applying.running} onClick={applying.cancel}>
          {TEXTS.cancel}
        </Button>
      );
    if (planning.busy) return <Button onClick={planning.cancel}>{TEXTS.cancel}</Button>;
    if (answer !== null)
      return (
        <Button appearance="primary" onClick={() => setAnswer(null)}>
          {TEXTS.another}
        </Button>
      );
    if (planned !== null)
      return (
        <>
          <Button
            appearance="primary"
            disabled={!allTyped(planned.plan.confirmations, typed)}
            onClick={() => void send(planned)}
          >
            {TEXTS.send}
          </Button>
          <Button onClick={() => setPlanned(null)}>{TEXTS.back}</Button>
        </>
      );
    return (
      <Button appearance="primary" disabledFocusable={missing !== null} onClick={() => void preview()}>
        {TEXTS.preview}
      </Button>
    );
  })();

  const content = (() => {
    if (workspace.readOnly) return <NoticeBar intent="warning" title={TEXTS.readOnly} />;
    if (busy) return <StreamBar label={TEXTS.sending} done={applying.data} total={3} />;
    if (answer !== null) return <WriteAnswer answer={answer} handlers={handlers} />;
    if (planned !== null)
      return (
        <WritePreview
          planned={planned}
          body={draft.body}
          typed={typed}
          onTyped={setTyped}
          onConfirm={() => void send(planned)}
        />
      );
    return (
      <>
        {applying.state === 'cancelled' ? <NoticeBar intent="warning" title={TEXTS.cancelled} /> : null}
        {applying.error === null || applying.state !== 'failed' ? null : (
          <ErrorPanel error={applying.error} />
        )}
        <Field label={TEXTS.environment}>
          <EnvironmentSelect
            label={TEXTS.environment}
            placeholder={TEXTS.environment}
            environments={environments}
            chosen={environment}
            onChosen={(id) => {
              setChosenId(id);
              // It was turned on for the other one.
              setOn(false);
            }}
          />
        </Field>
        <Field hint={TEXTS.modeHint}>
          <Switch
            label={TEXTS.mode(environment?.name ?? '')}
            checked={on}
            onChange={(_event, { checked }) => setOn(checked)}
          />
        </Field>
        <WriteForm draft={draft} onDraft={setDraft} />
        {planning.error === null || planning.error.code === 'cancelled' ? null : (
          <ErrorPanel error={planning.error} handlers={{ ...handlers, retry: () => void preview() }} />
        )}
        {planning.busy ? <span role="status">{TEXTS.reading}</span> : null}
        {missing === null ? null : <span>{missing}</span>}
      </>
    );
  })();
  return (
    <SidePanel
      title={TEXTS.title}
      subtitle={TEXTS.subtitle}
      startWidth={560}
      onClose={props.onClose}
      {...(actions === null ? {} : { actions })}
    >
      {content}
    </SidePanel>
  );
};
