import type { Environment, EnvironmentCheck } from '../../../preload/contract/environments.ts';
import type { Status } from '../../../preload/contract/words/status.ts';
import { ENVIRONMENTS_TEXTS, STATUS_LABELS } from '../../../preload/contract/words/texts/en.ts';
import type { EnvironmentChecks } from './use-environment-checks.ts';

/** An environment with what is known about reaching it. */
export type EnvironmentRow = {
  readonly environment: Environment;
  readonly check: EnvironmentCheck | null;
  readonly status: Status;
  /** The word beside the status icon. */
  readonly word: string;
};

/** Joins an environment with its last check. Not asked yet is unknown, never healthy. */
export const environmentRow = (
  environment: Environment,
  checks: Pick<EnvironmentChecks, 'results' | 'isWorking'>,
): EnvironmentRow => {
  const check = checks.results.get(environment.id) ?? null;
  if (checks.isWorking(environment.id))
    return { environment, check, status: 'working', word: STATUS_LABELS.working };
  if (check !== null) return { environment, check, status: check.status, word: STATUS_LABELS[check.status] };
  if (!environment.enabled)
    return { environment, check, status: 'attention', word: ENVIRONMENTS_TEXTS.disabled };
  return { environment, check, status: 'unknown', word: ENVIRONMENTS_TEXTS.notChecked };
};
