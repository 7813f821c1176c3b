import type { WriteRequest } from '../../../preload/contract/fleet-writes.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseODataRequest } from '../../query/odata-request.ts';

/** A checked request that changes something. */
export type CheckedWrite = Omit<WriteRequest, 'body'> & {
  /** Encoded, below the Web API's root. */
  readonly path: string;
  /** Undefined: none is sent. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** The row that it is about, to be read before and after; null where it names none. */
  readonly row: string | null;
  /** What it is about, without values of keys that could tell of people; for plan and journal. */
  readonly subject: string;
};

const refused = (path: string, problem: string): Result<CheckedWrite> =>
  failed('invalid-input', { path, problem });

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** One row of a set: `accounts(<key>)`. */
const ROW = /^([a-z_]\w*)\(([^()]+)\)$/i;

const bodyOf = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
};

/** Keys other than ids are values of columns. */
const withoutValues = (resource: string): string =>
  resource
    .replaceAll(/\(([^()]*)\)/g, (whole, key: string) => (key === '' || GUID.test(key) ? whole : '(…)'))
    .slice(0, 160);

/**
 * Checks a request before anything is asked anywhere: a path of the Web API as for a query, no `$batch`, no options that a change does not
 * take, a JSON object as the body where there is to be one. `invalid-input` says what is wrong.
 */
export const readWriteRequest = (request: WriteRequest): Result<CheckedWrite> => {
  const { method } = request;
  const parsed = parseODataRequest(request.path);
  if (!parsed.ok) return parsed;
  const { path, resource } = parsed.value;
  const options = [...new URLSearchParams(path.split('?')[1] ?? '').keys()];
  if (options.some((name) => name !== '$select' && name !== '$id'))
    return refused('path', 'takes no option but $select');
  const text = request.body.trim();
  if (method === 'DELETE' && text !== '') return refused('body', 'must be empty for DELETE');
  const body = method === 'DELETE' ? undefined : text === '' && method === 'POST' ? {} : bodyOf(text);
  if (body === null) return refused('body', 'must be one JSON object');
  const named = ROW.exec(resource);
  if (method !== 'POST' && !resource.includes('(')) return refused('path', `names no row to ${method}`);
  const row = named === null || method === 'POST' ? null : (path.split('?')[0] ?? null);
  return ok({ ...request, path, body, row, subject: `${method} ${withoutValues(resource)}` });
};
