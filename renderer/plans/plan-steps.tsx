import type { ReactElement } from 'react';
import type { PlanStep } from '../../preload/contract/fleet.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import type { StepState } from '../../preload/contract/words/status.ts';
import {
  APPLICATION_USERS_TEXTS,
  RISK_TEXTS,
  ROLE_PLAN_TEXTS,
  STEP_KIND_LABELS,
} from '../../preload/contract/words/texts/en.ts';
import {
  Badge,
  ErrorPanel,
  ForwardIcon,
  makeStyles,
  mergeClasses,
  StepStateBadge,
  tokens,
} from '../ui/index.ts';
import { GrantChanges } from './grant-changes.tsx';

const TEXTS = APPLICATION_USERS_TEXTS.wizard.plan;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  step: {
    display: 'grid',
    gridTemplateColumns: 'minmax(140px, 180px) minmax(0, 1fr) minmax(0, 1.7fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  // What and whom on one line, how it changes below.
  narrow: {
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
  },
  moving: { gridTemplateColumns: '150px minmax(0, 1.5fr) minmax(0, 1.5fr)' },
  subject: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  change: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  before: { color: tokens.colorNeutralForeground3 },
  arrow: { display: 'inline-flex', color: tokens.colorNeutralForeground3 },
  wide: { gridColumn: '1 / -1' },
});

/** A step of a plan, and how far it is once the plan is applied. */
export type ShownStep = {
  readonly step: PlanStep;
  readonly state?: StepState;
  readonly error?: AppError | null;
};

/** What the step takes away with it, in words; null: nothing. */
const lossWords = ({ loses }: PlanStep): string | null => {
  const { profiles = [], roles = [], teams = [] } = loses ?? {};
  return roles.length + teams.length + profiles.length === 0 ? null : TEXTS.loses(roles, teams, profiles);
};

/** Roles that a move takes for good: the new business unit has no copy of them, or nobody asked for them again. */
const notGivenAgain = ({ kind, loses }: PlanStep, steps: readonly ShownStep[]): readonly string[] =>
  kind !== 'change-business-unit' || loses === undefined
    ? []
    : loses.roles.filter(
        (role) => !steps.some(({ step }) => step.kind === 'assign-role' && step.subject === role),
      );

/** The steps for one app in one environment: what, before → after; risks in a preview, and only what came of it afterwards. */
export const PlanSteps = (props: {
  readonly steps: readonly ShownStep[];
  /** One below the other, for a panel at the side. */
  readonly narrow?: boolean;
  /** Called when somebody has signed in or allowed what refused a step. */
  readonly onAllowed?: (() => void) | undefined;
}): ReactElement => {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {props.steps.map(({ step, state, error }) => (
        <li
          key={step.id}
          className={mergeClasses(
            styles.step,
            state !== undefined && styles.moving,
            props.narrow === true && styles.narrow,
          )}
        >
          {state === undefined ? (
            <span>{STEP_KIND_LABELS[step.kind]}</span>
          ) : (
            <span title={STEP_KIND_LABELS[step.kind]}>
              <StepStateBadge state={state} />
            </span>
          )}
          <span className={styles.subject} title={step.subject}>
            {state === undefined ? step.subject : `${STEP_KIND_LABELS[step.kind]}: ${step.subject}`}
          </span>
          <span className={mergeClasses(styles.change, props.narrow === true && styles.wide)}>
            <span className={styles.before} title={TEXTS.before}>
              {step.before}
            </span>
            <span className={styles.arrow} role="img" aria-label={TEXTS.becomes}>
              <ForwardIcon />
            </span>
            <span title={TEXTS.after}>{step.after}</span>
            {(state === undefined ? step.risks : []).map((risk) => (
              <Badge
                key={risk}
                appearance="tint"
                color="danger"
                shape="rounded"
                size="small"
                title={RISK_TEXTS[risk].text}
              >
                {RISK_TEXTS[risk].title}
              </Badge>
            ))}
          </span>
          {state !== undefined || lossWords(step) === null ? null : (
            <span className={mergeClasses(styles.wide, styles.before)}>{lossWords(step)}</span>
          )}
          {state !== undefined || notGivenAgain(step, props.steps).length === 0 ? null : (
            <strong className={styles.wide}>{TEXTS.notGivenAgain(notGivenAgain(step, props.steps))}</strong>
          )}
          {step.privileges === undefined ? null : (
            <div className={styles.wide}>
              <GrantChanges grants={step.privileges} />
            </div>
          )}
          {state !== undefined || step.affects === undefined || step.affects.length === 0 ? null : (
            <span className={mergeClasses(styles.wide, styles.before)}>
              {ROLE_PLAN_TEXTS.affects(step.affects)}
            </span>
          )}
          {step.owns === undefined ? null : (
            <span className={mergeClasses(styles.wide, styles.before)}>
              {step.owns === null
                ? ROLE_PLAN_TEXTS.ownsUnknown
                : ROLE_PLAN_TEXTS.owns(step.owns.records, step.owns.unread)}
            </span>
          )}
          {step.reaches === undefined ? null : (
            <span className={mergeClasses(styles.wide, styles.before)}>
              {ROLE_PLAN_TEXTS.reaches(step.reaches.apps, step.reaches.people)}
            </span>
          )}
          {error == null ? null : (
            <div className={styles.wide}>
              <ErrorPanel error={error} onAllowed={props.onAllowed} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
};
