import type { ReactElement } from 'react';
import type { OperationSummary } from '../../../preload/contract/fleet.ts';
import type { OperationId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { HOME_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import { Button, Inline, Moment, StepStateBadge, useToasts } from '../../ui/index.ts';
import { OpenWork, OpenWorkCard } from './open-work-card.tsx';

const TEXTS = HOME_TEXTS.operations;

/** Operations that the console did not finish: what is done, what is not, what nobody recorded. */
export const UnfinishedCard = (props: {
  readonly workspaceId: WorkspaceId;
  readonly operations: readonly OperationSummary[];
  readonly onShow: (id: OperationId) => void;
}): ReactElement => {
  const toasts = useToasts();
  const acknowledge = useAction('fleet.acknowledge', {
    invalidates: ['fleet.operations', 'fleet.operation'],
  });
  const seen = async (operationId: OperationId) => {
    const result = await acknowledge.run({ workspaceId: props.workspaceId, operationId });
    if (result.ok) toasts.info(TEXTS.acknowledged);
    else toasts.failure(result.error);
  };
  return (
    <OpenWorkCard title={TEXTS.title} text={TEXTS.text}>
      {props.operations.map(({ id, title, startedAt, counts }) => (
        <OpenWork
          key={id}
          title={title}
          since={
            <>
              {TEXTS.started} <Moment at={startedAt} />
            </>
          }
          actions={
            <>
              <Button size="small" appearance="primary" onClick={() => props.onShow(id)}>
                {TEXTS.show}
              </Button>
              <Button size="small" disabledFocusable={acknowledge.busy} onClick={() => void seen(id)}>
                {TEXTS.acknowledge}
              </Button>
            </>
          }
        >
          <Inline gap="l" wrap>
            <StepStateBadge state="done" word={TEXTS.done(counts.done)} />
            {counts.failed === 0 ? null : (
              <StepStateBadge state="failed" word={TEXTS.failed(counts.failed)} />
            )}
            <StepStateBadge state="skipped" word={TEXTS.notDone(counts.notDone)} />
            {counts.unrecorded === 0 ? null : (
              <StepStateBadge state="unrecorded" word={TEXTS.unrecorded(counts.unrecorded)} />
            )}
          </Inline>
        </OpenWork>
      ))}
    </OpenWorkCard>
  );
};
