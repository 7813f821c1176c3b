import type { ComponentType, ReactElement } from 'react';
import { EXPIRY_TEXTS, SHELL_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspaceOrNone } from '../bridge/index.ts';
import type { Place } from '../places/index.ts';
import { addressOf, useGo, usePath } from '../places/index.ts';
import {
  AccessMapFilledIcon,
  AccessMapIcon,
  CounterBadge,
  ExpiryFilledIcon,
  ExpiryIcon,
  highlight,
  makeStyles,
  mergeClasses,
  SettingsFilledIcon,
  SettingsIcon,
  tokens,
  Tooltip,
} from '../ui/index.ts';
import { NAVIGATION } from './navigation-items.ts';

const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    width: '208px',
    padding: tokens.spacingVerticalS,
    gap: tokens.spacingVerticalXXS,
    overflowY: 'auto',
    overflowX: 'hidden',
    boxSizing: 'border-box',
  },
  narrow: { width: '52px' },
  space: { flexGrow: 1 },
  item: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    gap: tokens.spacingHorizontalM,
    height: '36px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    outlineStyle: 'none',
    '& svg': { fontSize: tokens.fontSizeBase500, flexShrink: 0 },
    ':hover': { backgroundColor: highlight.hover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  badge: { marginLeft: 'auto' },
  badgeNarrow: { position: 'absolute', top: '2px', right: '2px' },
  current: {
    backgroundColor: highlight.current,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '& svg': { color: tokens.colorBrandForeground1 },
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '10px',
      bottom: '10px',
      // A border, which stays visible where the system forces its own colours.
      borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorBrandForeground1}`,
      borderRadius: tokens.borderRadiusCircular,
    },
  },
});

/** Above it a badge says only that there are more. */
const MOST_COUNTED = 99;

const RailLink = (props: {
  readonly place: Place;
  readonly label: string;
  readonly icon: ComponentType;
  readonly current: boolean;
  readonly narrow: boolean;
  /** A number that wants attention, and what it counts. */
  readonly badge?: { readonly count: number; readonly text: string } | undefined;
}): ReactElement => {
  const styles = useStyles();
  const Icon = props.icon;
  const go = useGo();
  const count = props.badge?.count ?? 0;
  const shown = count === 0 ? '' : count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count);
  const link = (
    <a
      href={`#${addressOf(props.place)}`}
      onClick={(event) => {
        // Through the router, which counts its steps: the browser's own jump would look like the first page.
        event.preventDefault();
        go(props.place);
      }}
      className={mergeClasses(styles.item, props.current && styles.current)}
      aria-current={props.current ? 'page' : undefined}
      // What is seen stands in the name: the badge is beside the icon where there is no room for the label.
      aria-label={props.narrow ? [props.label, shown].join(' ').trim() : undefined}
      title={props.badge?.text}
    >
      <Icon />
      {props.narrow ? null : props.label}
      {props.badge === undefined ? null : (
        <CounterBadge
          className={mergeClasses(styles.badge, props.narrow && styles.badgeNarrow)}
          count={props.badge.count}
          overflowCount={MOST_COUNTED}
          color="danger"
          size="small"
        />
      )}
    </a>
  );
  return props.narrow ? (
    <Tooltip content={props.label} relationship="inaccessible" positioning="after">
      {link}
    </Tooltip>
  ) : (
    link
  );
};

/** The pages of the workspace, and below them what belongs to none. */
export const NavigationRail = (props: { readonly narrow: boolean }): ReactElement => {
  const styles = useStyles();
  const workspace = useWorkspaceOrNone();
  const path = usePath();
  const { pages } = SHELL_TEXTS;
  const counts = useCall('expiry.summary', { workspaceId: null }).data?.counts;
  const urgent = counts === undefined ? 0 : counts.expired + counts.week;
  return (
    <nav
      className={mergeClasses(styles.rail, props.narrow && styles.narrow)}
      aria-label={SHELL_TEXTS.navigation}
    >
      {workspace === null
        ? null
        : NAVIGATION.map((item) => {
            const place: Place = { page: item.page, workspaceId: workspace.id };
            const address = addressOf(place);
            const current = path === address || path.startsWith(`${address}/`);
            return (
              <RailLink
                key={item.page}
                place={place}
                label={pages[item.page]}
                icon={current ? item.selectedIcon : item.icon}
                current={current}
                narrow={props.narrow}
              />
            );
          })}
      <div className={styles.space} />
      <RailLink
        place={{ page: 'expiry' }}
        label={pages.expiry}
        icon={path === '/expiry' ? ExpiryFilledIcon : ExpiryIcon}
        current={path === '/expiry'}
        narrow={props.narrow}
        badge={urgent === 0 ? undefined : { count: urgent, text: EXPIRY_TEXTS.badge(urgent) }}
      />
      <RailLink
        place={{ page: 'access-map' }}
        label={pages['access-map']}
        icon={path === '/access-map' ? AccessMapFilledIcon : AccessMapIcon}
        current={path === '/access-map'}
        narrow={props.narrow}
      />
      <RailLink
        place={{ page: 'settings' }}
        label={pages.settings}
        icon={path === '/settings' ? SettingsFilledIcon : SettingsIcon}
        current={path === '/settings'}
        narrow={props.narrow}
      />
    </nav>
  );
};
