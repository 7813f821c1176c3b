import { appError } from '../../preload/contract/words/errors.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';

const GUID = /^\{?[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;

/**
 * What is wrong with a pasted client secret before it is ever sent: its *id* instead of its value (the usual cause of
 * AADSTS7000215), white space or percent escapes that copying left in it. Null when nothing is.
 */
export const secretProblem = (secret: string): AppError | null => {
  if (GUID.test(secret.trim())) return appError('secret-looks-like-id');
  if (secret !== secret.trim() || /\s/.test(secret))
    return appError('secret-damaged', { problem: 'white-space' });
  if (/%[0-9a-f]{2}/i.test(secret)) return appError('secret-damaged', { problem: 'url-encoding' });
  return null;
};
