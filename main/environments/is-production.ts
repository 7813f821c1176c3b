import type { Environment } from '../../preload/contract/environments.ts';
import type { EnvironmentType } from '../../preload/contract/words/status.ts';

/** Whether a change there asks for the name to be typed: what a person said of the environment wins over its type. */
export const isProduction = (
  { guard, type }: Pick<Environment, 'guard' | 'type'>,
  productionTypes: readonly EnvironmentType[],
): boolean => {
  switch (guard) {
    case 'production':
      return true;
    case 'not-production':
      return false;
    case 'by-type':
      return productionTypes.includes(type);
  }
};
