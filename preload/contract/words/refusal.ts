import type { AppError } from './errors.ts';

/**
 * Carries an expected failure out of code whose callers have no other way to hear of it, to whoever answers the call: a disk that is full
 * can refuse any write. Everything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly error: AppError;
  constructor(error: AppError, cause: unknown) {
    super(cause instanceof Error ? cause.message : error.code, { cause });
    this.name = 'Refusal';
    this.error = error;
  }
}
