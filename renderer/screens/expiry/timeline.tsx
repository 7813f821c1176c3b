import type { ReactElement } from 'react';
import { EXPIRY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { formatNumber, highlight, makeStyles, mergeClasses, tokens } from '../../ui/index.ts';
import type { Month } from './months.ts';

const TEXTS = EXPIRY_TEXTS.timeline;
const HEIGHT = 40;

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'repeat(14, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalXXS,
    flexShrink: 0,
    padding: 0,
    margin: `0 0 ${tokens.spacingVerticalM}`,
    listStyleType: 'none',
  },
  month: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    width: '100%',
    padding: `${tokens.spacingVerticalXXS} 0`,
    border: `${tokens.strokeWidthThin} solid transparent`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'center',
    cursor: 'pointer',
    ':hover': { backgroundColor: highlight.hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  chosen: {
    backgroundColor: highlight.current,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
  },
  count: { fontVariantNumeric: 'tabular-nums', minHeight: tokens.lineHeightBase200 },
  label: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap', overflow: 'hidden' },
  bar: { width: '100%', height: `${HEIGHT}px`, display: 'block' },
  ground: { fill: tokens.colorNeutralStroke2 },
  urgent: { fill: tokens.colorPaletteRedForeground1 },
  soon: { fill: tokens.colorPaletteDarkOrangeForeground1 },
  later: { fill: tokens.colorBrandForeground1 },
});

const monthName = (id: string, form: 'short' | 'long'): string =>
  new Intl.DateTimeFormat(undefined, {
    month: form,
    ...(form === 'long' ? { year: 'numeric' as const } : {}),
    timeZone: 'UTC',
  }).format(new Date(`${id}-01T00:00:00Z`));

/** Name of a month (`YYYY-MM`) with its year. */
export const longMonth = (id: string): string => monthName(id, 'long');

/** One column: its parts from the ground up, in the share of the fullest one. */
const Bar = (props: { readonly parts: Omit<Month, 'id'>; readonly most: number }): ReactElement => {
  const styles = useStyles();
  const { parts, most } = props;
  let y = HEIGHT - 1;
  return (
    <svg className={styles.bar} viewBox={`0 0 20 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <rect className={styles.ground} x="0" y={HEIGHT - 1} width="20" height="1" />
      {(['urgent', 'soon', 'later'] as const).map((part) => {
        const count = parts[part];
        // One credential among hundreds must still be seen.
        const height = count === 0 ? 0 : Math.max(3, (count / most) * (HEIGHT - 3));
        y -= height;
        return height === 0 ? null : (
          <rect key={part} className={styles[part]} x="3" y={Math.max(0, y)} width="14" height={height} />
        );
      })}
    </svg>
  );
};

/** What has ended, what ends in each of the next twelve months, and what after them; a column narrows the table to its own. */
export const Timeline = (props: {
  readonly months: readonly Month[];
  /** One of them, or null. */
  readonly chosen: string | null;
  readonly onChosen: (chosen: string | null) => void;
}): ReactElement => {
  const styles = useStyles();
  const { chosen, months, onChosen } = props;
  const last = months.findLast(({ id }) => id !== 'later')?.id ?? '';
  const names: Readonly<Record<string, string>> = {
    expired: TEXTS.overdue,
    later: TEXTS.after(longMonth(last)),
  };
  const words: Readonly<Record<string, string>> = { expired: TEXTS.overdue, later: TEXTS.later };
  const sum = (one: Omit<Month, 'id'>): number => one.urgent + one.soon + one.later;
  const most = Math.max(1, ...months.map(sum));
  return (
    <ul className={styles.line} aria-label={TEXTS.label}>
      {months.map((one) => {
        const count = sum(one);
        const name = names[one.id] ?? longMonth(one.id);
        const january = one.id.endsWith('-01');
        return (
          <li key={one.id}>
            <button
              type="button"
              className={mergeClasses(styles.month, chosen === one.id && styles.chosen)}
              aria-pressed={chosen === one.id}
              title={TEXTS.month(name, count)}
              onClick={() => onChosen(chosen === one.id ? null : one.id)}
            >
              <span className={styles.count}>{count === 0 ? '' : `${formatNumber(count)} `}</span>
              <Bar parts={one} most={most} />
              <span className={styles.label}>
                {words[one.id] ?? `${monthName(one.id, 'short')}${january ? ` ’${one.id.slice(2, 4)}` : ''}`}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};
