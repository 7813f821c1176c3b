import type { ReactElement } from 'react';
import { useState } from 'react';
import type { ConsentRow } from '../../../../preload/contract/consent.ts';
import type { AppError } from '../../../../preload/contract/words/errors.ts';
import { CONSENT_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../../bridge/index.ts';
import { useGo } from '../../../places/index.ts';
import { Button, ErrorPanel, Inline, NoticeBar, PanelSection, Spinner } from '../../../ui/index.ts';
import { consentKey } from './consent-columns.tsx';
import { ConsentCommands } from './consent-commands.tsx';
import { ConsentFacts } from './consent-facts.tsx';
import { ConsentForm } from './consent-form.tsx';
import { ConsentLink } from './consent-link.tsx';
import { ConsentOutcome } from './consent-outcome.tsx';
import { ConsentPaste } from './consent-paste.tsx';
import { ConsentWaiting } from './consent-waiting.tsx';
import { useConsent } from './use-consent.ts';

/** Consent of one client tenant to one app: where it stands, asking for it, waiting, verifying. */
export const ConsentDetails = (props: {
  readonly row: ConsentRow;
  readonly onChanged: () => void;
  /** True when the person came to ask. */
  readonly asking?: boolean;
}): ReactElement => {
  const { row } = props;
  const workspace = useWorkspace();
  const go = useGo();
  const consent = useConsent(workspace.id, row, props.onChanged);
  const [form, setForm] = useState(props.asking === true);
  // Whoever asks again has read why the last time failed.
  const [readError, setReadError] = useState<AppError | null>(null);
  const { busy, error, link, listening, outcome } = consent;
  const url = listening.running ? listening.url : link;
  const toCredentials = () =>
    go({
      page: 'applications',
      workspaceId: workspace.id,
      params: { app: row.appProfileId, tab: 'credentials' },
    });
  const createNow = () =>
    go({
      page: 'applications',
      workspaceId: workspace.id,
      params: { view: 'consent', row: consentKey(row), panel: 'create' },
    });
  const { status } = row.state;
  const askAnew = () => {
    setReadError(error);
    setForm(true);
  };
  return (
    <>
      <ConsentFacts row={row} />
      {row.hasCredential ? null : (
        <NoticeBar
          intent="info"
          title={TEXTS.noCredential}
          actions={
            <Button size="small" onClick={toCredentials}>
              {TEXTS.addCredential}
            </Button>
          }
        />
      )}
      {busy === 'checking' || busy === 'reading' ? (
        <Inline justify="between">
          <Spinner
            size="tiny"
            label={consent.attempt > 1 ? TEXTS.link.checking(consent.attempt) : TEXTS.checkTitle}
          />
          <Button size="small" onClick={consent.stopChecking}>
            {TEXTS.link.stop}
          </Button>
        </Inline>
      ) : (
        <Inline wrap>
          <Button
            appearance={form || row.home || status === 'not-asked' ? 'secondary' : 'primary'}
            disabled={!row.hasCredential || listening.running}
            onClick={() => void consent.check()}
          >
            {TEXTS.check}
          </Button>
          {form || row.home || listening.running ? null : (
            <Button
              appearance={status === 'not-asked' ? 'primary' : 'secondary'}
              onClick={() => {
                consent.dropLink();
                askAnew();
              }}
            >
              {status === 'not-asked' ? TEXTS.ask : TEXTS.askAgain}
            </Button>
          )}
        </Inline>
      )}
      {error === null || error === readError || busy !== null || listening.running ? null : (
        <ErrorPanel error={error} handlers={{ retry: askAnew }} />
      )}
      {outcome === null || listening.running || form ? null : <ConsentOutcome row={outcome} />}
      {listening.cancelled && !form ? <span>{TEXTS.link.stopped}</span> : null}
      {form && url === null ? (
        <PanelSection title={TEXTS.form.title}>
          <ConsentForm
            tenantKnown={row.tenantId !== null}
            busy={busy !== null}
            onAsk={(how) => {
              setForm(false);
              void consent.ask(how);
            }}
            onBack={() => setForm(false)}
          />
        </PanelSection>
      ) : null}
      {url === null ? null : (
        <PanelSection title={TEXTS.link.title}>
          {listening.running ? (
            <ConsentWaiting
              until={listening.until}
              attempt={listening.attempt}
              onStop={consent.stopListening}
            />
          ) : null}
          {listening.attempt > 0 && listening.running ? null : (
            <ConsentLink row={row} url={url} here={listening.running} />
          )}
        </PanelSection>
      )}
      {url === null || listening.running ? null : (
        <ConsentPaste
          key={url}
          link={url}
          busy={busy !== null}
          onRead={(address) => void consent.readAnswer(address)}
        />
      )}
      {row.home || listening.running ? null : (
        <>
          <PanelSection title={TEXTS.grants.title}>
            <span>{TEXTS.grants.does}</span>
            <span>{TEXTS.grants.doesNot}</span>
          </PanelSection>
          <ConsentCommands row={row} />
          {row.workspaceId === workspace.id ? (
            <Inline>
              <Button disabled={workspace.readOnly || status === 'consented'} onClick={createNow}>
                {TEXTS.createNow}
              </Button>
            </Inline>
          ) : null}
        </>
      )}
    </>
  );
};
