import type { AppError } from '../errors.ts';
import type { Explanation } from './explanation.ts';

/** Title, cause and remedies of any expected failure. */
export const explain = (error: AppError): Explanation => ({
  title: error.code,
  cause: error.code,
  code: error.code,
  remedies: ['Try again.'],
  actions: [],
});
