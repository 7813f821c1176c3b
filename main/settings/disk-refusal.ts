import { appError } from '../../preload/contract/words/errors.ts';
import type { Failed } from '../../preload/contract/words/errors.ts';
import { Refusal } from '../../preload/contract/words/refusal.ts';

/** Error codes of POSIX (errno(3)) that say what is wrong with a disk; libuv gives the same on Windows. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
};

/**
 * What a failed write is thrown as: the expected failure `journal-unwritable` or `disk-refused` when the platform refused, else what it
 * was, which is a bug. `what` is a document's name.
 */
export const diskRefusal = (
  code: 'disk-refused' | 'journal-unwritable',
  what: string,
  thrown: unknown,
): unknown => {
  const platform = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (!/^E[A-Z0-9]+$/.test(platform)) return thrown;
  return new Refusal(appError(code, { what, reason: REASONS[platform] ?? 'other' }), thrown);
};

/** The failure that was thrown, where the disk refused; a bug is thrown again. */
export const refusedBy = (thrown: unknown): Failed => {
  if (thrown instanceof Refusal) return { ok: false, error: thrown.error };
  throw thrown;
};
