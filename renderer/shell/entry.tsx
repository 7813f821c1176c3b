import { Outlet } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useEffect } from 'react';
import type { OutputOf } from '../../preload/contract/index.ts';
import { useCall, useWorkspaceOrNone } from '../bridge/index.ts';
import type { Place } from '../places/index.ts';
import { useGo } from '../places/index.ts';
import { useSettings } from '../session/index.ts';
import { NoSuchWorkspace } from './page-problems.tsx';

/** Where a window opens: the workspace shown last, the only other one, or the first-run door. */
export const entryPlace = (
  workspaces: OutputOf<'workspaces.list'>['workspaces'],
  { lastWorkspace }: Pick<OutputOf<'settings.get'>, 'lastWorkspace'>,
): Place => {
  const last = workspaces.find(({ id }) => id === lastWorkspace) ?? workspaces[0];
  return last === undefined ? { page: 'start' } : { page: 'home', workspaceId: last.id };
};

/** The address without a page, for as long as it is not known where to go. */
export const Entry = (): ReactElement | null => {
  const go = useGo();
  const { data } = useCall('workspaces.list', {});
  const { settings } = useSettings();
  useEffect(() => {
    if (data !== undefined && settings !== undefined)
      go(entryPlace(data.workspaces, settings), { replace: true });
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
