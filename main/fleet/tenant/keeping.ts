import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import { refusedBy } from '../../settings/disk-refusal.ts';

/** Does what writes on this computer; a disk that refuses is a failure like any other. A journal that cannot be written stays thrown: it ends everything. */
export const keeping = async <Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> => {
  try {
    return await work();
  } catch (thrown) {
    const refused = refusedBy(thrown);
    if (refused.error.code === 'journal-unwritable') throw thrown;
    return refused;
  }
};

/** Why it was not kept, as the texts know it. */
export const reasonOf = ({ code, params }: AppError): string =>
  code === 'not-found' ? 'gone' : String(params['reason'] ?? 'other');
