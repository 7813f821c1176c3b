import { Outlet } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useEffect } from 'react';
import { useCall, useWorkspaceOrNone } from '../bridge/index.ts';
import { useGo } from '../places/index.ts';
import { useSettings } from '../session/index.ts';
import { NoSuchWorkspace } from './page-problems.tsx';

/** The address without a page: the workspace shown last, the only other one, or the first-run door. */
export const Entry = (): ReactElement | null => {
  const go = useGo();
  const { data } = useCall('workspaces.list', {});
  const { settings } = useSettings();
  useEffect(() => {
    if (data === undefined || settings === undefined) return;
    const last = data.workspaces.find(({ id }) => id === settings.lastWorkspace) ?? data.workspaces[0];
    go(last === undefined ? { page: 'start' } : { page: 'home', workspaceId: last.id }, { replace: true });
  }, [data, go, settings]);
  return null;
};

/** Pages of a workspace: shown once it is known that there is such a workspace. */
export const WorkspacePages = (): ReactElement | null => {
  const workspace = useWorkspaceOrNone();
  const { data } = useCall('workspaces.list', {});
  if (workspace !== null) return <Outlet />;
  return data === undefined ? null : <NoSuchWorkspace />;
};
