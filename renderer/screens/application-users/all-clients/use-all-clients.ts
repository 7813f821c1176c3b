import { useCallback } from 'react';
import { ALL_CLIENTS_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import type { Stream } from '../../../bridge/index.ts';
import { useStream } from '../../../bridge/index.ts';
import type { AllClients } from './all-clients-state.ts';
import { allClientsWith, NO_CLIENTS } from './all-clients-state.ts';

/** What is kept of the application users of all workspaces. */
export type AllClientsStream = Stream<'applicationUsers.allClients', AllClients> & {
  readonly open: () => void;
};

/** Opens it when asked; no service is asked. `total` workspaces there are. */
export const useAllClients = (total: number): AllClientsStream => {
  const stream = useStream('applicationUsers.allClients', {
    scope: 'all',
    title: TEXTS.openingTitle,
    initial: NO_CLIENTS,
    reduce: allClientsWith,
    count: (data) => ({ done: data.size, total }),
  });
  const { start } = stream;
  const open = useCallback(() => void start({}), [start]);
  return { ...stream, open };
};
