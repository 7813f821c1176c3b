import type { ReactElement } from 'react';
import type { OperationSummary } from '../../../preload/contract/fleet.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { OperationId } from '../../../preload/contract/words/ids.ts';
import { HOME_TEXTS, OPERATION_STATE_LABELS } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import {
  Button,
  Card,
  cardRowButton,
  cardRows,
  ErrorPanel,
  makeStyles,
  Moment,
  StatusBadge,
  tokens,
} from '../../ui/index.ts';
import { OPERATION_STATUS } from '../activity/index.ts';

const TEXTS = HOME_TEXTS.recent;
const MOST_SHOWN = 6;

const useStyles = makeStyles({
  list: cardRows,
  button: { ...cardRowButton, gridTemplateColumns: '120px minmax(0, 1fr) auto' },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The operations of late, with the way to each. */
export const RecentCard = (props: {
  readonly operations: readonly OperationSummary[];
  readonly error: AppError | null;
  readonly onShow: (id: OperationId) => void;
}): ReactElement => {
  const styles = useStyles();
  const go = useGo();
  const { id: workspaceId } = useWorkspace();
  const newest = props.operations
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
    .slice(0, MOST_SHOWN);
  return (
    <Card
      title={TEXTS.title}
      actions={
        <Button size="small" appearance="subtle" onClick={() => go({ page: 'activity', workspaceId })}>
          {TEXTS.open}
        </Button>
      }
    >
      {props.error === null ? null : <ErrorPanel bare error={props.error} />}
      {newest.length === 0 ? (
        <span className={styles.quiet}>{TEXTS.none}</span>
      ) : (
        <ul className={styles.list}>
          {newest.map((operation) => (
            <li key={operation.id}>
              <button type="button" className={styles.button} onClick={() => props.onShow(operation.id)}>
                <StatusBadge
                  status={OPERATION_STATUS[operation.state]}
                  word={OPERATION_STATE_LABELS[operation.state]}
                />
                <span className={styles.title} title={operation.title}>
                  {operation.title}
                </span>
                <span className={styles.quiet}>
                  <Moment at={operation.startedAt} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
