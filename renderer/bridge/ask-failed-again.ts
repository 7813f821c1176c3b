import type { QueryClient } from '@tanstack/react-query';

/** Reads again what is shown as failed: somebody else, or somebody with more rights, is signed in now. */
export const askFailedAgain = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
