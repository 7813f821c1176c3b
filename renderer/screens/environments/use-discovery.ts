import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { ENVIRONMENTS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { readAgain, useStream } from '../../bridge/index.ts';
import { useToasts } from '../../ui/index.ts';

/** A list of environments that could not be asked. */
export type SourceFailure = { readonly source: 'discovery' | 'admin'; readonly error: AppError };

/** Looking for environments in both lists of the service. */
export type Discovery = {
  readonly running: boolean;
  readonly failures: readonly SourceFailure[];
  /** The search as a whole failed, e.g. because nobody is signed in. */
  readonly error: AppError | null;
  /** Resolves to the environments found, or null when it failed. */
  readonly start: () => Promise<readonly Environment[] | null>;
  readonly cancel: () => void;
};

const NO_FAILURES: readonly SourceFailure[] = [];

/** The search for environments of a workspace; what it finds is in environments.list afterwards. */
export const useDiscovery = (workspace: Workspace): Discovery => {
  const client = useQueryClient();
  const toasts = useToasts();
  const { data, running, error, start, cancel } = useStream('environments.discover', {
    scope: workspace.id,
    title: ENVIRONMENTS_TEXTS.discoverTitle(workspace.name),
    initial: NO_FAILURES,
    reduce: (failures, event): readonly SourceFailure[] =>
      event.error === null ? failures : [...failures, { source: event.source, error: event.error }],
  });
  const workspaceId = workspace.id;
  const begin = useCallback(async () => {
    const result = await start({ workspaceId });
    if (!result.ok) return null;
    await readAgain(client, ['environments.list']);
    const { added, gone, environments } = result.value;
    toasts.success(ENVIRONMENTS_TEXTS.discovered(added, gone, environments.length));
    return environments;
  }, [client, start, toasts, workspaceId]);
  return { running, failures: data, error, start: begin, cancel };
};
