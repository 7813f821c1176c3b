import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';

/** A checked request of the query lab. */
export type ODataRequest = {
  /** Path and query below the Web API's root, encoded. */
  readonly path: string;
  /** What is asked, without its options; for the journal. */
  readonly resource: string;
  /**
   * Whether a page size may be asked for: beside `$top` the service would ignore `$top` (Microsoft Learn: page results),
   * and FetchXML carries its own.
   */
  readonly pageable: boolean;
};

const ROOT = 'https://environment.invalid/api/data/v9.2/';

const refused = (problem: string): Result<ODataRequest> =>
  failed('invalid-input', { path: 'odata', problem });

/** Decodes until nothing changes, so that an encoded dot or slash cannot hide; null when it is not decodable. */
const fullyDecoded = (text: string): string | null => {
  let now = text;
  for (let round = 0; round < 5; round += 1) {
    let next: string;
    try {
      next = decodeURIComponent(now);
    } catch {
      return null;
    }
    if (next === now) return now;
    now = next;
  }
  return null;
};

const pathProblem = (path: string): string | null => {
  if (path === '') return 'needs an entity set or a function, such as accounts';
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return 'must be relative, without https://';
  if (path.startsWith('/')) return 'must not begin with a slash';
  const decoded = fullyDecoded(path);
  if (decoded === null) return 'has a percent sign that encodes nothing';
  if (/[\p{Cc}\\]/u.test(decoded)) return 'has a character that no address may have';
  // Slashes inside a quoted key are data; an encoded one would become a segment on some servers.
  const outsideQuotes = decoded.replaceAll(/'[^']*'/g, '');
  const segments = decoded.split('/');
  // Nothing that can be asked for begins with a dot, so what a server makes of "..#" or "..;" need not be known.
  if (segments.some((segment) => segment.trim().startsWith('.'))) return 'must not have dot segments';
  if (outsideQuotes.includes('//') || segments.includes('')) return 'has an empty segment';
  if (segments.some((segment) => /^\$batch/i.test(segment.trim()))) return '$batch is not a query';
  if (/^\$metadata/i.test(decoded)) return '$metadata answers no rows';
  return null;
};

/** A percent sign that encodes nothing and a number sign are data in a query, and would end or spoil it. */
const encodeQuery = (query: string): string =>
  query.replaceAll(/%(?![0-9a-f]{2})/gi, '%25').replaceAll('#', '%23');

/**
 * Checks what a person typed: one GET relative to the Web API, e.g. `accounts?$select=name&$top=50`. Anything that could
 * leave the Web API of the environment (scheme, host, leading or encoded slashes, backslashes, dot segments) and `$batch`
 * are refused with `invalid-input`; functions are fine.
 */
export const parseODataRequest = (text: string): Result<ODataRequest> => {
  const typed = text.trim();
  if (/[\p{Cc}]/u.test(typed)) return refused('must be one line');
  const mark = typed.indexOf('?');
  const path = mark === -1 ? typed : typed.slice(0, mark);
  const query = mark === -1 ? '' : typed.slice(mark + 1);
  const problem = pathProblem(path);
  if (problem !== null) return refused(problem);
  const address = `${ROOT}${path.replaceAll('#', '%23')}${query === '' ? '' : `?${encodeQuery(query)}`}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !url.href.startsWith(ROOT) || url.hash !== '') return refused('is not an address');
  const names = [...url.searchParams.keys()].map((name) => name.trim().toLowerCase());
  return ok({
    path: url.href.slice(ROOT.length),
    resource: path,
    pageable: !names.includes('$top') && !names.includes('fetchxml'),
  });
};
