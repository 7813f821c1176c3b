import { appError } from '../../preload/contract/words/errors.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';

const GUID = /^\{?[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;
/** Percent-encoding leaves nothing but unreserved characters (RFC 3986 section 2.3) and escapes; a secret may have a bare `%`. */
const ENCODED = /^[A-Za-z0-9._~-]*(%[0-9A-Fa-f]{2}[A-Za-z0-9._~-]*)+$/;

/**
 * What is wrong with a pasted client secret before it is ever sent: its *id* instead of its value (the usual cause of
 * AADSTS7000215), what copying left in it, or what a portal shows instead of it. Null when nothing is. Problems: `white-space`,
 * `invisible-characters`, `url-encoding`, `quotes`, `masked`.
 */
export const secretProblem = (secret: string): AppError | null => {
  if (GUID.test(secret.trim())) return appError('secret-looks-like-id');
  const damaged = (problem: string) => appError('secret-damaged', { problem });
  if (/\s/u.test(secret)) return damaged('white-space');
  if (/[\p{Cc}\p{Cf}]/u.test(secret)) return damaged('invisible-characters');
  if (/^(["'`]).*\1$/u.test(secret)) return damaged('quotes');
  if (/\*{4,}|•{2,}|…/u.test(secret)) return damaged('masked');
  return ENCODED.test(secret) ? damaged('url-encoding') : null;
};
