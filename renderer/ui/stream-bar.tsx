import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { UI_TEXTS } from './texts.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minHeight: '28px' },
  text: { whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  grow: { flexGrow: 1 },
});

/** Real progress of long work on one line, with its cancel. */
export const StreamBar = (props: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Left out where the cancel stands elsewhere. */
  readonly onCancel?: () => void;
  readonly cancelling?: boolean;
}): ReactElement => {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <span className={styles.text} role="status">
        {props.label}
      </span>
      <ProgressBar
        className={styles.grow}
        aria-label={props.label}
        value={props.done}
        max={Math.max(1, props.total)}
      />
      {props.onCancel === undefined ? null : (
        <Button
          size="small"
          appearance="subtle"
          disabled={props.cancelling === true}
          onClick={props.onCancel}
        >
          {UI_TEXTS.cancel}
        </Button>
      )}
    </div>
  );
};
