import { useCanGoBack, useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import { GUIDE_TEXTS, SHELL_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useWorkspaceOrNone } from '../bridge/index.ts';
import {
  BackIcon,
  Button,
  ForwardIcon,
  GuideIcon,
  later,
  makeStyles,
  mergeClasses,
  NavigationIcon,
  SearchIcon,
  ToggleButton,
  tokens,
  Tooltip,
} from '../ui/index.ts';
import { OperationsPane } from './operations-pane.tsx';
import { WorkspaceSwitcher } from './workspace-switcher.tsx';

/** There is nobody to show before it is known who is signed in. */
const AccountMenu = later(async () => (await import('./account-menu.tsx')).AccountMenu);

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(140px, min(420px, 26vw)) minmax(0, 1fr)',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    flexShrink: 0,
    height: '44px',
    padding: `0 ${tokens.spacingHorizontalM} 0 ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  side: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS, minWidth: 0 },
  right: { justifyContent: 'flex-end' },
  search: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    height: '28px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground3,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    minWidth: 0,
    ':hover': {
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1Hover}`,
      color: tokens.colorNeutralForeground2,
    },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  searchText: {
    flexGrow: 1,
    textAlign: 'left',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  keys: { whiteSpace: 'nowrap' },
});

/** The slim bar over everything. */
export const TopBar = (props: {
  readonly workspaces: readonly Workspace[];
  readonly narrow: boolean;
  readonly onToggleNavigation: () => void;
  readonly onPalette: () => void;
  readonly guideShown: boolean;
  readonly onGuide: () => void;
}): ReactElement => {
  const styles = useStyles();
  const { history } = useRouter();
  const canGoBack = useCanGoBack();
  const workspace = useWorkspaceOrNone();
  const toggle = props.narrow ? SHELL_TEXTS.expand : SHELL_TEXTS.collapse;
  return (
    <header className={styles.bar}>
      <div className={styles.side}>
        {workspace === null ? null : (
          <Tooltip content={toggle} relationship="label">
            <Button
              appearance="subtle"
              icon={<NavigationIcon />}
              aria-expanded={!props.narrow}
              onClick={props.onToggleNavigation}
            />
          </Tooltip>
        )}
        <Tooltip content={SHELL_TEXTS.back} relationship="label">
          <Button
            appearance="subtle"
            icon={<BackIcon />}
            disabledFocusable={!canGoBack}
            onClick={() => history.back()}
          />
        </Tooltip>
        <Tooltip content={SHELL_TEXTS.forward} relationship="label">
          <Button appearance="subtle" icon={<ForwardIcon />} onClick={() => history.forward()} />
        </Tooltip>
        <WorkspaceSwitcher workspaces={props.workspaces} />
      </div>
      <button type="button" className={styles.search} onClick={props.onPalette}>
        <SearchIcon />
        <span className={styles.searchText}>{SHELL_TEXTS.search}</span>
        <kbd className={styles.keys}>{SHELL_TEXTS.searchHint}</kbd>
      </button>
      <div className={mergeClasses(styles.side, styles.right)}>
        {workspace === null ? null : (
          <Tooltip content={props.guideShown ? GUIDE_TEXTS.hide : GUIDE_TEXTS.show} relationship="label">
            <ToggleButton
              appearance="subtle"
              icon={<GuideIcon />}
              checked={props.guideShown}
              onClick={props.onGuide}
            />
          </Tooltip>
        )}
        <OperationsPane />
        {workspace === null ? null : <AccountMenu />}
      </div>
    </header>
  );
};
