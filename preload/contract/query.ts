import { z } from 'zod';
import { call, stream } from './define.ts';
import {
  appErrorSchema,
  appProfileId,
  credentialId,
  environmentId,
  fanOutCounts,
  instant,
  nothing,
  runId,
  workspaceId,
} from './schemas.ts';
import { LONGEST_VALUE, MOST_PARAMETERS, PARAMETER_TYPES } from './words/queries/parameters/parameter.ts';
import { MAX_ROWS_PER_ANSWER } from './words/wire.ts';

/** A value as the grid shows it: text for people, the raw value for sorting and copying. */
export const cellSchema = z.union([
  // The most frequent ones first: they are tried in this order.
  z.string(),
  z.null(),
  z.number(),
  z.boolean(),
  z.strictObject({
    raw: z.union([z.string(), z.number(), z.boolean()]),
    formatted: z.string(),
    /** Logical name of the table whose row a lookup names. */
    lookup: z.string().optional(),
  }),
]);
export type Cell = z.infer<typeof cellSchema>;

/** What a parameter of a query is filled with. */
export const parameterSchema = z.strictObject({
  name: z.string().regex(/^[\p{L}_][\p{L}\p{N}_.]{0,127}$/u),
  type: z.enum(PARAMETER_TYPES),
  value: z.string().max(LONGEST_VALUE),
});

/** A query as a person wrote it. */
export const querySchema = z.strictObject({
  language: z.enum(['odata', 'fetchxml']),
  /**
   * OData: path and query below `/api/data/v9.2/`, e.g. `accounts?$select=name&$top=50`, at most 32 KB. FetchXML: the `<fetch>` element, at
   * most 64 KB (Microsoft Learn: query string length, `$batch`).
   */
  text: z
    .string()
    .min(1)
    .max(64 * 1024),
  /** Values of its parameters (`@name` without a value, `{{name}}`); main puts them in, encoded for their place. */
  parameters: z.array(parameterSchema).max(MOST_PARAMETERS).optional(),
});
export type Query = z.infer<typeof querySchema>;

const environmentRunSchema = z.strictObject({
  environmentId,
  state: z.enum(['queued', 'token', 'running', 'done', 'failed', 'cancelled']),
  rows: z.int().nonnegative(),
  pages: z.int().nonnegative(),
  /** The service has more rows than were asked for. */
  more: z.boolean(),
  firstRowMilliseconds: z.number().nonnegative().nullable(),
  totalMilliseconds: z.number().nonnegative().nullable(),
  retries: z.int().nonnegative(),
  /** What the service counted, where a count was asked for; it stops at 5,000. */
  total: z.int().nonnegative().nullable(),
  /** What the last answer said of the service protection limits of this app on the server that answered. */
  limits: z
    .strictObject({
      /** Requests and seconds of execution left in the window of five minutes. */
      requests: z.int().nonnegative().nullable(),
      seconds: z.number().nonnegative().nullable(),
      /** Requests at once that the service recommends. */
      atOnce: z.int().positive().nullable(),
    })
    .nullable(),
  /** The last time the run had to wait: why, and until when. */
  wait: z.strictObject({ error: appErrorSchema, until: instant }).nullable(),
  error: appErrorSchema.nullable(),
});
export type EnvironmentRun = z.infer<typeof environmentRunSchema>;

const runEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('started'), runId }),
  z.strictObject({ kind: z.literal('environment'), run: environmentRunSchema }),
  /** All columns so far, in the order in which they came. */
  z.strictObject({ kind: z.literal('columns'), columns: z.array(z.string()).max(2000) }),
  z.strictObject({ kind: z.literal('rows'), count: z.int().nonnegative() }),
]);
export type RunEvent = z.infer<typeof runEvent>;

const runOutput = z.strictObject({ runId, counts: fanOutCounts, rows: z.int().nonnegative() });

/** Runs one query as the app in each environment; rows stay in main and are read through query.window. */
export const run = stream({
  name: 'query.run',
  input: z.strictObject({
    workspaceId,
    appProfileId,
    /** The credential to sign in with; null takes the newest usable one. */
    credentialId: credentialId.nullable(),
    environmentIds: z.array(environmentId).min(1).max(2000),
    query: querySchema,
    /** Stop after this many rows in each environment. */
    rowsPerEnvironment: z.int().min(1).max(100_000),
  }),
  event: runEvent,
  output: runOutput,
});

