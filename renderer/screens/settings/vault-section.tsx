import type { ReactElement } from 'react';
import { useState } from 'react';
import { START_ANEW } from '../../../preload/contract/words/status.ts';
import { SETTINGS_TEXTS, vaultTexts } from '../../../preload/contract/words/texts/en.ts';
import { useAction, useCall } from '../../bridge/index.ts';
import {
  Button,
  Card,
  ConfirmDialog,
  ErrorPanel,
  Facts,
  Inline,
  StatusBadge,
  useToasts,
} from '../../ui/index.ts';

const TEXTS = SETTINGS_TEXTS.vault;
const INVALIDATES = ['vault.status', 'appProfiles.list', 'identity.account'] as const;

/** Where secrets are kept right now, what that means, and the way back to a keychain that keeps them. */
export const VaultSection = (): ReactElement => {
  const { data, error, refresh, refreshing } = useCall('vault.status', {});
  const unlock = useAction('vault.unlock', { invalidates: INVALIDATES });
  const startAnew = useAction('vault.startAnew', { invalidates: INVALIDATES });
  const [confirming, setConfirming] = useState(false);
  const toasts = useToasts();

  const askToUnlock = async () => {
    const result = await unlock.run({});
    if (!result.ok) toasts.failure(result.error);
  };
  const begin = async () => {
    const result = await startAnew.run({ confirmation: START_ANEW });
    setConfirming(false);
    if (result.ok) toasts.success(TEXTS.startedAnew);
    else toasts.failure(result.error);
  };
  return (
    <Card title={SETTINGS_TEXTS.sections.vault} text={TEXTS.promise}>
      {error === null ? null : <ErrorPanel error={error} handlers={{ retry: refresh }} />}
      {data === undefined ? null : (
        <>
          <Facts
            facts={[
              {
                label: TEXTS.state,
                value: (
                  <StatusBadge
                    status={data.keeps === 'keychain' ? 'healthy' : 'attention'}
                    word={vaultTexts(data).title}
                  />
                ),
              },
              { label: TEXTS.keeps, value: data.keeps === 'keychain' ? TEXTS.keychain : TEXTS.session },
              ...(data.detail === null ? [] : [{ label: TEXTS.detail, value: data.detail }]),
            ]}
          />
          <span>{vaultTexts(data).meaning}</span>
        </>
      )}
      <Inline wrap>
        {data?.state === 'locked' ? (
          <Button
            appearance="primary"
            title={TEXTS.unlockHint}
            disabledFocusable={unlock.busy}
            onClick={() => void askToUnlock()}
          >
            {TEXTS.unlock}
          </Button>
        ) : null}
        <Button disabledFocusable={refreshing} onClick={refresh}>
          {TEXTS.checkAgain}
        </Button>
        {data?.state === 'available' && data.keeps === 'session' ? (
          <Button onClick={() => setConfirming(true)}>{`${TEXTS.startAnew}…`}</Button>
        ) : null}
      </Inline>
      {confirming ? (
        <ConfirmDialog
          title={TEXTS.startAnew}
          confirmLabel={TEXTS.startAnew}
          typed={[START_ANEW]}
          busy={startAnew.busy}
          onConfirm={() => void begin()}
          onCancel={() => setConfirming(false)}
        >
          {TEXTS.startAnewText}
        </ConfirmDialog>
      ) : null}
    </Card>
  );
};
