import { z } from 'zod';

const shape = z.strictObject({
  /** The snapshot that the client knows; `null` while it reads everything for the first time. */
  known: z.string().nullable(),
  /** The snapshot that it is being told of; `null` once it has been told. */
  told: z.string().nullable(),
  /** How much of it has been told. */
  from: z.int().min(0).max(1_000_000),
  /** When the token was made, in milliseconds since the epoch. */
  at: z.number(),
  set: z.string(),
  select: z.array(z.string()).nullable(),
  expand: z.array(z.string()),
  filter: z.string().nullable(),
});

/** What a `$deltatoken` or `$skiptoken` of a delta query says: it holds the options of the first request too (Learn: delta-query-overview, state tokens). */
export type DeltaToken = z.infer<typeof shape>;

/** A token as clients carry it. */
export const writeToken = (token: DeltaToken): string =>
  Buffer.from(JSON.stringify(token)).toString('base64url');

/** The token that a text is; `null` for a text that is none. */
export function readToken(text: string): DeltaToken | null {
  try {
    return shape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data ?? null;
  } catch {
    return null;
  }
}
