import type { ReactElement } from 'react';
import { useState } from 'react';
import type { CredentialId, EnvironmentId } from '../../../../preload/contract/words/ids.ts';
import { TOKENS_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useAction, useCall, useWorkspace } from '../../../bridge/index.ts';
import { useInventoryUsers } from '../../../inventory/index.ts';
import {
  Button,
  EmptyState,
  ErrorPanel,
  FoldList,
  NoticeBar,
  SecretIcon,
  Skeleton,
  SkeletonItem,
  Stack,
  StatusBadge,
} from '../../../ui/index.ts';
import { usableCredential } from '../credential-health.ts';
import type { ProfileTabProps } from '../profile-tab.ts';
import { AskToken } from './ask-token.tsx';
import { judgeRecord, minutesBetween } from './judged-token.ts';
import type { JudgedToken } from './judged-token.ts';
import { TokenBody } from './token-body.tsx';

/** Minutes by which the clock may be wrong before it is worth a word: the services forgive five. */
const CLOCK_MINUTES = 2;

const ageOf = ({ record }: JudgedToken, now: number): string =>
  record.expiresOn === null || Date.parse(record.expiresOn) <= now
    ? TEXTS.age(minutesBetween(Date.parse(record.at), now))
    : TEXTS.expiresIn(minutesBetween(now, Date.parse(record.expiresOn)));

const LISTED = ['appProfiles.list'] as const;

/** The last token of an app per environment and credential, claim by claim, and the way to a new one. */
export const TokensTab = ({ profile, onAdding }: ProfileTabProps): ReactElement => {
  const workspace = useWorkspace();
  const users = useInventoryUsers(workspace.id);
  const environments = useCall('environments.list', { workspaceId: workspace.id }).data?.environments ?? [];
  const list = useCall('tokens.list', { workspaceId: workspace.id, appProfileId: profile.id });
  const [openedAt] = useState(() => Date.now());
  const now = list.asOf?.getTime() ?? openedAt;
  const [environmentId, setEnvironmentId] = useState<EnvironmentId | null>(null);
  const [chosenCredential, setCredential] = useState<CredentialId | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const credentialId = chosenCredential ?? usableCredential(profile, now)?.id ?? null;
  // A certificate that was waiting for its upload is in Entra once it has signed in.
  const waits = profile.credentials.some(({ id, notInEntraYet }) => notInEntraYet && id === credentialId);
  const ask = useAction('tokens.request', { invalidates: ['tokens.list', ...(waits ? LISTED : [])] });

  const addCredential = () => onAdding('secret');
  const askFor = (environment: EnvironmentId, credential: CredentialId) => {
    setAsked(`${environment}_${credential}`);
    const who = { workspaceId: workspace.id, appProfileId: profile.id };
    void ask.run({ ...who, environmentId: environment, credentialId: credential });
  };
  const clockAheadSeconds = list.data?.clockAheadSeconds ?? null;
  const clockMinutes = Math.round(Math.abs(clockAheadSeconds ?? 0) / 60);
  const judged = (list.data?.tokens ?? [])
    .map((record) => judgeRecord(record, { profile, environments, users, clockAheadSeconds, now }))
    .toSorted((a, b) => a.environmentName.localeCompare(b.environmentName));

  if (profile.credentials.length === 0) {
    return (
      <EmptyState icon={SecretIcon} title={TEXTS.noneTitle} text={TEXTS.noCredential}>
        <Button appearance="primary" onClick={addCredential}>
          {TEXTS.addCredential}
        </Button>
      </EmptyState>
    );
  }
  return (
    <Stack gap="l">
      <span>{TEXTS.intro}</span>
      {clockMinutes < CLOCK_MINUTES ? null : (
        <NoticeBar intent="warning" title={TEXTS.clock(clockMinutes, (clockAheadSeconds ?? 0) > 0)}>
          {TEXTS.clockText}
        </NoticeBar>
      )}
      {environments.length === 0 ? (
        <span>{TEXTS.noEnvironment}</span>
      ) : (
        <AskToken
          profile={profile}
          environments={environments}
          environment={environments.find(({ id }) => id === environmentId)}
          credentialId={credentialId}
          busy={ask.busy}
          onEnvironment={setEnvironmentId}
          onCredential={setCredential}
          onAsk={() => {
            if (environmentId !== null && credentialId !== null) askFor(environmentId, credentialId);
          }}
          onCancel={ask.cancel}
        />
      )}
      {ask.error === null || ask.error.code === 'cancelled' ? null : <ErrorPanel error={ask.error} />}
      {list.error === null ? null : <ErrorPanel error={list.error} handlers={{ retry: list.refresh }} />}
      {list.loading ? (
        <Skeleton aria-busy>
          <SkeletonItem size={36} />
        </Skeleton>
      ) : judged.length === 0 && list.error === null ? (
        <EmptyState icon={SecretIcon} title={TEXTS.noneTitle} text={TEXTS.noneText} />
      ) : (
        <FoldList
          label={TEXTS.list}
          items={judged.map((token) => {
            const { environmentId: environment, credentialId: credential } = token.record;
            const key = `${environment}_${credential}`;
            return {
              id: key,
              status: <StatusBadge status={token.status} word={token.word} />,
              title: token.environmentName,
              note: ageOf(token, now),
              open: key === asked,
              body: (
                <TokenBody
                  token={token}
                  busy={ask.busy}
                  handlers={{
                    retry: () => askFor(environment, credential),
                    'add-credential': addCredential,
                  }}
                  onAgain={() => askFor(environment, credential)}
                />
              ),
            };
          })}
        />
      )}
    </Stack>
  );
};
