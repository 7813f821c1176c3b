import type { ReactElement } from 'react';
import { useEffect, useMemo } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import { parseOperationId } from '../../../preload/contract/words/ids.ts';
import { HOME_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import { GuideCard } from '../../guide/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import { useAccount, useSettings } from '../../session/index.ts';
import { makeStyles, Page, tokens } from '../../ui/index.ts';
import { OperationPanel } from '../activity/index.ts';
import { environmentRow, useEnvironmentChecks } from '../environments/index.ts';
import { AccessCard } from './access-card.tsx';
import { AttentionCard } from './attention-card.tsx';
import { EnvironmentsCard } from './environments-card.tsx';
import { DriftCard } from './drift-card.tsx';
import { ExpiryCard } from './expiry-card.tsx';
import { isLeftOpen, unfinishedOf } from './open-work.ts';
import { RecentCard } from './recent-card.tsx';
import { RotationsCard } from './rotations-card.tsx';
import { UnfinishedCard } from './unfinished-card.tsx';

const NO_ENVIRONMENTS: readonly Environment[] = [];

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 3fr)',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingHorizontalL, minWidth: 0 },
});

/** What needs attention in the workspace, and the next step of the journey. */
export const HomeScreen = (): ReactElement => {
  const styles = useStyles();
  const workspace = useWorkspace();
  const workspaceId = workspace.id;
  const account = useAccount();
  const { settings } = useSettings();
  const [params, change] = usePlaceParams();
  const list = useCall('environments.list', { workspaceId });
  const operations = useCall('fleet.operations', { workspaceId });
  const rotations = useCall('fleet.rotations', { workspaceId });
  const checks = useEnvironmentChecks(workspaceId);

  const environments = list.data?.environments ?? NO_ENVIRONMENTS;
  const rows = useMemo(
    () => environments.map((environment) => environmentRow(environment, checks)),
    [environments, checks],
  );
  const all = operations.data?.operations ?? [];
  const unfinished = unfinishedOf(all);
  const rotating = (rotations.data?.rotations ?? []).filter(
    ({ stage, dismissed, running }) => stage !== 'finished' && !dismissed && !running,
  );
  const openWork = rotating.length > 0 || isLeftOpen(all);
  const operationId = parseOperationId(params['operation'] ?? '');

  const firstCheck = account.state === 'signed-in' && !checks.everRun && environments.length > 0;
  useEffect(() => {
    if (firstCheck) checks.start(environments.map(({ id }) => id));
    // oxlint-disable-next-line react/exhaustive-deps -- once per session; only the moment matters
  }, [firstCheck]);

  // A new workspace asks by its address to be signed in to; the wish is taken out of it so that "back" does not repeat it.
  const wish = params['do'];
  const { signIn } = account;
  useEffect(() => {
    if (wish !== 'sign-in') return;
    change({ do: null }, { replace: true });
    void signIn();
    // oxlint-disable-next-line react/exhaustive-deps -- the wish is the trigger
  }, [wish]);

  const refresh = () => {
    list.refresh();
    operations.refresh();
    checks.start(environments.map(({ id }) => id));
  };
  return (
    <Page
      title={HOME_TEXTS.title}
      purpose={HOME_TEXTS.purpose(workspace.name)}
      asOf={checks.asOf ?? list.asOf}
      refreshing={list.refreshing || checks.running}
      onRefresh={refresh}
      scroll
      details={
        operationId === null ? null : (
          <OperationPanel
            key={operationId}
            workspaceId={workspaceId}
            operationId={operationId}
            onClose={() => change({ operation: null })}
          />
        )
      }
    >
      <div className={styles.grid}>
        <div className={styles.column}>
          {unfinished.length === 0 ? null : (
            <UnfinishedCard
              workspaceId={workspaceId}
              operations={unfinished}
              onShow={(id) => change({ operation: id })}
            />
          )}
          {rotating.length === 0 ? null : <RotationsCard workspaceId={workspaceId} rotations={rotating} />}
          <AttentionCard
            rows={rows}
            checks={checks}
            loading={list.loading}
            error={list.error}
            onRetry={list.refresh}
            openWork={openWork}
          />
          <ExpiryCard />
          <RecentCard operations={all} onShow={(id) => change({ operation: id })} error={operations.error} />
        </div>
        <div className={styles.column}>
          {settings?.guideShown === true ? null : <GuideCard />}
          {environments.length === 0 ? null : <EnvironmentsCard rows={rows} />}
          {environments.length === 0 ? null : <AccessCard environments={environments} />}
          <DriftCard />
        </div>
      </div>
    </Page>
  );
};
