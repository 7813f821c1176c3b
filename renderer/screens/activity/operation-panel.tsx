import type { ReactElement } from 'react';
import type { OperationId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import {
  ACTIVITY_TEXTS,
  HOME_TEXTS,
  OPERATION_STATE_LABELS,
  STEP_KIND_LABELS,
} from '../../../preload/contract/words/texts/en.ts';
import { useAction, useCall } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import {
  Button,
  ErrorPanel,
  Facts,
  Inline,
  makeStyles,
  Moment,
  NoticeBar,
  PanelSection,
  SidePanel,
  Skeleton,
  SkeletonItem,
  StatusBadge,
  StepStateBadge,
  tokens,
  useToasts,
} from '../../ui/index.ts';
import { OPERATION_STATUS } from './operation-status.ts';

const useStyles = makeStyles({
  steps: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  step: {
    display: 'grid',
    gridTemplateColumns: '150px minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'baseline',
  },
  what: { overflowWrap: 'anywhere' },
  change: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  error: { gridColumn: '1 / -1' },
});

/** One operation, environment by environment and step by step, as the journal tells it. */
export const OperationPanel = (props: {
  readonly workspaceId: WorkspaceId;
  readonly operationId: OperationId;
  readonly onClose: () => void;
}): ReactElement => {
  const styles = useStyles();
  const go = useGo();
  const toasts = useToasts();
  const { workspaceId, operationId } = props;
  const { data, error, refresh } = useCall('fleet.operation', { workspaceId, operationId });
  const acknowledge = useAction('fleet.acknowledge', {
    invalidates: ['fleet.operations', 'fleet.operation'],
  });
  const summary = data?.summary;
  const seen = async () => {
    const result = await acknowledge.run({ workspaceId, operationId });
    if (result.ok) toasts.info(HOME_TEXTS.operations.acknowledged);
    else toasts.failure(result.error);
  };
  return (
    <SidePanel
      title={summary?.title ?? ACTIVITY_TEXTS.steps}
      startWidth={460}
      {...(summary === undefined
        ? {}
        : {
            subtitle: (
              <StatusBadge
                status={OPERATION_STATUS[summary.state]}
                word={OPERATION_STATE_LABELS[summary.state]}
              />
            ),
          })}
      onClose={props.onClose}
      actions={
        <Inline wrap>
          {summary?.state === 'interrupted' && !summary.acknowledged ? (
            <Button appearance="primary" disabledFocusable={acknowledge.busy} onClick={() => void seen()}>
              {HOME_TEXTS.operations.acknowledge}
            </Button>
          ) : null}
          <Button onClick={() => go({ page: 'application-users', workspaceId })}>
            {ACTIVITY_TEXTS.showUsers}
          </Button>
        </Inline>
      }
    >
      {error === null ? null : <ErrorPanel error={error} handlers={{ retry: refresh }} />}
      {summary === undefined || data === undefined ? (
        error === null ? (
          <Skeleton aria-hidden>
            <SkeletonItem size={96} />
          </Skeleton>
        ) : null
      ) : (
        <>
          <Facts
            facts={[
              { label: ACTIVITY_TEXTS.operationColumns.startedAt, value: <Moment at={summary.startedAt} /> },
              {
                label: ACTIVITY_TEXTS.operationColumns.endedAt,
                value:
                  summary.endedAt !== null ? (
                    <Moment at={summary.endedAt} />
                  ) : summary.state === 'running' ? (
                    ACTIVITY_TEXTS.running
                  ) : (
                    ACTIVITY_TEXTS.neverEnded
                  ),
              },
            ]}
          />
          {summary.counts.unrecorded === 0 ? null : (
            <NoticeBar intent="warning" title={HOME_TEXTS.operations.unrecorded(summary.counts.unrecorded)}>
              {ACTIVITY_TEXTS.unrecordedHint}
            </NoticeBar>
          )}
          {data.environments.map((environment) => (
            <PanelSection
              key={environment.environmentId + environment.appName}
              title={`${environment.environmentName} · ${environment.appName}`}
            >
              <ul className={styles.steps}>
                {environment.steps.map((step) => (
                  <li key={step.id} className={styles.step}>
                    <StepStateBadge state={step.state} />
                    <div>
                      <div className={styles.what}>{`${STEP_KIND_LABELS[step.kind]}: ${step.subject}`}</div>
                      <div className={styles.change}>{`${step.before} → ${step.after}`}</div>
                    </div>
                    {step.error === null ? null : (
                      <div className={styles.error}>
                        <ErrorPanel error={step.error} />
                      </div>
                    )}
                  </li>
                ))}
              </ul>
            </PanelSection>
          ))}
        </>
      )}
    </SidePanel>
  );
};
