import type { ReactElement } from 'react';
import { DEPTHS } from '../../../preload/contract/words/depth.ts';
import {
  DEPTH_LABELS,
  DEPTH_MEANINGS,
  SECURITY_ROLES_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import { DepthGlyph, makeStyles, tokens } from '../../ui/index.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  item: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/** What the circles mean. */
export const DepthLegend = (): ReactElement => {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={SECURITY_ROLES_TEXTS.details.legend}>
      {DEPTHS.map((depth) => (
        <li key={depth} className={styles.item} title={DEPTH_MEANINGS[depth]}>
          <DepthGlyph depth={depth} />
          {DEPTH_LABELS[depth]}
        </li>
      ))}
    </ul>
  );
};
