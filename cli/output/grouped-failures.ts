import type { AppError } from '../../preload/contract/words/errors.ts';
import { explain } from '../../preload/contract/words/texts/explain.ts';
import { failureTitle, supportIds } from './failure.ts';

/** What went wrong in one environment, with one app where several work there. */
export type FailureThere = {
  readonly app: string | null;
  readonly environment: string;
  readonly error: AppError;
};

/**
 * What went wrong in many environments, each cause once with every environment that has it: the same secret has expired in forty of
 * them, and is mended once. IDs for support are those of the first.
 */
export const groupedFailures = (failures: readonly FailureThere[]): readonly string[] => {
  const groups = Map.groupBy(failures, ({ app, error }) =>
    JSON.stringify([app, failureTitle(error), explain(error).remedies]),
  );
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { app, environment, error } = first;
    const environments = same.map((one) => one.environment).join(', ');
    const causes = new Set(same.map((one) => explain(one.error).cause));
    const ids = supportIds(error);
    return [
      `${app === null ? environments : `${app} in ${environments}`}: ${failureTitle(error)}`,
      ...[...causes].map((cause) => `  ${cause}`),
      ...explain(error).remedies.map((remedy) => `  → ${remedy}`),
      ...(ids.length > 0 && same.length > 1 ? [`  IDs of ${environment}:`] : []),
      ...ids,
    ];
  });
};
