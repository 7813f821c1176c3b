import { Outlet } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { SHELL_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useCall, WorkspaceProvider } from '../bridge/index.ts';
import { usePath } from '../places/index.ts';
import { AccountProvider, useAccount, useSettings } from '../session/index.ts';
import { useMedia, WORKSPACE_TOKENS } from '../theme/index.ts';
import { ErrorPanel, later, makeStyles, tokens } from '../ui/index.ts';
import { NavigationRail } from './navigation-rail.tsx';
import { Notices } from './notices.tsx';
import { PortsProvider } from './ports-provider.tsx';
import { TopBar } from './top-bar.tsx';
import { useReminders } from './use-reminders.ts';
import { useShortcuts } from './use-shortcuts.ts';

const GuidePane = later(async () => (await import('../guide/index.ts')).GuidePane);
/** Milliseconds; a busy machine may never have time to spare. */
const LONGEST_IDLE_WAIT = 300;
const loadPalette = async () => (await import('./command-palette.tsx')).CommandPalette;
const CommandPalette = later(loadPalette);
const SignInPanel = later(async () => (await import('./sign-in-panel.tsx')).SignInPanel);

const SignInPlace = (): ReactElement | null => (useAccount().attempt === null ? null : <SignInPanel />);

const useStyles = makeStyles({
  frame: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  band: { height: '4px', flexShrink: 0 },
  below: { display: 'flex', flexGrow: 1, minHeight: 0 },
  main: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    outlineStyle: 'none',
  },
  page: { flexGrow: 1, minHeight: 0, minWidth: 0 },
  fallback: { padding: tokens.spacingVerticalXXL },
  skip: {
    position: 'absolute',
    top: '-100px',
    left: tokens.spacingHorizontalM,
    zIndex: 10,
    padding: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    ':focus': { top: tokens.spacingVerticalS },
  },
});

/** The id in `/w/<id>/…`; null on pages above workspaces. */
const workspaceInPath = (path: string): string | null => /^\/w\/([^/]+)/.exec(path)?.[1] ?? null;

/** Band, top bar, rail and the page; decides which workspace the window is about. */
export const Frame = (): ReactElement => {
  const styles = useStyles();
  const path = usePath();
  const list = useCall('workspaces.list', {});
  const { settings, change } = useSettings();
  useReminders();
  // The path it was opened on: going somewhere else closes it, however one goes.
  const [paletteOn, setPaletteOn] = useState<string | null>(null);
  const main = useRef<HTMLElement>(null);

  const workspaces = list.data?.workspaces ?? [];
  const inPath = workspaceInPath(path);
  const wanted = inPath ?? settings?.lastWorkspace ?? null;
  const workspace = workspaces.find(({ id }) => id === wanted) ?? null;
  // In a small window the rail makes room; opening it there is for the moment and not a setting.
  const small = useMedia('(max-width: 1023px)');
  const [openInSmall, setOpenInSmall] = useState(false);
  const collapsed = settings?.navigationCollapsed === true;
  const narrow = small ? !openInSmall : collapsed;

  const shownId = inPath === null ? null : (workspace?.id ?? null);
  const lastId = settings?.lastWorkspace;
  useEffect(() => {
    if (shownId !== null && lastId !== undefined && lastId !== shownId) change({ lastWorkspace: shownId });
  }, [change, lastId, shownId]);

  // A new page takes the focus, so that the keyboard and a screen reader are where the eyes are.
  const firstPath = useRef(path);
  useEffect(() => {
    if (firstPath.current === path) return;
    firstPath.current = '';
    if (main.current?.contains(document.activeElement) !== true) main.current?.focus();
  }, [path]);

  // Who opens it goes on typing at once: it is there before it is asked for, but not before the first screen.
  useEffect(() => {
    const idle = requestIdleCallback(() => void loadPalette(), { timeout: LONGEST_IDLE_WAIT });
    return () => cancelIdleCallback(idle);
  }, []);
  const palette = paletteOn === path;
  const togglePalette = useCallback(() => setPaletteOn(palette ? null : path), [palette, path]);
  const toggleNavigation = useCallback(() => {
    if (small) setOpenInSmall(!openInSmall);
    else change({ navigationCollapsed: !collapsed });
  }, [change, collapsed, openInSmall, small]);
  useShortcuts({ palette: togglePalette, toggleNavigation });

  return (
    <WorkspaceProvider value={workspace}>
      <AccountProvider>
        <PortsProvider>
          <div className={styles.frame}>
            <a
              className={styles.skip}
              href="#content"
              onClick={(event) => {
                event.preventDefault();
                main.current?.focus();
              }}
            >
              {SHELL_TEXTS.skipToContent}
            </a>
            <div
              className={styles.band}
              style={{
                backgroundColor:
                  workspace === null ? tokens.colorNeutralStroke2 : WORKSPACE_TOKENS[workspace.colour],
              }}
            />
            <TopBar
              workspaces={workspaces}
              narrow={narrow}
              onToggleNavigation={toggleNavigation}
              onPalette={togglePalette}
              guideShown={settings?.guideShown === true}
              onGuide={() => change({ guideShown: settings?.guideShown !== true })}
            />
            <div className={styles.below}>
              <NavigationRail narrow={narrow || workspace === null} />
              <main ref={main} id="content" className={styles.main} tabIndex={-1}>
                <Notices />
                {/* The key ends everything a page remembers when the workspace changes. */}
                <div className={styles.page} key={workspace?.id ?? 'none'} data-workspace={workspace?.id}>
                  {list.error === null ? (
                    <Suspense fallback={<div className={styles.fallback} aria-busy />}>
                      <Outlet />
                    </Suspense>
                  ) : (
                    <div className={styles.fallback}>
                      <ErrorPanel error={list.error} handlers={{ retry: list.refresh }} />
                    </div>
                  )}
                </div>
              </main>
              <SignInPlace />
              {workspace !== null && settings?.guideShown === true ? (
                <GuidePane
                  guide={settings.guide}
                  workspace={workspace}
                  onGuide={(guide) => change({ guide })}
                  onClose={() => change({ guideShown: false })}
                />
              ) : null}
            </div>
            {palette ? <CommandPalette workspaces={workspaces} onClose={() => setPaletteOn(null)} /> : null}
          </div>
        </PortsProvider>
      </AccountProvider>
    </WorkspaceProvider>
  );
};
