import type { ReactElement } from 'react';
import { SETTINGS_TEXTS, VAULT_STATE_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall } from '../../bridge/index.ts';
import { Button, Card, ErrorPanel, Facts, Inline, StatusBadge } from '../../ui/index.ts';

const TEXTS = SETTINGS_TEXTS.vault;

/** Where secrets are kept right now, and what that means. */
export const VaultSection = (): ReactElement => {
  const { data, error, refresh, refreshing } = useCall('vault.status', {});
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
                    status={data.state === 'available' ? 'healthy' : 'attention'}
                    word={VAULT_STATE_TEXTS[data.state].title}
                  />
                ),
              },
              { label: TEXTS.keeps, value: data.keeps === 'keychain' ? TEXTS.keychain : TEXTS.session },
              ...(data.detail === null ? [] : [{ label: TEXTS.detail, value: data.detail }]),
            ]}
          />
          <span>{VAULT_STATE_TEXTS[data.state].meaning}</span>
        </>
      )}
      <Inline>
        <Button disabledFocusable={refreshing} onClick={refresh}>
          {TEXTS.checkAgain}
        </Button>
      </Inline>
    </Card>
  );
};
