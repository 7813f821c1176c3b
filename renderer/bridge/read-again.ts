import type { QueryClient } from '@tanstack/react-query';
import type { CallName } from '../../preload/contract/words/methods.ts';
import { callKey } from './call-query.ts';

/** What other answers are drawn from: once the method on the left is no longer true, neither are those on the right. */
const RESTS_ON: { readonly [Name in CallName]?: readonly CallName[] } = {
  'workspaces.list': ['consent.list', 'expiry.summary', 'workspaces.overview', 'vault.health'],
  'environments.list': ['workspaces.overview'],
  'appProfiles.list': [
    'consent.list',
    'directory.app',
    'expiry.summary',
    'managementApps.list',
    'tokens.list',
    'vault.health',
    'workspaces.overview',
  ],
};

const NOTHING: readonly CallName[] = [];

/** Reads again what the methods answer and all that rests on it: now where it is shown, elsewhere when it is next shown. */
export const readAgain = async (client: QueryClient, methods: readonly CallName[]): Promise<void> => {
  const all = new Set(methods.flatMap((method) => [method, ...(RESTS_ON[method] ?? NOTHING)]));
  await Promise.all([...all].map((method) => client.invalidateQueries({ queryKey: callKey(method) })));
};
