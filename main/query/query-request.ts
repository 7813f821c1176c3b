import type { Query } from '../../preload/contract/query.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseFetchRequest } from './fetch-request.ts';
import type { FetchRequest } from './fetch-request.ts';
import { parseODataRequest } from './odata-request.ts';
import type { ODataRequest } from './odata-request.ts';

/** A checked query in one of the two languages of Dataverse. */
export type QueryRequest = (ODataRequest & { readonly language: 'odata' }) | FetchRequest;

/** Checks a query before anything is asked anywhere; `invalid-input` says what is wrong with it. */
export const parseQueryRequest = ({ language, text }: Query): Result<QueryRequest> => {
  if (language === 'fetchxml') return parseFetchRequest(text);
  const request = parseODataRequest(text);
  return request.ok ? ok({ ...request.value, language }) : request;
};
