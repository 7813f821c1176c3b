import type { z } from 'zod';
import type { Query } from '../../../preload/contract/query.ts';
import { MOST_SAVED } from '../../../preload/contract/words/queries/saved-query.ts';
import type {
  QueryFileFault,
  QueryFileProblem,
} from '../../../preload/contract/words/queries/saved-query.ts';
import { rememberedQuery } from '../remembered-query.ts';
import { QUERY_FILE_FORMAT, QUERY_FILE_VERSION, queryFileSchema } from './query-file.ts';
import type { QueryFileEntry } from './query-file.ts';

/** A query of a file. */
export type ReadQuery = { readonly name: string; readonly query: Query };

/** What a file holds, or everything that is wrong with it. */
export type ReadQueryFile =
  | { readonly ok: true; readonly queries: readonly ReadQuery[] }
  | { readonly ok: false; readonly faults: readonly QueryFileFault[] };

const MOST_FAULTS = 100;
const LONGEST_TEXT = 64 * 1024;

const refused = (problem: QueryFileProblem, field = ''): ReadQueryFile => ({
  ok: false,
  faults: [{ problem, query: null, field }],
});

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;

const faultsOf = (issues: readonly z.core.$ZodIssue[], document: unknown): readonly QueryFileFault[] =>
  issues.flatMap((issue): readonly QueryFileFault[] => {
    const [first, place, ...rest] = issue.path;
    const query = first === 'queries' && typeof place === 'number' ? place + 1 : null;
    const within = (query === null ? issue.path : rest).map(String).join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        problem: 'unknown-field',
        query,
        field: [within, key].filter((part) => part !== '').join('.'),
      }));
    if (issue.code === 'too_big' && first === 'queries' && query === null)
      return [{ problem: 'too-many', query, field: String(MOST_SAVED) }];
    const value = issue.path.reduce<unknown>((at, key) => memberOf(at, String(key)), document);
    return [{ problem: value === undefined ? 'missing' : 'not-valid', query, field: within }];
  });

const toQuery = ({ language, name, parameters, text }: QueryFileEntry): ReadQuery => ({
  name,
  query: rememberedQuery({
    language,
    text: typeof text === 'string' ? text : text.join('\n'),
    ...(parameters === undefined ? {} : { parameters }),
  }),
});

/** Reads the text of a file of queries. Never throws and loses nothing: what it does not know is a fault. */
export const readQueryFile = (text: string): ReadQueryFile => {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused('not-json');
  }
  if (memberOf(document, 'format') !== QUERY_FILE_FORMAT) return refused('not-queries');
  const version = memberOf(document, 'version');
  if (typeof version === 'number' && version > QUERY_FILE_VERSION) return refused('newer', String(version));
  const decoded = queryFileSchema.safeParse(document);
  if (!decoded.success)
    return { ok: false, faults: faultsOf(decoded.error.issues, document).slice(0, MOST_FAULTS) };
  const queries = decoded.data.queries.map(toQuery);
  const seen = new Set<string>();
  const faults = queries.flatMap(({ name, query }, index): readonly QueryFileFault[] => {
    const twice = seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    const long = query.text.trim() === '' || query.text.length > LONGEST_TEXT;
    return [
      ...(twice ? [{ problem: 'same-name', query: index + 1, field: name } as const] : []),
      ...(long ? [{ problem: 'not-valid', query: index + 1, field: 'text' } as const] : []),
    ];
  });
  return faults.length === 0 ? { ok: true, queries } : { ok: false, faults: faults.slice(0, MOST_FAULTS) };
};
