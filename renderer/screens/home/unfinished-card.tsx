import type { ReactElement } from 'react';
import type { OperationSummary } from '../../../preload/contract/fleet.ts';
import type { OperationId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { HOME_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import {
  Button,
  Card,
  Inline,
  makeStyles,
  Moment,
  StepStateBadge,
  tokens,
  useToasts,
} from '../../ui/index.ts';

const TEXTS = HOME_TEXTS.operations;

const useStyles = makeStyles({
  card: { borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorPaletteDarkOrangeBorderActive}` },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Operations that the console did not finish: what is done, what is not, what nobody recorded. */
export const UnfinishedCard = (props: {
  readonly workspaceId: WorkspaceId;
  readonly operations: readonly OperationSummary[];
  readonly onShow: (id: OperationId) => void;
}): ReactElement => {
  const styles = useStyles();
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
    <Card title={TEXTS.title} text={TEXTS.text} className={styles.card}>
      {props.operations.map(({ id, title, startedAt, counts }) => (
        <div key={id} className={styles.item}>
          <Inline justify="between" wrap>
            <span className={styles.title}>{title}</span>
            <span className={styles.quiet}>
              {TEXTS.started} <Moment at={startedAt} />
            </span>
          </Inline>
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
          <Inline>
            <Button size="small" appearance="primary" onClick={() => props.onShow(id)}>
              {TEXTS.show}
            </Button>
            <Button size="small" disabledFocusable={acknowledge.busy} onClick={() => void seen(id)}>
              {TEXTS.acknowledge}
            </Button>
          </Inline>
        </div>
      ))}
    </Card>
  );
};
