import type { OutputOf } from '../../preload/contract/index.ts';
import type { Cell } from '../../preload/contract/query.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../preload/contract/words/ids.ts';
import { answerRows } from './answer-rows.ts';
import type { EntitySets } from './entity-sets.ts';
import { createRowReader } from './fold-annotations.ts';
import { NOTHING_HIDDEN, readHiddenColumns } from './hidden-columns.ts';
import type { QueryRun } from './query-runs.ts';
import { cellOf } from './row-column.ts';
import { signInAsApp } from './sign-in-as-app.ts';
import type { AppSignInPorts } from './sign-in-as-app.ts';

/** The widest table has about a thousand columns. */
const MOST_COLUMNS = 2000;

/** Reads one row by its id, as the app of a run, in one of its environments, and what column security hides of it. */
export const readRecord = async (
  ports: AppSignInPorts & { readonly entitySets: EntitySets },
  run: QueryRun,
  asked: { readonly environmentId: EnvironmentId; readonly table: string; readonly id: string },
  signal: AbortSignal,
): Promise<Result<OutputOf<'query.record'>>> => {
  const there = run.environments.get(asked.environmentId);
  if (there === undefined) return failed('not-found', { what: 'query run', id: run.id });
  const client = await signInAsApp(ports, run, there.environment, signal);
  if (!client.ok) return client;
  const entitySet = await ports.entitySets(client.value, asked.table, signal);
  if (!entitySet.ok) return entitySet;
  const [answer, secured] = await Promise.all([
    client.value.get(`${entitySet.value}(${asked.id})`, { signal, annotations: true }),
    readHiddenColumns(client.value, { by: 'logical-name', name: asked.table }, signal),
  ]);
  if (!answer.ok) return answer;
  const cells = new Map<string, Cell>();
  const read = createRowReader(
    (column) => column,
    (column, raw, formatted, table) => {
      if (cells.size < MOST_COLUMNS) cells.set(column, cellOf(raw, formatted, table));
    },
  );
  const [row] = answerRows(answer.value.body);
  if (row !== undefined) read(row);
  // The row is told also where nobody says what is secured.
  const { hidden, unknown } = secured.ok ? secured.value : NOTHING_HIDDEN;
  const empty = (name: string): boolean => cells.get(name) === null;
  return ok({
    columns: [...cells.keys()],
    cells: [...cells.values()],
    hidden: hidden.filter(empty),
    unknown: unknown.filter(empty),
  });
};
