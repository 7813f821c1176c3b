import type { AnyRoute, RouteComponent } from '@tanstack/react-router';
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import type { GlobalPage, WorkspacePage } from '../places/index.ts';
import { FirstRunScreen } from '../screens/first-run/index.ts';
import { Entry, WorkspacePages } from './entry.tsx';
import { Frame } from './frame.tsx';
import { BrokenPage, NoSuchPage } from './page-problems.tsx';

/** The screen of each page of a workspace; loaded when it is first shown. */
const WORKSPACE_SCREENS: Readonly<Record<WorkspacePage, RouteComponent>> = {
  home: lazyRouteComponent(() => import('../screens/home/index.ts'), 'HomeScreen'),
  environments: lazyRouteComponent(() => import('../screens/environments/index.ts'), 'EnvironmentsScreen'),
  applications: lazyRouteComponent(() => import('../screens/applications/index.ts'), 'ApplicationsScreen'),
  'applications/rotate': lazyRouteComponent(() => import('../screens/rotation/index.ts'), 'RotationScreen'),
  'application-users': lazyRouteComponent(
    () => import('../screens/application-users/index.ts'),
    'ApplicationUsersScreen',
  ),
  'application-users/new': lazyRouteComponent(
    () => import('../screens/application-users/index.ts'),
    'ApplicationUserWizard',
  ),
  'application-users/map': lazyRouteComponent(
    () => import('../screens/application-users/index.ts'),
    'AccessMapScreen',
  ),
  baseline: lazyRouteComponent(() => import('../screens/baseline/index.ts'), 'BaselineScreen'),
  'security-roles': lazyRouteComponent(
    () => import('../screens/security-roles/index.ts'),
    'SecurityRolesScreen',
  ),
  query: lazyRouteComponent(() => import('../screens/query-lab/index.ts'), 'QueryLabScreen'),
  doctor: lazyRouteComponent(() => import('../screens/doctor/index.ts'), 'DoctorScreen'),
  activity: lazyRouteComponent(() => import('../screens/activity/index.ts'), 'ActivityScreen'),
  workspace: lazyRouteComponent(() => import('../screens/workspaces/index.ts'), 'EditWorkspaceScreen'),
};

/** The screen of each page above workspaces; the door is what a new window opens on and comes with it. */
const GLOBAL_SCREENS: Readonly<Record<GlobalPage, RouteComponent>> = {
  start: FirstRunScreen,
  import: lazyRouteComponent(() => import('../screens/portability/index.ts'), 'ImportScreen'),
  expiry: lazyRouteComponent(() => import('../screens/expiry/index.ts'), 'ExpiryScreen'),
  'access-map': lazyRouteComponent(() => import('../screens/application-users/index.ts'), 'AllClientsScreen'),
  settings: lazyRouteComponent(() => import('../screens/settings/index.ts'), 'SettingsScreen'),
  workspaces: lazyRouteComponent(() => import('../screens/workspaces/index.ts'), 'WorkspacesScreen'),
  'workspaces/new': lazyRouteComponent(
    () => import('../screens/workspaces/index.ts'),
    'CreateWorkspaceScreen',
  ),
};

const pageRoute = (parent: AnyRoute, [path, component]: [string, RouteComponent]) =>
  createRoute({ getParentRoute: () => parent, path: `/${path}`, component });

/** The router of the page; the address stands behind the hash, so that every file of the page is one file. */
export const createPageRouter = () => {
  const root = createRootRoute({ component: Frame, notFoundComponent: NoSuchPage });
  const entry = createRoute({ getParentRoute: () => root, path: '/', component: Entry });
  const workspace = createRoute({
    getParentRoute: () => root,
    path: '/w/$workspaceId',
    component: WorkspacePages,
  });
  const routeTree = root.addChildren([
    entry,
    workspace.addChildren(Object.entries(WORKSPACE_SCREENS).map((screen) => pageRoute(workspace, screen))),
    ...Object.entries(GLOBAL_SCREENS).map((screen) => pageRoute(root, screen)),
  ]);
  return createRouter({
    routeTree,
    history: createHashHistory(),
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NoSuchPage,
    // Params are plain text for every place (see places/), never parsed as JSON.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString();
      return text === '' ? '' : `?${text}`;
    },
  });
};
