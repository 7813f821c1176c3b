import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ComponentType, ReactElement } from 'react';
import type { Status, StepState } from '../../preload/contract/words/status.ts';
import { STATUS_LABELS, STEP_STATE_LABELS } from '../../preload/contract/words/texts/en.ts';
import {
  AttentionIcon,
  DeniedIcon,
  FailedIcon,
  HealthyIcon,
  PendingIcon,
  SkippedIcon,
  UnknownIcon,
  UnreachableIcon,
  WorkingIcon,
} from './icons.ts';

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    minWidth: 0,
    maxWidth: '100%',
    verticalAlign: 'middle',
  },
  icon: { fontSize: tokens.fontSizeBase400, flexShrink: 0, display: 'inline-flex' },
  word: { overflow: 'hidden', textOverflow: 'ellipsis' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  warn: { color: tokens.colorPaletteDarkOrangeForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  calm: { color: tokens.colorNeutralForeground3 },
  busy: { color: tokens.colorBrandForeground1 },
  turning: {
    animationName: { from: { transform: 'rotate(0deg)' }, to: { transform: 'rotate(360deg)' } },
    animationDuration: '1.2s',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'linear',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
});

type Tone = 'good' | 'warn' | 'bad' | 'calm' | 'busy';
type Face = { readonly icon: ComponentType; readonly tone: Tone };

const STATUS_FACES: Readonly<Record<Status, Face>> = {
  healthy: { icon: HealthyIcon, tone: 'good' },
  attention: { icon: AttentionIcon, tone: 'warn' },
  denied: { icon: DeniedIcon, tone: 'bad' },
  unreachable: { icon: UnreachableIcon, tone: 'bad' },
  unknown: { icon: UnknownIcon, tone: 'calm' },
  working: { icon: WorkingIcon, tone: 'busy' },
};

const STEP_FACES: Readonly<Record<StepState, Face>> = {
  pending: { icon: PendingIcon, tone: 'calm' },
  running: { icon: WorkingIcon, tone: 'busy' },
  done: { icon: HealthyIcon, tone: 'good' },
  verified: { icon: HealthyIcon, tone: 'good' },
  already: { icon: HealthyIcon, tone: 'calm' },
  failed: { icon: FailedIcon, tone: 'bad' },
  skipped: { icon: SkippedIcon, tone: 'calm' },
  cancelled: { icon: SkippedIcon, tone: 'calm' },
  unrecorded: { icon: UnknownIcon, tone: 'warn' },
};

const Face = (props: { readonly face: Face; readonly word: string }): ReactElement => {
  const styles = useStyles();
  const Icon = props.face.icon;
  return (
    <span className={styles.badge}>
      <span
        aria-hidden
        className={mergeClasses(
          styles.icon,
          styles[props.face.tone],
          props.face.tone === 'busy' && styles.turning,
        )}
      >
        <Icon />
      </span>
      <span className={styles.word}>{props.word}</span>
    </span>
  );
};

/** A status as icon, word and colour; `word` replaces the status's own word where a nearer one exists. */
export const StatusBadge = (props: { readonly status: Status; readonly word?: string }): ReactElement => (
  <Face face={STATUS_FACES[props.status]} word={props.word ?? STATUS_LABELS[props.status]} />
);

/** The state of one step of an operation, in the same form as a status. */
export const StepStateBadge = (props: {
  readonly state: StepState;
  readonly word?: string;
}): ReactElement => (
  <Face face={STEP_FACES[props.state]} word={props.word ?? STEP_STATE_LABELS[props.state]} />
);
