import type { AppError } from '../../preload/contract/words/errors.ts';

/** Carries an AppError through TanStack Query, which knows failures only as throws; `appErrorOf` gets it out again. */
export class CallFailed extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.name = 'CallFailed';
    this.error = error;
  }
}

/** The AppError behind whatever a query threw; anything else is a bug and shown as an internal error. */
export const appErrorOf = (thrown: unknown): AppError =>
  thrown instanceof CallFailed
    ? thrown.error
    : {
        code: 'internal',
        params: { reference: thrown instanceof Error ? thrown.message : String(thrown) },
        retryable: false,
        correlation: {},
      };
