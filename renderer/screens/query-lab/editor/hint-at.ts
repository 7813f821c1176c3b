import type { CodeHint } from '../../../ui/index.ts';
import { QUERY_EDITOR_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/query-editor.ts';
import { propertyOf } from '../../../../preload/contract/words/queries/tables.ts';
import type { QueryColumn, QuerySchema } from '../../../../preload/contract/words/queries/tables.ts';

const MOST_OPTIONS = 8;

const aboutColumn = (column: QueryColumn, table: string): readonly string[] => [
  `${TEXTS.hint.column(table)} · ${column.type}`,
  ...(column.targets.length === 0 ? [] : [TEXTS.hint.pointsTo(column.targets)]),
  ...(column.secured ? [TEXTS.hint.secured] : []),
  ...column.options.slice(0, MOST_OPTIONS).map(({ label, value }) => `${value} = ${label}`),
  ...(column.options.length > MOST_OPTIONS ? [TEXTS.hint.more(column.options.length - MOST_OPTIONS)] : []),
];

/** What is known of the name at a place. */
export const hintAt = (text: string, at: number, schema: QuerySchema): CodeHint | null => {
  const begin = /[\p{L}\p{N}_]*$/u.exec(text.slice(0, at))?.[0].length ?? 0;
  const end = /^[\p{L}\p{N}_]*/u.exec(text.slice(at))?.[0].length ?? 0;
  const [from, to] = [at - begin, at + end];
  const word = text.slice(from, to);
  if (word === '') return null;
  const table = schema.tables.find(
    ({ entitySet, logicalName }) => entitySet === word || logicalName === word,
  );
  if (table !== undefined)
    return { from, to, title: table.displayName, lines: [`${table.logicalName} · ${table.entitySet}`] };
  for (const details of schema.details.values()) {
    const column = details.columns.find((one) => propertyOf(one) === word || one.logicalName === word);
    if (column !== undefined)
      return { from, to, title: column.displayName, lines: aboutColumn(column, details.displayName) };
    const navigation = details.navigation.find(({ name }) => name === word);
    if (navigation !== undefined)
      return { from, to, title: word, lines: [TEXTS.hint.navigation(navigation.kind, navigation.target)] };
  }
  return null;
};
