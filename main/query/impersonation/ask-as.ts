import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import type { TableReference } from '../../dataverse/table-definition.ts';
import type { ServiceRow } from '../answer-rows.ts';
import { NOTHING_HIDDEN, readHiddenColumns } from '../hidden-columns.ts';
import type { HiddenColumns } from '../hidden-columns.ts';
import type { QueryPages } from '../query-pages.ts';

/** What a query brought as one caller. */
export type Asked = {
  readonly rows: readonly ServiceRow[];
  readonly more: boolean;
  readonly milliseconds: number;
  readonly hidden: HiddenColumns;
  readonly error: AppError | null;
};

/** Asks a query as one caller until there are rows enough, and what column security hides from it. Never fails: a refusal is an answer. */
export const askAs = async (
  query: { readonly pages: QueryPages; readonly table: TableReference | null; readonly rows: number },
  client: Result<DataverseClient>,
  clock: () => number,
  signal: AbortSignal,
): Promise<Asked> => {
  const nothing = { rows: [], more: false, milliseconds: 0, hidden: NOTHING_HIDDEN };
  if (!client.ok) return { ...nothing, error: client.error };
  const start = clock();
  const since = (): number => Math.max(0, clock() - start);
  const rows: ServiceRow[] = [];
  let more = false;
  for await (const page of query.pages(client.value, null, signal)) {
    if (!page.ok) return { ...nothing, milliseconds: since(), error: page.error };
    for (const piece of page.value.rows) {
      if (!piece.ok) return { ...nothing, milliseconds: since(), error: piece.error };
      rows.push(...piece.value);
    }
    ({ more } = page.value);
    if (rows.length >= query.rows) break;
  }
  const milliseconds = since();
  const cut = rows.length > query.rows;
  const hidden =
    query.table === null || rows.length === 0
      ? null
      : await readHiddenColumns(client.value, query.table, signal);
  return {
    rows: rows.slice(0, query.rows),
    more: more || cut,
    milliseconds,
    hidden: hidden?.ok === true ? hidden.value : NOTHING_HIDDEN,
    error: null,
  };
};
