import type { WorkspaceId } from '../../preload/contract/words/ids.ts';

/** Pages inside a workspace, as they stand in the address. */
export const WORKSPACE_PAGES = [
  'home',
  'environments',
  'applications',
  'applications/rotate',
  'application-users',
  'application-users/new',
  'application-users/map',
  'baseline',
  'security-roles',
  'query',
  'doctor',
  'activity',
  'workspace',
] as const;
export type WorkspacePage = (typeof WORKSPACE_PAGES)[number];

/** Pages above all workspaces. */
export const GLOBAL_PAGES = [
  'start',
  'expiry',
  'access-map',
  'settings',
  'import',
  'workspaces',
  'workspaces/new',
] as const;
export type GlobalPage = (typeof GLOBAL_PAGES)[number];

/** Details of a place that survive reload and back/forward, e.g. which row is open. */
export type PlaceParams = Readonly<Record<string, string>>;

/** Everywhere one can be. Screens, palette and navigation all speak of places; only the router knows addresses. */
export type Place =
  | { readonly page: WorkspacePage; readonly workspaceId: WorkspaceId; readonly params?: PlaceParams }
  | { readonly page: GlobalPage; readonly params?: PlaceParams };

/** The address of a place, below the hash. */
export const addressOf = (place: Place): string => {
  const path = 'workspaceId' in place ? `/w/${place.workspaceId}/${place.page}` : `/${place.page}`;
  const search = new URLSearchParams(place.params).toString();
  return search === '' ? path : `${path}?${search}`;
};
