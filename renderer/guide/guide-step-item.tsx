import type { ReactElement } from 'react';
import { useId } from 'react';
import type { GuideState } from '../../preload/contract/words/guides.ts';
import type { Status } from '../../preload/contract/words/status.ts';
import { GUIDE_TEXTS } from '../../preload/contract/words/texts/en.ts';
import {
  Button,
  ChevronDownIcon,
  ChevronRightIcon,
  makeStyles,
  PendingIcon,
  rowButton,
  StatusBadge,
  tokens,
} from '../ui/index.ts';
import type { GuideStep } from './use-guide.ts';

const TEXTS = GUIDE_TEXTS;

const useStyles = makeStyles({
  item: { borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  head: {
    ...rowButton,
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '40px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  chevron: { display: 'inline-flex', color: tokens.colorNeutralForeground3 },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  evidence: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 40px`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  body: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} 40px`,
  },
  why: { margin: 0 },
  toDo: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
});

const STATUS: Readonly<Record<Exclude<GuideState, 'to-do'>, Status>> = {
  done: 'healthy',
  unknown: 'unknown',
};

const StateMark = (props: { readonly state: GuideState }): ReactElement => {
  const styles = useStyles();
  const { state } = props;
  if (state !== 'to-do') return <StatusBadge status={STATUS[state]} word={TEXTS.states[state]} />;
  return (
    <span className={styles.toDo}>
      <PendingIcon aria-hidden />
      {TEXTS.states[state]}
    </span>
  );
};

/** One step: how it stands and what says so; unfolded, why it is there and the way to do it. */
export const GuideStepItem = (props: {
  readonly step: GuideStep;
  readonly open: boolean;
  readonly next: boolean;
  readonly onTurn: () => void;
}): ReactElement => {
  const styles = useStyles();
  const id = useId();
  const { next, open, step } = props;
  const { action, title, why } = TEXTS.steps[step.id];
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={id}
        aria-current={next ? 'step' : undefined}
        onClick={props.onTurn}
      >
        <span className={styles.chevron} aria-hidden>
          {open ? <ChevronDownIcon /> : <ChevronRightIcon />}
        </span>
        <span className={styles.title}>{title}</span>
        <StateMark state={step.state} />
      </button>
      <p className={styles.evidence}>{step.evidence}</p>
      <div id={id}>
        {open ? (
          <div className={styles.body}>
            <p className={styles.why}>{why}</p>
            <Button size="small" appearance={next ? 'primary' : 'secondary'} onClick={step.act}>
              {action}
            </Button>
          </div>
        ) : null}
      </div>
    </li>
  );
};
