import type { OutputOf } from '../../../preload/contract/index.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { readTableDefinition } from '../../dataverse/table-definition.ts';
import type { TableDefinition, TableReference } from '../../dataverse/table-definition.ts';
import { joinNeeds } from './join-needs.ts';
import { readStatements } from './read-statements.ts';

/** Tables asked about for one text; each is a request. */
const MOST_TABLES = 100;
const MOST_TOLD = 50;

const keyOf = ({ by, name }: TableReference): string => `${by} ${name.toLowerCase()}`;

/** Which privileges a text of queries and refusals says that an app needs, with the tables as the environment defines them. */
export const readNeeds = async (
  client: DataverseClient,
  text: string,
  signal: AbortSignal,
): Promise<Result<OutputOf<'securityRoles.needed'>>> => {
  const { statements, notUnderstood } = readStatements(text);
  const references = new Map(
    statements.flatMap((each) => (each.kind === 'table' ? [[keyOf(each.table), each.table] as const] : [])),
  );
  const definitions = new Map<string, TableDefinition>();
  for (const [key, reference] of [...references].slice(0, MOST_TABLES)) {
    const read = await readTableDefinition(client, reference, signal);
    if (read.ok) definitions.set(key, read.value);
    else if (read.error.code !== 'not-found') return read;
  }
  const { needs, unknownTables } = joinNeeds(statements, (table) => definitions.get(keyOf(table)) ?? null);
  return ok({
    needs: [...needs],
    unknownTables: [...unknownTables].slice(0, MOST_TOLD),
    notUnderstood: notUnderstood.slice(0, MOST_TOLD),
  });
};
