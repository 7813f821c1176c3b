import type { ReactElement } from 'react';
import { explain, SHELL_TEXTS } from '../../preload/contract/words/texts/en.ts';
import type { StreamEntry } from '../bridge/index.ts';
import {
  Button,
  CloseIcon,
  Inline,
  makeStyles,
  Moment,
  ProgressBar,
  StepStateBadge,
  tokens,
} from '../ui/index.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', maxHeight: '60vh', overflowY: 'auto' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  row: { gridColumn: '1 / -1', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const STEP_STATES = {
  running: 'running',
  cancelling: 'running',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
} as const;

const Operation = (props: { readonly entry: StreamEntry; readonly onCancel: () => void }): ReactElement => {
  const styles = useStyles();
  const { entry } = props;
  const { done, total } = entry.count;
  const active = entry.endedAt === null;
  return (
    <li className={styles.item}>
      <span className={styles.name}>{entry.title}</span>
      {entry.state === 'running' ? (
        <Button
          size="small"
          aria-label={SHELL_TEXTS.operationCancel(entry.title)}
          icon={<CloseIcon />}
          onClick={props.onCancel}
        />
      ) : (
        <span className={styles.quiet}>
          <Moment at={new Date(entry.endedAt ?? entry.startedAt)} form="time" />
        </span>
      )}
      {active ? (
        <ProgressBar
          className={styles.row}
          aria-label={entry.title}
          {...(total === null || total === 0 ? {} : { value: done, max: total })}
        />
      ) : null}
      <div className={styles.row}>
        <Inline justify="between">
          <StepStateBadge state={STEP_STATES[entry.state]} word={SHELL_TEXTS.operationStates[entry.state]} />
          {done === 0 && total === null ? null : (
            <span className={styles.quiet}>{SHELL_TEXTS.operationCount(done, total)}</span>
          )}
        </Inline>
        {entry.error === null ? null : <div className={styles.quiet}>{explain(entry.error).title}</div>}
      </div>
    </li>
  );
};

/** Each operation with how far it is and a cancel. */
export const OperationList = (props: {
  readonly entries: readonly StreamEntry[];
  readonly onCancel: (entry: StreamEntry) => void;
}): ReactElement => {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {props.entries.map((entry) => (
        <Operation key={entry.id} entry={entry} onCancel={() => props.onCancel(entry)} />
      ))}
    </ul>
  );
};
