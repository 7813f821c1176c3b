import type { ReactElement } from 'react';
import { useState } from 'react';
import type { OperationDetail } from '../../../preload/contract/fleet.ts';
import type { OperationId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import {
  ACTIVITY_TEXTS,
  HOME_TEXTS,
  OPERATION_STATE_LABELS,
  ROLES_MISSING_TEXTS,
  ROTATION_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import { useAction, useCall } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import { ChangePanel } from '../../plans/index.ts';
import {
  Button,
  ErrorPanel,
  Facts,
  Inline,
  Moment,
  NoticeBar,
  PanelSection,
  SidePanel,
  Skeleton,
  SkeletonItem,
  StatusBadge,
  useToasts,
} from '../../ui/index.ts';
import { AuditRows } from './audit-rows.tsx';
import { OPERATION_STATUS } from './operation-status.ts';
import { sectionsOf } from './operation-sections.ts';
import { ToldSteps } from './told-steps.tsx';
import { unrecordedHint } from './unrecorded-hint.ts';

/** Where what an operation was about can be looked at. */
const placeOf = ({
  environments,
}: OperationDetail): 'applications' | 'security-roles' | 'application-users' => {
  if (environments.length === 0) return 'applications';
  return environments.every(({ clientId }) => clientId === null) ? 'security-roles' : 'application-users';
};

/** One operation, environment by environment and step by step, as the journal tells it. */
export const OperationPanel = (props: {
  readonly workspaceId: WorkspaceId;
  readonly operationId: OperationId;
  readonly onClose: () => void;
}): ReactElement => {
  const go = useGo();
  const toasts = useToasts();
  const { workspaceId, operationId } = props;
  const { data, error, refresh } = useCall('fleet.operation', { workspaceId, operationId });
  const acknowledge = useAction('fleet.acknowledge', {
    invalidates: ['fleet.operations', 'fleet.operation'],
  });
  const rotations = useCall('fleet.rotations', { workspaceId });
  const summary = data?.summary;
  const rotated = rotations.data?.rotations.find(({ id }) => id === summary?.rotationId) ?? null;
  const [again, setAgain] = useState<'continue' | 'undo' | null>(null);
  const seen = async () => {
    const result = await acknowledge.run({ workspaceId, operationId });
    if (result.ok) toasts.info(HOME_TEXTS.operations.acknowledged);
    else toasts.failure(result.error);
  };
  const place = data === undefined ? 'application-users' : placeOf(data);
  const may = data?.may ?? { continue: false, undo: false };
  if (again !== null)
    return (
      <ChangePanel
        title={again === 'undo' ? ACTIVITY_TEXTS.undoTitle : ACTIVITY_TEXTS.continueTitle}
        change={{ kind: 'again', operationId, what: again }}
        onClose={() => setAgain(null)}
      />
    );
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
          {may.continue ? (
            <Button appearance="primary" onClick={() => setAgain('continue')}>
              {ACTIVITY_TEXTS.continue}
            </Button>
          ) : null}
          {may.undo ? <Button onClick={() => setAgain('undo')}>{ACTIVITY_TEXTS.undo}</Button> : null}
          {summary?.state === 'interrupted' && !summary.acknowledged ? (
            <Button disabledFocusable={acknowledge.busy} onClick={() => void seen()}>
              {HOME_TEXTS.operations.acknowledge}
            </Button>
          ) : null}
          {rotated === null || rotated.stage === 'finished' ? null : (
            <Button
              appearance="primary"
              onClick={() =>
                go({
                  page: 'applications/rotate',
                  workspaceId,
                  params: { app: rotated.appProfileId, rotation: rotated.id },
                })
              }
            >
              {ROTATION_TEXTS.goOn}
            </Button>
          )}
          <Button onClick={() => go({ page: place, workspaceId })}>{ACTIVITY_TEXTS.show[place]}</Button>
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
              {unrecordedHint(data)}
            </NoticeBar>
          )}
          {sectionsOf(data).map(({ about, key, problem, rolesMissing, title, steps }) => (
            <PanelSection key={key} title={title}>
              {rolesMissing.length === 0 ? null : (
                <NoticeBar intent="warning" title={ACTIVITY_TEXTS.rolesMissing}>
                  {ROLES_MISSING_TEXTS.text(rolesMissing)}
                </NoticeBar>
              )}
              {problem === null ? null : (
                <>
                  <span>{ACTIVITY_TEXTS.notPlanned}</span>
                  <ErrorPanel error={problem} />
                </>
              )}
              <ToldSteps steps={steps} />
              {about === null ? null : <AuditRows about={{ workspaceId, operationId, ...about }} />}
            </PanelSection>
          ))}
        </>
      )}
    </SidePanel>
  );
};
