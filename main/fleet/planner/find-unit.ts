import type { DesiredUnit } from '../../../preload/contract/fleet.ts';
import type { BusinessUnit } from '../../../preload/contract/security-roles.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { sameName } from '../../../preload/contract/words/same-name.ts';
import { rootUnit } from './actual-environment.ts';

/** The business unit that is asked for: `business-unit-not-found`, `business-unit-ambiguous`, `business-unit-disabled`. */
export const findUnit = (
  units: readonly BusinessUnit[],
  wanted: DesiredUnit,
  environment: string,
): Result<BusinessUnit> => {
  const found =
    wanted.kind === 'root'
      ? [rootUnit({ units })].filter((unit) => unit !== null)
      : units.filter(({ name }) => sameName(name, wanted.name));
  const unit = wanted.kind === 'root' ? 'root' : wanted.name;
  const [one] = found;
  if (one === undefined) return failed('business-unit-not-found', { unit, environment });
  if (found.length > 1) return failed('business-unit-ambiguous', { unit, environment, count: found.length });
  return one.disabled ? failed('business-unit-disabled', { unit: one.name, environment }) : ok(one);
};
