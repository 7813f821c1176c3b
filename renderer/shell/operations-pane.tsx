import type { ReactElement } from 'react';
import { explain, SHELL_TEXTS } from '../../preload/contract/words/texts/en.ts';
import type { StreamEntry } from '../bridge/index.ts';
import { useBridge, useStreams, useWorkspaceOrNone } from '../bridge/index.ts';
import {
  Badge,
  Button,
  CloseIcon,
  Inline,
  makeStyles,
  Moment,
  OperationsIcon,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  ProgressBar,
  StepStateBadge,
  tokens,
  Tooltip,
} from '../ui/index.ts';

const useStyles = makeStyles({
  surface: { width: '420px', maxWidth: '90vw', padding: 0 },
  head: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
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
  empty: {
    margin: 0,
    padding: tokens.spacingVerticalXXL,
    textAlign: 'center',
    color: tokens.colorNeutralForeground3,
  },
  anchor: { position: 'relative', display: 'inline-flex' },
  badge: { position: 'absolute', top: '-2px', right: '-4px', pointerEvents: 'none' },
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

/** What runs and what ran in this session, with a cancel for each; only of the workspace that is shown. */
export const OperationsPane = (): ReactElement => {
  const styles = useStyles();
  const { streams } = useBridge();
  const workspaceId = useWorkspaceOrNone()?.id ?? null;
  const entries = useStreams().filter((entry) => workspaceId !== null && entry.scope.startsWith(workspaceId));
  const running = entries.filter((entry) => entry.endedAt === null).length;
  return (
    <Popover positioning="below-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip content={SHELL_TEXTS.operationsRunning(running)} relationship="label">
          <Button
            appearance="subtle"
            icon={
              <span className={styles.anchor}>
                <OperationsIcon />
                {running === 0 ? null : (
                  <Badge className={styles.badge} size="small" color="brand">
                    {running}
                  </Badge>
                )}
              </span>
            }
          />
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={SHELL_TEXTS.operations}>
        <Inline justify="between" className={styles.head}>
          <h2 className={styles.title}>{SHELL_TEXTS.operations}</h2>
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={entries.length === running}
            onClick={streams.forgetEnded}
          >
            {SHELL_TEXTS.operationsClear}
          </Button>
        </Inline>
        {entries.length === 0 ? (
          <p className={styles.empty}>{SHELL_TEXTS.operationsEmpty}</p>
        ) : (
          <ul className={styles.list}>
            {entries.map((entry) => (
              <Operation key={entry.id} entry={entry} onCancel={() => streams.cancel(entry.id)} />
            ))}
          </ul>
        )}
      </PopoverSurface>
    </Popover>
  );
};
