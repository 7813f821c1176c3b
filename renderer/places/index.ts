/** Where the person is and where they can go: `useGo()`, `usePlaceParams()` and the closed list of places. */
export type { GlobalPage, Place, PlaceParams, WorkspacePage } from './place.ts';
export { addressOf, GLOBAL_PAGES, WORKSPACE_PAGES } from './place.ts';
export { useGo, usePath, usePlaceParams } from './use-places.ts';
