import { appError } from '../../preload/contract/words/errors.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { lintSecret } from '../../preload/contract/words/secret-lint.ts';

/** Why a client secret is certain to be refused, before it is ever sent; null when nothing is certain. Warnings are for the form. */
export const secretProblem = (secret: string): AppError | null => {
  const finding = lintSecret(secret);
  if (finding?.severity !== 'refusal') return null;
  return finding.problem === 'secret-id'
    ? appError('secret-looks-like-id')
    : appError('secret-damaged', { problem: finding.problem, field: finding.field ?? '' });
};
