import type { AppError } from '../../preload/contract/words/errors.ts';
import { explain } from '../../preload/contract/words/texts/explain.ts';
import { failureTitle, supportIds } from './failure.ts';

/** What stopped one app in one environment. */
export type StoppedChain = { readonly app: string; readonly environment: string; readonly error: AppError };

/**
 * What stopped many chains, each cause once with everything that it stops: the same secret has expired in forty environments, and is
 * mended once. IDs for support are those of the first.
 */
export const failuresOfChains = (chains: readonly StoppedChain[]): readonly string[] => {
  const groups = Map.groupBy(chains, ({ app, error }) =>
    JSON.stringify([app, failureTitle(error), explain(error).remedies]),
  );
  return [...groups.values()].flatMap((stopped) => {
    const [first] = stopped;
    if (first === undefined) return [];
    const { app, environment, error } = first;
    const causes = new Set(stopped.map((chain) => explain(chain.error).cause));
    const ids = supportIds(error);
    return [
      `${app} in ${stopped.map((chain) => chain.environment).join(', ')}: ${failureTitle(error)}`,
      ...[...causes].map((cause) => `  ${cause}`),
      ...explain(error).remedies.map((remedy) => `  → ${remedy}`),
      ...(ids.length > 0 && stopped.length > 1 ? [`  IDs of ${environment}; --json tells all:`] : []),
      ...ids,
    ];
  });
};
