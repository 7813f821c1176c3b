import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

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
  const { data } = useQuery({
    queryKey: ['kept', joined],
    queryFn: () => initial,
    enabled: false,
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
  });
  const change = useCallback(
    (update: (before: Value) => Value) => {
      client.setQueryDefaults(['kept'], { gcTime: Infinity, structuralSharing: false });
      client.setQueryData<Value>(['kept', joined], (before) => update(before ?? initial));
    },
    [client, initial, joined],
  );
  return [data ?? initial, change];
};
