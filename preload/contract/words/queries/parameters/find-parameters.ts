import type { QueryLanguage } from '../format-query.ts';
import { NO_SCHEMA } from '../tables.ts';
import type { QuerySchema } from '../tables.ts';
import { fetchPlaces } from './fetch-places.ts';
import { odataPlaces } from './odata-places.ts';
import { MOST_PARAMETERS } from './parameter.ts';
import type { ParameterPlace, QueryParameter } from './parameter.ts';

/** Every place of a text that asks for a value, in the order of the text. */
export const parameterPlaces = (
  language: QueryLanguage,
  text: string,
  schema: QuerySchema,
): readonly ParameterPlace[] =>
  language === 'odata' ? odataPlaces(text, schema) : fetchPlaces(text, schema);

/** Placeholders that stand where no value can stand. */
export const misplacedPlaceholders = (language: QueryLanguage, text: string): readonly ParameterPlace[] =>
  parameterPlaces(language, text, NO_SCHEMA).filter(
    ({ place, written }) => place === 'misplaced' && written.startsWith('{{'),
  );

/** The parameters that a text asks for, each once, in the order of the text. Of several places the first that tells its type decides. */
export const findParameters = (
  language: QueryLanguage,
  text: string,
  schema: QuerySchema,
): readonly QueryParameter[] => {
  const found = new Map<string, QueryParameter>();
  for (const { name, options, place, type, written } of parameterPlaces(language, text, schema)) {
    if (place === 'misplaced') continue;
    const known = found.get(name);
    if (known === undefined) found.set(name, { name, written, type, options });
    // A part of a text says nothing about what the value is elsewhere.
    else if (type !== null && (known.type === null || known.type === 'text'))
      found.set(name, { ...known, type, options });
  }
  return [...found.values()].slice(0, MOST_PARAMETERS);
};
