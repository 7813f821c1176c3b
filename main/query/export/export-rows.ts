import type { EventOf, InputOf, OutputOf } from '../../../preload/contract/index.ts';
import type { Cell } from '../../../preload/contract/query.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { explain } from '../../../preload/contract/words/texts/explain.ts';
import { fanOut } from '../../dataverse/fan-out.ts';
import type { GrowingFile } from '../../settings/growing-file.ts';
import type { EntitySets } from '../entity-sets.ts';
import { latestEvents } from '../latest-events.ts';
import { MAX_PAGE, queryPages } from '../query-pages.ts';
import type { GoOn, KeptEnvironmentRun, QueryRun } from '../query-runs.ts';
import { signInAsApp } from '../sign-in-as-app.ts';
import type { AppSignInPorts } from '../sign-in-as-app.ts';
import type { ExportWriter, RowsFrom } from './export-writer.ts';
import { createFileColumns } from './page-cells.ts';
import { storedRows } from './stored-rows.ts';
import { createCsvWriter, createJsonLinesWriter } from './text-writer.ts';
import { createWorkbookWriter } from './workbook-writer.ts';

export type ExportPorts = AppSignInPorts & { readonly entitySets: EntitySets };

type Asked = Omit<InputOf<'query.export'>, 'runId' | 'environmentIds'>;

export type Export = {
  readonly run: QueryRun;
  readonly environments: readonly KeptEnvironmentRun[];
  readonly asked: Asked;
  readonly file: GrowingFile;
  readonly parallel: number;
  readonly emit: (event: EventOf<'query.export'>) => Promise<void>;
  readonly signal: AbortSignal;
};

export type Exported = Omit<OutputOf<'query.export'>, 'place' | 'canShow'>;

/** An environment whose rows are written. */
type From = {
  readonly kept: KeptEnvironmentRun;
  /** Where to read on; null when everything was read, or nothing more is wanted. */
  readonly goOn: GoOn | null;
  rows: number;
  error: AppError | null;
};

const writerFor = (
  { byteOrderMark, format, values }: Asked,
  write: GrowingFile['write'],
  columns: readonly string[],
): Promise<ExportWriter> | ExportWriter => {
  switch (format) {
    case 'csv':
      return createCsvWriter(write, columns, values, byteOrderMark);
    case 'jsonl':
      return createJsonLinesWriter(write, values);
    case 'xlsx':
      return createWorkbookWriter(write, columns, values);
  }
};

/** Where the file goes on in an environment, as the run stands now. */
const goOnOf = ({ goOn, state }: KeptEnvironmentRun): GoOn | null =>
  goOn ?? (state.state === 'queued' || state.state === 'token' ? { from: null, skip: 0 } : null);

/**
 * Writes rows of a run into a file: those that were read, then the pages that follow, several environments at a time and one page after the
 * other, so that a file of any size needs the memory of a few pages. Throws the `Refusal` of a disk.
 */
export const exportRows = async (ports: ExportPorts, work: Export): Promise<Result<Exported>> => {
  const { asked, file, run, signal } = work;
  // What the run has now: it may go on meanwhile.
  const stored = run.rows.count();
  const froms = new Map<EnvironmentId, From>(
    work.environments.map((kept) => [
      kept.environment.id,
      { kept, goOn: asked.all ? goOnOf(kept) : null, rows: 0, error: kept.state.error },
    ]),
  );
  const columns = createFileColumns(asked.columns ?? run.rows.columns(), {
    chosen: asked.columns !== null,
    open: asked.format === 'jsonl',
  });
  const progress = { rows: 0, bytes: 0, ended: 0, environments: froms.size };
  const events = latestEvents(work.emit);
  const tell = (): void => events.tell('progress', { ...progress });
  const writer = await writerFor(
    asked,
    async (bytes) => {
      await file.write(bytes);
      progress.bytes += bytes.length;
    },
    columns.names,
  );

  let turn = Promise.resolve();
  /** Rows of several environments are written one after the other; whoever brings some waits for the disk. */
  const put = async (from: From, count: number, rows: Iterable<readonly Cell[]>): Promise<void> => {
    const mine = turn.then(() => writer.rows(from.kept.environment, columns.names, rows));
    turn = mine;
    await mine;
    from.rows += count;
    progress.rows += count;
    tell();
  };

  const readOn = async (from: From, goOn: GoOn, stop: AbortSignal): Promise<Result<null>> => {
    const client = await signInAsApp(ports, run, from.kept.environment, stop);
    if (!client.ok) return client;
    const pages = queryPages(
      run.request,
      { size: MAX_PAGE, rowsWanted: Number.POSITIVE_INFINITY },
      ports.entitySets,
    );
    let { skip } = goOn;
    for await (const page of pages(client.value, goOn.from, stop)) {
      if (!page.ok) return page;
      if (stop.aborted) return failed('cancelled');
      for (const piece of page.value.rows) {
        if (!piece.ok) return piece;
        const rows = piece.value.slice(skip);
        skip -= piece.value.length - rows.length;
        await put(from, rows.length, columns.cellsOf(rows));
      }
    }
    return ok(null);
  };

  const writeAll = async (): Promise<Result<null>> => {
    for await (const part of storedRows(run.rows, stored, columns.names, signal)) {
      if (!part.ok) return part;
      const from = froms.get(part.value.environmentId);
      if (from !== undefined) await put(from, part.value.rows.length, part.value.rows);
    }
    await fanOut<From, null>({
      items: [...froms.values()],
      parallel: work.parallel,
      signal,
      work: async (from, stop) => {
        const read = from.goOn === null ? ok(null) : await readOn(from, from.goOn, stop);
        if (!read.ok) from.error = read.error;
        progress.ended += 1;
        tell();
        return read;
      },
    });
    if (signal.aborted) return failed('cancelled');
    await writer.end([...froms.values()].map(rowsFrom));
    return ok(null);
  };

  try {
    const written = await writeAll();
    if (!written.ok) return written;
  } finally {
    await writer.stop();
    await events.drained();
  }
  const incomplete = [...froms.values()].flatMap(({ error, kept, rows }) =>
    error === null ? [] : [{ environmentId: kept.environment.id, rows, error }],
  );
  const failures = incomplete.length;
  return ok({
    rows: progress.rows,
    bytes: progress.bytes,
    counts: { environments: froms.size, succeeded: froms.size - failures, failed: failures, cancelled: 0 },
    incomplete,
    left: [...columns.left],
    cut: writer.cut(),
    sheets: writer.sheets(),
  });
};

const rowsFrom = ({ error, kept, rows }: From): RowsFrom => ({
  ...kept.environment,
  rows,
  problem: error === null ? null : sentence(error),
});

const sentence = (error: AppError): string => {
  const { cause, title } = explain(error);
  return `${title}. ${cause}`;
};
