import type { OutputOf } from '../../preload/contract/index.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { fanOut } from '../dataverse/fan-out.ts';
import { NOTHING_HIDDEN, readHiddenColumns, tableOfRequest } from './hidden-columns.ts';
import type { HiddenColumns } from './hidden-columns.ts';
import type { KeptEnvironmentRun, QueryRun } from './query-runs.ts';
import { signInAsApp } from './sign-in-as-app.ts';
import type { AppSignInPorts } from './sign-in-as-app.ts';

/**
 * What column security hides of a run's columns, by environment; asked once in each that brought rows, beside the run, so that rows never wait
 * for it. One that refuses or does not answer is left out.
 */
export const hiddenInRun = async (
  ports: AppSignInPorts,
  run: QueryRun,
  parallel: number,
  signal: AbortSignal,
): Promise<OutputOf<'query.hiddenColumns'>['environments']> => {
  const table = tableOfRequest(run.request);
  if (table === null) return [];
  const ask = async (kept: KeptEnvironmentRun, signal: AbortSignal): Promise<Result<HiddenColumns>> => {
    if (run.stopped.signal.aborted) return failed('cancelled');
    const client = await signInAsApp(ports, run, kept.environment, signal);
    return client.ok ? readHiddenColumns(client.value, table, signal) : client;
  };
  const items = [...run.environments.values()].filter(
    ({ hidden, state }) => hidden === null && state.rows > 0,
  );
  await fanOut<KeptEnvironmentRun, null>({
    items,
    parallel,
    signal: AbortSignal.any([signal, run.stopped.signal]),
    work: async (kept, signal) => {
      const found = await ask(kept, signal);
      if (!found.ok) return found;
      kept.hidden = found.value;
      return ok(null);
    },
  });
  const asked = new Set([
    ...run.rows.columns(),
    ...(run.request.language === 'fetchxml' ? run.request.columns : []),
  ]);
  return [...run.environments.values()].flatMap(({ environment, hidden }) => {
    const shown = (names: readonly string[]) => names.filter((name) => asked.has(name));
    const { hidden: yes, unknown } = hidden ?? NOTHING_HIDDEN;
    const one = { environmentId: environment.id, hidden: shown(yes), unknown: shown(unknown) };
    return one.hidden.length + one.unknown.length === 0 ? [] : [one];
  });
};
