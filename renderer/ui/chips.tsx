import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  chip: {
    minWidth: '32px',
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  strong: {
    color: tokens.colorPaletteRedForeground1,
    backgroundColor: tokens.colorPaletteRedBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorPaletteRedBorder1}`,
  },
  more: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Short texts in a row; what does not fit is counted, and all of them stand in the tooltip. */
export const Chips = (props: {
  readonly texts: readonly string[];
  /** Texts that are marked with the colour of danger. */
  readonly strong?: ReadonlySet<string>;
  /** What the tooltip says of each, where it is more than the text. */
  readonly hints?: readonly string[];
  readonly most: number;
  readonly more: (count: number) => string;
}): ReactElement => {
  const styles = useStyles();
  const shown = props.texts.slice(0, props.most);
  const rest = props.texts.length - shown.length;
  return (
    <span className={styles.row} title={(props.hints ?? props.texts).join('\n')}>
      {shown.map((text) => (
        <span
          key={text}
          className={mergeClasses(styles.chip, props.strong?.has(text) === true && styles.strong)}
        >
          {text}
        </span>
      ))}
      {rest > 0 ? (
        <span className={styles.more} aria-label={props.texts.slice(props.most).join(', ')}>
          {props.more(rest)}
        </span>
      ) : null}
    </span>
  );
};
