import {
  Button,
  makeStyles,
  mergeClasses,
  tokens,
  Tooltip,
  typographyStyles,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useEffect } from 'react';
import type { PageAction } from './action-bar.tsx';
import { ActionBar } from './action-bar.tsx';
import { RefreshIcon } from './icons.ts';
import { formatMoment, formatUtc } from './moment.tsx';
import { UI_TEXTS } from './texts.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0, minWidth: 0 },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalM}`,
  },
  // Title and actions on one line: actions that have no room go into a menu.
  oneLine: { display: 'grid', gridTemplateColumns: 'minmax(240px, 1fr) minmax(0, 3fr)' },
  titles: { flexGrow: 1, minWidth: '240px', flexBasis: 0 },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  purpose: { margin: 0, color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  asOf: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  banners: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `0 ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalM}`,
    ':empty': { display: 'none' },
  },
  main: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0 },
  content: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    // What has a least height (a table below a form) scrolls in a low window; two pixels leave room for focus rings.
    overflowY: 'auto',
    marginTop: '-2px',
    padding: `2px ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalL}`,
  },
  scroll: { display: 'block' },
  turning: {
    animationName: { from: { transform: 'rotate(0deg)' }, to: { transform: 'rotate(360deg)' } },
    animationDuration: '1.2s',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'linear',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
});

/** The time of day; with its date when that is not today. */
const asOfText = (asOf: Date): string =>
  formatMoment(asOf, asOf.toDateString() === new Date().toDateString() ? 'time' : 'full');

/**
 * The one page pattern: title and one-line purpose, as-of and refresh, the primary action at the right, banners, then
 * the content (which fills the height; `scroll` for pages of cards) and details at the right.
 */
export const Page = (props: {
  readonly title: string;
  readonly purpose: string;
  /** When the shown data was read; null: not yet; left out: the page has no data of its own. */
  readonly asOf?: Date | null;
  readonly refreshing?: boolean;
  readonly onRefresh?: () => void;
  readonly actions?: ReactNode;
  /** Several actions, what is needed most first; those that have no room stand in a menu. */
  readonly actionBar?: readonly PageAction[];
  readonly banners?: ReactNode;
  /** A SidePanel, or null. */
  readonly details?: ReactNode;
  readonly scroll?: boolean;
  readonly children: ReactNode;
}): ReactElement => {
  const styles = useStyles();
  const { asOf, title } = props;
  useEffect(() => {
    document.title = `${title} · S2S Console`;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={mergeClasses(styles.head, props.actionBar !== undefined && styles.oneLine)}>
        <div className={styles.titles}>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.purpose}>{props.purpose}</p>
        </div>
        <div className={styles.actions}>
          {asOf === undefined ? null : (
            <span className={styles.asOf} title={asOf === null ? undefined : formatUtc(asOf)}>
              {asOf === null ? UI_TEXTS.notLoadedYet : UI_TEXTS.asOf(asOfText(asOf))}
            </span>
          )}
          {props.onRefresh === undefined ? null : (
            <Tooltip content={UI_TEXTS.refresh} relationship="label">
              <Button
                appearance="subtle"
                disabledFocusable={props.refreshing === true}
                icon={<RefreshIcon className={mergeClasses(props.refreshing === true && styles.turning)} />}
                onClick={props.onRefresh}
              />
            </Tooltip>
          )}
          {props.actions}
          {props.actionBar === undefined ? null : <ActionBar actions={props.actionBar} />}
        </div>
      </header>
      <div className={styles.banners}>{props.banners}</div>
      <div className={styles.main}>
        <div className={mergeClasses(styles.content, props.scroll === true && styles.scroll)}>
          {props.children}
        </div>
        {props.details}
      </div>
    </div>
  );
};