/** Goes on with a run where it stopped, in the environments that have more rows or were cancelled. Tells the whole run anew, then what comes. */
export const more = stream({
  name: 'query.more',
  input: z.strictObject({
    runId,
    /** None: everywhere. */
    environmentIds: z.array(environmentId).max(2000),
    /** At most so many more rows in each environment; a run keeps a million in all. */
    rowsPerEnvironment: z.int().min(1).max(1_000_000),
  }),
  event: runEvent,
  output: runOutput,
});

/** Ends a run in one environment; the others go on. */
export const cancel = call({
  name: 'query.cancel',
  input: z.strictObject({ runId, environmentId }),
  output: nothing,
});

/**
 * Columns of a run's rows that column security hides from the app: they come as null, whatever they hold. Asked of the environments as the app,
 * once for a run; an environment that does not tell is left out.
 */
export const hiddenColumns = call({
  name: 'query.hiddenColumns',
  input: z.strictObject({ runId }),
  output: z.strictObject({
    environments: z.array(
      z.strictObject({
        environmentId,
        hidden: z.array(z.string()),
        /** Secured, and the service does not say whether the app may read them. */
        unknown: z.array(z.string()),
      }),
    ),
  }),
});

/** The call that a run made in an environment as code, with names of variables where secrets stand; none when its address is too long for a GET. */
export const snippets = call({
  name: 'query.snippets',
  input: z.strictObject({ runId, environmentId }),
  output: z.strictObject({
    snippets: z.array(
      z.strictObject({
        language: z.enum(['curl', 'csharp', 'typescript', 'python', 'powershell']),
        text: z.string(),
      }),
    ),
  }),
});

/** A window of the rows of a run, sorted and filtered in main. */
export const window = call({
  name: 'query.window',
  input: z.strictObject({
    runId,
    offset: z.int().nonnegative(),
    limit: z.int().min(1).max(MAX_ROWS_PER_ANSWER),
    sort: z.strictObject({ column: z.string(), descending: z.boolean() }).nullable(),
    /** Case-insensitive text that a row must have in any column; empty for all. */
    filter: z.string().max(500),
  }),
  output: z.strictObject({
    count: z.int().nonnegative(),
    rows: z.array(z.strictObject({ environmentId, cells: z.array(cellSchema) })).max(MAX_ROWS_PER_ANSWER),
  }),
});

const rowDifferenceSchema = z.strictObject({
  /** `several`: the key is there more than once, so that rows cannot be told apart. */
  kind: z.enum(['only-from', 'only-to', 'different', 'several']),
  key: z.array(cellSchema),
  columns: z.array(z.strictObject({ column: z.string(), from: cellSchema, to: cellSchema })),
});
export type RowDifference = z.infer<typeof rowDifferenceSchema>;

/** Compares what two environments of a run brought, by key columns; ids without a name are not compared, because they differ everywhere. */
export const diff = call({
  name: 'query.diff',
  input: z.strictObject({
    runId,
    from: environmentId,
    to: environmentId,
    key: z.array(z.string()).min(1).max(4),
  }),
  output: z.strictObject({
    counts: z.strictObject({
      'only-from': z.int().nonnegative(),
      'only-to': z.int().nonnegative(),
      different: z.int().nonnegative(),
      several: z.int().nonnegative(),
      same: z.int().nonnegative(),
    }),
    /** The first ones. */
    differences: z.array(rowDifferenceSchema).max(2000),
  }),
});

/** Alternate keys of the table that a run reads, by the names under which its rows have the columns; those not in the rows by their logical name. */
export const keys = call({
  name: 'query.keys',
  input: z.strictObject({ runId }),
  output: z.strictObject({ keys: z.array(z.array(z.string()).min(1)).max(100) }),
});

/** One row that a lookup of a run names, read as the app in the same environment with every column that the app may read. */
export const record = call({
  name: 'query.record',
  input: z.strictObject({
    runId,
    environmentId,
    /** Logical name of its table. */
    table: z.string().regex(/^[a-z_][a-z0-9_]{0,127}$/),
    id: z.guid(),
  }),
  output: z.strictObject({
    columns: z.array(z.string()).max(2000),
    cells: z.array(cellSchema).max(2000),
    /** Columns that are null because column security keeps them from the app, and secured ones of which the service did not say. */
    hidden: z.array(z.string()).max(2000),
    unknown: z.array(z.string()).max(2000),
  }),
});

/** Forgets the rows of a run. */
export const close = call({ name: 'query.close', input: z.strictObject({ runId }), output: nothing });
