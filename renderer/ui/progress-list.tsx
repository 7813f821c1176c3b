import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { AppError } from '../../preload/contract/words/errors.ts';
import type { StepState } from '../../preload/contract/words/status.ts';
import { ErrorPanel } from './error-panel.tsx';
import type { RemedyHandlers } from './use-remedies.ts';
import { StepStateBadge } from './status-badge.tsx';

/** Beside an open panel: the text goes below instead of standing letter under letter. */
const NARROW = '@container (max-width: 520px)';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minHeight: 0 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    containerType: 'inline-size',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: '170px minmax(160px, 1fr) minmax(0, 2fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    [NARROW]: { gridTemplateColumns: 'max-content minmax(0, 1fr)' },
  },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  text: {
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    [NARROW]: { gridColumn: '1 / -1' },
  },
  error: { gridColumn: '1 / -1', padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}` },
});

/** One line of a progress list, usually one environment or one step. */
export type ProgressItem = {
  readonly id: string;
  readonly name: string;
  readonly state: StepState;
  /** Replaces the state's own word. */
  readonly word?: string;
  readonly text?: ReactNode;
  readonly error?: AppError | null;
  readonly handlers?: RemedyHandlers;
};

/** Progress of many things at once: a bar for the whole (while `running`), then a line for each with its error below it. */
export const ProgressList = (props: {
  readonly label: string;
  readonly running: boolean;
  readonly done: number;
  readonly total: number;
  readonly items: readonly ProgressItem[];
}): ReactElement => {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      {props.running ? (
        <ProgressBar
          aria-label={props.label}
          value={props.done}
          max={Math.max(1, props.total)}
          thickness="large"
        />
      ) : null}
      <ul className={styles.list} aria-label={props.label}>
        {props.items.map((item) => (
          <li key={item.id} className={styles.item}>
            <StepStateBadge state={item.state} {...(item.word === undefined ? {} : { word: item.word })} />
            <span className={styles.name} title={item.name}>
              {item.name}
            </span>
            <span className={styles.text}>{item.text}</span>
            {item.error == null ? null : (
              <div className={styles.error}>
                <ErrorPanel
                  error={item.error}
                  {...(item.handlers === undefined ? {} : { handlers: item.handlers })}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
