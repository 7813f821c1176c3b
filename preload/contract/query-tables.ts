import { z } from 'zod';
import { call } from './define.ts';
import { appProfileId, environmentId, instant, workspaceId } from './schemas.ts';

const tableSchema = z.strictObject({
  logicalName: z.string(),
  entitySet: z.string(),
  displayName: z.string(),
  primaryId: z.string(),
  primaryName: z.string().nullable(),
});

const columnSchema = z.strictObject({
  logicalName: z.string(),
  /** A member of `AttributeTypeCode`. */
  type: z.string(),
  displayName: z.string(),
  secured: z.boolean(),
  /** Tables that a lookup may point to. */
  targets: z.array(z.string()),
  options: z.array(z.strictObject({ value: z.int(), label: z.string() })),
});

const navigationSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(['one', 'many', 'intersect']),
  /** Logical name of the table there. */
  target: z.string(),
  /** The lookup, of this table or of the other; of an intersect its table. */
  column: z.string(),
});

/** Where, as whom when no admin can read it there, and whether what is remembered will do. */
const where = { workspaceId, environmentId, appProfileId: appProfileId.nullable(), refresh: z.boolean() };
/** When it was read, and as whom. */
const read = { asOf: instant, readAs: z.enum(['admin', 'app']) };

/** The tables of an environment, for completion and checks of a query's text. */
export const tables = call({
  name: 'query.tables',
  input: z.strictObject(where),
  output: z.strictObject({ ...read, tables: z.array(tableSchema).max(10_000) }),
});

/** Columns and navigation properties of one table. */
export const table = call({
  name: 'query.table',
  input: z.strictObject({
    ...where,
    /** Logical name. */
    table: z.string().regex(/^[a-z_][a-z0-9_]{0,127}$/),
  }),
  output: z.strictObject({
    ...read,
    table: tableSchema.extend({
      columns: z.array(columnSchema).max(5000),
      navigation: z.array(navigationSchema).max(5000),
    }),
  }),
});
