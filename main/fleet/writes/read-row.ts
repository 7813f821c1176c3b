import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import type { RowTexts } from './write-action.ts';

/** Longest text of one value: a file's column could hold megabytes. */
const LONGEST = 4000;
const MOST_COLUMNS = 2000;

/** The columns of a row as JSON texts; annotations are left out. */
export const rowTexts = (body: unknown): RowTexts =>
  new Map(
    Object.entries(body instanceof Object ? body : {})
      .filter(([name]) => !name.includes('@'))
      .slice(0, MOST_COLUMNS)
      .map(([name, value]) => [name, (JSON.stringify(value) ?? 'null').slice(0, LONGEST)]),
  );

const isGone = (params: Readonly<Record<string, unknown>>): boolean => params['status'] === 404;

/** A row past the service's caches, as whoever asks may read it; null where there is none. */
export const readRow = async (
  client: DataverseClient,
  path: string,
  signal: AbortSignal,
): Promise<Result<RowTexts | null>> => {
  const answer = await client.get(path, { signal, strong: true });
  if (answer.ok) return ok(rowTexts(answer.value.body));
  return answer.error.code === 'dataverse' && isGone(answer.error.params) ? ok(null) : answer;
};
