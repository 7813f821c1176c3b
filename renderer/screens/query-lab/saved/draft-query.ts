import type { Query } from '../../../../preload/contract/query.ts';
import type { SavedQuery } from '../../../../preload/contract/saved-queries.ts';
import type { AskedQuery } from '../asked-query.ts';
import { valuesOf } from '../asked-query.ts';
import type { QueryDraft } from '../query-draft.ts';

/** The query as it stands in the editor, comments and line breaks and all; null while there is none. */
export const draftQuery = (
  { fetchXml, language, text }: QueryDraft,
  { query }: Pick<AskedQuery, 'query'>,
): Query | null => {
  const written = language === 'fetchxml' ? fetchXml : text;
  if (written.trim() === '') return null;
  return query.parameters === undefined
    ? { language, text: written }
    : { language, text: written, parameters: query.parameters };
};

/** Whether the editor holds something else than what is saved; a value of a parameter is no change of the query. */
export const isChanged = (saved: SavedQuery, now: Query | null): boolean =>
  now === null || saved.query.language !== now.language || saved.query.text !== now.text;

/** A saved query in the editor. */
export const openedDraft = ({ id, query }: SavedQuery, before: QueryDraft): Partial<QueryDraft> => ({
  language: query.language,
  ...(query.language === 'fetchxml' ? { fetchXml: query.text } : { text: query.text }),
  values: { ...before.values, ...valuesOf(query) },
  savedId: id,
});
