import type { Comparison, EnvironmentDrift } from '../../../preload/contract/baseline.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { fanOut } from '../../dataverse/fan-out.ts';
import type { BaselinePorts } from './baseline-ports.ts';
import type { Expectation } from './expectation.ts';
import { findDrift } from './find-drift.ts';
import { readBaseline } from './read-baseline.ts';
import { readReality } from './read-reality.ts';

const byUrl = (a: EnvironmentDrift, b: EnvironmentDrift): number => (a.url < b.url ? -1 : 1);

const summaryOf = (found: readonly EnvironmentDrift[], at: string): Comparison => {
  const count = (state: EnvironmentDrift['state']): number =>
    found.filter((one) => one.state === state).length;
  return {
    at,
    same: count('same'),
    drifted: count('drifted'),
    failed: count('failed'),
    unknown: count('unknown'),
  };
};

/**
 * Compares the workspace's baseline with each environment that it names, or with some of them; one that the workspace does not know is
 * told as such. What was found is kept unless it was cancelled. Fails with `not-found` when there is no baseline. With a `text` of its own
 * that one is compared, and nothing is kept.
 */
export const compareBaseline = async (
  { environments, book, appName, now }: BaselinePorts,
  {
    workspaceId,
    environmentIds,
    text,
  }: {
    readonly workspaceId: WorkspaceId;
    readonly environmentIds: readonly EnvironmentId[];
    readonly text?: string | undefined;
  },
  tell: (environment: EnvironmentDrift) => Promise<void>,
  signal: AbortSignal,
): Promise<Result<Comparison & { readonly cancelled: number }>> => {
  const stored = text === undefined ? await book.of(workspaceId) : ok({ text, name: '', last: null });
  if (!stored.ok) return stored;
  const kept = stored.value;
  if (kept === null) return failed('not-found', { what: 'baseline', id: workspaceId });
  const read = readBaseline(kept.text);
  if (!read.ok) return failed('not-found', { what: 'readable baseline', id: kept.name });
  const known = environments.choose(workspaceId, []);
  if (!known.ok) return known;

  const said = Map.groupBy(read.expectations, ({ url }) => url);
  const found: EnvironmentDrift[] = [];
  const settle = async (environment: EnvironmentDrift): Promise<void> => {
    found.push(environment);
    await tell(environment);
  };
  const all = environmentIds.length === 0;
  for (const url of said.keys()) {
    if (!all || known.value.some((one) => one.url === url)) continue;
    const { host: environmentName } = new URL(url);
    const compared = said.get(url)?.length ?? 0;
    await settle({
      url,
      environmentId: null,
      environmentName,
      state: 'unknown',
      compared,
      apps: [],
      error: null,
    });
  }

  const counts = await fanOut<Environment, EnvironmentDrift>({
    items: known.value.filter(({ id, url }) => said.has(url) && (all || environmentIds.includes(id))),
    parallel: environments.parallel(),
    signal,
    work: async (environment, signal) => {
      const { id: environmentId, name: environmentName, url } = environment;
      const expectations: readonly Expectation[] = said.get(url) ?? [];
      const place = { url, environmentId, environmentName, compared: expectations.length };
      const profiles = expectations.some((one) => one.profiles !== null) ? 'needed' : 'not';
      const reality = await readReality(environments.asAdmin(environment), url, profiles, signal);
      if (!reality.ok) {
        if (signal.aborted) return failed('cancelled');
        return ok({ ...place, state: 'failed', apps: [], error: reality.error });
      }
      const apps = [...findDrift(expectations, reality.value, appName)];
      const drifted = apps.some(({ findings }) => findings.some(({ kind }) => kind !== 'not-in-baseline'));
      return ok({ ...place, state: drifted ? 'drifted' : 'same', apps, error: null });
    },
    settled: async (_environment, result) => {
      if (result.ok) await settle(result.value);
    },
  });

  const at = new Date(now()).toISOString();
  const summary = summaryOf(found, at);
  if (counts.cancelled === 0 && text === undefined) {
    // Of the others stands what was found before, and the whole is as old as they are.
    const others = all
      ? []
      : (kept.last?.environments ?? []).filter((one) => found.every(({ url }) => url !== one.url));
    const whole = [...others, ...found].toSorted(byUrl);
    const since = others.length === 0 ? at : (kept.last?.summary.at ?? at);
    // The answer stands also when it cannot be kept.
    await book.compared(workspaceId, kept.text, { summary: summaryOf(whole, since), environments: whole });
  }
  return ok({ ...summary, cancelled: counts.cancelled });
};
