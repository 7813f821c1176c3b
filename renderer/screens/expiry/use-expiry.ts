import { useCallback } from 'react';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { EXPIRY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Stream } from '../../bridge/index.ts';
import { useStream } from '../../bridge/index.ts';
import type { ExpiryData } from './expiry-state.ts';
import { expiryCount, expiryWith, nextExpiryRun, NO_EXPIRY } from './expiry-state.ts';

/** The credentials of all workspaces. */
export type ExpiryStream = Stream<'expiry.list', ExpiryData> & {
  /** Asks the directories of these workspaces; an empty list reads again what is known here. */
  readonly ask: (workspaces: 'all' | readonly WorkspaceId[]) => void;
};

/** Opens them; asks nobody by itself. */
export const useExpiry = (): ExpiryStream => {
  const stream = useStream('expiry.list', {
    scope: 'all',
    title: EXPIRY_TEXTS.askingTitle,
    initial: NO_EXPIRY,
    begin: nextExpiryRun,
    reduce: expiryWith,
    count: expiryCount,
  });
  const { start } = stream;
  const ask = useCallback(
    (workspaces: 'all' | readonly WorkspaceId[]) =>
      void start({ ask: workspaces === 'all' ? 'all' : [...workspaces] }),
    [start],
  );
  return { ...stream, ask };
};
