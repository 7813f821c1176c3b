import type { Query } from '../../preload/contract/query.ts';

/** The language of a query that was typed: FetchXML is recognised by its first element. */
export const languageOf = (text: string): Query['language'] =>
  /^\s*<(?:fetch|\?xml|!--)/.test(text) ? 'fetchxml' : 'odata';
