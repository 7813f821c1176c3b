import type { Query } from '../../preload/contract/query.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { fillQuery } from '../../preload/contract/words/queries/parameters/fill-query.ts';
import { fillProblemText } from '../../preload/contract/words/texts/query-parameters.ts';
import { parseFetchRequest } from './fetch-request.ts';
import type { FetchRequest } from './fetch-request.ts';
import { parseODataRequest } from './odata-request.ts';
import type { ODataRequest } from './odata-request.ts';

/** A checked query in one of the two languages of Dataverse. */
export type QueryRequest = (ODataRequest & { readonly language: 'odata' }) | FetchRequest;

/** The text with its values, where it comes with any: without them a text goes out as it is. */
const withValues = ({ language, parameters, text }: Query): Result<string> => {
  if (parameters === undefined) return ok(text);
  const filled = fillQuery(language, text, parameters);
  if (filled.ok) return ok(filled.text);
  return failed('invalid-input', {
    path: language,
    problem: filled.problems.map(fillProblemText).join(', '),
  });
};

/** Checks a query before anything is asked anywhere; `invalid-input` says what is wrong with it. */
export const parseQueryRequest = (query: Query): Result<QueryRequest> => {
  const text = withValues(query);
  if (!text.ok) return text;
  const { language } = query;
  if (language === 'fetchxml') return parseFetchRequest(text.value);
  const request = parseODataRequest(text.value);
  return request.ok ? ok({ ...request.value, language }) : request;
};
