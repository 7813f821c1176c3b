import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useId, useState } from 'react';
import { highlight } from './highlight.ts';
import { ChevronDownIcon, ChevronRightIcon } from './icons.ts';
import { formatNumber } from '../../preload/contract/words/texts/format-number.ts';
import { UI_TEXTS } from './texts.ts';

const FIRST_SHOWN = 100;

const useStyles = makeStyles({
  list: {
    flexShrink: 0,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    containerType: 'inline-size',
  },
  item: {
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
  },
  head: {
    display: 'grid',
    gridTemplateColumns: '20px 160px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    boxSizing: 'border-box',
    minHeight: '36px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    // In a panel the title needs the room more than the words of status need to stand below each other.
    '@container (min-width: 421px) and (max-width: 520px)': {
      gridTemplateColumns: '20px 124px minmax(0, 1fr) auto',
    },
    '@container (max-width: 420px)': { gridTemplateColumns: '20px max-content minmax(0, 1fr) auto' },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  folds: { cursor: 'pointer', ':hover': { backgroundColor: highlight.hover } },
  chevron: { display: 'inline-flex', color: tokens.colorNeutralForeground3 },
  note: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  body: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} 36px` },
  more: { padding: tokens.spacingVerticalS, display: 'flex', justifyContent: 'center' },
});

/** One line of a fold list, with what stands below it when it is open. */
export type FoldItem = {
  readonly id: string;
  readonly status: ReactNode;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** Null: nothing to unfold. */
  readonly body: ReactNode;
  /** How it stands until the person folds or unfolds it. */
  readonly open: boolean;
};

/** Lines that unfold, such as the environments of a plan. Long lists show their beginning first. */
export const FoldList = (props: {
  readonly label: string;
  readonly items: readonly FoldItem[];
}): ReactElement => {
  const styles = useStyles();
  const id = useId();
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const shown = all ? props.items : props.items.slice(0, FIRST_SHOWN);
  const turn = (key: string) => {
    const next = new Set(turned);
    if (!next.delete(key)) next.add(key);
    setTurned(next);
  };
  return (
    <ul className={styles.list} aria-label={props.label}>
      {shown.map((item, at) => {
        const bodyId = `${id}-${at}`;
        const open = item.body !== null && item.open !== turned.has(item.id);
        const content = (
          <>
            <span className={styles.chevron} aria-hidden>
              {item.body === null ? null : open ? <ChevronDownIcon /> : <ChevronRightIcon />}
            </span>
            {item.status}
            {item.title}
            <span className={styles.note}>{item.note}</span>
          </>
        );
        return (
          <li key={item.id} className={styles.item}>
            {item.body === null ? (
              <div className={styles.head}>{content}</div>
            ) : (
              <button
                type="button"
                className={mergeClasses(styles.head, styles.folds)}
                aria-expanded={open}
                aria-controls={bodyId}
                onClick={() => turn(item.id)}
              >
                {content}
              </button>
            )}
            {open ? (
              <div id={bodyId} className={styles.body}>
                {item.body}
              </div>
            ) : null}
          </li>
        );
      })}
      {shown.length === props.items.length ? null : (
        <li className={styles.more}>
          <Button size="small" onClick={() => setAll(true)}>
            {UI_TEXTS.rows(shown.length, props.items.length)} ·{' '}
            {formatNumber(props.items.length - shown.length)} +
          </Button>
        </li>
      )}
    </ul>
  );
};
