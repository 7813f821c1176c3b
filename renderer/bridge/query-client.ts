import { QueryClient } from '@tanstack/react-query';
import { STREAMS_KEY } from './stream-runner.ts';

const FRESH_MILLISECONDS = 15_000;

/**
 * The query cache of one page. Main is the only source: nothing is kept on disk, nothing is retried here (main
 * retries what may be retried) and focus or network changes cause no calls.
 */
export const createQueryClient = (): QueryClient => {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MILLISECONDS,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
    },
  });
  // Stream data is replaced event by event; comparing ten thousand rows each time would cost more than rendering.
  const kept = { structuralSharing: false, gcTime: Infinity, staleTime: Infinity } as const;
  client.setQueryDefaults(['stream'], kept);
  client.setQueryDefaults(STREAMS_KEY, kept);
  return client;
};
