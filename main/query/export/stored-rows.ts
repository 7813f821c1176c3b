import type { Cell } from '../../../preload/contract/query.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import type { RowSource } from '../row-source.ts';

/** Rows read at a go. */
const AT_ONCE = 2000;

type Part = { readonly environmentId: EnvironmentId; readonly rows: readonly (readonly Cell[])[] };

/** The first `count` rows that a run has read, as they came, in parts of one environment each, with the cells of these columns. */
export async function* storedRows(
  source: RowSource,
  count: number,
  columns: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Result<Part>> {
  const known = new Map(source.columns().map((name, at) => [name, at]));
  const places = columns.map((name) => known.get(name) ?? -1);
  const same = places.length === known.size && places.every((place, at) => place === at);
  const chosen = (cells: readonly Cell[]): readonly Cell[] =>
    same && cells.length === places.length ? cells : places.map((place) => cells[place] ?? null);
  for (let offset = 0; offset < count; offset += AT_ONCE) {
    const limit = Math.min(AT_ONCE, count - offset);
    const read = await source.window({ sort: null, filter: '' }, { offset, limit }, signal);
    if (!read.ok) {
      yield read;
      return;
    }
    if (signal.aborted) {
      yield failed('cancelled');
      return;
    }
    let part: { environmentId: EnvironmentId; rows: (readonly Cell[])[] } | null = null;
    for (const { cells, environmentId } of read.value.rows) {
      if (part !== null && part.environmentId !== environmentId) {
        yield ok(part);
        part = null;
      }
      part ??= { environmentId, rows: [] };
      part.rows.push(chosen(cells));
    }
    if (part !== null) yield ok(part);
  }
}
