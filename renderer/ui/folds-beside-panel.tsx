import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { UI_TEXTS } from './texts.ts';

const NARROW = '@container (max-width: 480px)';

const useStyles = makeStyles({
  room: { containerType: 'inline-size' },
  folds: { [NARROW]: { display: 'none' } },
  folded: {
    display: 'none',
    [NARROW]: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: tokens.spacingHorizontalM,
    },
  },
  summary: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/**
 * The fields above a result. Beside a panel in a narrow window they would push the result out of sight: there they fold to a line that
 * says what they hold, with a button that makes room for them again.
 */
export const FoldsBesidePanel = (props: {
  /** What the fields hold, in the order in which they stand. */
  readonly holds: readonly string[];
  /** Closes the panel; null where there is none. */
  readonly onUnfold: (() => void) | null;
  readonly children: ReactNode;
}): ReactElement => {
  const styles = useStyles();
  const { onUnfold } = props;
  const summary = props.holds.filter((one) => one !== '').join(' · ');
  return (
    <div className={styles.room}>
      {onUnfold === null ? null : (
        <div className={styles.folded}>
          <span className={styles.summary} title={summary}>
            {summary}
          </span>
          <Button size="small" onClick={onUnfold}>
            {UI_TEXTS.change}
          </Button>
        </div>
      )}
      <div className={mergeClasses(onUnfold !== null && styles.folds)}>{props.children}</div>
    </div>
  );
};
