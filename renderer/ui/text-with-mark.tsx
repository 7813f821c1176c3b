import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  mark: { flexShrink: 0, display: 'inline-flex' },
});

/** A text that may be cut (with its tooltip) and a mark beside it that never is. */
export const TextWithMark = (props: { readonly text: string; readonly mark: ReactNode }): ReactElement => {
  const styles = useStyles();
  return (
    <span className={styles.row}>
      <span className={styles.text} title={props.text}>
        {props.text}
      </span>
      {props.mark === null ? null : <span className={styles.mark}>{props.mark}</span>}
    </span>
  );
};
