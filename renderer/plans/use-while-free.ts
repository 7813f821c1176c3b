import { useCallback, useRef } from 'react';

/**
 * Does one thing at a time and nothing beside it. The second click of a double click may come before the page has drawn
 * what the first one began; what changes a tenant or an environment must not be begun, and thereby cancelled, by it.
 */
export const useWhileFree = (): ((work: () => Promise<void>) => Promise<void>) => {
  const busy = useRef(false);
  return useCallback(async (work) => {
    if (busy.current) return;
    busy.current = true;
    try {
      await work();
    } finally {
      busy.current = false;
    }
  }, []);
};
