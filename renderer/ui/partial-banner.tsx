import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useId, useState } from 'react';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { explain } from '../../preload/contract/words/texts/en.ts';
import { UI_TEXTS } from './texts.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    listStyleType: 'none',
    maxHeight: '220px',
    overflowY: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderTop: 'none',
    borderRadius: `0 0 ${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(140px, 240px) 1fr auto auto',
    gap: tokens.spacingHorizontalM,
    alignItems: 'baseline',
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** One environment that could not be asked. */
export type PartialFailure = { readonly id: string; readonly name: string; readonly error: AppError };

/** "3 of 40 environments failed": which, why, and retry those. Renders nothing when none failed. */
export const PartialBanner = (props: {
  readonly failures: readonly PartialFailure[];
  readonly total: number;
  /** Says it where what failed is not environments. */
  readonly title?: string;
  readonly cancelled?: number;
  /** What stands there in spite of it. */
  readonly note?: string;
  readonly onRetry?: (ids: readonly string[]) => void;
  /** What can be done about it at once. */
  readonly actions?: ReactNode;
  /** What can be done about one of them. */
  readonly actionFor?: (failure: PartialFailure) => ReactNode;
}): ReactElement | null => {
  const styles = useStyles();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const { failures, onRetry } = props;
  const cancelled = props.cancelled ?? 0;
  if (failures.length === 0 && cancelled === 0) return null;
  return (
    <div>
      <MessageBar intent={failures.length === 0 ? 'info' : 'warning'} layout="singleline">
        <MessageBarBody>
          {failures.length === 0 ? null : (
            <MessageBarTitle>
              {props.title ?? UI_TEXTS.failedOf(failures.length, props.total)}
            </MessageBarTitle>
          )}
          {cancelled === 0 ? null : UI_TEXTS.cancelledOf(cancelled)}
          {props.note === undefined ? null : ` ${props.note}`}
        </MessageBarBody>
        {failures.length === 0 ? null : (
          <MessageBarActions>
            {props.actions}
            {onRetry === undefined ? null : (
              <Button size="small" onClick={() => onRetry(failures.map((failure) => failure.id))}>
                {UI_TEXTS.retryThose(failures.length)}
              </Button>
            )}
            <Button
              size="small"
              appearance="transparent"
              aria-expanded={open}
              aria-controls={listId}
              onClick={() => setOpen(!open)}
            >
              {open ? UI_TEXTS.hideWhich : UI_TEXTS.showWhich}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
      {open ? (
        // A list that may scroll must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul id={listId} className={styles.list} tabIndex={0}>
          {failures.map((failure) => {
            const explanation = explain(failure.error);
            return (
              <li key={failure.id} className={styles.item}>
                <span className={styles.name} title={failure.name}>
                  {failure.name}
                </span>
                <span title={explanation.cause}>{explanation.title}</span>
                <span className={styles.code}>{explanation.code}</span>
                <span>{props.actionFor?.(failure)}</span>
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
};
