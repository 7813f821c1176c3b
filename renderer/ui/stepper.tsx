import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { highlight } from './highlight.ts';
import { CheckIcon } from './icons.ts';
import { UI_TEXTS } from './texts.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    minWidth: '190px',
  },
  step: {
    display: 'grid',
    gridTemplateColumns: '24px 1fr',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    width: '100%',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    textAlign: 'left',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: highlight.hover },
    ':disabled': { cursor: 'default', color: tokens.colorNeutralForeground3, backgroundColor: 'transparent' },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    backgroundColor: highlight.current,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  number: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    ...typographyStyles.caption1Strong,
  },
  numberCurrent: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    border: 'none',
  },
  numberDone: {
    color: tokens.colorPaletteGreenForeground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorPaletteGreenBorderActive}`,
  },
  hint: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
});

export type Step<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  /** One line that sums up what was chosen. */
  readonly hint?: string;
  readonly done: boolean;
  /** False while something before it is missing. */
  readonly reachable: boolean;
};

/** The steps of a one-page wizard, down the side; a step can be gone back to at any time. */
export const Stepper = <Id extends string>(props: {
  readonly label: string;
  readonly steps: readonly Step<Id>[];
  readonly current: Id;
  readonly onGo: (id: Id) => void;
}): ReactElement => {
  const styles = useStyles();
  return (
    <nav aria-label={props.label}>
      <ol className={styles.list}>
        {props.steps.map((step, index) => {
          const current = step.id === props.current;
          return (
            <li key={step.id}>
              <button
                type="button"
                className={mergeClasses(styles.step, current && styles.current)}
                aria-current={current ? 'step' : undefined}
                disabled={!step.reachable && !current}
                onClick={() => props.onGo(step.id)}
              >
                <span
                  aria-hidden
                  className={mergeClasses(
                    styles.number,
                    step.done && styles.numberDone,
                    current && styles.numberCurrent,
                  )}
                >
                  {step.done && !current ? <CheckIcon /> : index + 1}
                </span>
                <span
                  aria-label={`${UI_TEXTS.stepOf(index + 1, props.steps.length)}: ${step.label}`}
                  role="group"
                >
                  <span>{step.label}</span>
                  {step.hint === undefined ? null : <div className={styles.hint}>{step.hint}</div>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
