import { z } from 'zod';
import { parameterSchema } from '../../../preload/contract/query.ts';
import { personName } from '../../../preload/contract/schemas.ts';
import { MOST_PARAMETERS } from '../../../preload/contract/words/queries/parameters/parameter.ts';
import { MOST_SAVED } from '../../../preload/contract/words/queries/saved-query.ts';

/** What says that a file is one of queries, and the version that this console writes and reads. */
export const QUERY_FILE_FORMAT = 's2s-console-queries';
export const QUERY_FILE_VERSION = 1;

const LONGEST_TEXT = 64 * 1024;

/** One query of a file. */
const entrySchema = z.strictObject({
  name: personName.meta({ description: 'What the query is called; each name once in a file' }),
  language: z.enum(['odata', 'fetchxml']),
  text: z
    .union([z.string().min(1).max(LONGEST_TEXT), z.array(z.string()).min(1).max(5000)])
    .meta({ description: 'The query, as one text or line by line; relative to the Web API, without a host' }),
  parameters: z
    .array(parameterSchema)
    .max(MOST_PARAMETERS)
    .optional()
    .meta({ description: 'Values that its parameters begin with; never a secret' }),
});
export type QueryFileEntry = z.infer<typeof entrySchema>;

/** A file of queries, version 1 (docs/query-files.md); docs/queries.schema.json is made from this. */
export const queryFileSchema = z
  .strictObject({
    $schema: z.string().max(300).optional(),
    format: z.literal(QUERY_FILE_FORMAT),
    version: z.literal(QUERY_FILE_VERSION),
    queries: z.array(entrySchema).min(1).max(MOST_SAVED),
  })
  .meta({ title: 'Queries of S2S Console' });
export type QueryFile = z.infer<typeof queryFileSchema>;
