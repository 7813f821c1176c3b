import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { START_ANEW } from '../../../preload/contract/words/status.ts';
import { SETTINGS_TEXTS, VAULT_TEXTS, vaultTexts } from '../../../preload/contract/words/texts/en.ts';
import type { VaultHealth } from '../../../preload/contract/vault.ts';
import { useAction, useCall } from '../../bridge/index.ts';
import type { Fact } from '../../ui/index.ts';
import {
  Button,
  Card,
  ConfirmDialog,
  ErrorPanel,
  Facts,
  Identifier,
  Inline,
  LockedIcon,
  Moment,
  Stack,
  StatusBadge,
  useToasts,
} from '../../ui/index.ts';
import { ExportCard } from '../workspaces/index.ts';
import { VaultItems } from './vault-items.tsx';

const TEXTS = SETTINGS_TEXTS.vault;
const INVALIDATES = ['vault.status', 'appProfiles.list', 'identity.account'] as const;

const healthFacts = (health: VaultHealth | undefined): readonly Fact[] =>
  health === undefined
    ? []
    : [
        {
          label: VAULT_TEXTS.backend,
          value: VAULT_TEXTS.backendOf(VAULT_TEXTS.backends[health.backend], health.service),
        },
        {
          label: VAULT_TEXTS.lastCheck,
          value:
            health.lastCheck === null ? (
              VAULT_TEXTS.neverChecked
            ) : (
              <Inline wrap>
                <StatusBadge
                  status={health.lastCheck.works ? 'healthy' : 'attention'}
                  word={
                    health.lastCheck.works
                      ? VAULT_TEXTS.worked(health.lastCheck.milliseconds)
                      : VAULT_TEXTS.failed(health.lastCheck.detail)
                  }
                />
                <Moment at={health.lastCheck.at} />
              </Inline>
            ),
        },
        ...(health.status.keeps === 'keychain'
          ? [
              {
                label: VAULT_TEXTS.lock,
                value: VAULT_TEXTS.lockHint[health.canLock ? 'can' : health.backend],
              },
            ]
          : []),
        { label: VAULT_TEXTS.sizes, value: VAULT_TEXTS.sizesText(health.entryBytes) },
      ];

/** Where secrets are kept right now, what that means, and the way back to a keychain that keeps them. */
export const VaultSection = (): ReactElement => {
  const health = useCall('vault.health', {});
  const { error, refresh } = health;
  const data = health.data?.status;
  // A keychain that was unlocked or locked outside the console is seen here first; the warning above every page follows.
  const told = useCall('vault.status', {});
  const { refresh: tellAgain } = told;
  const changed = data !== undefined && told.data !== undefined && data.state !== told.data.state;
  useEffect(() => {
    if (changed) tellAgain();
  }, [changed, tellAgain]);
  const check = useAction('vault.check', { invalidates: ['vault.health', 'vault.status'] });
  const unlock = useAction('vault.unlock', { invalidates: INVALIDATES });
  const lock = useAction('vault.lock', { invalidates: INVALIDATES });
  const startAnew = useAction('vault.startAnew', { invalidates: INVALIDATES });
  const [confirming, setConfirming] = useState(false);
  const toasts = useToasts();

  const askToUnlock = async () => {
    const result = await unlock.run({});
    if (!result.ok) toasts.failure(result.error);
  };
  const lockable = health.data?.canLock === true;
  const locked = data?.state === 'locked';
  const busy = unlock.busy || lock.busy;
  // Once shown it stays, so that nothing else comes to stand where it was pressed.
  const [wasLocked, setWasLocked] = useState(false);
  if (locked && !wasLocked) setWasLocked(true);
  const shut = async () => {
    const result = await lock.run({});
    refresh();
    if (result.ok) toasts.success(VAULT_TEXTS.locked);
    else toasts.failure(result.error);
  };
  const begin = async () => {
    const result = await startAnew.run({ confirmation: START_ANEW });
    setConfirming(false);
    if (result.ok) toasts.success(TEXTS.startedAnew);
    else toasts.failure(result.error);
  };
  return (
    <Stack gap="l">
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
                ...healthFacts(health.data),
              ]}
            />
            <span>{vaultTexts(data).meaning}</span>
          </>
        )}
        <Inline wrap>
          {/* Two buttons that never change places: a click meant for one cannot do the other, and whoever has pressed one stays there. */}
          {lockable || wasLocked ? (
            <Button
              appearance={locked ? 'primary' : 'secondary'}
              title={TEXTS.unlockHint}
              disabledFocusable={!locked || busy}
              onClick={() => void askToUnlock()}
            >
              {TEXTS.unlock}
            </Button>
          ) : null}
          {lockable ? (
            <Button
              icon={<LockedIcon />}
              title={VAULT_TEXTS.lockHint.can}
              disabledFocusable={data?.keeps !== 'keychain' || busy}
              onClick={() => void shut()}
            >
              {VAULT_TEXTS.lockNow}
            </Button>
          ) : null}
          <Button
            title={VAULT_TEXTS.checkHint}
            disabledFocusable={check.busy}
            onClick={() => void check.run({})}
          >
            {VAULT_TEXTS.checkNow}
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
      {health.data === undefined ? null : <VaultItems health={health.data} />}
      <ExportCard workspace={null} />
      {health.data === undefined || health.data.setAside.length === 0 ? null : (
        <Card title={VAULT_TEXTS.setAside} text={VAULT_TEXTS.setAsideText}>
          {health.data.setAside.map((name) => (
            <Identifier key={name} value={name} what={VAULT_TEXTS.setAside} full />
          ))}
        </Card>
      )}
    </Stack>
  );
};
