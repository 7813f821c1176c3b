import { percentDecode } from './percent-decode.ts';
import type { Parsed } from './syntax-tree.ts';

/** The query options of a request by name: system options with `$`, aliases with `@`, others as they are. */
export type QueryOptions = ReadonlyMap<string, string>;

/**
 * Splits and decodes a raw query string; `+` stands for a space. A system option given twice is refused.
 * Never throws.
 */
export function parseQuery(query: string): Parsed<QueryOptions> {
  const options = new Map<string, string>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const [rawName, rawValue] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    const name = percentDecode(rawName.replaceAll('+', ' '));
    const value = percentDecode(rawValue.replaceAll('+', ' '));
    if (name === null || value === null) {
      return { ok: false, message: `The query string is not valid: '${pair}'.` };
    }
    if (/^[$@]/.test(name) && options.has(name)) {
      return {
        ok: false,
        message: `Query option '${name}' was specified more than once, but it must be specified at most once.`,
      };
    }
    options.set(name.trim(), value);
  }
  return { ok: true, value: options };
}
