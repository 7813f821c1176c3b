import type { ReactElement } from 'react';
import { STEP_KIND_LABELS } from '../../../preload/contract/words/texts/en.ts';
import { GrantChanges } from '../../plans/index.ts';
import { ErrorPanel, makeStyles, StepStateBadge, tokens } from '../../ui/index.ts';
import type { OperationSection } from './operation-sections.ts';

const useStyles = makeStyles({
  steps: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  step: {
    display: 'grid',
    gridTemplateColumns: '150px minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'baseline',
  },
  what: { overflowWrap: 'anywhere' },
  change: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  error: { gridColumn: '1 / -1' },
});

/** Steps as the journal tells them, each with its failure below it. */
export const ToldSteps = ({ steps }: Pick<OperationSection, 'steps'>): ReactElement => {
  const styles = useStyles();
  return (
    <ul className={styles.steps}>
      {steps.map((step) => (
        <li key={step.id} className={styles.step}>
          <StepStateBadge state={step.state} />
          <div>
            <div className={styles.what}>{`${STEP_KIND_LABELS[step.kind]}: ${step.subject}`}</div>
            <div className={styles.change}>{`${step.before} → ${step.after}`}</div>
            {step.privileges === undefined ? null : <GrantChanges grants={step.privileges} />}
          </div>
          {step.error === null ? null : (
            <div className={styles.error}>
              <ErrorPanel error={step.error} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
};
