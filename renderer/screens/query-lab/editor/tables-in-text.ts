import type { QueryLanguage } from '../../../../preload/contract/words/queries/format-query.ts';
import { parseOData } from '../../../../preload/contract/words/queries/odata/parse-odata.ts';
import { tableNamed, tableOfSet } from '../../../../preload/contract/words/queries/tables.ts';
import type { QuerySchema } from '../../../../preload/contract/words/queries/tables.ts';

/** Tables whose columns are looked up for one text; a query has no more links than that. */
const MOST_TABLES = 16;

/** Logical names of the tables that a text names, as far as can be told from what is known already; asked again when more is. */
export const tablesInText = (
  language: QueryLanguage,
  text: string,
  schema: QuerySchema,
): readonly string[] => {
  const words = new Set(text.match(/[\p{L}_][\p{L}\p{N}_]*/gu));
  if (language === 'fetchxml') {
    const named = [...words].filter((word) => tableNamed(schema, word) !== null);
    const across = named
      .flatMap((name) => schema.details.get(name)?.navigation ?? [])
      .filter(({ column, kind, target }) => kind === 'intersect' && words.has(column) && !words.has(target));
    return [...new Set([...named, ...across.map(({ target }) => target)])].slice(0, MOST_TABLES);
  }
  const [first] = parseOData(text).query.path;
  const begin = first === undefined ? null : tableOfSet(schema, first.name);
  const found = new Set<string>(begin === null ? [] : [begin.logicalName]);
  for (const name of found) {
    for (const { name: navigation, target } of schema.details.get(name)?.navigation ?? []) {
      if (words.has(navigation) && found.size < MOST_TABLES && tableNamed(schema, target) !== null)
        found.add(target);
    }
  }
  return [...found];
};
