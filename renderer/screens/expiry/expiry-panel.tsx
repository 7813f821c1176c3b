import type { ReactElement } from 'react';
import { EXPIRY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import { WORKSPACE_TOKENS } from '../../theme/index.ts';
import {
  Button,
  Facts,
  Identifier,
  Inline,
  Link,
  Moment,
  OpenIcon,
  PanelSection,
  SidePanel,
  SnoozeIcon,
  Stack,
  Swatch,
  useToasts,
  NoticeBar,
} from '../../ui/index.ts';
import { EndDateForm } from './end-date-form.tsx';
import { ExpiryBadge } from './expiry-badge.tsx';
import type { JudgedRow } from './judged-rows.ts';

const TEXTS = EXPIRY_TEXTS.details;

/** One credential: what it is, whom to call, and where to do something about it. */
export const ExpiryPanel = (props: {
  readonly judged: JudgedRow;
  readonly onSnooze: () => void;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}): ReactElement => {
  const { judged, onChanged } = props;
  const { expiry, row, workspaces } = judged;
  const go = useGo();
  const toasts = useToasts();
  const wake = useAction('expiry.snooze', { invalidates: ['expiry.summary'] });
  const [home] = workspaces;

  const endSnooze = async () => {
    const result = await wake.run({ ids: [row.id], until: null, note: '' });
    if (!result.ok) return toasts.failure(result.error);
    toasts.success(EXPIRY_TEXTS.snooze.ended(1));
    onChanged();
  };
  const openApp = (workspaceId: (typeof workspaces)[number]['id']) =>
    go({ page: 'applications', workspaceId, params: { app: row.appProfileId, tab: 'credentials' } });

  return (
    <SidePanel
      title={row.label}
      subtitle={`${row.appName} · ${EXPIRY_TEXTS.kinds[row.kind]}`}
      onClose={props.onClose}
      actions={
        <>
          {home === undefined ? null : (
            <Button appearance="primary" icon={<OpenIcon />} onClick={() => openApp(home.id)}>
              {TEXTS.openApp}
            </Button>
          )}
          {home === undefined || row.credentialId === null ? null : (
            <Button
              onClick={() =>
                go({ page: 'applications/rotate', workspaceId: home.id, params: { app: row.appProfileId } })
              }
            >
              {TEXTS.rotate}
            </Button>
          )}
          {row.snoozed === null ? (
            <Button icon={<SnoozeIcon />} onClick={props.onSnooze}>
              {EXPIRY_TEXTS.snooze.action}
            </Button>
          ) : (
            <Button icon={<SnoozeIcon />} disabled={wake.busy} onClick={() => void endSnooze()}>
              {EXPIRY_TEXTS.snooze.end}
            </Button>
          )}
        </>
      }
    >
      {row.unregistered ? (
        <NoticeBar intent="warning" title={EXPIRY_TEXTS.unregistered.title(row.appName)}>
          {EXPIRY_TEXTS.unregistered.text}
        </NoticeBar>
      ) : null}
      <Stack gap="xs">
        <ExpiryBadge state={expiry.state} />
        {row.expiresOn === null ? null : (
          <span>
            <Moment at={row.expiresOn} /> ({EXPIRY_TEXTS.when(expiry.days ?? 0)})
          </span>
        )}
        {row.snoozed === null ? null : (
          <span>
            {EXPIRY_TEXTS.snoozed}: <Moment at={row.snoozed.until} form="date" />
            {row.snoozed.note === '' ? null : ` · ${row.snoozed.note}`}
          </span>
        )}
      </Stack>
      {row.credentialId !== null && (row.endSaidBy === null || row.endSaidBy === 'person') ? (
        <EndDateForm
          key={row.id}
          appProfileId={row.appProfileId}
          credentialId={row.credentialId}
          expiresOn={row.expiresOn}
          onSaved={onChanged}
        />
      ) : null}
      <PanelSection title={TEXTS.facts}>
        <Facts
          facts={[
            { label: EXPIRY_TEXTS.columns.held, value: EXPIRY_TEXTS.held[row.held] },
            ...(row.endSaidBy === null
              ? []
              : [{ label: TEXTS.endSaidBy, value: TEXTS.endSaidByWhom[row.endSaidBy] }]),
            { label: TEXTS.clientId, value: <Identifier value={row.clientId} what={TEXTS.clientId} /> },
            ...(row.keyId === null
              ? []
              : [{ label: TEXTS.keyId, value: <Identifier value={row.keyId} what={TEXTS.keyId} /> }]),
            ...(row.mark === null
              ? []
              : [
                  row.kind === 'certificate'
                    ? {
                        label: TEXTS.thumbprint,
                        value: <Identifier value={row.mark} what={TEXTS.thumbprint} full />,
                      }
                    : { label: TEXTS.hint, value: row.mark },
                ]),
          ]}
        />
      </PanelSection>
      <PanelSection title={TEXTS.owners}>
        {row.owners.length === 0 ? (
          <span>{TEXTS.noOwners}</span>
        ) : (
          <Facts
            facts={row.owners.map(({ mail, name }) => ({
              label: name,
              value: mail === null ? '' : <Identifier value={mail} what={name} full />,
            }))}
          />
        )}
      </PanelSection>
      <PanelSection title={TEXTS.workspaces}>
        {workspaces.map((workspace) => (
          <Inline key={workspace.id} gap="xs">
            <Swatch colour={WORKSPACE_TOKENS[workspace.colour]} />
            <Link as="button" onClick={() => openApp(workspace.id)}>
              {workspace.name}
            </Link>
          </Inline>
        ))}
      </PanelSection>
    </SidePanel>
  );
};
