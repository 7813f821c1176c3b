import { z } from 'zod';
import { call, stream } from './define.ts';
import { appErrorSchema, environmentId, fanOutCounts, nothing, runId } from './schemas.ts';

const counted = z.int().nonnegative();

/**
 * Writes rows of a run to a file that the person chooses, without holding them: those that were read, then the pages that follow in each
 * environment. The file has its name only once it is whole; a cancelled one is taken away. Where an environment failed on the way, the file
 * says so in its last line (CSV, JSON Lines) or on its last sheet.
 */
export const exportRows = stream({
  name: 'query.export',
  input: z.strictObject({
    runId,
    /** None: all of the run. */
    environmentIds: z.array(environmentId).max(2000),
    format: z.enum(['csv', 'jsonl', 'xlsx']),
    values: z.enum(['formatted', 'raw', 'both']),
    /** Columns in their order; null for all that the run knows. */
    columns: z.array(z.string().min(1).max(256)).min(1).max(2000).nullable(),
    /** Also the pages that have not been read. */
    all: z.boolean(),
    /** CSV begins with a byte order mark, by which Excel knows that it is UTF-8. */
    byteOrderMark: z.boolean(),
  }),
  event: z.strictObject({ rows: counted, bytes: counted, ended: counted, environments: counted }),
  output: z.strictObject({
    /** Its name; null when no environment brought anything that could be saved. */
    place: z.string().nullable(),
    /** `query.showExport` can show it. */
    canShow: z.boolean(),
    rows: counted,
    bytes: counted,
    counts: fanOutCounts,
    incomplete: z.array(z.strictObject({ environmentId, rows: counted, error: appErrorSchema })).max(2000),
    /** Columns that came only after the first line had been written, and are not in the file. */
    left: z.array(z.string()).max(2000),
    /** Texts that were cut to what a cell of Excel holds. */
    cut: counted,
    sheets: counted,
  }),
});

/** Shows the file that was last made from a run, in its folder. */
export const showExport = call({
  name: 'query.showExport',
  input: z.strictObject({ runId }),
  output: nothing,
});
