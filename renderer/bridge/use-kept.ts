import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * State that outlives its screen but not the page: drafts and views that a person comes back to. `key` must begin with
 * what it belongs to (a workspace id), so that one client's draft is never seen in another's. Keep `initial` stable. Never for secrets.
 */
export const useKept = <Value>(
  key: readonly string[],
  initial: Value,
): readonly [Value, (change: (before: Value) => Value) => void] => {
  const client = useQueryClient();
  const joined = key.join('\n');
  // Read straight from the cache: a query's observer hears of a change after the event, too late for a field being typed into.
  const value = useSyncExternalStore(
    useCallback(
      (changed) =>
        client.getQueryCache().subscribe((event) => {
          // Only its own: other events come also while components render, when nothing may be told.
          if (event.type === 'updated' && event.query.queryKey[1] === joined) changed();
        }),
      [client, joined],
    ),
    () => client.getQueryData<Value>(['kept', joined]) ?? initial,
  );
  const change = useCallback(
    (update: (before: Value) => Value) => {
      client.setQueryDefaults(['kept'], { gcTime: Infinity, structuralSharing: false });
      client.setQueryData<Value>(['kept', joined], (before) => update(before ?? initial));
    },
    [client, initial, joined],
  );
  return [value, change];
};
