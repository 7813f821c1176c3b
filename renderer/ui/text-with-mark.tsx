import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  wraps: { flexWrap: 'wrap', rowGap: 0 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  mark: { flexShrink: 0, display: 'inline-flex' },
});

/** A text that may be cut (with its tooltip) and a mark beside it that never is. */
export const TextWithMark = (props: {
  readonly text: string;
  readonly mark: ReactNode;
  /** Where there are two lines, the mark goes below before the text is cut. */
  readonly wraps?: boolean;
}): ReactElement => {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.row, props.wraps === true && styles.wraps)}>
      <span className={styles.text} title={props.text}>
        {props.text}
      </span>
      {props.mark === null ? null : <span className={styles.mark}>{props.mark}</span>}
    </span>
  );
};
