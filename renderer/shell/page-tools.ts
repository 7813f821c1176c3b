import type { QueryClient } from '@tanstack/react-query';
import type { OutputOf } from '../../preload/contract/index.ts';
import type { Door } from '../../preload/contract/words/wire.ts';
import { callKey, callQuery, createBridge, createQueryClient, createStreamRunner } from '../bridge/index.ts';
import type { Bridge } from '../bridge/index.ts';
import { addressOf } from '../places/index.ts';
import { entryPlace } from './entry.tsx';
import { createPageRouter } from './router.tsx';

/** What every part of the page works with. */
export type PageTools = {
  readonly client: QueryClient;
  readonly bridge: { readonly bridge: Bridge; readonly streams: ReturnType<typeof createStreamRunner> };
  readonly router: ReturnType<typeof createPageRouter>;
};

/** The tools of one page over one door. */
export const createPageTools = (door: Door): PageTools => {
  const bridge = createBridge(door);
  const client = createQueryClient();
  return {
    client,
    bridge: { bridge, streams: createStreamRunner(bridge, client) },
    router: createPageRouter(),
  };
};

/** Longer than this nobody should look at an empty window; then the page shows that it is loading. */
const PATIENCE_MILLISECONDS = 150;

/**
 * Asks for what every page shows, so that the first thing drawn is the right theme and place and not one after the
 * other, and begins to load the screen. Resolves when all is there or patience is at an end; failures are shown where the
 * answers are used.
 */
export const askAhead = async ({ client, bridge: { bridge }, router }: PageTools): Promise<void> => {
  const answers = Promise.all([
    client.prefetchQuery(callQuery(bridge, 'settings.get', {})),
    client.prefetchQuery(callQuery(bridge, 'workspaces.list', {})),
    client.prefetchQuery(callQuery(bridge, 'app.start', {})),
    client.prefetchQuery(callQuery(bridge, 'vault.status', {})),
  ]);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS));
  await Promise.race([answers, patience]);
  const list = client.getQueryData<OutputOf<'workspaces.list'>>(callKey('workspaces.list', {}));
  const settings = client.getQueryData<OutputOf<'settings.get'>>(callKey('settings.get', {}));
  const { history } = router;
  if (list !== undefined && settings !== undefined && history.location.pathname === '/')
    history.replace(addressOf(entryPlace(list.workspaces, settings)));
  void router.load();
};
