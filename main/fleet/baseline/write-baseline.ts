import type { OutputOf, EventOf } from '../../../preload/contract/index.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { localDay } from '../../../preload/contract/words/local-day.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { fanOut } from '../../dataverse/fan-out.ts';
import type { BaselinePorts } from './baseline-ports.ts';
import { printBaseline } from './print-baseline.ts';
import { readReality } from './read-reality.ts';
import type { Reality } from './reality.ts';
import { writeFromReality } from './write-from-reality.ts';

/** Reads environments and writes down what is so there; those that fail are told and are not in it. */
export const writeBaseline = async (
  { environments, appName, now }: BaselinePorts,
  input: { readonly workspaceId: WorkspaceId; readonly environmentIds: readonly EnvironmentId[] },
  tell: (event: EventOf<'baseline.write'>) => Promise<void>,
  signal: AbortSignal,
): Promise<Result<OutputOf<'baseline.write'>>> => {
  const chosen = environments.choose(input.workspaceId, input.environmentIds);
  if (!chosen.ok) return chosen;
  const realities: Reality[] = [];
  const counts = await fanOut({
    items: chosen.value,
    parallel: environments.parallel(),
    signal,
    work: async (environment, signal) => {
      const reality = await readReality(
        environments.asAdmin(environment),
        environment.url,
        'if-allowed',
        signal,
      );
      return !reality.ok && signal.aborted ? failed('cancelled') : reality;
    },
    settled: async ({ id: environmentId }, reality) => {
      if (reality.ok) realities.push(reality.value);
      if (reality.ok || reality.error.code !== 'cancelled')
        await tell({ environmentId, error: reality.ok ? null : reality.error });
    },
  });
  const { document, leftOut } = writeFromReality(realities, appName);
  const day = localDay(new Date(now()));
  const heading = [`Application users as they were on ${day}: what shall stay so.`];
  return ok({
    text: printBaseline(document, heading),
    apps: document.apps.length,
    environments: realities.length,
    failed: counts.failed,
    cancelled: counts.cancelled,
    leftOut,
  });
};
