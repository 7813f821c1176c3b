import { z } from 'zod';
import { call } from './define.ts';
import { querySchema } from './query.ts';
import { instant, nothing, personName, savedQueryId, workspaceId } from './schemas.ts';
import { LONGEST_QUERY_FILE, MOST_SAVED, QUERY_FILE_PROBLEMS } from './words/queries/saved-query.ts';

/** A query that a workspace keeps under a name, as it stands in the editor, with the values that its parameters had last. */
export const savedQuerySchema = z.strictObject({
  id: savedQueryId,
  name: personName,
  query: querySchema,
  changedAt: instant,
});
export type SavedQuery = z.infer<typeof savedQuerySchema>;

/** The queries of a workspace by name. */
export const saved = call({
  name: 'query.saved',
  input: z.strictObject({ workspaceId }),
  output: z.strictObject({ queries: z.array(savedQuerySchema).max(MOST_SAVED) }),
});

/**
 * Keeps a query: a new one for a null id, else over the one of that id, which comes back when it was deleted. `already-exists` when another one
 * has the name. Values that look like a secret are not kept.
 */
export const save = call({
  name: 'query.save',
  input: z.strictObject({ workspaceId, id: savedQueryId.nullable(), name: personName, query: querySchema }),
  output: z.strictObject({ saved: savedQuerySchema }),
});

export const removeSaved = call({
  name: 'query.removeSaved',
  input: z.strictObject({ workspaceId, id: savedQueryId }),
  output: nothing,
});

/** Queries as the text of a file (docs/query-files.md); without ids, secrets, or hosts of environments. */
export const exportSaved = call({
  name: 'query.exportSaved',
  input: z.strictObject({
    workspaceId,
    /** Empty for all. */
    ids: z.array(savedQueryId).max(MOST_SAVED),
  }),
  output: z.strictObject({ text: z.string(), suggestedName: z.string(), queries: z.int().nonnegative() }),
});

const text = z.string().max(LONGEST_QUERY_FILE);

/** Reads the text of a file and tells what it would bring; nothing is kept. */
export const checkFile = call({
  name: 'query.checkFile',
  input: z.strictObject({ workspaceId, text }),
  output: z.strictObject({
    faults: z
      .array(
        z.strictObject({
          problem: z.enum(QUERY_FILE_PROBLEMS),
          query: z.int().positive().nullable(),
          field: z.string(),
        }),
      )
      .max(100),
    queries: z
      .array(
        z.strictObject({
          name: personName,
          query: querySchema,
          /** `same`: it is here already; `renamed`: its name is that of another query here. */
          here: z.enum(['new', 'same', 'renamed']),
          /** The name that it would get. */
          becomes: personName,
        }),
      )
      .max(MOST_SAVED),
  }),
});

/** Takes queries of a file over, by their place in it; what is here stays as it is. */
export const importSaved = call({
  name: 'query.importSaved',
  input: z.strictObject({ workspaceId, text, take: z.array(z.int().nonnegative()).min(1).max(MOST_SAVED) }),
  output: z.strictObject({ added: z.int().nonnegative(), present: z.int().nonnegative() }),
});
