import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    alignItems: 'baseline',
  },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
});

export type Fact = { readonly label: string; readonly value: ReactNode };

/** Labelled values below each other, as in a details panel. */
export const Facts = (props: { readonly facts: readonly Fact[] }): ReactElement => {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {props.facts.map((fact) => [
        <dt key={`${fact.label}-label`} className={styles.label}>
          {fact.label}
        </dt>,
        <dd key={`${fact.label}-value`} className={styles.value}>
          {fact.value}
        </dd>,
      ])}
    </dl>
  );
};
