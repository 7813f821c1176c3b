import { useQuery } from '@tanstack/react-query';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import { useBridge } from '../bridge/index.ts';
import type { Known } from './inventory-state.ts';
import { knownWith } from './inventory-state.ts';

const NOTHING: Known = new Map();

/** What environments said before this page was opened: read once, all of it before anything is shown. Null until then. */
export const useKnown = (workspaceId: WorkspaceId): Known | null => {
  const { bridge } = useBridge();
  const { data, isPending } = useQuery({
    queryKey: ['inventory', 'known', workspaceId],
    queryFn: async ({ signal }): Promise<Known> => {
      let known = NOTHING;
      const onEvent: Parameters<typeof bridge.stream<'applicationUsers.snapshot'>>[2]['onEvent'] = (
        event,
      ) => {
        known = knownWith(known, event);
      };
      // Without it everything is read: a failure to know is no failure to show.
      const read = await bridge.stream('applicationUsers.snapshot', { workspaceId }, { onEvent }, signal);
      return read.ok ? known : NOTHING;
    },
    structuralSharing: false,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return isPending ? null : (data ?? NOTHING);
};
