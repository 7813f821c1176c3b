import type { Query } from '../../../preload/contract/query.ts';
import { parseOData } from '../../../preload/contract/words/queries/odata/parse-odata.ts';
import type { QueryOption } from '../../../preload/contract/words/queries/odata/syntax.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { readTableDefinition } from '../../dataverse/table-definition.ts';
import { readTable } from '../editor/read-table.ts';

/** Tables that a query is followed to. */
const MOST_TABLES = 16;

/** Navigation properties that are expanded, each with its own: `[['primarycontactid', ['account_primary_contact']]]`. */
type Reached = { readonly name: string; readonly further: readonly Reached[] };

const expanded = (options: readonly QueryOption[]): readonly Reached[] =>
  options.flatMap((option) =>
    option.kind === 'expand'
      ? option.items.flatMap(({ options, path }) => {
          const [first] = path;
          return first === undefined ? [] : [{ name: first.name, further: expanded(options) }];
        })
      : [],
  );

/**
 * What a query reads, as text of one request a line: its table and those that it reaches by joins, `$expand` or its path. Nothing for a
 * function, which needs no privilege of a table.
 */
export const readsOfQuery = async (
  client: DataverseClient,
  { language, text }: Query,
  signal: AbortSignal,
): Promise<Result<string>> => {
  if (language === 'fetchxml') return ok(text);
  const { options, path } = parseOData(text).query;
  const [set, ...navigated] = path.map(({ name }) => name).filter((name) => !name.startsWith('$'));
  // Entity sets are written small, functions are not.
  if (set === undefined || !/^[a-z_]/.test(set)) return ok('');
  const further = navigated.reduceRight<readonly Reached[]>(
    (inner, name) => [{ name, further: inner }],
    expanded(options),
  );
  if (further.length === 0) return ok(set);
  const definition = await readTableDefinition(client, { by: 'entity-set', name: set }, signal);
  if (!definition.ok) return definition.error.code === 'not-found' ? ok(set) : definition;
  const found = new Set([definition.value.logicalName]);
  const follow = async (table: string, reached: readonly Reached[]): Promise<Result<null>> => {
    if (reached.length === 0 || found.size >= MOST_TABLES) return ok(null);
    const details = await readTable(client, table, signal);
    if (!details.ok) return details;
    for (const { further, name } of reached) {
      const target = details.value.navigation.find((each) => each.name === name)?.target;
      if (target === undefined) continue;
      found.add(target);
      const done = await follow(target, further);
      if (!done.ok) return done;
    }
    return signal.aborted ? failed('cancelled') : ok(null);
  };
  const followed = await follow(definition.value.logicalName, further);
  if (!followed.ok) return followed;
  return ok([...found].map((name) => `<fetch><entity name="${name}" /></fetch>`).join('\n'));
};
