import type { ReactElement, ReactNode } from 'react';
import { Card, Inline, makeStyles, tokens } from '../../ui/index.ts';

const useStyles = makeStyles({
  card: { borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorPaletteDarkOrangeBorderActive}` },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Work that is not at its end; its items are OpenWork. */
export const OpenWorkCard = (props: {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}): ReactElement => (
  <Card title={props.title} text={props.text} className={useStyles().card}>
    {props.children}
  </Card>
);

/** One piece of it: what, since when, how far, and what can be done. */
export const OpenWork = (props: {
  readonly title: string;
  readonly since: ReactNode;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}): ReactElement => {
  const styles = useStyles();
  return (
    <div className={styles.item}>
      <Inline justify="between" wrap>
        <span className={styles.title}>{props.title}</span>
        <span className={styles.quiet}>{props.since}</span>
      </Inline>
      {props.children}
      <Inline>{props.actions}</Inline>
    </div>
  );
};
