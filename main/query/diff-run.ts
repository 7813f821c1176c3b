import type { InputOf, OutputOf } from '../../preload/contract/index.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { createRowDiff } from './diff-rows.ts';
import type { RowSource } from './row-source.ts';

/** Rows read at a go, after which others have their turn. */
const AT_ONCE = 2000;
/** Differences that an answer holds; all are counted. */
const MOST_SHOWN = 2000;

/** Compares what two environments of a run brought. */
export const diffRun = async (
  rows: RowSource,
  { from, key, to }: Pick<InputOf<'query.diff'>, 'from' | 'key' | 'to'>,
  signal: AbortSignal,
): Promise<Result<OutputOf<'query.diff'>>> => {
  const columns = rows.columns();
  const places = key.map((name) => columns.indexOf(name));
  const missing = key.find((_, at) => (places[at] ?? -1) < 0);
  if (missing !== undefined) return failed('not-found', { what: 'column', id: missing });
  const diff = createRowDiff(columns, places);
  for (let offset = 0; offset < rows.count(); offset += AT_ONCE) {
    const read = await rows.window({ sort: null, filter: '' }, { offset, limit: AT_ONCE }, signal);
    if (!read.ok) return read;
    if (signal.aborted) return failed('cancelled');
    for (const { cells, environmentId } of read.value.rows) {
      if (environmentId === from) diff.add('from', cells);
      else if (environmentId === to) diff.add('to', cells);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { counts, differences } = diff.result();
  return ok({ counts, differences: [...differences].slice(0, MOST_SHOWN) });
};
