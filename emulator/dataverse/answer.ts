import type { WireObject } from './query/wire-object.ts';
import type { DataverseResponse } from './seam.ts';

const standardHeaders = { 'odata-version': '4.0', 'cache-control': 'no-cache' };

/** An answer with a JSON body. */
export const jsonAnswer = (
  status: number,
  body: WireObject,
  headers: Readonly<Record<string, string>> = {},
): DataverseResponse => ({
  status,
  headers: { 'content-type': 'application/json; odata.metadata=minimal', ...standardHeaders, ...headers },
  body: JSON.stringify(body),
});

/** An answer with an XML document. */
export const xmlAnswer = (body: string): DataverseResponse => ({
  status: 200,
  headers: { 'content-type': 'application/xml', ...standardHeaders },
  body,
});

/** An answer with plain text, as `$count` and `$value` give it. */
export const textAnswer = (body: string): DataverseResponse => ({
  status: 200,
  headers: { 'content-type': 'text/plain', ...standardHeaders },
  body,
});

/** An answer without a body: 204 where a change was made or a value is null, 304 where nothing changed. */
export const emptyAnswer = (
  status: 204 | 304 = 204,
  headers: Readonly<Record<string, string>> = {},
): DataverseResponse => ({ status, headers: { ...standardHeaders, ...headers }, body: '' });
