import { z } from 'zod';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { DataverseAnswer, DataverseClient, ReadOptions } from './dataverse-client.ts';

/** Rows of a page that the schema understood, and how many it did not. */
export type Rows<Row> = { readonly rows: readonly Row[]; readonly unreadable: number };

/**
 * A GUID of the service as one of our branded ids; refused when it is none. A check that puts the id in the text's place takes a third
 * less than a transform, and there are ten for every user of a fleet.
 */
export const guidOf = <Id extends string>(parse: (text: string) => Id | null) =>
  z.string().check((payload) => {
    const id = parse(payload.value);
    if (id === null)
      payload.issues.push({ code: 'custom', input: payload.value, message: 'expected a GUID' });
    else payload.value = id;
  }) as unknown as z.ZodType<Id, string>;

const pageSchema = z.object({ value: z.array(z.unknown()) });

/**
 * Decodes one page of an entity set at the border of the service: unknown columns are dropped and a row that does not
 * fit is counted instead of spoiling the page. Fails with `unexpected-answer` when the answer is no page at all.
 */
export const decodeRows = <Schema extends z.ZodType>(
  schema: Schema,
  answer: DataverseAnswer,
  origin: string,
): Result<Rows<z.output<Schema>>> => {
  const page = pageSchema.safeParse(answer.body);
  if (!page.success) {
    const params = { host: new URL(origin).host, status: answer.status, what: 'no rows in it' };
    return failed('unexpected-answer', params, { correlation: answer.correlation });
  }
  const decoded = page.data.value.map((row) => schema.safeParse(row));
  const rows = decoded.flatMap((row) => (row.success ? [row.data] : []));
  return ok({ rows, unreadable: decoded.length - rows.length });
};

/** Reads every page of a path; the first failure ends it. Meant for sets of known, moderate size (roles, units). */
export const readAllRows = async <Schema extends z.ZodType>(
  client: DataverseClient,
  path: string,
  schema: Schema,
  options: ReadOptions,
): Promise<Result<Rows<z.output<Schema>>>> => {
  const rows: z.output<Schema>[] = [];
  let unreadable = 0;
  for await (const page of client.pages(path, options)) {
    if (!page.ok) return page;
    const decoded = decodeRows(schema, page.value, client.origin);
    if (!decoded.ok) return decoded;
    for (const row of decoded.value.rows) rows.push(row);
    unreadable += decoded.value.unreadable;
  }
  return ok({ rows, unreadable });
};

/** What was not understood is not left out: an answer about rights must not miss any. */
export const whole = <Row>(read: Result<Rows<Row>>, client: DataverseClient): Result<readonly Row[]> => {
  if (!read.ok) return read;
  const { rows, unreadable } = read.value;
  if (unreadable === 0) return ok(rows);
  const { host } = new URL(client.origin);
  return failed('unexpected-answer', { host, status: 200, what: `${unreadable} unreadable rows` });
};

/** Decodes an answer that is one object (a function's result, one row). */
export const decodeOne = <Schema extends z.ZodType>(
  schema: Schema,
  answer: DataverseAnswer,
  origin: string,
): Result<z.output<Schema>> => {
  const decoded = schema.safeParse(answer.body);
  if (decoded.success) return ok(decoded.data);
  const params = { host: new URL(origin).host, status: answer.status, what: 'of an unknown shape' };
  return failed('unexpected-answer', params, { correlation: answer.correlation });
};

/** Most rows that an expanded collection brings at once (Microsoft Learn: "Page results"). */
const WHOLE_PAGE = 5000;

/**
 * All rows of an expanded collection, which pages by its own next link. The service sends such a link also where nothing is left (Microsoft Learn:
 * "Join tables using OData", expanded collections that expand nothing themselves): without a `$skiptoken` it leads to the collection from its
 * start, which is asked for only when a whole page came with the row.
 */
export const readWhole = async <Schema extends z.ZodType>(
  client: DataverseClient,
  { link, rows }: { readonly rows: readonly z.output<Schema>[]; readonly link: string | null | undefined },
  schema: Schema,
  options: ReadOptions,
): Promise<Result<readonly z.output<Schema>[]>> => {
  if (link === null || link === undefined || link === '') return ok(rows);
  const goesOn = /[?&](\$|%24)skiptoken=/i.test(link);
  if (!goesOn && rows.length < WHOLE_PAGE) return ok(rows);
  const all = goesOn ? [...rows] : [];
  for await (const page of client.follow(link, options)) {
    if (!page.ok) return page;
    const decoded = decodeRows(schema, page.value, client.origin);
    if (!decoded.ok) return decoded;
    for (const row of decoded.value.rows) all.push(row);
  }
  return ok(all);
};
