import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useId } from 'react';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingVerticalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '24px' },
  title: { ...typographyStyles.subtitle2, margin: 0, flexGrow: 1, minWidth: 0 },
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** A titled box on a page that is not a table. */
export const Card = (props: {
  readonly title: string;
  readonly text?: string;
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children?: ReactNode;
}): ReactElement => {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={mergeClasses(styles.card, props.className)} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {props.title}
        </h2>
        {props.actions}
      </div>
      {props.text === undefined ? null : <p className={styles.text}>{props.text}</p>}
      {props.children}
    </section>
  );
};
