import type { ReactElement } from 'react';
import { useState } from 'react';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import { ROTATION_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import { useGo, usePlaceParams } from '../../places/index.ts';
import { ChangePanel } from '../../plans/index.ts';
import {
  ApplicationsIcon,
  Button,
  Card,
  EmptyState,
  ErrorPanel,
  makeStyles,
  Page,
  ProgressList,
  Skeleton,
  SkeletonItem,
  Stack,
  tokens,
} from '../../ui/index.ts';
import { BeginForm } from './begin-form.tsx';
import { rotationSteps } from './rotation-steps.ts';
import { RotationView } from './rotation-view.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    maxWidth: '860px',
  },
});

/** The rotation of one app's credential on one page: its steps, its proofs, and what comes next. */
export const RotationScreen = (): ReactElement => {
  const styles = useStyles();
  const workspace = useWorkspace();
  const workspaceId = workspace.id;
  const go = useGo();
  const [params, change] = usePlaceParams();
  const profiles = useCall('appProfiles.list', { workspaceId });
  const rotations = useCall('fleet.rotations', { workspaceId });
  const [wanted, setWanted] = useState<{ readonly change: TenantChange; readonly key: number } | null>(null);

  const profile = profiles.data?.profiles.find(({ id }) => id === params['app']);
  const own = (rotations.data?.rotations ?? []).filter(({ appProfileId }) => appProfileId === profile?.id);
  const anew = params['begin'] === 'yes';
  const rotation = anew
    ? null
    : (own.find(({ id }) => id === params['rotation']) ??
      own.find(({ stage, dismissed }) => stage !== 'finished' && !dismissed) ??
      null);
  const ask = (what: TenantChange) => setWanted((before) => ({ change: what, key: (before?.key ?? 0) + 1 }));
  const error = profiles.error ?? rotations.error;
  const loading = profiles.data === undefined || rotations.data === undefined;
  const refresh = () => {
    profiles.refresh();
    rotations.refresh();
  };
  const content = (() => {
    if (error !== null && loading) return <ErrorPanel error={error} handlers={{ retry: refresh }} />;
    if (loading)
      return (
        <Skeleton aria-hidden>
          <SkeletonItem size={96} />
        </Skeleton>
      );
    if (profile === undefined)
      return (
        <EmptyState icon={ApplicationsIcon} title={TEXTS.noApp} text={TEXTS.noAppText}>
          <Button onClick={() => go({ page: 'applications', workspaceId })}>{TEXTS.toApplications}</Button>
        </EmptyState>
      );
    return (
      <div className={styles.columns}>
        <Card title={TEXTS.steps}>
          <ProgressList
            label={TEXTS.steps}
            running={false}
            done={0}
            total={5}
            items={rotationSteps(rotation)}
          />
        </Card>
        {rotation === null ? (
          <Card title={TEXTS.newOne}>
            <BeginForm key={profile.id} profile={profile} onBegin={ask} />
          </Card>
        ) : (
          <Stack>
            <RotationView
              key={`${rotation.id} ${rotation.lastOperation}`}
              rotation={rotation}
              profile={profile}
              onChange={ask}
              onAnother={() => change({ rotation: null, begin: 'yes' })}
            />
          </Stack>
        )}
      </div>
    );
  })();
  return (
    <Page
      title={profile === undefined ? TEXTS.title : TEXTS.titleOf(profile.name)}
      purpose={TEXTS.purpose}
      asOf={rotations.asOf}
      refreshing={rotations.refreshing}
      onRefresh={refresh}
      scroll
      details={
        wanted === null ? null : (
          <ChangePanel
            key={wanted.key}
            title={TEXTS.preview[wanted.change.kind === 'finish-rotation' ? 'remove' : 'renew']}
            change={wanted.change}
            onDone={(plan) => change({ begin: null, rotation: plan.tenant?.rotationId ?? null })}
            onClose={() => {
              change({ begin: null }, { replace: true });
              setWanted(null);
            }}
          />
        )
      }
    >
      {content}
    </Page>
  );
};
