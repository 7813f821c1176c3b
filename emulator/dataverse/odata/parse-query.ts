import type { Parsed } from './syntax-tree.ts';

/** The query options of a request by name: system options with `$`, aliases with `@`, others as they are. */
export type QueryOptions = ReadonlyMap<string, string>;

/**
 * Splits and decodes a raw query string as forms are decoded, like ASP.NET does it: `+` stands for a space, a percent sign without two
 * digits for itself (Learn: "Filter rows using OData", `startswith(name,'%value')`), bytes that are no UTF-8 for U+FFFD. A system option
 * given twice is refused. Never throws.
 */
export function parseQuery(query: string): Parsed<QueryOptions> {
  const options = new Map<string, string>();
  // The sign in front keeps a question mark at the beginning, which else would be dropped.
  for (const [name, value] of new URLSearchParams(`&${query}`)) {
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
